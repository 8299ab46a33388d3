import type { Db } from '#db/connection.ts';
import type { FusionFaite } from '#shared/domaine/fusion.ts';
/**
 * Gives back both files exactly as they were; what was added to the kept one since stays hers. Throws `fusion-contredite`
 * when a row that the merge wrote has changed since, and writes nothing.
 */
export declare const defaireFusion: (db: Db, { id, fusionId }: {
    readonly id: string;
    readonly fusionId: string;
}) => Promise<void>;
/** Merges that a person comes from and that were not undone, the latest first. */
export declare const fusionsDe: (db: Db, id: string) => Promise<FusionFaite[]>;
