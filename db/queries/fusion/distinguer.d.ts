import type { Db } from '#db/connection.ts';
type Distinction = {
    readonly id: string;
    readonly autreId: string;
    readonly distinctes: boolean;
};
/** Says that two persons who look alike are not one, so that they are proposed no more; or takes it back. */
export declare const declarerDistinctes: (db: Db, { id, autreId, distinctes }: Distinction, maintenant: Date) => Promise<void>;
export {};
