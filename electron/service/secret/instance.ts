import { z } from 'zod'

const Entier = z.int().min(0).max(1_000_000)
const Nom = z.string().max(500)

const DimensionLue = z.object({
  name: Nom,
  leaves: z.array(Nom).min(1).max(500),
  groups: z.record(z.string(), z.array(Nom).min(1)).optional(),
})

const Cellules = z.array(z.union([Nom, z.object({ cell: Nom }).transform(({ cell }) => cell)]))

/**
 * One problem of secrecy, as the literature and the studies of Jalon write it: the dimensions, a count per combination of
 * answers (the first dimension turning slowest), the tables to publish. What else it says (sources, results) is not read.
 */
const Instance = z.object({
  id: Nom,
  dims: z.array(DimensionLue).min(1).max(20).optional(),
  counts: z.union([z.array(Entier), z.strictObject({ same_as: Nom }), z.record(z.string(), Entier)]).optional(),
  microdata_counts: z.array(z.record(z.string(), z.union([Nom, Entier]))).optional(),
  tables: z.array(z.array(Nom).min(1)).optional(),
  primary: z.union([Cellules, z.string()]).optional(),
  suppressed: Cellules.optional(),
  equations: z.array(z.object({ total: Entier, parts: z.array(Entier).min(1), masked: z.array(Entier) })).optional(),
})
export type Instance = z.infer<typeof Instance>

/** A file that cannot be treated. The message is the French reason, for a person. */
export class ErreurInstance extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ErreurInstance'
  }
}

/** An instance alone, or `{ instances: […] }`. */
export const lireInstances = (texte: string): { readonly seule: boolean; readonly instances: readonly Instance[] } => {
  const lu = enJson(texte)
  const plusieurs = typeof lu === 'object' && lu !== null && 'instances' in lu
  const instances = (plusieurs ? z.array(Instance).min(1) : Instance.transform((i) => [i])).safeParse(
    plusieurs ? lu.instances : lu,
  )
  if (instances.success) return { seule: !plusieurs, instances: instances.data }
  const chemin = instances.error.issues[0]?.path.join('.') ?? ''
  throw new ErreurInstance(
    `Ce fichier n’a pas la forme attendue${chemin === '' ? '' : ` (« ${chemin} »)`}. Rien n’a été produit.`,
  )
}

const enJson = (texte: string): unknown => {
  try {
    return JSON.parse(texte)
  } catch {
    throw new ErreurInstance('Ce fichier n’est pas du JSON. Rien n’a été produit.')
  }
}
