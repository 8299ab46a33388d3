import { afterEach, expect, it } from 'vitest'
import { type LigneCampagne, noterCampagne } from '../tableau.ts'
import { GRAINE } from './reglages.ts'
import { disquePossible, remplirDisque } from './remplir-disque.ts'

// JALON_DISQUES: how many tries of each work on a full disk.
const DISQUES = Number(process.env['JALON_DISQUES'] ?? 40)
const lignes: LigneCampagne[] = []

afterEach(() =>
  noterCampagne('Disque plein ou en lecture seule', lignes, {
    graine: GRAINE,
    note: 'Un vrai petit disque (tmpfs), rempli jusqu’à ce qu’il reste une place tirée au sort, ou remonté en lecture seule pendant le travail.',
  }),
)

it.skipIf(!disquePossible()).each([
  ['plein', DISQUES, {}],
  ['lecture seule', 3, { faits: 0 }],
] as const)(
  'sur un disque %s, chaque travail se fait ou se refuse avec un code, et rien ne se perd',
  async (panne, combien, attendu) => {
    for (const bilan of await remplirDisque(panne, combien, GRAINE)) {
      lignes.push({
        Disque: panne,
        Travail: bilan.travail,
        Essais: bilan.essais,
        Faits: bilan.faits,
        'Refusés avec un code': bilan.refus,
        'Refusés sans code': bilan.sansCode,
        Perdus: bilan.perdus,
        'À moitié': bilan.entames,
      })
      expect(bilan).toMatchObject({ ...attendu, sansCode: 0, perdus: 0, entames: 0 })
    }
  },
)
