import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/**
 * What SQLite says when the disk is full, gone or refuses, or when another process keeps the base for too long: nothing was
 * written, and the user can do something about it.
 */
export const traduirePanne = (error: unknown): unknown => {
  if (estOccupe(error)) return new ErreurMetier('coffre-occupe')
  return /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/u.test(codeSqlite(error))
    ? new ErreurMetier('ecriture-impossible')
    : error
}

/** Whether another process was writing for longer than one waits. */
export const estOccupe = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/u.test(codeSqlite(error))

const codeSqlite = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
