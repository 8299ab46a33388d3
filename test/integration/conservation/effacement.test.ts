import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { phrase, unDossier } from '../coffre/aide.ts'
import { entretienJustice } from '../parcours/un-parcours.ts'
import { enClair, lignesSans, unCoffreDate } from './aide.ts'
import { calculerFaits } from './faits.ts'

const marque = 'Zzqefface'
const passage = { etablissement: 'ma-perigueux', quartier: null, entree: '2022-01-01', sortie: null, mode: null }

/** Somebody followed out of prison in 2022, with everything a parcours may hold, and a neighbour followed still. */
const unCoffreCvp = async () => {
  const coffre = await unCoffreDate('2022-03-11')
  const { api, aller } = coffre
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  await valeur(api.parcours.declarerNecessite({ necessite: { declareeLe: '2022-01-02', par: 'dpo' } }))
  const suivre = async (nom: string, date: string) => {
    const personne = unePersonne({ nom, prenom: nom, commune: nom })
    const entretien = entretienJustice(personne, 'cvp', { date, note: `${nom} note` })
    entretien.suivi.saisineDate = date
    await valeur(api.entretiens.enregistrer(entretien))
    const suiviId = entretien.suivi.id
    await valeur(
      api.parcours.enregistrerMesure({ id: unId(), suiviId, mesure: 'sp', du: date, finPrevue: null, au: null }),
    )
    await valeur(api.parcours.enregistrerStatutPenal({ id: unId(), suiviId, statut: 'condamne', du: date }))
    await valeur(api.parcours.enregistrerPassage({ ...passage, id: unId(), suiviId }))
    const demarche = { id: unId(), suiviId, domaine: 'logement' as const, demarche: 'siao', partenaireId: null }
    await valeur(
      api.parcours.enregistrerDemarche({ ...demarche, ouverteLe: date, echeance: null, precision: `${nom} précision` }),
    )
    await valeur(api.parcours.noterStatutDemarche({ id: unId(), demarcheId: demarche.id, statut: 'engagee', date }))
    return { personne, suiviId, entretien }
  }
  const partie = await suivre(marque, '2022-03-11')
  aller('2025-05-02')
  const voisine = await suivre('Voisine', '2025-05-02')
  aller('2025-06-02')
  return { ...coffre, partie, voisine }
}

const purger = (
  coffre: Pick<Awaited<ReturnType<typeof unCoffreDate>>, 'api'>,
  attendues: readonly string[],
  malgreBilans = false,
) => valeur(coffre.api.conservation.purger({ id: unId(), attendues: [...attendues], malgreBilans }))

test('effacée, une personne suivie hors de prison ne laisse rien, ses voisins et les bilans publiés restent', async () => {
  const coffre = await unCoffreCvp()
  const { api, router, session, dossier, partie, incidents } = coffre
  const siens = [partie.personne.id, partie.suiviId, partie.entretien.id]
  const sauf = ['geste', 'journal', 'purge', 'demarche_statut', 'publication', 'reglage']
  const publie = {
    dispositif: 'cvp',
    du: '2022-01-01',
    au: '2022-12-31',
    seuil: 5,
    mode: 'masquage',
    formats: ['json'],
  }
  const lire = async () => (await valeur(api.conservation.lire({ jour: '2025-06-02' }))).apercu

  expect((await lire()).aTerme).toMatchObject([{ retenue: 'bilan', anneesSansBilan: [2022], sort: 'effacement' }])
  expect(await purger(coffre, [partie.suiviId])).toMatchObject({ effaces: 0 })
  expect(await router('bilans', 'exporter', publie, { chemin: unDossier() })).toMatchObject({ ok: true })
  expect((await lire()).aTerme).toMatchObject([{ retenue: null }])

  const editions = await session.db().selectFrom('edition').selectAll().execute()
  const fichiers = await session.db().selectFrom('edition_fichier').selectAll().execute()
  const avant = await lignesSans(session.db(), siens, sauf)
  const comptes2025 = ((await calculerFaits(session.db(), 'cvp')) as readonly unknown[]).at(-1)
  expect(await purger(coffre, [partie.suiviId])).toMatchObject({ effaces: 1, personnes: 1 })
  expect(await lignesSans(session.db(), siens, sauf)).toEqual(avant)
  expect(((await calculerFaits(session.db(), 'cvp')) as readonly unknown[]).at(-1)).toEqual(comptes2025)
  expect(await session.db().selectFrom('edition').selectAll().execute()).toEqual(editions)
  expect(await session.db().selectFrom('edition_fichier').selectAll().execute()).toEqual(fichiers)
  expect(await session.db().selectFrom('demarche').select('suivi_id').execute()).toEqual([
    { suivi_id: coffre.voisine.suiviId },
  ])
  expect(await session.db().selectFrom('demarche_statut').select('id').execute()).toHaveLength(1)
  const republie = unDossier()
  const [edition] = editions
  expect(await router('bilans', 'republier', { edition: edition?.id }, { chemin: republie })).toMatchObject({
    ok: true,
  })
  expect(readdirSync(republie).length).toBeGreaterThan(0)
  await session.verrouiller()
  expect((await enClair(dossier)).includes(marque)).toBe(false)
  expect(incidents).toEqual([])
}, 120_000)

test('ce qui n’a pas été montré ne part pas, et ce qui est retenu reste : prolongation, visa, limitation, demande', async () => {
  const { api, aller, jour } = await unCoffreDate('2022-03-11', ['isc'])
  const recues = []
  for (const nom of ['Prolongée', 'Limitée', 'Demandeuse', 'Libre', 'Cachée']) {
    const personne = unePersonne({ nom })
    const entretien = unEntretien({ date: '2022-03-11', presences: [unePresence(personne)] })
    entretien.suivi.saisineDate = null
    await valeur(api.entretiens.enregistrer(entretien))
    recues.push({ personneId: personne.id, suiviId: entretien.suivi.id })
  }
  const [prolongee, limitee, demandeuse, libre, cachee] = recues
  aller('2025-06-02')
  await valeur(
    api.conservation.prolonger({ suiviId: prolongee?.suiviId ?? '', motif: 'contentieux', jusquAu: '2026-01-01' }),
  )
  await valeur(api.droits.ecarter({ id: unId(), personneId: limitee?.personneId ?? '', genre: 'limitation' }))
  await valeur(
    api.droits.noterDemande({
      id: unId(),
      personneId: demandeuse?.personneId ?? '',
      genre: 'acces',
      recueLe: '2025-06-01',
      prolongee: false,
      repondueLe: null,
      reponse: null,
    }),
  )
  const lues = async () =>
    Object.fromEntries(
      (await valeur(api.conservation.lire({ jour: jour() }))).apercu.aTerme.map((l) => [l.id, l.retenue]),
    )
  expect(await lues()).toEqual({
    [prolongee?.suiviId ?? '']: 'prolongation',
    [limitee?.suiviId ?? '']: 'limitation',
    [demandeuse?.suiviId ?? '']: 'demande',
    [libre?.suiviId ?? '']: null,
    [cachee?.suiviId ?? '']: null,
  })
  const sauf = recues.filter((r) => r !== cachee).map((r) => r.suiviId)
  const regle = {
    mois: 24,
    sort: 'anonymisation' as const,
    visa: true,
    source: 'Avis des archives du 2 mai 2025.',
    par: 'archives' as const,
  }
  await valeur(api.conservation.choisirRegle({ dispositif: 'isc', regle }))
  expect(await purger({ api }, sauf)).toMatchObject({ anonymises: 0 })
  const visa = { id: unId(), dispositif: 'isc' as const, obtenuLe: '2025-06-01', reference: 'B 12' }
  expect(await api.conservation.noterVisa({ ...visa, jusquAu: '2025-06-02' })).toMatchObject({ ok: false })
  await valeur(api.conservation.noterVisa({ ...visa, jusquAu: '2025-05-31' }))
  expect(await purger({ api }, sauf)).toMatchObject({ anonymises: 1 })
  expect(Object.keys(await lues())).toHaveLength(4)
  expect((await valeur(api.conservation.lire({ jour: jour() }))).regles).toMatchObject([
    { mois: 24, source: regle.source, choisie: { par: 'archives' }, declaree: { mois: 24 } },
  ])
})

test('connue encore d’un autre métier, une personne y garde sa fiche, et personne ne la reconnaît plus dans celui qui l’oublie', async () => {
  const { api, session, aller } = await unCoffreDate('2022-03-11')
  const personne = unePersonne({ nom: marque, naissance: '1980-12-15', commune: 'Pantin' })
  const ancien = unEntretien({ date: '2022-03-11', presences: [unePresence(personne)] })
  ancien.suivi.saisineDate = null
  await valeur(api.entretiens.enregistrer(ancien))
  aller('2025-05-02')
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const recent = entretienJustice(personne, 'cvp', { date: '2025-05-02' })
  await valeur(api.entretiens.enregistrer(recent))
  const avant = await calculerFaits(session.db(), 'isc')
  expect(await purger({ api }, [ancien.suivi.id])).toMatchObject({ anonymises: 1, personnes: 0 })
  expect(await calculerFaits(session.db(), 'isc')).toEqual(avant)
  const parts = await session.db().selectFrom('participation').select(['suivi_id', 'personne_id']).execute()
  expect(parts.find((p) => p.suivi_id === recent.suivi.id)?.personne_id).toBe(personne.id)
  const autre = parts.find((p) => p.suivi_id === ancien.suivi.id)?.personne_id ?? ''
  expect(autre).not.toBe(personne.id)
  expect(
    await session
      .db()
      .selectFrom('personne')
      .select(['anonyme', 'nom', 'naissance', 'commune'])
      .where('id', '=', autre)
      .execute(),
  ).toEqual([{ anonyme: 1, nom: '', naissance: '1981', commune: null }])
})

test('qui s’est opposé part au terme comme les autres, et la purge laisse cachés ceux qui restent à l’écart', async () => {
  const { api, session, aller } = await unCoffreDate('2022-03-11', ['isc'])
  const [opposee, gardee] = [unePersonne({ nom: marque }), unePersonne({ nom: 'Reste' })]
  const venir = async (personne: typeof opposee, date: string) => {
    const entretien = unEntretien({ date, presences: [unePresence(personne)] })
    entretien.suivi.saisineDate = null
    await valeur(api.entretiens.enregistrer(entretien))
    return entretien.suivi.id
  }
  const suiviId = await venir(opposee, '2022-03-11')
  aller('2025-05-02')
  await venir(gardee, '2025-05-02')
  for (const { id } of [opposee, gardee])
    await valeur(api.droits.ecarter({ id: unId(), personneId: id, genre: 'opposition' }))
  expect(await purger({ api }, [suiviId])).toMatchObject({ anonymises: 1 })
  const noms = await session.db().selectFrom('personne').select('nom').execute()
  expect(noms).toEqual([{ nom: '' }])
  expect((await valeur(api.droits.lire())).restrictions.map((r) => r.nom)).toEqual([`RESTE ${gardee.prenom}`])
})

test('les sauvegardes d’avant une purge partent trente jours après, jamais la dernière bonne', async () => {
  const { api, session, dossier, aller } = await unCoffreDate('2022-03-11', ['isc'])
  const entretien = unEntretien({
    date: '2022-03-11',
    note: marque,
    presences: [unePresence(unePersonne({ nom: marque }))],
  })
  entretien.suivi.saisineDate = null
  await valeur(api.entretiens.enregistrer(entretien))
  const second = unDossier()
  await session.sauvegardes.choisirSecond(second)
  await session.sauvegardes.sauvegarder()
  aller('2025-06-02')
  const sauvegardes = () => readdirSync(join(dossier, 'sauvegardes')).filter((n) => n.startsWith('sauvegarde-'))
  const ailleurs = () => readdirSync(join(second, readdirSync(second)[0] ?? ''))
  expect(await purger({ api }, [entretien.suivi.id])).toMatchObject({ anonymises: 1 })
  expect([sauvegardes().length, ailleurs().length]).toEqual([2, 2])
  await session.sauvegardes.oublierPurgees()
  expect([sauvegardes().length, ailleurs().length]).toEqual([2, 2])
  aller('2025-07-03')
  await session.sauvegardes.oublierPurgees()
  expect([sauvegardes().length, ailleurs().length]).toEqual([1, 1])
  const { purges } = await valeur(api.conservation.lire({ jour: '2025-07-03' }))
  expect(purges).toMatchObject([{ comptes: { anonymises: 1 }, sauvegardesJusquAu: '2025-07-02' }])
  expect(purges[0]?.sauvegardesOteesLe).not.toBe(null)
  await session.verrouiller()
  await session.ouvrir({ phrase })
  expect((await enClair(join(dossier, 'sauvegardes', sauvegardes()[0] ?? ''))).includes(marque)).toBe(false)
}, 60_000)
