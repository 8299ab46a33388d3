import { z } from 'zod'
import { queryDe } from '../call.ts'
import { SauvegardeTrouvee } from './sauvegardes.ts'

/** What a file opened by double click is. A lot is sealed: its bytes may wait in the window while the coffre is closed. */
const Ouverture = z.discriminatedUnion('genre', [
  z.strictObject({ genre: z.literal('lot'), nom: z.string(), contenu: z.base64() }),
  z.strictObject({ genre: z.literal('sauvegarde'), trouvees: z.array(SauvegardeTrouvee) }),
])
export type Ouverture = z.infer<typeof Ouverture>

/** Files that the system asked to open; main alone knows their path. */
export const ouvertures = {
  /** The one that waits, once; `annule` when none does. */
  prendre: queryDe('ouvert', z.void(), Ouverture),
}
