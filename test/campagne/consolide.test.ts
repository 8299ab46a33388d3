import { expect, test } from 'vitest'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { attaquerSomme } from '../attaque/attaquer-somme.ts'
import { comparerAuCube, publierSomme, trahies } from '../fixtures/consolider.ts'
import { anneeDe, desPostes, publierPoste, uneCoordination } from '../fixtures/postes-inventes.ts'

/** Units that the attacker knows the questions of, but persons: twelve posts of them at once would take it hours. */
const attaquees = {
  isc: ['suivis', 'saisines', 'entretiens', 'orientations'],
  cvp: ['suivis', 'demarches'],
} as const

const regle = { seuil: 5, mode: 'masquage' } as const

test(
  'quatre postes dont un sans publication : rien de petit ne se trouve, personnes comprises',
  {
    timeout: 1_800_000,
  },
  async () => {
    const demande = anneeDe(2025)
    const { outils, recevoir } = await uneCoordination()
    const lots: Lot[] = []
    const dossiers: (string | null)[] = []
    for (const [i, poste] of (await desPostes(4)).entries()) {
      dossiers.push(i === 3 ? null : await publierPoste(poste, demande))
      lots.push((await recevoir(poste, demande)).lot)
    }
    const { dossier } = await publierSomme(outils, demande)
    const { trouvees } = await attaquerSomme(dossier, dossiers, regle)
    expect(trouvees.length).toBeGreaterThan(30)
    expect(trahies(trouvees, lots)).toEqual([])
  },
)

test(
  'douze postes de deux métiers sur trois ans : chaque nombre imprimé est la somme, et rien de petit ne se trouve',
  {
    timeout: 7_200_000,
  },
  async () => {
    const postes = await desPostes(12)
    const { outils, recevoir } = await uneCoordination()
    for (const dispositif of ['isc', 'cvp'] as const)
      for (const annee of [2023, 2024, 2025]) {
        const demande = anneeDe(annee, dispositif)
        const lots: Lot[] = []
        const dossiers: string[] = []
        for (const poste of postes) {
          dossiers.push(await publierPoste(poste, demande))
          lots.push((await recevoir(poste, demande)).lot)
        }
        const { prepare, dossier } = await publierSomme(outils, demande)
        expect(prepare.perimetre.lots).toHaveLength(12)
        const { imprimees } = await comparerAuCube(outils, demande, prepare)
        expect(imprimees.filter((c) => c.dite !== c.vraie || c.vraie < 5)).toEqual([])
        // Nobody left prison yet in the first of the invented years.
        if (lots.every((l) => l.recensements.every((r) => r.effectif === 0))) continue
        expect(imprimees.length).toBeGreaterThan(30)
        const { trouvees } = await attaquerSomme(dossier, dossiers, regle, attaquees[dispositif])
        expect([annee, dispositif, trahies(trouvees, lots)]).toEqual([annee, dispositif, []])
      }
  },
)
