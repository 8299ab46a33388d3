import { assert, asyncProperty, constantFrom } from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import { changerDispositif, choisirDispositifs } from '#db/queries/dispositifs.ts'
import { codesErreur } from '#shared/erreurs/erreur.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unCsv } from '../../fixtures/imports/fichiers.ts'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { entreesDuParcours } from './entrees-parcours.ts'
import { chemins, hostile, remplacer } from './hostile.ts'

const tables = [
  'personne',
  'suivi',
  'participation',
  'entretien',
  'presence',
  'orientation',
  'echeance',
  'brouillon',
  'partenaire',
  'poste',
  'foyer',
  'modalite_locale',
  'champ_local',
  'reglage',
  'bilan_texte',
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

/** A coffre with one of everything, and for each call an input that it accepts. */
const unPosteGarni = async () => {
  const service = await unService()
  const { api, db } = service
  const partenaire = unPartenaire()
  await valeur(api.partenaires.enregistrer(partenaire))
  const [awa, zoe] = [unePersonne(), unePersonne()]
  const entretien = unEntretien({
    presences: [unePresence(awa), unePresence(zoe)],
    orientations: [{ id: unId(), destination: 'ccas', partenaireId: partenaire.id }],
    echeances: [{ id: unId(), date: '2025-06-09', libelle: 'Rappeler' }],
  })
  await valeur(api.entretiens.enregistrer(entretien))
  const [suiviId, id] = [entretien.suivi.id, entretien.id]
  const page = { debut: 0, taille: 20 }
  const tri = { colonne: 'date', sens: 'asc' }
  const demande = { dispositif: 'isc', du: '2025-01-01', au: '2025-06-01', seuil: 5, mode: 'masquage' }
  const fichier = {
    nom: 'suivi.csv',
    contenu: unCsv(['09/03/2012;Urbain;Zoé;;Victime;Plainte;Logement;CCAS']).toString('base64'),
    dispositif: 'isc',
    correspondance: { colonnes: { Nom: 'nom' }, valeurs: { role: { Badaud: { choix: 'non-renseigne' } } } },
  }
  const dates = { orientationId: entretien.orientations[0]?.id, statut: 'aboutie', date: '2025-05-01' }
  const poste = { id: unId(), nom: 'P', etp: 1, financementAnnuel: 40_000, financeur: 'F', du: '2025-01-01', au: null }
  const entrees: Readonly<Record<string, unknown>> = {
    ...(await entreesDuParcours(service)),
    'aujourdhui.lire': { jour: '2025-06-02' },
    'entretiens.lister': { texte: '', du: null, au: null, role: null, reponses: { saisine: ['plainte'] }, tri, page },
    'entretiens.lire': { id },
    'entretiens.enregistrer': entretien,
    'entretiens.supprimer': { id },
    'entretiens.retablir': { id },
    'entretiens.compterAnonyme': { id: unId() },
    'entretiens.defauts': undefined,
    'entretiens.noterSuite': dates,
    'brouillons.lister': undefined,
    'brouillons.lire': { id: unId() },
    'brouillons.enregistrer': { id: unId(), titre: 'ébauche', contenu: '{}' },
    'brouillons.supprimer': { id: unId() },
    'personnes.chercher': { texte: 'mar', limite: 5 },
    'personnes.lister': { texte: '', tri: { colonne: 'nom', sens: 'asc' }, page },
    'personnes.lire': { id: awa.id },
    'personnes.enregistrer': awa,
    'personnes.doublons': undefined,
    'personnes.rattacherFoyer': { personneId: awa.id, avecId: zoe.id, lien: 'sœur' },
    'personnes.quitterFoyer': { personneId: awa.id },
    'suivis.dePersonne': { personneId: awa.id },
    'suivis.cloturer': { id: suiviId, date: '2025-05-02', motif: 'relais' },
    'suivis.rouvrir': { id: suiviId },
    'echeances.lister': { jusquau: '2025-07-01' },
    'echeances.ajouter': { id: unId(), suiviId, date: '2025-06-20', libelle: 'Relancer' },
    'echeances.marquer': { id: entretien.echeances[0]?.id, faiteLe: '2025-06-01' },
    'partenaires.lister': { texte: '' },
    'partenaires.enregistrer': partenaire,
    'nomenclature.lire': { dispositif: 'isc' },
    'nomenclature.modifier': {
      liste: 'lieu',
      code: 'gare',
      libelle: 'Gare',
      masquee: false,
      ordre: null,
      groupe: null,
    },
    'nomenclature.activerChamp': { champ: 'accord', actif: true },
    'bilans.annees': { dispositif: 'isc' },
    'bilans.apercu': demande,
    'bilans.lireTextes': { dispositif: 'isc', annee: 2025 },
    'bilans.ecrireTexte': { dispositif: 'isc', annee: 2025, section: 'contexte', texte: 'Un an.' },
    'bilans.exporter': { ...demande, formats: ['json'] },
    'bilans.preparer': demande,
    'bilans.comparer': { dispositif: 'isc', du: '2025-01-01', au: '2025-06-01', seuil: 5 },
    'bilans.abandonner': undefined,
    'bilans.editions': { dispositif: 'isc' },
    'bilans.republier': { edition: unId() },
    'bilans.changements': { edition: unId() },
    'bilans.rapport': { edition: unId() },
    'echanges.examiner': fichier,
    'echanges.importer': fichier,
    'reglages.lire': undefined,
    'reglages.ecrire': { nom: 'P', intervenant: 'I', verrouillageMinutes: 10 },
    'reglages.choisirDispositifs': { dispositifs: ['isc', 'cvp'] },
    'reglages.changerDispositif': { dispositif: 'isc' },
    'reglages.postes': undefined,
    'reglages.enregistrerPoste': poste,
    'reglages.supprimerPoste': { id: unId() },
    'sauvegardes.etat': undefined,
    'sauvegardes.sauvegarder': undefined,
    'sauvegardes.choisirSecond': undefined,
    'sauvegardes.oublierSecond': undefined,
    'sauvegardes.emporter': { malgrePlusRecent: false },
    'restauration.lister': undefined,
    'restauration.chercher': undefined,
    'restauration.examiner': { id: unId(), genre: 'phrase', secret: 'quatre mots pour rien' },
    'restauration.remplacer': { id: unId(), genre: 'phrase', secret: 'x', malgrePlusRecent: false },
    'restauration.placerAilleurs': { id: unId(), genre: 'secours', secret: 'x' },
  }
  return { ...service, db: db(), entrees }
}

/** The doors of the coffre itself: tried with forged inputs only, or the test would lock itself out. */
const portes = new Set(['coffre.verrouiller', 'coffre.presence', 'coffre.etat'])
/** Commands that take nothing: of a forged input, only nothing at all is theirs. */
const sansEntree = new Set([
  'bilans.abandonner',
  'sauvegardes.sauvegarder',
  'sauvegardes.choisirSecond',
  'sauvegardes.oublierSecond',
  'restauration.chercher',
])
const appels = Object.entries(contract).flatMap(([nom, methodes]) =>
  Object.keys(methodes).map((methode) => `${nom}.${methode}`),
)

const appeler = (api: object, appel: string, entree: unknown): Promise<Reply<unknown>> => {
  const [nom = '', methode = ''] = appel.split('.')
  const methodes = Reflect.get(api, nom) as Readonly<Record<string, (entree: unknown) => Promise<Reply<unknown>>>>
  const appelee = methodes[methode]
  if (appelee === undefined) throw new Error(`no call ${appel}`)
  return appelee(entree)
}

/** Shows the dispositif that the call speaks of, whatever the calls before it did to the profile. */
const montrer = async (db: Db, appel: string): Promise<void> => {
  await choisirDispositifs(db, ['isc', 'cvp'])
  await changerDispositif(db, appel.startsWith('parcours.') ? 'cvp' : 'isc')
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
  const exposes = appels.filter((a) => !portes.has(a) && !sansEntree.has(a))
  const lectures = /\.(?:lister|lire|defauts|doublons|postes|annees|etat|lireNecessite|comites)$/u
  const essai = asyncProperty(constantFrom(...exposes), hostile, async (appel, entree) => {
    const code = refusee(await appeler(api, appel, entree))
    expect([appel, code ?? (lectures.test(appel) ? 'entree-invalide' : 'accepte')]).toEqual([appel, 'entree-invalide'])
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
