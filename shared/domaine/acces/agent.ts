import { z } from 'zod'
import { codesDispositif, type CodeDispositif } from '../dispositifs/index.ts'
import { CodeDispositifSchema, Id, ligne } from '../communs.ts'
import { aDroit, codesRole, type Droit, roles } from './roles.ts'

/** Whoever opened the coffre; `dispositifs` are those whose content, reports and lists he may ask for. */
export const Agent = z.strictObject({
  /** Null for the titulaire, who is no row of the coffre: its first passphrase is his. */
  id: Id.nullable(),
  nom: ligne(120),
  role: z.enum(codesRole),
  dispositifs: z.array(CodeDispositifSchema).max(codesDispositif.length),
})
export type Agent = z.infer<typeof Agent>

/** The user of every coffre that has no other. */
export const titulaire: Agent = { id: null, nom: '', role: 'titulaire', dispositifs: [...codesDispositif] }

/** Dispositifs whose suivis he reads: none for whoever has no business with persons. */
export const suivisVisibles = ({ role, dispositifs }: Agent): readonly CodeDispositif[] =>
  roles[role].suivis ? dispositifs : []

/** Whether he may ask for something, of that dispositif when the call names one; what is no dispositif is for others to refuse. */
export const peutDemander = ({ role, dispositifs }: Agent, droit: Droit, dispositif?: unknown): boolean =>
  aDroit(role, droit) && !codesDispositif.some((code) => code === dispositif && !dispositifs.includes(code))
