import type { TableauDeclare } from '../../bilan/tableau.ts'
import { tableauxActes } from './tableaux-actes.ts'
import { tableauxPersonnes } from './tableaux-personnes.ts'

/** Tables of the yearly report of the ISC (domaine/isc.md §3, T1–T15). */
export const tableauxIsc: readonly TableauDeclare[] = [...tableauxPersonnes, ...tableauxActes]
