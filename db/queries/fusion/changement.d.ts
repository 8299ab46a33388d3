import { z } from 'zod';
import type { Db } from '#db/connection.ts';
/** The tables that a merge writes, and the columns that tell a row of each. */
export declare const cles: {
    readonly personne: readonly ['id'];
    readonly foyer: readonly ['id'];
    readonly participation: readonly ['suivi_id', 'personne_id'];
    readonly presence: readonly ['entretien_id', 'personne_id'];
    readonly accueil: readonly ['suivi_id'];
    readonly reperage: readonly ['suivi_id'];
    readonly point_nominatif: readonly ['id'];
    readonly brouillon: readonly ['id'];
    readonly distinction: readonly ['personne_a', 'personne_b'];
};
type Table = keyof typeof cles;
export declare const Ligne: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>;
export type Ligne = z.infer<typeof Ligne>;
/** One row as it was and as a merge left it; null where there was none, or is none any more. */
export declare const Changement: z.ZodObject<{
    table: z.ZodEnum<{
        accueil: "accueil";
        brouillon: "brouillon";
        distinction: "distinction";
        foyer: "foyer";
        participation: "participation";
        personne: "personne";
        point_nominatif: "point_nominatif";
        presence: "presence";
        reperage: "reperage";
    }>;
    avant: z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>>;
    apres: z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodNull]>>>;
}, z.core.$strict>;
export type Changement = z.infer<typeof Changement>;
/** The other way round, to be applied from the last to the first. */
export declare const inverser: (changements: readonly Changement[]) => readonly Changement[];
/** Writes a row as it must become. */
export declare const appliquer: (trx: Db, { table, avant, apres }: Changement) => Promise<void>;
/** Whether the row is still as this change left it, whenever it was last saved. */
export declare const estIntact: (trx: Db, { table, avant, apres }: Changement) => Promise<boolean>;
/** Rows of a table, as stored. */
export declare const lireLignes: (trx: Db, table: Table, colonne: string, valeur: string) => Promise<readonly Ligne[]>;
export {};
