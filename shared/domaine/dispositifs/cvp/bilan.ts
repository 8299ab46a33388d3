import type { TableauDeclare } from '../../bilan/tableau.ts'
import { tableauxActes } from './tableaux-actes.ts'
import { tableauxCadre } from './tableaux-cadre.ts'
import { tableauxPersonnes } from './tableaux-personnes.ts'
import { tableauxSituations } from './tableaux-situations.ts'

/** The report of the correspondant ville-prison (field reference §1.7): who, what was done, what it changed. */
export const tableauxCvp: readonly TableauDeclare[] = [
  ...tableauxPersonnes,
  ...tableauxCadre,
  ...tableauxActes,
  ...tableauxSituations,
]
