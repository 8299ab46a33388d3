import type { CodeDispositif } from '../dispositifs/index.ts'
import { tableauxCvp } from '../dispositifs/cvp/bilan.ts'
import { chiffresCvp } from '../dispositifs/cvp/chiffres.ts'
import { chiffresIsc } from '../dispositifs/isc/chiffres.ts'
import { tableauxIsc } from '../dispositifs/isc/bilan.ts'
import { tableauxMissionLocale } from '../dispositifs/mission-locale/bilan.ts'
import { chiffresMissionLocale } from '../dispositifs/mission-locale/chiffres.ts'
import { tableauxTig } from '../dispositifs/tig/bilan.ts'
import { chiffresTig } from '../dispositifs/tig/chiffres.ts'
import type { Nomenclature } from '../nomenclature.ts'
import type { ChiffreDeclare, MesureBrute } from './chiffre.ts'
import type { Comptes } from './comptes.ts'
import { mesurerTig } from './mesures-tig.ts'
import type { TableauDeclare } from './tableau.ts'

/** The report of each dispositif. */
export const declarations = {
  isc: { tableaux: tableauxIsc, chiffres: chiffresIsc },
  cvp: { tableaux: tableauxCvp, chiffres: chiffresCvp },
  'mission-locale': { tableaux: tableauxMissionLocale, chiffres: chiffresMissionLocale },
  tig: { tableaux: tableauxTig, chiffres: chiffresTig },
  // Its report is not made of counted persons (produit.md §6, Coordination).
  coordination: { tableaux: [], chiffres: [] },
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
export const mesurer = ({ clotures, delais, tig }: Comptes): readonly MesureBrute[] => [
  { ...effectifDe(clotures), id: 'suivisClos', valeur: clotures.length },
  ...medianeDe('dureeMediane', clotures, (jours) => Math.round((jours / JOURS_PAR_MOIS) * 10) / 10),
  ...quelsDelais.flatMap((quoi) =>
    mesurerDelai(
      quoi,
      delais.filter((d) => d.quoi === quoi),
    ),
  ),
  ...mesurerTig({ tig, clotures }),
]

const quelsDelais = ['premier-entretien', 'accord', 'accueil', 'demarche'] as const

const mesurerDelai = (quoi: string, siens: readonly Dure[]): readonly MesureBrute[] => [
  { ...effectifDe(siens), id: `delai-${quoi}-n`, valeur: siens.length },
  ...medianeDe(`delai-${quoi}`, siens, (jours) => jours),
]

type Dure = { readonly personnes: readonly string[]; readonly jours: number }

const effectifDe = (durees: readonly Dure[]) => ({
  effectif: durees.length,
  personnes: new Set(durees.flatMap((d) => d.personnes)).size,
})

/** Nothing to say of no duration at all. */
const medianeDe = (
  id: string,
  durees: readonly Dure[],
  arrondir: (jours: number) => number,
): readonly MesureBrute[] => {
  const jours = mediane(durees.map((d) => d.jours))
  return jours === null ? [] : [{ ...effectifDe(durees), id, valeur: arrondir(jours) }]
}

const JOURS_PAR_MOIS = 365.25 / 12

const mediane = (valeurs: readonly number[]): number | null => {
  const triees = valeurs.toSorted((a, b) => a - b)
  const haute = triees[Math.floor(triees.length / 2)]
  const basse = triees[Math.ceil(triees.length / 2) - 1]
  return haute === undefined || basse === undefined ? null : (haute + basse) / 2
}
