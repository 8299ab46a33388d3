import type { TableauDeclare } from '../../bilan/tableau.ts'
import { tableauxCvp } from '../cvp/bilan.ts'

/** The tables of the référent justice are, so far, those of the CVP: the lists of ages and of roles make the difference. */
export const tableauxMissionLocale: readonly TableauDeclare[] = tableauxCvp
