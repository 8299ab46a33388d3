import { actesDe } from './comptes-parcours.ts'
import type { Faits } from './faits.ts'
import { actesDuTig } from './faits-tig.ts'

/** What makes a person count beside the entretiens where she was: each with its suivi and its day. */
export const actesDesFaits = ({ parcours, tig }: Pick<Faits, 'parcours' | 'tig'>) => [
  ...actesDe(parcours),
  ...(tig === null ? [] : actesDuTig(tig)),
]
