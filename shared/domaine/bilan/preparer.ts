import type { CodeDispositif } from '../dispositifs/index.ts'
import { tableauxCvp } from '../dispositifs/cvp/bilan.ts'
import { chiffresCvp } from '../dispositifs/cvp/chiffres.ts'
import { chiffresIsc } from '../dispositifs/isc/chiffres.ts'
import { tableauxIsc } from '../dispositifs/isc/bilan.ts'
import { tableauxMissionLocale } from '../dispositifs/mission-locale/bilan.ts'
import { chiffresMissionLocale } from '../dispositifs/mission-locale/chiffres.ts'
import type { Nomenclature } from '../nomenclature.ts'
import type { ChiffreDeclare, MesureBrute } from './chiffre.ts'
import type { Comptes } from './comptes.ts'
import type { TableauDeclare } from './tableau.ts'

/** The report of each dispositif. */
export const declarations = {
  isc: { tableaux: tableauxIsc, chiffres: chiffresIsc },
  cvp: { tableaux: tableauxCvp, chiffres: chiffresCvp },
  'mission-locale': { tableaux: tableauxMissionLocale, chiffres: chiffresMissionLocale },
} as const satisfies Record<
  CodeDispositif,
  { readonly tableaux: readonly TableauDeclare[]; readonly chiffres: readonly ChiffreDeclare[] }
>

/** Tables of the questions that the post asks. */
export const tableauxDemandes = (dispositif: CodeDispositif, nomenclature: Nomenclature): readonly TableauDeclare[] =>
  declarations[dispositif].tableaux.filter(
    ({ champ }) => champ === undefined || nomenclature.champs.some((c) => c.code === champ && c.actif),
  )

/** Numbers that are no cell of a table. Months of 30.44 days. */
export const mesurer = ({ clotures }: Comptes): readonly MesureBrute[] => {
  const effectif = clotures.length
  const personnes = new Set(clotures.flatMap((c) => c.personnes)).size
  const jours = mediane(clotures.map((c) => c.jours))
  return [
    { id: 'suivisClos', valeur: effectif, effectif, personnes },
    ...(jours === null
      ? []
      : [{ id: 'dureeMediane', valeur: Math.round((jours / JOURS_PAR_MOIS) * 10) / 10, effectif, personnes }]),
  ]
}

const JOURS_PAR_MOIS = 365.25 / 12

const mediane = (valeurs: readonly number[]): number | null => {
  const triees = valeurs.toSorted((a, b) => a - b)
  const haute = triees[Math.floor(triees.length / 2)]
  const basse = triees[Math.ceil(triees.length / 2) - 1]
  return haute === undefined || basse === undefined ? null : (haute + basse) / 2
}
