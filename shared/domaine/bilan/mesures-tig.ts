import { ANNULE } from '../tig/accueil.ts'
import type { MesureBrute } from './chiffre.ts'
import type { Comptes } from './comptes.ts'

/** Numbers of a host that are no cell of a table: hours, whose persons are behind them, and posts, which are nobody. */
export const mesurerTig = ({ tig, clotures }: Pick<Comptes, 'tig' | 'clotures'>): readonly MesureBrute[] => {
  if (tig === null) return []
  const { postes, effectuees, commencees } = tig
  const termines = clotures.flatMap(({ personnes, accueil }) =>
    accueil === null || accueil.issue === ANNULE ? [] : [{ personnes, ...accueil }],
  )
  return [
    {
      ...effectifDe(effectuees),
      id: 'heuresEffectuees',
      valeur: heures(effectuees.map((e) => e.minutes)),
      somme: true,
    },
    ...(commencees.length === 0
      ? []
      : [
          {
            ...effectifDe(commencees),
            id: 'heuresMoyennes',
            valeur: Math.round(heures(commencees.map((c) => c.minutes)) / commencees.length),
            somme: true as const,
          },
        ]),
    {
      ...effectifDe(termines),
      id: 'heuresPrononceesTermines',
      valeur: heures(termines.map((t) => t.minutesPrononcees)),
      somme: true,
    },
    {
      ...effectifDe(termines),
      id: 'heuresFaitesTermines',
      valeur: heures(termines.map((t) => t.minutesFaites)),
      somme: true,
    },
    { id: 'postesOuverts', valeur: postes.ouverts, effectif: 0, personnes: 0 },
    { id: 'places', valeur: postes.placesFin, effectif: 0, personnes: 0 },
    { id: 'postesPourvus', valeur: postes.pourvus, ...presents(postes.personnes) },
    { id: 'placesOccupees', valeur: postes.occupees.length, ...presents(postes.occupees) },
  ]
}

/** The number of posts taken says something of the persons who are there, however few the posts. */
const presents = (personnes: readonly string[]) => {
  const distinctes = new Set(personnes).size
  return { effectif: distinctes, personnes: distinctes }
}

const effectifDe = (sommes: readonly { readonly personnes: readonly string[] }[]) => ({
  effectif: sommes.length,
  personnes: new Set(sommes.flatMap((s) => s.personnes)).size,
})

const heures = (minutes: readonly number[]): number => Math.round(minutes.reduce((n, m) => n + m, 0) / 60)
