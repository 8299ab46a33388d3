import { z } from 'zod'
import { etablissementsConnus } from './etablissements-connus.ts'
import { Code, ligne } from './communs.ts'

/**
 * Kinds of établissement pénitentiaire (art. L112-1, R112-15 to R112-17 and D112-18 to D112-21-1, code pénitentiaire).
 * A `cp` holds several quartiers; open custody (« milieu ouvert ») is no établissement, so no stay is noted for it.
 */
export const typesEtablissement = ['ma', 'cd', 'mc', 'cp', 'csl', 'epm', 'csmjs'] as const
export const TypeEtablissement = z.enum(typesEtablissement)
export type TypeEtablissement = z.infer<typeof TypeEtablissement>

export const libellesTypeEtablissement: Readonly<Record<TypeEtablissement, string>> = {
  ma: 'Maison d’arrêt',
  cd: 'Centre de détention',
  mc: 'Maison centrale',
  cp: 'Centre pénitentiaire',
  csl: 'Centre de semi-liberté',
  epm: 'Établissement pénitentiaire pour mineurs',
  csmjs: 'Centre socio-médico-judiciaire de sûreté',
}

/** Quartiers of an établissement (art. R112-15, R112-16 and D112-18 to D112-21-1, code pénitentiaire; L124-1 CJPM for minors). */
export const quartiers = ['qma', 'qcd', 'qmc', 'qsl', 'sas', 'qm'] as const
export const Quartier = z.enum(quartiers)
export type Quartier = z.infer<typeof Quartier>

export const libellesQuartier: Readonly<Record<Quartier, string>> = {
  qma: 'Quartier maison d’arrêt',
  qcd: 'Quartier centre de détention',
  qmc: 'Quartier maison centrale',
  qsl: 'Quartier de semi-liberté',
  sas: 'Structure d’accompagnement vers la sortie',
  qm: 'Quartier des mineurs',
}

/** One établissement: those Jalon knows, whose code never changes, and those that the post adds, whose code is their id. */
export const Etablissement = z.strictObject({
  code: Code,
  nom: ligne(120).min(1),
  type: TypeEtablissement,
  /** Code of the département: « 24 », « 2A », « 974 ». */
  departement: z.string().regex(/^(\d[\dAB]|9[78]\d)$/),
  /** No longer offered; what already names it keeps it. */
  masque: z.boolean(),
})
export type Etablissement = z.infer<typeof Etablissement>

/** The list of the post: its own établissements replace those of the same code, and complete the others. */
export const etablissementsDuPoste = (locaux: readonly Etablissement[]): Etablissement[] => {
  const codes = new Set(locaux.map((l) => l.code))
  return [...etablissementsConnus.filter((e) => !codes.has(e.code)), ...locaux].toSorted(
    (a, b) => a.departement.localeCompare(b.departement) || a.nom.localeCompare(b.nom, 'fr'),
  )
}
