import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/**
 * What SQLite says when the disk is full, gone or refuses, or when another process keeps the base for too long: nothing was
 * written, and the user can do something about it. And what it says of a page that is no longer what was written.
 */
export const traduirePanne = (error: unknown): unknown => {
  if (estOccupe(error)) return new ErreurMetier('coffre-occupe')
  if (/^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/u.test(codeSqlite(error)))
    return new ErreurMetier('ecriture-impossible')
  return /^SQLITE_(?:CORRUPT|NOTADB)/u.test(codeSqlite(error)) ? new ErreurMetier('coffre-illisible') : error
}

/** Whether another process was writing for longer than one waits. */
export const estOccupe = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/u.test(codeSqlite(error))

const codeSqlite = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
