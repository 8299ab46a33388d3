import { z } from 'zod'
import { paquetDeLaCopie, schemaDeLaCopie } from '#electron/service/copie-en-clair/paquet.ts'
import {
  type Champ,
  champsChiffres,
  champsContexte,
  champsDuTableau,
  champsPostes,
  cleDuTableau,
} from '#electron/service/export/csv-champs.ts'
import { symboleSecret } from '#electron/service/export/grille.ts'
import { paquetDeLObservatoire } from '#electron/service/observatoire/csv.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { declarations } from '#shared/domaine/bilan/preparer.ts'
import { Jour } from '#shared/domaine/communs.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { colonnesListe } from '#shared/domaine/liste-csv.ts'
import { dispositifsComptes } from '#shared/domaine/lot/definition.ts'
import { Lot } from '#shared/domaine/lot/lot.ts'
import { dimensionAnnee, tableParAnnee } from '#shared/domaine/secret/protege.ts'

/** What `docs/formats/` holds, by name: made of the declarations that the application itself reads and writes by. */
export const formatsPublies = (): ReadonlyMap<string, string> => {
  const documents: readonly (readonly [nom: string, contenu: object])[] = [
    ['jalon-bilan-1.schema.json', schemaDe(Bilan, 'Bilan publié par Jalon')],
    ['jalon-lot-1.schema.json', schemaDe(Lot, 'Lot : ce qu’un poste donne à son coordinateur, une fois descellé')],
    ...dispositifsComptes.map((code) => [`bilan-csv/${code}.datapackage.json`, paquetDuBilan(code)] as const),
    ['observatoire-csv.datapackage.json', paquetDeLObservatoire()],
    ['liste.tableschema.json', { fields: colonnesListe.map((name) => ({ name, type: 'string' })) }],
    ['copie-en-clair/datapackage.json', paquetDeLaCopie()],
    ['copie-en-clair/tables.schema.json', schemaDeLaCopie()],
  ]
  return new Map(documents.map(([nom, contenu]) => [nom, `${JSON.stringify(contenu, null, 2)}\n`]))
}

/** Draft 2020-12. A day is a string that zod refines: said here as a pattern. */
const schemaDe = (forme: z.ZodType, title: string) => ({
  ...z.toJSONSchema(forme, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === Jour) Object.assign(jsonSchema, { format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
    },
  }),
  title,
})

/** The CSVs of a report of that dispositif; a table that a post does not ask for, or that is empty, has no file. */
const paquetDuBilan = (code: CodeDispositif) => ({
  profile: 'tabular-data-package',
  name: `jalon-bilan-${code}`,
  title: `Bilan en CSV : ${dispositifs[code].libelle}`,
  resources: [
    ...declarations[code].tableaux.map((t) =>
      ressource(t.id, t.titre, champsDuTableau(t), cleDuTableau(t), t.definition),
    ),
    ressource(tableParAnnee.id, tableParAnnee.titre, champsDuTableau(parAnnee), cleDuTableau(parAnnee)),
    ressource('chiffres', 'Chiffres clés', champsChiffres, ['periode', 'indicateur']),
    ressource('postes', 'Postes et financement', champsPostes),
    ressource('contexte', 'Chiffres publiés par d’autres', champsContexte),
  ],
})

const parAnnee = { ...tableParAnnee, dimensions: [dimensionAnnee] }

const ressource = (
  nom: string,
  title: string,
  fields: readonly Champ[],
  primaryKey?: readonly string[],
  description?: string,
) => ({
  profile: 'tabular-data-resource',
  name: nom.toLowerCase(),
  path: `${nom}.csv`,
  title,
  ...(description === undefined ? {} : { description }),
  encoding: 'utf-8',
  dialect: { delimiter: ';', header: true },
  schema: { fields, missingValues: ['', symboleSecret], ...(primaryKey === undefined ? {} : { primaryKey }) },
})
