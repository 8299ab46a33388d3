import type { Table, TypeColonne } from '#db/copie-en-clair/colonnes.ts'
import { type TableDite, tablesDites } from '#db/copie-en-clair/tables.ts'
import { titresListes, titresReponses } from './reponses.ts'

type Champ = {
  readonly name: string
  readonly type: string
  readonly description?: string
  readonly decimalChar?: string
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
}

/** What every CSV of a plain copy is, in the words of Frictionless Data (Tabular Data Package 1). */
export const paquetDeLaCopie = () => ({
  profile: 'tabular-data-package',
  name: 'jalon-copie-en-clair',
  title: 'Copie en clair d’un coffre Jalon',
  version: '1',
  resources: [
    ...tablesDites.map(ressource),
    simple('reponses', 'Réponses aux questions, une par ligne', titresReponses),
    simple('listes', 'Listes de réponses : ce que veut dire chaque code', titresListes),
  ],
})

/** The same tables as their JSON says them, in JSON Schema (2020-12). */
export const schemaDeLaCopie = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Copie en clair d’un coffre Jalon : chaque fichier de json/ est décrit sous son nom',
  $defs: Object.fromEntries(
    tablesDites.map(({ fichier, titre, colonnes }) => [
      fichier,
      {
        title: titre,
        type: 'array',
        items: {
          type: 'object',
          properties: Object.fromEntries(colonnes.map((c) => [c.nom, { title: c.titre, ...typesJson[c.type] }])),
          required: colonnes.map((c) => c.nom),
          additionalProperties: false,
        },
      },
    ]),
  ),
})

const typesJson: Readonly<Record<TypeColonne | 'fichier', object>> = {
  texte: { type: ['string', 'null'] },
  entier: { type: ['integer', 'null'] },
  decimal: { type: ['number', 'null'] },
  jour: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  instant: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}T.*Z$' },
  'oui-non': { type: 'boolean' },
  json: {},
  reponses: { type: 'object' },
  fichier: { type: 'string' },
}

const ressource = ({ fichier, titre, cle, colonnes }: TableDite) => {
  const nommees = cle.flatMap((nom) => colonnes.find((c) => c.nom === nom)?.titre ?? [])
  const liens = colonnes.flatMap((c) =>
    'vers' in c ? [{ fields: c.titre, reference: { resource: ressourceDe(c.vers), fields: 'Identifiant' } }] : [],
  )
  return {
    ...entete(fichier, titre),
    schema: {
      fields: colonnes.flatMap(({ titre: name, type }): Champ[] =>
        type === 'reponses' ? [] : [{ name, ...types[type] }],
      ),
      missingValues: [''],
      ...(nommees.length === cle.length ? { primaryKey: nommees } : {}),
      ...(liens.length === 0 ? {} : { foreignKeys: liens }),
    },
  }
}

const ressourceDe = (table: Table | undefined): string =>
  tablesDites.find((t) => t.table === table)?.fichier ?? String(table)

const simple = (fichier: string, titre: string, titres: readonly string[]) => ({
  ...entete(fichier, titre),
  schema: { fields: titres.map((name) => ({ name, type: 'string' })), missingValues: [''] },
})

const entete = (fichier: string, titre: string) => ({
  profile: 'tabular-data-resource',
  name: fichier,
  path: `csv/${fichier}.csv`,
  title: titre,
  encoding: 'utf-8',
  dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
})

const types: Readonly<Record<Exclude<TypeColonne, 'reponses'> | 'fichier', Omit<Champ, 'name'>>> = {
  texte: { type: 'string' },
  entier: { type: 'integer' },
  decimal: { type: 'number', decimalChar: ',' },
  jour: { type: 'date' },
  instant: { type: 'datetime' },
  'oui-non': { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
  json: { type: 'string', description: 'Texte JSON' },
  fichier: { type: 'string', description: 'Chemin d’un fichier de cette copie' },
}
