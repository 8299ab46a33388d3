import { describe, expect, it } from 'vitest'
import type { Db } from '#db/connection.ts'
import { lireAujourdhui } from '#db/queries/aujourdhui.ts'
import { lireFichePersonne } from '#db/queries/fiche-personne.ts'
import { lireEntretien } from '#db/queries/lire-entretiens.ts'
import { listerEntretiens } from '#db/queries/lister-entretiens.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { trouverRessemblances } from '#db/queries/doublons.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { fusionner } from '#db/queries/fusion/fusionner.ts'
import { declarerDistinctes } from '#db/queries/fusion/distinguer.ts'
import { chercherPersonnes } from '#db/queries/chercher-personnes.ts'
import { enregistrerPersonne, trouverParDoublon, trouverParIdentite } from '#db/queries/personnes.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { plansDe } from '../../fixtures/plans.ts'

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
    // Names have no index that finds the middle of a telephone number: every person is read, for the total and for the page.
    expect(parcoursEntiers(await planDe('mar'))).toEqual(['SCAN p', 'SCAN p'])
  })

  it('cherche quelqu’un en lisant chaque personne une seule fois', async () => {
    const { db } = await ouvrir()
    const plan = await plansDe(db, (d) => chercherPersonnes(d, 'lucie lefevre', 8, '2025-06-02'))
    expect(parcoursEntiers(plan)).toEqual(['SCAN p'])
    expect(plan.some((etape) => etape.includes('personne_a_entendre'))).toBe(true)
  })
})
