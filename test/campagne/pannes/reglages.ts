/** JALON_GRAINE: the seed of every campaign of faults. */
export const GRAINE = Number(process.env['JALON_GRAINE'] ?? 2026)

/** Lines of each file imported by the one who is killed: all of them are in the coffre, or none. */
export const LIGNES = 12
