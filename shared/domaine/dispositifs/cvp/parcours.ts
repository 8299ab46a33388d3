import type { Liste } from '../../dispositif.ts'
import { listeDemarches, listeFonctions } from './demarches.ts'
import { listeMesures } from './mesures.ts'
import { listesSituation } from './situations.ts'

/** Lists of the parcours, which the post may change. A dispositif has a parcours when it declares them, and only then. */
export const listesParcours: readonly Liste[] = [listeMesures, listeDemarches, listeFonctions, ...listesSituation]
