import { assert, asyncProperty, constantFrom } from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import { changerDispositif, choisirDispositifs } from '#db/queries/dispositifs.ts'
import { codesErreur } from '#shared/erreurs/erreur.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { chemins, hostile, remplacer } from './hostile.ts'
import { appeler, appels, unPosteGarni } from './poste-garni.ts'

const tables = [
  'personne',
  'suivi',
  'participation',
  'entretien',
  'presence',
  'orientation',
  'echeance',
  'brouillon',
  'reprise',
  'journal',
  'geste',
  'revision',
  'partenaire',
  'poste',
  'foyer',
  'modalite_locale',
  'modele_lettre',
  'remise_notice',
  'modalite_fusion',
  'modalite_fusion_ligne',
  'champ_local',
  'reglage',
  'bilan_texte',
  'contexte',
  'necessite',
  'reperage',
  'parcours_repere',
  'consentement',
  'statut_penal',
  'mesure',
  'passage',
  'situation',
  'situation_correction',
  'demarche',
  'demarche_statut',
  'comite',
  'comite_decision',
  'rattachement',
  'contrat',
  'etablissement_local',
  'instance',
  'reunion',
  'signataire',
  'point_nominatif',
  'export_nominatif',
  'secteur',
  'carreau',
  'signalement',
  'intervention',
  'agent',
  'strategie',
  'strategie_territoire',
  'strategie_axe',
  'fiche_action',
  'fiche_annee',
  'indicateur',
  'indicateur_valeur',
  'budget_ligne',
  'poste_suivi',
  'lot_attendu',
  'lot',
  'lot_ecarte',
  'lot_fait',
  'poste_travail',
  'poste_travail_statut',
  'accueil',
  'journee',
  'journee_correction',
  'incident',
  'fusion',
  'distinction',
  'note_rang',
] as const

/** Rows of every table: two equal texts, nothing written in between. */
const compter = async (db: Db): Promise<string> => {
  const comptes = tables.map((table) => sql`(select count(*) from ${sql.table(table)})`)
  const { rows } = await sql<{ n: string }>`select ${sql.join(comptes, sql` || ' ' || `)} as n`.execute(db)
  return rows[0]?.n ?? ''
}

const photo = async (db: Db): Promise<string> => {
  const lues: unknown[] = []
  for (const table of tables) lues.push(await db.selectFrom(table).selectAll().execute())
  return JSON.stringify(lues)
}

/** The doors of the coffre itself: tried with forged inputs only, or the test would lock itself out. */
const portes = new Set([
  'coffre.verrouiller',
  'coffre.presence',
  'coffre.etat',
  'coffre.essayer',
  'coffre.quitterEssai',
])
/** A call that asks nothing takes nothing at all, which a forged input may be. */
const sansEntree = (appel: string): boolean => {
  const [feature = '', method = ''] = appel.split('.')
  const declaree = Object.entries(contract).find(([nom]) => nom === feature)?.[1]
  const call = Object.entries(declaree ?? {}).find(([nom]) => nom === method)?.[1]
  return call?.input.safeParse(undefined).success === true
}

/** Shows the dispositif that the call speaks of, whatever the calls before it did to the profile. */
const montrer = async (db: Db, appel: string): Promise<void> => {
  await choisirDispositifs(db, ['isc', 'cvp', 'tig'])
  await changerDispositif(db, appel.startsWith('parcours.') ? 'cvp' : appel.startsWith('tig.') ? 'tig' : 'isc')
}

const refusee = (reponse: Reply<unknown>): string | undefined => (reponse.ok ? undefined : reponse.erreur.code)

test('chaque appel a une entrée qu’il accepte : les essais hostiles partent de là', async () => {
  const { entrees } = await unPosteGarni()
  expect(Object.keys(entrees).toSorted()).toEqual(appels.filter((a) => !a.startsWith('coffre.')).toSorted())
})

test('une valeur hostile à n’importe quelle place : un code, rien d’écrit, pas un incident', async () => {
  const { api, db, entrees, incidents } = await unPosteGarni()
  const places = Object.entries(entrees).flatMap(([appel, entree]) =>
    chemins(entree).map((chemin) => ({ appel, entree, chemin })),
  )
  let avant = await compter(db)
  let refus = 0
  const essai = asyncProperty(constantFrom(...places), hostile, async ({ appel, entree, chemin }, par) => {
    await montrer(db, appel)
    const reponse = await appeler(api, appel, remplacer(entree, chemin, par))
    const apres = await compter(db)
    const code = refusee(reponse)
    if (code !== undefined) refus += 1
    const connu = code === undefined || (code !== 'interne' && codesErreur.some((c) => c === code))
    expect([appel, chemin, code, connu]).toEqual([appel, chemin, code, true])
    expect([appel, chemin, apres]).toEqual([appel, chemin, code === undefined ? apres : avant])
    avant = apres
  })
  await assert(essai, { numRuns: 2500, seed: 20_261_122, endOnFailure: true })
  expect(refus).toBeGreaterThan(1000)
  expect(incidents).toEqual([])
  expect({}).not.toHaveProperty('polluee')
})

test('une entrée forgée de bout en bout ne change pas un octet', async () => {
  const { api, db, incidents } = await unPosteGarni()
  const avant = await photo(db)
  const exposes = appels.filter((a) => !portes.has(a) && !sansEntree(a))
  const essai = asyncProperty(constantFrom(...exposes), hostile, async (appel, entree) => {
    expect([appel, refusee(await appeler(api, appel, entree))]).toEqual([appel, 'entree-invalide'])
  })
  await assert(essai, { numRuns: 1500, seed: 20_261_122, endOnFailure: true })
  expect(await photo(db)).toBe(avant)
  expect(incidents).toEqual([])
})

test('la moitié d’un emoji est rendue lisible, et la fiche s’enregistre', async () => {
  const { api, incidents } = await unPosteGarni()
  const entretien = { ...unEntretien(), note: 'à rappeler \uD83D' }
  await valeur(api.entretiens.enregistrer(entretien))
  expect((await valeur(api.entretiens.lire({ id: entretien.id }))).note).toBe('à rappeler \uFFFD')
  expect(incidents).toEqual([])
})
