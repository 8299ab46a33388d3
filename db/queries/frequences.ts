import type { Db } from '#db/connection.ts'
import { type Frequences, parFrequence } from '#shared/domaine/frequences.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { estDe } from './dispositifs.ts'
import { lireReponses } from './reponses.ts'

/** How many of the last entretiens say what is frequent: about a year of a post. */
const DERNIERS = 400
/** A list offers no more of them first. */
const PAR_LISTE = 30

/** What the last entretiens of this dispositif answered, most frequent first. */
export const lireFrequences = async (db: Db, nomenclature: Nomenclature): Promise<Frequences> => {
  const entretiens = await derniers(db, nomenclature)
  const ids = entretiens.map((e) => e.id)
  const presences = await lirePresences(db, ids)
  const orientations = await lireOrientations(db, ids)
  const attendus = await lireAttendus(db, ids)
  const reponses = [
    ...entretiens.flatMap((e) => [e.reponses, e.reponses_suivi]),
    ...presences.flatMap((p) => [p.part, p.reponses]),
  ].map(lireReponses)
  const codesDe = (champ: string): string[] => reponses.flatMap((r) => textes(r[champ]))
  return {
    valeurs: Object.fromEntries(
      [
        ['role', presences.map((p) => p.role)] as const,
        ['orientations', orientations] as const,
        ...nomenclature.champs.filter((c) => c.type !== 'nombre').map((c) => [c.code, codesDe(c.code)] as const),
      ].map(([champ, codes]) => [champ, premiers(codes)]),
    ),
    communes: premiers(presences.flatMap((p) => p.commune ?? [])),
    attendus: premiers(attendus),
    liens: premiers(presences.flatMap((p) => p.lien_foyer ?? [])),
    roleAccompagnant: presences.find((p) => p.rang > 0)?.role ?? null,
  }
}

const premiers = (choses: readonly string[]): string[] => parFrequence(choses).slice(0, PAR_LISTE)

const textes = (reponse: unknown): string[] =>
  [reponse].flat().filter((code): code is string => typeof code === 'string')

const derniers = (db: Db, nomenclature: Nomenclature) =>
  db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .select(['e.id', 'e.reponses', 's.reponses as reponses_suivi'])
    .where('e.supprime_le', 'is', null)
    .where(estDe(nomenclature.code))
    .orderBy('e.cree_le', 'desc')
    .limit(DERNIERS)
    .execute()

const lirePresences = (db: Db, entretiens: readonly string[]) =>
  db
    .selectFrom('presence as pr')
    .innerJoin('entretien as e', 'e.id', 'pr.entretien_id')
    .innerJoin('personne as p', 'p.id', 'pr.personne_id')
    .innerJoin('participation as pa', (join) =>
      join.onRef('pa.suivi_id', '=', 'e.suivi_id').onRef('pa.personne_id', '=', 'pr.personne_id'),
    )
    .select(['pr.rang', 'pr.commune', 'p.reponses', 'p.lien_foyer', 'pa.role', 'pa.reponses as part'])
    .where('e.id', 'in', entretiens)
    .orderBy('e.cree_le', 'desc')
    .execute()

const lireOrientations = async (db: Db, entretiens: readonly string[]): Promise<string[]> =>
  (await db.selectFrom('orientation').select('destination').where('entretien_id', 'in', entretiens).execute()).map(
    (o) => o.destination,
  )

const lireAttendus = async (db: Db, entretiens: readonly string[]): Promise<string[]> =>
  (await db.selectFrom('echeance').select('libelle').where('entretien_id', 'in', entretiens).execute()).map(
    (e) => e.libelle,
  )
