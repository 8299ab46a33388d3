import { z } from 'zod'
import { CodeDispositifSchema, Id } from '../../domaine/communs.ts'
import { ChiffreContexte } from '../../domaine/contexte.ts'
import { command, query } from '../call.ts'

/** Numbers that others published, shown beside the bilan and counted nowhere. */
export const contexte = {
  lister: query(z.strictObject({ dispositif: CodeDispositifSchema }), z.array(ChiffreContexte)),
  /** Writes a figure, or corrects it: the whole of it, by an id made when the form opened. */
  enregistrer: command(ChiffreContexte, z.void()),
  supprimer: command(z.strictObject({ dispositif: CodeDispositifSchema, id: Id }), z.void()),
}
