import { describe, expect, it } from 'vitest'
import type { Db } from '#db/connection.ts'
import { lireAujourdhui } from '#db/queries/aujourdhui.ts'
import { lireFichePersonne } from '#db/queries/fiche-personne.ts'
import { lireEntretien } from '#db/queries/lire-entretiens.ts'
import { listerEntretiens } from '#db/queries/lister-entretiens.ts'
import { listerPersonnes } from '#db/queries/lister-personnes.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { trouverRessemblances } from '#db/queries/doublons.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { fusionner } from '#db/queries/fusion/fusionner.ts'
import { declarerDistinctes } from '#db/queries/fusion/distinguer.ts'
import { chercherPersonnes } from '#db/queries/chercher-personnes.ts'
import { enregistrerPersonne, trouverParDoublon, trouverParIdentite } from '#db/queries/personnes.ts'
import type { Agent } from '#shared/domaine/acces/agent.ts'
import { pourAgent } from '../../fixtures/autre-agent.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { plansDe, plansParRequete } from '../../fixtures/plans.ts'
import { AUJOURDHUI, peupler } from '../../fixtures/poste-nombreux.ts'

/** Tables that grow with the years. */
const parcoursEntiers = (plan: readonly string[]): string[] =>
  plan.filter(
    (etape) =>
      /^SCAN (e|o|pr|p|pa|s|ec|entretien|presence|personne|orientation|echeance|participation)( |$)/.test(etape) &&
      // Holds those only that an older Jalon wrote, and nobody once they were heard.
      !etape.endsWith('personne_a_entendre'),
  )

const ouvrir = async () => {
  const db = await uneBase()
  const nomenclature = await lireNomenclatureDuPoste(db)
  const personne = unePersonne()
  const entretien = unEntretien({
    presences: [unePresence(personne)],
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: null }],
    echeances: [{ id: unId(), date: '2025-06-03', libelle: 'Rappeler' }],
  })
  const maintenant = new Date('2025-06-02T10:00:00')
  await enregistrerEntretien(db, nomenclature, entretien, maintenant)
  return { db, nomenclature, personne, entretien, maintenant }
}

describe('les requêtes de tous les jours', () => {
  it('voit un parcours entier quand il y en a un', async () => {
    const { db } = await ouvrir()
    expect(parcoursEntiers(await plansDe(db, (d) => d.selectFrom('entretien as e').select('note').execute()))).toEqual([
      'SCAN e',
    ])
  })

  it('n’ouvre, n’enregistre, ne reconnaît et ne montre la page du jour qu’avec des index', async () => {
    const { db, nomenclature, personne, entretien, maintenant } = await ouvrir()
    const autre = unePersonne({ nom: personne.nom })
    await enregistrerPersonne(db, nomenclature, autre, maintenant)
    const actes: ((d: Db) => Promise<unknown>)[] = [
      (d) => lireEntretien(d, entretien.id),
      (d) => lireFichePersonne(d, personne.id),
      (d) => lireAujourdhui(d, '2025-06-02'),
      (d) => d.transaction().execute((trx) => enregistrerEntretien(trx, nomenclature, entretien, maintenant)),
      (d) => trouverParIdentite(d, 'x'),
      (d) => trouverParDoublon(d, 'x'),
      // Without a telephone, which is looked for inside the text of each person.
      (d) => trouverRessemblances(d, { ...personne, telephone: null, id: 'x' }),
      (d) => declarerDistinctes(d, { id: personne.id, autreId: autre.id, distinctes: true }, maintenant),
      (d) => fusionner(d, { fusionId: unId(), id: personne.id, absorbeeId: autre.id, deLAutre: [] }, maintenant),
    ]
    for (const acte of actes) expect(parcoursEntiers(await plansDe(db, acte))).toEqual([])
  })

  it('liste une période par l’index des dates, et un nom par les personnes qui le portent', async () => {
    const { db, nomenclature } = await ouvrir()
    const planDe = (texte: string) =>
      plansDe(db, (d) =>
        listerEntretiens(d, nomenclature, {
          texte,
          du: '2025-01-01',
          au: '2025-12-31',
          role: 'victime',
          reponses: { lieu: ['mairie'] },
          tri: { colonne: 'date', sens: 'desc' },
          page: { debut: 0, taille: 50 },
        }),
      )
    const plan = await planDe('')
    expect(plan.filter((etape) => etape.includes('entretien_date (date>? AND date<?)'))).toHaveLength(2)
    expect(parcoursEntiers(plan)).toEqual([])
    expect(parcoursEntiers(await planDe('mar'))).toEqual([])
    // No index finds the middle of a telephone number: every person is read, for the total and for the page.
    expect(parcoursEntiers(await planDe('0639'))).toEqual(['SCAN p', 'SCAN p'])
  })

  it('cherche un nom rare parmi ceux qui le portent, un nom courant parmi ceux vus depuis peu', async () => {
    const { db } = await ouvrir()
    const chercher = (texte: string, limite: number) =>
      plansDe(db, (d) => chercherPersonnes(d, texte, limite, AUJOURDHUI))
    const rare = await chercher('lucie lefevre', 8)
    expect(parcoursEntiers(rare)).toEqual([])
    expect(rare.some((etape) => etape.includes('personne_a_entendre'))).toBe(true)
    expect(rare.some((etape) => etape.includes('personne_recue_dernier'))).toBe(false)
    await peupler(db, { entretiens: 8000, parAn: 1000 })
    const courant = await chercher('a', 8)
    expect(parcoursEntiers(courant)).toEqual([])
    expect(courant.some((etape) => etape.includes('personne_recue_dernier (dispositif=? AND dernier>?)'))).toBe(true)
    // More asked than were seen lately: all those who bear the word; for a number, looked for from its middle, everybody.
    expect(parcoursEntiers(await chercher('a', 5000))).toEqual([])
    expect(parcoursEntiers(await chercher('0639', 5000))).toEqual(['SCAN p'])
  })

  it('trie par dernier entretien dans l’ordre d’un index, et n’attend de réponses que des jours demandés', async () => {
    const { db } = await ouvrir()
    const page = { debut: 0, taille: 1 }
    const tri = { colonne: 'dernierEntretien', sens: 'desc' } as const
    const plan = (await plansParRequete(db, (d) => listerPersonnes(d, { texte: '', tri, page }))).find((etapes) =>
      etapes.some((etape) => etape.includes('personne_recue_dernier (dispositif=?)')),
    )
    expect(plan?.filter((etape) => etape.startsWith('USE TEMP B-TREE'))).toEqual([
      'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY',
    ])
    const jour = await plansDe(db, (d) => lireAujourdhui(d, '2025-06-02'))
    expect(jour).toContain('SEARCH o USING INDEX orientation_attente (entretien_id=?)')
  })

  it('ne lit pas tous les suivis d’un métier pour celui qui ne voit que le sien', async () => {
    const { db } = await ouvrir()
    const agent = { id: null, nom: '', role: 'intervenant', dispositifs: ['isc'] } satisfies Agent
    const plan = await plansDe(await pourAgent(db, agent), (d) => lireAujourdhui(d, '2025-06-02'))
    expect(plan.filter((etape) => /^S\w+ main\.suivi .*\(dispositif=/.test(etape))).toEqual([])
    expect(plan.filter((etape) => etape.includes('entretien_date (date')).length).toBeGreaterThan(2)
  })
})
