import { sql } from 'kysely'

/** Any number of values, as one parameter. */
export const parmi = (valeurs: Iterable<string>) =>
  sql<string>`(select value from json_each(${JSON.stringify([...valeurs])}))`
