import * as fc from 'fast-check'
import { calculer, type TableauBrut } from '#shared/domaine/bilan/calculer.ts'
import type { DimensionFermee } from '#shared/domaine/bilan/modalites.ts'

/** A small release: one person a line, each with one or two roles, a sex, an age band, and some entretiens in two places. */
export type Individu = {
  readonly roles: readonly string[]
  readonly sexe: readonly string[]
  readonly age: string
  readonly lieux: readonly string[]
}

const dimension = (
  id: string,
  codes: readonly (readonly [code: string, groupe: string])[],
  reste: Partial<DimensionFermee> = {},
): DimensionFermee => ({
  id,
  libelle: id,
  multiple: false,
  groupeDe: null,
  modalites: codes.map(([code, groupe]) => ({ code, libelle: code, groupe })),
  coder: (code) => code,
  ...reste,
})

const seules = (...codes: string[]) => codes.map((code) => [code, ''] as const)

const role = dimension('role', seules('victime', 'mis-en-cause', 'hors', 'non-renseigne'), { multiple: true })
const sexe = dimension('sexe', seules('femme', 'homme', 'non-renseigne'))
const age = dimension('age', [
  ['enfant', 'mineur'],
  ['adolescent', 'mineur'],
  ['jeune', 'majeur'],
  ['adulte', 'majeur'],
])
const majorite = dimension('majorite', seules('mineur', 'majeur'), { groupeDe: 'age' })
const lieu = dimension('lieu', seules('commissariat', 'mairie', 'non-renseigne'))

const majoriteDe = (code: string): string => age.modalites.find((m) => m.code === code)?.groupe ?? ''

export const uneRelease = (individus: readonly Individu[]): readonly TableauBrut[] => {
  const personnes = (id: string, dimensions: DimensionFermee[], codes: (i: Individu) => (readonly string[])[]) =>
    calculer(
      { id, unite: 'personnes' },
      dimensions,
      individus.map((individu, i) => ({ personnes: [`p${i}`], codes: codes(individu) })),
    )
  return [
    personnes('role', [role], (i) => [i.roles]),
    personnes('sexe', [sexe], (i) => [i.sexe]),
    personnes('age', [age], (i) => [[i.age]]),
    personnes('majorite', [majorite], (i) => [[majoriteDe(i.age)]]),
    personnes('role_x_sexe', [role, sexe], (i) => [i.roles, i.sexe]),
    personnes('role_x_age', [role, age], (i) => [i.roles, [i.age]]),
    calculer(
      { id: 'lieu', unite: 'entretiens' },
      [lieu],
      individus.flatMap((individu, i) => individu.lieux.map((l) => ({ personnes: [`p${i}`], codes: [[l]] }))),
    ),
  ]
}

const parmi = (...codes: string[]) => fc.constantFrom(...codes)

const individu: fc.Arbitrary<Individu> = fc.record({
  roles: fc.oneof(
    { weight: 8, arbitrary: parmi('victime', 'mis-en-cause', 'hors').map((r) => [r]) },
    { weight: 1, arbitrary: fc.constant(['victime', 'mis-en-cause']) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  sexe: fc.oneof({ weight: 9, arbitrary: parmi('femme', 'homme').map((s) => [s]) }, fc.constant([])),
  age: parmi('enfant', 'adolescent', 'jeune', 'jeune', 'adulte', 'adulte', 'adulte'),
  lieux: fc.array(parmi('commissariat', 'commissariat', 'mairie'), { minLength: 1, maxLength: 6 }),
})

export const individus = fc.array(individu, { maxLength: 70 })
export const seuil = fc.constantFrom(5, 10, 11, 15)
