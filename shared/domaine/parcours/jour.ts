import { Jour } from '../communs.ts'

/** A day that a parcours may note, past or to come: beyond these centuries it is a slip of the keyboard. */
export const JourNote = Jour.refine((jour) => jour >= '1900-01-01' && jour < '2100-01-01')
