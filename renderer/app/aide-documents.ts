import guide from '../../docs/guide.md?raw'
import nouveautes from '../../docs/CHANGELOG.md?raw'
import type { DocumentAide } from './aide.ts'

/** The documents of `docs/`, as they are: built into the window, which reads nothing from a network. */
export const documents = { guide, nouveautes } as const satisfies Readonly<Record<DocumentAide, string>>
