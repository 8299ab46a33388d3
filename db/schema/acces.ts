import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { RoleAgent } from '#shared/domaine/acces/roles.ts'

/** A user of the coffre beside its titulaire. His passphrase is nowhere here: its envelope, in the header, bears the same id. */
interface AgentTable {
  id: string
  nom: string
  role: RoleAgent
  /** JSON: codes of dispositifs. */
  dispositifs: string
  /** The one that his screens show; null before his first choice. */
  dispositif: CodeDispositif | null
  cree_le: string
  /** Day when somebody last looked whether he still needs what he may do. */
  revu_le: string
  /** From then on he opens nothing; the row stays, so that what he wrote has an author. */
  retire_le: string | null
}

export interface TablesAcces {
  agent: AgentTable
}
