import { afterEach, expect, it } from 'vitest'
import { type LigneCampagne, noterCampagne } from '../tableau.ts'
import { straceUtilisable } from './appels-systeme.ts'
import { couper } from './couper.ts'
import { GRAINE } from './reglages.ts'

// JALON_COUPURES: how many cuts of power in each life.
const COUPURES = Number(process.env['JALON_COUPURES'] ?? 500)
const lignes: LigneCampagne[] = []

// After each row: a campaign that is stopped has said what it had tried.
afterEach(() =>
  noterCampagne('Coupures de courant', lignes, {
    graine: GRAINE,
    note: 'Les appels au système sont enregistrés par strace, puis rejoués jusqu’à un point tiré au sort ; de ce qui n’avait pas été vidé sur le disque (fsync), chaque secteur est gardé ou perdu, tiré au sort lui aussi.',
  }),
)

it.skipIf(!straceUtilisable()).each([
  ['ecrire', 'mise à jour, saisies, sauvegarde, phrase changée, coffre emporté'],
  ['restaurer', 'restauration d’une sauvegarde'],
] as const)('le courant coupé pendant « %s » (%s) ne perd rien d’acquitté', async (vie, quoi) => {
  const bilan = await couper(vie, COUPURES, GRAINE)
  lignes.push({
    'Coupé pendant': quoi,
    'Appels au système': bilan.appels,
    Coupures: bilan.coupures,
    Perdus: bilan.perdus,
    'À moitié': bilan.entames,
    'Coffre refusé': bilan.refuses,
  })
  expect(bilan).toMatchObject({ coupures: COUPURES, perdus: 0, entames: 0, refuses: 0 })
})
