import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** One column of the base that holds what somebody typed, and the word planted in it, that nothing else holds. */
export type Plantee = { readonly colonne: string; readonly marque: string }

/**
 * Columns of text that hold no word of anybody: ids, days, codes of closed lists, fingerprints, keys. Every other column of
 * text, one of a migration to come included, is given its mark, or the test fails: a new one of these has to be named here.
 */
const sansMot =
  /^(?:instance\.depuis|restriction\.depuis|signalement\.lieu)$|\.(?:id|.*_id|le|.*_le|date|du|au|du_le|heure|debut|fin|moment|statut|genre|type|code|liste|vers|groupe|cle|champ|porteur|role|dispositif|dispositifs|mesure|repere|objet|reponse|par|domaine|demarche|mode|quartier|etablissement|entree|sortie|fin_prevue|saisine_date|motif_cloture|echeance|destination|empreinte|sha256|geste|agent|nom_geste|annule|tableau|personne_a|personne_b|unite|definition|version|catalogue|edition|codes|periode|section|rubrique|exemple|liaison|sens|periodicite|frequence|fonction|trouble|intervention|resultat|motif|date_avant|forme|contraintes|service|moment_situation|naissance|aupres_de|origine|besoin|fin_suivi|faite_le|pour_le|sortie_le|destinataire|sort|jusqu_au|sauvegardes_jusqu_au|comptes|coffre|publique|secrete|acteur|decision|aupres|departement|valeur|participants|seuil)$/u
/** Same names, and yet typed by somebody. */
const avecMot: ReadonlySet<string> = new Set([
  'personne.naissance',
  'comite_decision.decision',
  'point_nominatif.decision',
])
/** Tables of Jalon's own making: keys, hashes, what was published, and the copies that `revision` and `fusion` keep as JSON. */
const internes =
  /^(?:sqlite_|kysely_|note_mots|note_rang|personne_mot|personne_recue|journal|geste|cle$|lot|champ_local|export_nominatif|publication)/u

type Colonne = { readonly table: string; readonly nom: string }

export const colonnesDeTexte = async (db: Db): Promise<readonly Colonne[]> => {
  const { rows } = await sql<Colonne & { type: string }>`
    select t.name as "table", c.name as nom, c.type from main.sqlite_schema t, pragma_table_info(t.name) c
    where t.type = 'table' and c.type = 'TEXT' order by 1, 2`.execute(db)
  return rows.filter(
    ({ table, nom }) => !internes.test(table) && (avecMot.has(`${table}.${nom}`) || !sansMot.test(`${table}.${nom}`)),
  )
}

/**
 * Marks every row of every column of text, past the triggers that keep some of them as they were written. `texteDe` says what
 * takes the place of a text, where its mark is not only to come after.
 */
export const planter = async (
  db: Db,
  texteDe?: (marque: string, rang: number) => string,
): Promise<readonly Plantee[]> => {
  const { rows: triggers } = await sql<{ name: string; sql: string }>`
    select name, sql from main.sqlite_schema where type = 'trigger'`.execute(db)
  for (const { name } of triggers) await sql`drop trigger ${sql.ref(name)}`.execute(db)
  const plantees: Plantee[] = []
  for (const [rang, { table, nom }] of (await colonnesDeTexte(db)).entries()) {
    const marque = `zqx${rang.toString(36).padStart(3, '0')}xqz`
    const colonne = sql.ref(nom)
    const { rows } = await sql<{ n: number; json: number }>`
      select count(*) as n, min(json_valid(${colonne}) and substr(${colonne}, 1, 1) in ('{', '[')) as json from ${sql.table(table)} where ${colonne} is not null`.execute(
      db,
    )
    const json = rows[0]?.json === 1
    const texte = texteDe?.(marque, rang)
    if (json) await planterJson(db, table, nom, texte === undefined ? (lu) => `${lu} ${marque}` : () => texte)
    else if (texte !== undefined)
      await sql`update or ignore ${sql.table(table)} set ${colonne} = ${texte} where ${colonne} is not null`.execute(db)
    else
      await sql`update ${sql.table(table)} set ${colonne} = trim(coalesce(${colonne}, '') || ' ' || ${marque})`.execute(
        db,
      )
    plantees.push({ colonne: `${table}.${nom}`, marque })
  }
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(db)
  return plantees
}

const planterJson = async (db: Db, table: string, nom: string, changer: (lu: string) => string): Promise<void> => {
  const colonne = sql.ref(nom)
  const { rows } = await sql<{
    v: string
  }>`select distinct ${colonne} as v from ${sql.table(table)} where ${colonne} is not null`.execute(db)
  for (const { v } of rows) {
    const neuf = JSON.stringify(
      JSON.parse(v, (_, lu: unknown) =>
        typeof lu === 'string' && /[\s\p{Lu}é]/u.test(lu) && !/^\d{4}-/u.test(lu) ? changer(lu) : lu,
      ),
    )
    await sql`update ${sql.table(table)} set ${colonne} = ${neuf} where ${colonne} = ${v}`.execute(db)
  }
}

/** Which columns can be read in these bytes, in the ways a text may be written. */
export const lisibles = (plantees: readonly Plantee[], contenus: readonly Buffer[]): readonly string[] =>
  plantees
    .filter(({ marque }) => contenus.some((octets) => formes(marque).some((forme) => octets.includes(forme))))
    .map((p) => p.colonne)

const formes = (marque: string): readonly Buffer[] => [
  ...[marque, marque.toUpperCase(), marque[0]?.toUpperCase() + marque.slice(1)].flatMap((m) => [
    Buffer.from(m),
    Buffer.from(m, 'utf16le'),
  ]),
  // In base 64, whatever stands before: the three ways of cutting it.
  ...[0, 1, 2].map((avant) => {
    const code = Buffer.concat([Buffer.alloc(avant), Buffer.from(marque)]).toString('base64')
    return Buffer.from(code.slice(avant === 0 ? 0 : avant + 1, -4))
  }),
]
