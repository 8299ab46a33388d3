import type { CodeDispositif } from '../dispositifs/index.ts'
import { chiffresIsc } from '../dispositifs/isc/chiffres.ts'
import { tableauxIsc } from '../dispositifs/isc/bilan.ts'
import type { Nomenclature } from '../nomenclature.ts'
import type { TableauBrut } from './calculer.ts'
import { calculer } from './calculer.ts'
import type { ChiffreDeclare, MesureBrute } from './chiffre.ts'
import type { Comptes } from './comptes.ts'
import { fermerDimension } from './modalites.ts'
import type { TableauDeclare } from './tableau.ts'

/** The report of each dispositif. */
export const declarations = {
  isc: { tableaux: tableauxIsc, chiffres: chiffresIsc },
} as const satisfies Record<
  CodeDispositif,
  { readonly tableaux: readonly TableauDeclare[]; readonly chiffres: readonly ChiffreDeclare[] }
>

/** Tables of the questions that the post asks. */
export const tableauxDemandes = (dispositif: CodeDispositif, nomenclature: Nomenclature): readonly TableauDeclare[] =>
  declarations[dispositif].tableaux.filter(
    ({ champ }) => champ === undefined || nomenclature.champs.some((c) => c.code === champ && c.actif),
  )

/** The tables of each period, on the same rows, so that they can be compared. */
export const calculerPeriodes = (
  tableaux: readonly TableauDeclare[],
  periodes: readonly Comptes[],
  nomenclature: Nomenclature,
  seuil: number,
): readonly (readonly TableauBrut[])[] => {
  const parTableau = tableaux.map((tableau) => {
    const classements = periodes.map((comptes) => tableau.classer(comptes, nomenclature))
    const dimensions = tableau.dimensions.map((d, i) => fermerDimension(d, nomenclature, classements, i, seuil))
    return classements.map((c) => calculer(tableau, dimensions, c))
  })
  return periodes.map((_, i) => parTableau.flatMap((grilles) => grilles[i] ?? []))
}

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
