import { anything, constantFrom, oneof, string } from 'fast-check'

/** What a broken or hostile window could send in place of any value, as it comes out of a message between processes. */
export const hostile = oneof(
  constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    '\0',
    'a\0b',
    '\uD800',
    'x\uDFFFy',
    '\u202Egnp.exe',
    'e\u0301'.repeat(40),
    '👩‍👩‍👧‍👦'.repeat(30),
    "'; drop table personne; --",
    '%_%',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'total',
    'non-renseigne',
    '2025-02-30',
    '0000-00-00',
    '9999-12-31',
    '2012-01-01',
    'isc',
    'x'.repeat(300_000),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    1e308,
    2 ** 53,
    1.5,
    true,
    10n,
    [],
    {},
    [[]],
    new Date(Number.NaN),
    new Map([['a', 1]]),
    JSON.parse('{"__proto__":{"polluee":true},"constructor":{"prototype":{"polluee":true}}}'),
    Object.create(null),
  ),
  anything({ withNullPrototype: true, withBigInt: true, maxDepth: 3 }),
  string({ unit: 'binary', maxLength: 130 }),
  string({ unit: 'grapheme', maxLength: 130 }),
).map((forgee) => structuredClone(forgee))

/** Where a value is in an input. */
export type Chemin = readonly (string | number)[]

/** Every place of an input, itself included. */
export const chemins = (valeurLue: unknown, ici: Chemin = []): readonly Chemin[] =>
  typeof valeurLue === 'object' && valeurLue !== null
    ? Object.entries(valeurLue).reduce<readonly Chemin[]>(
        (lus, [cle, dessous]) => lus.concat(chemins(dessous, ici.concat(cle))),
        [ici],
      )
    : [ici]

/** The same input with one value replaced, or one key added. */
export const remplacer = (entree: unknown, [cle, ...suite]: Chemin, par: unknown): unknown => {
  if (cle === undefined || typeof entree !== 'object' || entree === null) return par
  const dessous = remplacer((entree as Record<string, unknown>)[cle], suite, par)
  if (Array.isArray(entree)) return entree.with(Number(cle), dessous)
  return { ...entree, [cle]: dessous }
}
