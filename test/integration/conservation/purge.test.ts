import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { classement, colonnesDe } from '#db/conservation/classement.ts'
import { calculerFaits } from './faits.ts'
import {
  unEntretien,
  unePersonne,
  unePersonneAnonyme,
  unePresence,
  unId,
  unPartenaire,
} from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { phrase } from '../coffre/secret.ts'
import { enClair, lignesSans, unCoffreDate } from './aide.ts'

/** Words that no text holds by chance. */
const marques = {
  nom: 'Zzqnomparti',
  prenom: 'Zzqprenomparti',
  ancien: 'Zzqanciennom',
  telephone: '0699887701',
  naissance: '1931-03-17',
  note: 'zzqnotepartie',
  echeance: 'zzqecheancepartie',
  brouillon: 'zzqbrouillonparti',
  reprise: 'zzqreprisepartie',
  lien: 'zzqlienparti',
  privee: 'zzqpriveepartie',
} as const

const lues = (octets: Buffer): string[] =>
  Object.entries(marques).flatMap(([nom, marque]) =>
    [marque, marque.toLowerCase(), marque.toUpperCase()].some((m) => octets.includes(m)) ? [nom] : [],
  )

const trier = (noms: readonly string[]) => noms.toSorted().join(' ')

test('toute table et toute colonne de la base est classée, et rien d’autre ne l’est', async () => {
  const { db } = await unService()
  const { rows } = await sql<{ t: string; c: string }>`select m.name as t, group_concat(p.name, ' ') as c
    from sqlite_schema m join pragma_table_info(m.name) p
    where m.type = 'table' and m.name not like 'kysely%' and m.name not like 'note_mots%' group by 1`.execute(db())
  expect(Object.fromEntries(Object.entries(classement).map(([t, c]) => [t, trier(colonnesDe(c))]))).toEqual(
    Object.fromEntries(rows.map(({ t, c }) => [t, trier(c.split(' '))])),
  )
})

/** Somebody met in 2022 and never since, marked everywhere, and neighbours met since. */
const unCoffreMarque = async () => {
  const coffre = await unCoffreDate('2022-03-11')
  const { api, aller, session } = coffre
  const partenaire = unPartenaire()
  await valeur(api.partenaires.enregistrer(partenaire))
  const partie = unePersonne({
    nom: marques.nom,
    prenom: marques.prenom,
    naissance: marques.naissance,
    telephone: marques.telephone,
  })
  const double = unePersonne({ nom: marques.ancien, prenom: marques.prenom, naissance: null, commune: null })
  const voisine = unePersonne({ nom: 'Voisine', prenom: 'Alix' })
  const entretien = unEntretien({
    date: '2022-03-11',
    note: `${marques.note} de ${marques.nom}`,
    presences: [unePresence(partie)],
    orientations: [{ id: unId(), destination: 'ccas', partenaireId: partenaire.id }],
    echeances: [{ id: unId(), date: '2022-03-20', libelle: marques.echeance }],
  })
  entretien.suivi.saisineDate = '2022-03-10'
  await valeur(api.entretiens.enregistrer(entretien))
  await valeur(api.entretiens.enregistrer({ ...entretien, note: `${marques.note} corrigée` }))
  await valeur(api.personnes.enregistrer(double))
  await valeur(api.personnes.declarerDistinctes({ id: partie.id, autreId: double.id, distinctes: true }))
  await valeur(api.personnes.fusionner({ fusionId: unId(), id: partie.id, absorbeeId: double.id, deLAutre: [] }))
  await valeur(api.lettres.noterRemise({ suiviId: entretien.suivi.id, personneId: partie.id, date: '2022-03-11' }))
  await valeur(
    api.notesPrivees.ecrire({ suiviId: entretien.suivi.id, entretienId: entretien.id, texte: marques.privee }),
  )
  const contenu = JSON.stringify({ note: marques.brouillon, presences: [{ personneId: partie.id }] })
  await valeur(api.brouillons.enregistrer({ id: unId(), titre: marques.brouillon, contenu }))
  await valeur(api.reprises.garder({ cle: `personne ${partie.id}`, contenu: JSON.stringify({ nom: marques.reprise }) }))
  const demande = {
    id: unId(),
    personneId: partie.id,
    genre: 'acces' as const,
    recueLe: '2022-03-11',
    prolongee: false,
  }
  await valeur(api.droits.noterDemande({ ...demande, repondueLe: '2022-03-11', reponse: 'satisfaite' }))

  const visite = unEntretien({ date: '2022-05-02', presences: [unePresence(voisine)], note: 'première venue' })
  visite.suivi.saisineDate = '2022-05-02'
  aller('2022-05-02')
  await valeur(api.entretiens.enregistrer(visite))
  await valeur(api.personnes.rattacherFoyer({ personneId: partie.id, avecId: voisine.id, lien: marques.lien }))
  aller('2025-05-02')
  const retour = unEntretien({ date: '2025-05-02', presences: [unePresence(voisine)], note: 'seconde venue' })
  retour.suivi.saisineDate = '2025-05-02'
  await valeur(api.entretiens.enregistrer(retour))
  const anonyme = unEntretien({ date: '2025-05-02', presences: [unePresence(unePersonneAnonyme())] })
  anonyme.suivi.saisineDate = null
  await valeur(api.entretiens.enregistrer(anonyme))
  return { ...coffre, partie, double, voisine, entretien, session }
}

const purger = async (
  { api, jour }: Pick<Awaited<ReturnType<typeof unCoffreDate>>, 'api' | 'jour'>,
  malgreBilans = false,
) => {
  const { apercu } = await valeur(api.conservation.lire({ jour: jour() }))
  return valeur(api.conservation.purger({ id: unId(), attendues: apercu.aTerme.map((l) => l.id), malgreBilans }))
}

test('anonymisée, une personne ne laisse pas un octet d’elle dans la base déchiffrée, et le bilan compte comme avant', async () => {
  const coffre = await unCoffreMarque()
  const { api, session, dossier, partie, double, entretien, aller, incidents } = coffre
  const attendues = [
    'nom',
    'prenom',
    'ancien',
    'telephone',
    'naissance',
    'note',
    'echeance',
    'brouillon',
    'reprise',
    'lien',
    'privee',
  ]
  const siens = [partie.id, double.id, entretien.id, entretien.suivi.id]
  const avantPurge = { faits: await calculerFaits(session.db(), 'isc'), autres: {} as unknown }
  aller('2025-06-02')
  const { apercu } = await valeur(api.conservation.lire({ jour: '2025-06-02' }))
  expect(apercu).toMatchObject({
    aTerme: [
      {
        genre: 'dossier',
        noms: [`${marques.nom.toUpperCase()} ${marques.prenom}`],
        terme: '2024-03-20',
        sort: 'anonymisation',
        retenue: null,
      },
    ],
    bientot: [],
  })
  avantPurge.autres = await lignesSans(session.db(), siens, [
    'journal',
    'purge',
    'brouillon',
    'reprise',
    'foyer',
    'demande_droit',
    'personne',
  ])
  await session.verrouiller()
  expect(lues(await enClair(dossier))).toEqual(attendues)
  await session.ouvrir({ phrase })
  const motsDe = () =>
    session.db().selectFrom('personne_mot').select('mot').where('personne_id', '=', partie.id).execute()
  expect(await motsDe()).not.toEqual([])
  expect(await purger(coffre)).toMatchObject({ anonymises: 1, effaces: 0, personnes: 1 })
  expect(await motsDe()).toEqual([])

  expect(await calculerFaits(session.db(), 'isc')).toEqual(avantPurge.faits)
  expect(
    await lignesSans(session.db(), siens, [
      'journal',
      'purge',
      'brouillon',
      'reprise',
      'foyer',
      'demande_droit',
      'personne',
    ]),
  ).toEqual(avantPurge.autres)
  expect(await session.db().selectFrom('demande_droit').select(['personne_id', 'reponse']).execute()).toEqual([
    { personne_id: null, reponse: 'satisfaite' },
  ])
  expect(
    (
      await valeur(
        api.personnes.lister({ texte: '', tri: { colonne: 'nom', sens: 'asc' }, page: { debut: 0, taille: 20 } }),
      )
    ).lignes.map((p) => p.nom),
  ).toEqual(['Voisine'])
  expect((await valeur(api.conservation.lire({ jour: '2025-06-02' }))).apercu).toEqual({
    aTerme: [],
    bientot: [],
    brouillons: 0,
  })
  await session.verrouiller()
  expect(lues(await enClair(dossier))).toEqual([])
  expect(incidents).toEqual([])
})
