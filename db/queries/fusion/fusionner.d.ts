import type { Db } from '#db/connection.ts';
import { type Fusion } from '#shared/domaine/fusion.ts';
/**
 * Makes two files one: everything that hung on the absorbed one hangs on the kept one, and each row written is noted as it was
 * and as it became, so that the merge can be undone. Throws `fusion-hors-droits` when this user does not see all of both.
 */
export declare const fusionner: (db: Db, { fusionId, id, absorbeeId, deLAutre }: Fusion, maintenant: Date) => Promise<void>;
