import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** What SQLite says when the disk is full, gone or refuses: nothing was written, and the user can do something about it. */
export const traduirePanne = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/u.test(String(error.code))
    ? new ErreurMetier('ecriture-impossible')
    : error
