import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { CompteObservatoire, Croisement } from '#shared/domaine/observatoire/compte.ts'
import { libellesTranche, tranches } from '#shared/domaine/observatoire/moment.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'

type Ligne = readonly (string | number)[]
type FeuilleDuCompte = {
  readonly nom: string
  readonly lignes: readonly Ligne[]
  /** In characters. */
  readonly largeurs: readonly number[]
}

/** The counts as sheets: sectors by months, then one line for each answer of each list. */
export const feuillesDuCompte = (
  nomenclature: Nomenclature,
  compte: CompteObservatoire,
  trouble: string | null,
): readonly FeuilleDuCompte[] => [
  {
    nom: 'Ensemble',
    largeurs: [60, 16],
    lignes: [['Observatoire de la tranquillité', ''], ...chiffresDuCompte(nomenclature, compte, trouble)],
  },
  parSecteur('Signalements par secteur', compte, compte.signalements),
  parSecteur('Interventions par secteur', compte, compte.interventions),
  {
    nom: 'Répartitions',
    largeurs: [40, 50, 12],
    lignes: [['Répartition', 'Réponse', 'Nombre'], ...lignesReparties(nomenclature, compte)],
  },
]

/** The days counted, then the numbers of the whole. */
export const chiffresDuCompte = (
  nomenclature: Nomenclature,
  compte: CompteObservatoire,
  trouble: string | null,
): readonly Ligne[] => [
  ['Du', dateFrancaise(compte.du)],
  ['Au', dateFrancaise(compte.au)],
  ['Trouble', trouble === null ? 'Tous' : libelleDe(nomenclature, 'trouble', trouble)],
  ['Signalements', compte.signalements.total],
  ['dont suivis d’une intervention', compte.signalementsSuivis],
  ['dont signalements des médiateurs', compte.signalementsDesMediateurs],
  ['Interventions de médiation', compte.interventions.total],
  ['dont après un signalement', compte.interventionsApresSignalement],
]

/** The distribution, the answer, its number. */
export const lignesReparties = (nomenclature: Nomenclature, compte: CompteObservatoire): readonly Ligne[] =>
  repartitions.flatMap(({ cle, liste, titre }) =>
    compte[cle].map(({ code, nombre }): Ligne => [titre, motDe(nomenclature, liste, code), nombre]),
  )

const parSecteur = (
  nom: string,
  { secteurs, mois }: CompteObservatoire,
  { lignes, parMois, total }: Croisement,
): FeuilleDuCompte => ({
  nom,
  largeurs: [30, ...mois.map(() => 12), 12],
  lignes: [
    ['Secteur', ...mois.map((m) => m.split('-').toReversed().join('/')), 'Total'],
    ...lignes.map((ligne): Ligne => [
      secteurs.find((s) => s.id === ligne.secteurId)?.nom ?? '',
      ...ligne.parMois,
      ligne.total,
    ]),
    ['Ensemble', ...parMois, total],
  ],
})

const repartitions = [
  { cle: 'parTrouble', liste: 'trouble', titre: 'Signalements par trouble' },
  { cle: 'parFonction', liste: 'fonction-signalante', titre: 'Signalements par fonction de qui signale' },
  { cle: 'parLieu', liste: 'lieu-trouble', titre: 'Signalements par genre de lieu' },
  { cle: 'parTranche', liste: null, titre: 'Signalements par moment de la journée' },
  { cle: 'parFrequence', liste: 'frequence-trouble', titre: 'Signalements par fréquence du trouble' },
  { cle: 'parIntervention', liste: 'intervention-mediation', titre: 'Interventions par genre' },
  { cle: 'parResultat', liste: 'resultat-mediation', titre: 'Interventions par résultat' },
] as const

const motDe = (nomenclature: Nomenclature, liste: string | null, code: string): string => {
  const tranche = liste === null ? tranches.find((t) => t === code) : undefined
  return tranche === undefined ? libelleDe(nomenclature, liste ?? 'trouble', code) : libellesTranche[tranche]
}
