import { anything, type Arbitrary, constantFrom, double, integer, nat, oneof, string, tuple } from 'fast-check'

/** Texts that look like others, hide, turn the line round, or are not quite text. */
export const textesHostiles = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  'x\uDFFFy',
  '\u202Egnp.exe',
  '\u2066x\u2069',
  'Ma\u200Brtin',
  'Mar\u00ADtin',
  '\uFEFFMartin',
  '\u2028\u2029',
  '\u0085',
  'e\u0301'.repeat(40),
  '\u1100\u1161\u11A8',
  'ﬁ',
  'İı',
  '１９８０',
  '\u{E0041}',
  '\uFFFF',
  'Z\u0300\u0301\u0302\u0303'.repeat(30),
  '👩‍👩‍👧‍👦'.repeat(30),
  "'; drop table personne; --",
  '" or 1=1 --',
  '%_%',
  '*"(note_mots) NEAR(',
  '../../etc/passwd',
  '..\\..\\con',
  'C:\\nul',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'total',
  'non-renseigne',
  'autres',
  '=1+1',
  '<script>alert(1)</script>',
  ']]>',
  '&b;',
  '{{constructor}}',
  '${7*7}',
  '2025-02-30',
  '0000-00-00',
  '9999-12-31',
  '-000001-01-01',
  '2012-01-01',
  '24:00',
  'isc',
  'x'.repeat(300_000),
  '\uD83D'.repeat(5000),
  '((((((((((((((((((((((((((((a'.repeat(100),
] as const

/** An object nested that many times, as no form is. */
const profond = (fois: number): unknown => JSON.parse(`${'{"a":['.repeat(fois)}0${']}'.repeat(fois)}`)

/** What a broken or hostile window could send in place of any value, as it comes out of a message between processes. */
export const hostile = oneof(
  constantFrom<unknown>(
    undefined,
    null,
    ...textesHostiles,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    1e308,
    5e-324,
    2 ** 53,
    2 ** 63,
    1.5,
    true,
    10n,
    [],
    {},
    [[]],
    [null],
    new Date(Number.NaN),
    new Date(8.64e15),
    new Map([['a', 1]]),
    new Set([1]),
    new Uint8Array(10),
    new Error('x'),
    /a/gu,
    Object(1n),
    profond(500),
    Array.from({ length: 3000 }, () => ''),
    Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`cle${i}`, i])),
    JSON.parse('{"__proto__":{"polluee":true},"constructor":{"prototype":{"polluee":true}}}'),
    JSON.parse('{"__proto__":null,"toString":1,"valueOf":2,"then":3,"length":-1}'),
    Object.create(null),
  ),
  anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true, maxDepth: 3 }),
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

export const lireA = (entree: unknown, [cle, ...suite]: Chemin): unknown =>
  cle === undefined || typeof entree !== 'object' || entree === null
    ? entree
    : lireA((entree as Record<string, unknown>)[cle], suite)

/** Its items, whatever its prototype has become. */
const enTableau = (tableau: readonly unknown[]): unknown[] =>
  Array.from({ length: tableau.length }, (_, i) => tableau[i])

/** The same input with one value replaced, or one key added. */
export const remplacer = (entree: unknown, [cle, ...suite]: Chemin, par: unknown): unknown => {
  if (cle === undefined || typeof entree !== 'object' || entree === null) return par
  const dessous = remplacer((entree as Record<string, unknown>)[cle], suite, par)
  // What was deformed before may be an array where there was none, or have lost its prototype.
  if (Array.isArray(entree) && Number(cle) < entree.length) return enTableau(entree).with(Number(cle), dessous)
  return { ...entree, [cle]: dessous }
}

/** One way to spoil a value that was right. */
export type Deformation = (juste: unknown) => unknown

const dansLeTexte = (juste: unknown, changer: (texte: string) => unknown): unknown =>
  typeof juste === 'string' ? changer(juste) : typeof juste === 'number' ? changer(`${juste}`) : juste

/** What is nearly right is what goes deepest: a figure changed, a sign slipped in, a key too many, an id of something else. */
export const deformation = (ailleurs: Arbitrary<unknown>): Arbitrary<Deformation> =>
  oneof(
    { weight: 4, arbitrary: hostile.map((par) => () => par) },
    { weight: 2, arbitrary: ailleurs.map((par) => () => structuredClone(par)) },
    {
      weight: 3,
      arbitrary: tuple(constantFrom(...textesHostiles), nat()).map(
        ([signe, ou]): Deformation =>
          (juste) =>
            dansLeTexte(juste, (t) => t.slice(0, ou % (t.length + 1)) + signe + t.slice(ou % (t.length + 1))),
      ),
    },
    {
      weight: 2,
      arbitrary: tuple(nat(), nat(9)).map(
        ([ou, chiffre]): Deformation =>
          (juste) =>
            dansLeTexte(juste, (t) => {
              const rangs = [...t.matchAll(/\d/gu)].map((m) => m.index)
              const rang = rangs[ou % Math.max(1, rangs.length)]
              return rang === undefined ? t : t.slice(0, rang) + chiffre + t.slice(rang + 1)
            }),
      ),
    },
    constantFrom<Deformation>(
      (juste) => dansLeTexte(juste, (t) => t.normalize('NFD')),
      (juste) => dansLeTexte(juste, (t) => t.toUpperCase()),
      (juste) => dansLeTexte(juste, (t) => t.slice(0, 100).repeat(2000)),
      (juste) => dansLeTexte(juste, (t) => t.slice(0, -1)),
      (juste) => [juste],
      (juste) => ({ ...Object(juste), polluee: true }),
      (juste) => Object.assign(Object(structuredClone(juste)), JSON.parse('{"__proto__":{"polluee":true}}')),
      (juste) => (Array.isArray(juste) ? [...enTableau(juste), ...enTableau(juste)] : JSON.stringify([typeof juste])),
      (juste) =>
        Array.isArray(juste)
          ? Array.from({ length: 5000 }, () => juste[0])
          : typeof juste === 'string'
            ? Number(juste)
            : 0,
      (juste) => (Array.isArray(juste) ? enTableau(juste).toReversed() : juste === null ? 0 : null),
    ),
    tuple(double(), integer()).map(
      ([facteur, ajoute]): Deformation =>
        (juste) =>
          typeof juste === 'number' ? juste * facteur + ajoute : ajoute,
    ),
  )
