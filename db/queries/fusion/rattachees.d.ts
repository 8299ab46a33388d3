import type { Db } from '#db/connection.ts';
/** Tables whose rows hang on a person by `personne_id`. */
export declare const rattachees: readonly ['participation', 'presence', 'accueil', 'reperage', 'point_nominatif'];
/** Throws `fusion-hors-droits` unless this user sees everything that hangs on this person. */
export declare const exigerTout: (trx: Db, personneId: string) => Promise<void>;
