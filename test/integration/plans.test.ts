import { describe, expect, it } from 'vitest'
import type { Db } from '#db/connection.ts'
import { changerDispositif, choisirDispositifs } from '#db/queries/dispositifs.ts'
import type { Agent } from '#shared/domaine/acces/agent.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { pourAgent } from '../fixtures/autre-agent.ts'
import { ecouter, planDe } from '../fixtures/plans.ts'
import { peupler } from '../fixtures/poste-nombreux.ts'
import { appeler, appels, unPosteGarni } from './coffre/poste-garni.ts'

/** What is asked now and then, or reads a whole year on purpose: settings, reports, purges, answers to the person herself, imports, lots, the life of the coffre. */
const rares =
  /^(?:acces|bilans|bilanCoordination|coffre|conservation|contexte|droits|echanges|etablissements|instances|lettres|listes|lots|nomenclature|observatoire|postesSuivis|reglages|restauration|sauvegardes|strategie)\./u

/** The dispositif that the screens of these calls show. */
const dispositifs: Readonly<Record<string, CodeDispositif>> = { tig: 'tig', parcours: 'cvp', impressions: 'cvp' }
const [isc, cvp, tig] = ['isc', 'cvp', 'tig'] as const

/** Tables that grow with the years, under the names that queries give them. */
const grandes =
  /^SCAN (?:main\.)?(?:entretien|presence|personne|orientation|echeance|participation|suivi|accueil|journee|demarche|situation|passage|mesure|journal|e|o|pr|p|pa|s|ec|a|j|d)(?: |$)/u

/** Read to the end, and why it may be; any other is found by an index, or stops once its page is full. */
const permis: Readonly<Record<string, string>> = {
  'personnes.lister': 'tells how many there are in all',
  'personnes.doublons': 'compares everybody, when asked',
  'entretiens.lister': 'tells how many there are in all; a period is found by its index',
  'journal.lire': 'checks that the chain is whole',
}

const quotidiens = appels.filter((appel) => !rares.test(appel))
const lectures = quotidiens.filter((appel) => {
  const [feature, method] = appel.split('.')
  return findCall(contract, feature, method)?.kind === 'query'
})

type Poste = Awaited<ReturnType<typeof unPosteGarni>>

const unGrandPoste = async (): Promise<Poste> => {
  const poste = await unPosteGarni()
  await peupler(poste.db, { entretiens: 10_000, parAn: 2000 })
  await choisirDispositifs(poste.db, [isc, cvp, tig])
  return poste
}

/** For each call, the steps that read a whole table, among the plans of everything it really asks. */
const parcoursEntiers = async (
  { apiDe, entrees }: Poste,
  db: Db,
  demandes: readonly string[],
  montrer: (dispositif: CodeDispositif) => Promise<unknown>,
) => {
  const ecoute = ecouter(db)
  const api = apiDe(ecoute.db)
  const trouves: Record<string, readonly string[]> = {}
  for (const appel of demandes) {
    await montrer(dispositifs[appel.split('.')[0] ?? ''] ?? isc)
    ecoute.requetes()
    await appeler(api, appel, entrees[appel])
    const etapes: string[] = []
    // What covers a table, or uncovers it, has no plan.
    const lues = ecoute.requetes().filter((r) => /^\s*(?:select|with|insert|update|delete)\b/iu.test(r.sql))
    for (const requete of lues) {
      const plan = await planDe(db, requete)
      // In the order of an index, a page stops where it is full.
      const sArrete = /\blimit \?/u.test(requete.sql) && !plan.some((etape) => etape.includes('TEMP B-TREE'))
      if (!sArrete) etapes.push(...plan.filter((e) => grandes.test(e) && !e.endsWith('personne_a_entendre')))
    }
    if (etapes.length > 0) trouves[appel] = etapes
  }
  return trouves
}

const sansRaison = (trouves: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(trouves).filter(([appel]) => !Object.hasOwn(permis, appel)))

describe('ce que les écrans demandent tous les jours, à dix mille entretiens', () => {
  it('passe par des index, pour le titulaire : chaque requête de chaque appel', async () => {
    const poste = await unGrandPoste()
    expect(quotidiens.length).toBeGreaterThan(50)
    const trouves = await parcoursEntiers(poste, poste.db, quotidiens, (dispositif) =>
      changerDispositif(poste.db, dispositif),
    )
    expect(sansRaison(trouves)).toEqual({})
    expect(Object.keys(trouves).toSorted()).toEqual(Object.keys(permis).toSorted())
  })

  it('passe par des index aussi pour un intervenant, qui ne voit que ses dispositifs', async () => {
    const poste = await unGrandPoste()
    const { id } = await poste.db.selectFrom('agent').select('id').limit(1).executeTakeFirstOrThrow()
    const agent = { id, nom: '', role: 'intervenant', dispositifs: [isc, cvp, tig] } satisfies Agent
    const trouves = await parcoursEntiers(poste, await pourAgent(poste.db, agent), lectures, (dispositif) =>
      poste.db.updateTable('agent').set({ dispositif }).where('id', '=', id).execute(),
    )
    expect(sansRaison(trouves)).toEqual({})
  })
})
