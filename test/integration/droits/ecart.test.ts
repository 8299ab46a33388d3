import { expect, test } from 'vitest'
import { compterPersonnes } from '#db/queries/bilan.ts'
import { unCsv } from '../../fixtures/imports/fichiers.ts'
import { toutes, valeur } from '../../fixtures/service.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { unDossier } from '../coffre/aide.ts'
import { unCoffreDate } from '../conservation/aide.ts'

const page = { debut: 0, taille: 20 }
const annee = [{ du: '2025-01-01', au: '2025-06-01' }]

/** Somebody met alone, then with somebody else, who now asks for it to stop. */
const uneOpposition = async (genre: 'opposition' | 'limitation' = 'opposition') => {
  const coffre = await unCoffreDate('2025-06-02', ['isc'])
  const { api } = coffre
  const opposee = unePersonne({ nom: 'Zzqopposee', prenom: 'Inès', naissance: '1990-05-12', commune: 'Zzqville' })
  const autre = unePersonne({ nom: 'Autre', prenom: 'Alix', naissance: '1980-02-03' })
  const seule = unEntretien({
    presences: [unePresence(opposee)],
    note: 'zzqnote',
    echeances: [{ id: unId(), date: '2025-06-09', libelle: 'zzqrappel' }],
    orientations: [{ id: unId(), destination: 'ccas', partenaireId: null }],
  })
  const ensemble = unEntretien({ presences: [unePresence(opposee), unePresence(autre)], note: 'à deux' })
  for (const entretien of [seule, ensemble]) await valeur(api.entretiens.enregistrer(entretien))
  const restriction = { id: unId(), personneId: opposee.id, genre }
  await valeur(api.droits.ecarter(restriction))
  return { ...coffre, opposee, autre, seule, ensemble, restriction }
}

const refusee = { ok: false, erreur: { code: 'personne-a-l-ecart' } }
const introuvable = { ok: false, erreur: { code: 'introuvable' } }

test('à l’écart, une personne n’est plus dans aucune liste, aucune recherche, aucune fiche', async () => {
  const { api, opposee, autre, seule, ensemble } = await uneOpposition()
  const personnes = await valeur(api.personnes.lister({ texte: '', tri: { colonne: 'nom', sens: 'asc' }, page }))
  expect(personnes.lignes.map((p) => p.id)).toEqual([autre.id])
  expect(await valeur(api.personnes.chercher({ texte: 'zzqoppo', limite: 5 }))).toEqual([])
  expect(await api.personnes.lire({ id: opposee.id })).toEqual(introuvable)
  const { nom, prenom, naissance, telephone, commune } = opposee
  expect(await valeur(api.personnes.ressemblances({ id: unId(), nom, prenom, naissance, telephone, commune }))).toEqual(
    [],
  )
  const entretiens = await valeur(api.entretiens.lister(toutes))
  expect(entretiens.lignes.map((e) => e.id)).toEqual([ensemble.id])
  expect(await valeur(api.entretiens.lister({ ...toutes, texte: 'zzqnote' }))).toMatchObject({ total: 0 })
  expect(await api.entretiens.lire({ id: seule.id })).toEqual(introuvable)
  expect((await valeur(api.entretiens.lire({ id: ensemble.id }))).presences.map((p) => p.personne.id)).toEqual([
    autre.id,
  ])
  const jour = JSON.stringify([
    await valeur(api.aujourdhui.lire({ jour: '2025-06-02' })),
    await valeur(api.echeances.lister({ jusquau: '2025-12-31' })),
    await valeur(api.personnes.lire({ id: autre.id })),
    await valeur(api.personnes.doublons()),
  ])
  expect(jour).not.toMatch(/zzq/iu)
})

test('rien ne s’écrit plus sur elle : ni fiche, ni entretien, ni lettre, ni fusion, ni une fiche à son nom', async () => {
  const { api, session, router, opposee, autre, seule, ensemble } = await uneOpposition('limitation')
  const photo = async () =>
    JSON.stringify(await session.db().withSchema('main').selectFrom('personne').selectAll().execute())
  const avant = await photo()
  expect(await api.personnes.enregistrer({ ...opposee, telephone: '0102030405' })).toEqual(refusee)
  expect(await api.personnes.enregistrer({ ...opposee, id: unId() })).toEqual(refusee)
  expect(
    await api.entretiens.enregistrer({
      ...ensemble,
      note: 'encore',
      presences: [unePresence(autre), unePresence(opposee)],
    }),
  ).toEqual(refusee)
  expect(await api.entretiens.enregistrer({ ...seule, note: 'encore' })).toMatchObject({ ok: false })
  expect(
    await api.personnes.fusionner({ fusionId: unId(), id: autre.id, absorbeeId: opposee.id, deLAutre: [] }),
  ).toEqual(introuvable)
  expect(
    await api.echeances.ajouter({ id: unId(), suiviId: seule.suivi.id, date: '2025-06-20', libelle: 'x' }),
  ).toMatchObject({ ok: false })
  expect(await api.suivis.cloturer({ id: seule.suivi.id, date: '2025-06-02', motif: 'relais' })).toEqual(introuvable)
  const lettre = {
    modele: { genre: 'fourni', code: 'notice' },
    jour: '2025-06-02',
    suiviId: ensemble.suivi.id,
    personneId: opposee.id,
  }
  expect(await router('lettres', 'ecrire', lettre, { chemin: unDossier() })).toEqual(introuvable)
  expect(
    await api.lettres.noterRemise({ suiviId: ensemble.suivi.id, personneId: opposee.id, date: '2025-06-02' }),
  ).toEqual(introuvable)
  expect(await photo()).toBe(avant)
  await valeur(api.entretiens.enregistrer({ ...ensemble, note: 'sans elle', presences: [unePresence(autre)] }))
  const presentes = await session
    .db()
    .withSchema('main')
    .selectFrom('presence')
    .select('personne_id')
    .where('entretien_id', '=', ensemble.id)
    .execute()
  expect(presentes.map((p) => p.personne_id).toSorted()).toEqual([autre.id, opposee.id].toSorted())
})

test('un bilan, un lot, un import ne la comptent plus ; levée, tout est comme avant', async () => {
  const { api, session, opposee, seule, restriction, incidents } = await uneOpposition()
  const compter = () => compterPersonnes(session.db(), 'isc', annee)
  expect(await compter()).toEqual([1])
  const fichier = {
    nom: 'suivi.csv',
    contenu: unCsv(['09/03/2025;Zzqopposee;Inès;12/05/1990;Victime;Plainte;Logement;CCAS']).toString('base64'),
    dispositif: 'isc' as const,
    correspondance: { colonnes: {}, valeurs: {} },
  }
  const rapport = await valeur(api.echanges.examiner(fichier))
  expect(rapport).toMatchObject({ importees: 0, personnesNouvelles: 0 })
  expect(rapport.ignorees).toHaveLength(1)
  await valeur(api.droits.lever({ id: restriction.id }))
  expect(await compter()).toEqual([2])
  expect((await valeur(api.personnes.lire({ id: opposee.id }))).personne.nom).toBe('Zzqopposee')
  expect((await valeur(api.entretiens.lire({ id: seule.id }))).note).toBe('zzqnote')
  expect(await api.droits.lever({ id: restriction.id })).toEqual(introuvable)
  expect(incidents).toEqual([])
})

test('l’écart tient après un verrouillage, et pour un autre utilisateur comme pour le titulaire', async () => {
  const { api, session, autre } = await uneOpposition()
  await valeur(
    api.acces.ajouter({
      id: unId(),
      nom: 'Camille',
      role: 'intervenant',
      dispositifs: ['isc'],
      phrase: 'la phrase de Camille',
    }),
  )
  for (const phrase of ['la phrase de Camille', 'cheval agrafe pile correcte']) {
    await session.verrouiller()
    await session.ouvrir({ phrase })
    const lues = await valeur(api.personnes.lister({ texte: '', tri: { colonne: 'nom', sens: 'asc' }, page }))
    expect(lues.lignes.map((p) => p.id)).toEqual([autre.id])
    expect(await compterPersonnes(session.db(), 'isc', annee)).toEqual([1])
  }
})

test('une demande a un mois, trois quand elle est prolongée, et seul le titulaire tient le registre', async () => {
  const { api, session, opposee } = await uneOpposition()
  const demande = {
    id: unId(),
    personneId: opposee.id,
    genre: 'acces' as const,
    recueLe: '2025-01-31',
    prolongee: false,
    repondueLe: null,
    reponse: null,
  }
  await valeur(api.droits.noterDemande(demande))
  const lue = async () => (await valeur(api.droits.lire())).demandes[0]
  expect(await lue()).toMatchObject({ pourLe: '2025-02-28', nom: 'ZZQOPPOSEE Inès' })
  await valeur(api.droits.noterDemande({ ...demande, prolongee: true }))
  expect(await lue()).toMatchObject({ pourLe: '2025-04-30' })
  const faux = [
    { recueLe: '2025-06-03' },
    { repondueLe: '2025-02-01' },
    { repondueLe: '2025-01-30', reponse: 'satisfaite' as const },
  ]
  for (const champs of faux)
    expect(await api.droits.noterDemande({ ...demande, ...champs })).toMatchObject({
      erreur: { code: 'entree-invalide' },
    })
  await valeur(
    api.acces.ajouter({
      id: unId(),
      nom: 'Camille',
      role: 'intervenant',
      dispositifs: ['isc'],
      phrase: 'la phrase de Camille',
    }),
  )
  await session.verrouiller()
  await session.ouvrir({ phrase: 'la phrase de Camille' })
  const absent = { ok: false, erreur: { code: 'droit-absent' } }
  expect(await api.droits.lire()).toEqual(absent)
  expect(await api.conservation.lire({ jour: '2025-06-02' })).toEqual(absent)
})
