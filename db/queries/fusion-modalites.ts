import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { type CodeDispositif, codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import {
  clefsDe,
  type Fusion,
  type Place,
  placesDe,
  refusDeFusion,
  remplacerDans,
} from '#shared/domaine/fusion-modalites.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { lireNomenclature } from './nomenclature.ts'
import { remplacer, reponsesDe } from './places.ts'

type Lieu = { readonly dispositif: CodeDispositif; readonly place: Place }

/** What a merge would change, by dispositif: entretiens, suivis, persons and partners that bear the answer, those deleted apart. */
export const effetDeFusion = async (db: Db, fusion: Fusion) => {
  const nomenclatures = await nomenclaturesDe(db)
  refuser(nomenclatures, fusion)
  const lieux = Map.groupBy(lieuxDe(nomenclatures, fusion), (l) => l.dispositif)
  const effets = await Promise.all(
    [...lieux].map(([dispositif, siens]) => compterEffet(db, dispositif, siens, fusion.de)),
  )
  return effets.filter((e) => e.entretiens + e.suivis + e.partenaires > 0)
}

/**
 * Merges an answer into another of its list: every answer stored is rewritten, whole or not at all, so that counts, search
 * and files follow by themselves; what each said is kept, to undo it. Drafts follow too. What was published does not change.
 */
export const fusionnerModalites = (db: Db, fusion: Fusion, maintenant: Date): Promise<{ id: string }> =>
  inTransaction(db, async (trx) => {
    const nomenclatures = await nomenclaturesDe(trx)
    refuser(nomenclatures, fusion)
    const { liste, de, vers } = fusion
    const id = randomUUID()
    const { rang } = await trx
      .selectFrom('modalite_fusion')
      .select((eb) => eb.fn.coalesce(eb.fn.max('rang'), sql<number>`0`).as('rang'))
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('modalite_fusion')
      .values({ id, liste, code: de, vers, rang: rang + 1, le: maintenant.toISOString() })
      .execute()
    for (const { dispositif, place } of lieuxDe(nomenclatures, fusion)) {
      await noterLignes(trx, id, dispositif, place, fusion)
      await remplacer(place, id, 'avant').execute(trx)
    }
    for (const nomenclature of nomenclatures) await suivreLesBrouillons(trx, nomenclature, fusion)
    return { id }
  })

/** The merges of the coffre, latest first; only the latest of each list can be undone. */
export const listerFusions = (db: Db) =>
  db.selectFrom('modalite_fusion').select(['id', 'liste', 'code as de', 'vers', 'le']).orderBy('rang', 'desc').execute()

/** Gives back to each row what it said, unless it was changed since. */
export const defaireFusion = (db: Db, id: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const fusions = await listerFusions(trx)
    const fusion = fusions.find((f) => f.id === id)
    if (fusion === undefined) throw new ErreurMetier('introuvable')
    if (fusions.find((f) => f.liste === fusion.liste)?.id !== id)
      throw new ErreurMetier('entree-invalide', { champs: { id: 'plus-recente' } })
    for (const { place } of lieuxDe(await nomenclaturesDe(trx), fusion))
      await remplacer(place, id, 'apres').execute(trx)
    await trx.deleteFrom('modalite_fusion_ligne').where('fusion_id', '=', id).execute()
    await trx.deleteFrom('modalite_fusion').where('id', '=', id).execute()
  })

/** Rows that come back from before a merge join it. */
export const suivreLesFusions = async (trx: Db, depuis: string): Promise<void> => {
  const fusions = (await listerFusions(trx)).filter((f) => f.le >= depuis)
  if (fusions.length === 0) return
  const nomenclatures = await nomenclaturesDe(trx)
  for (const fusion of fusions.toReversed())
    for (const { dispositif, place } of lieuxDe(nomenclatures, fusion)) {
      await noterLignes(trx, fusion.id, dispositif, place, fusion)
      await remplacer(place, fusion.id, 'avant').execute(trx)
    }
}

const nomenclaturesDe = (db: Db): Promise<Nomenclature[]> =>
  Promise.all(codesDispositif.map((code) => lireNomenclature(db, code)))

const refuser = (nomenclatures: readonly Nomenclature[], fusion: Fusion): void => {
  const raison = refusDeFusion(nomenclatures, fusion)
  if (raison !== undefined) throw new ErreurMetier('entree-invalide', { champs: { de: raison } })
}

/** A kind of partner that the list of another job also knows is left alone: it may have been given there. */
const lieuxDe = (nomenclatures: readonly Nomenclature[], { liste, de }: Fusion): readonly Lieu[] => {
  const ambigu = nomenclatures.some(
    (n) =>
      n.listeDestinations !== liste &&
      n.listes.some((l) => l.code === n.listeDestinations && l.modalites.some((m) => m.code === de)),
  )
  return codesDispositif.flatMap((dispositif) => {
    const nomenclature = nomenclatures.find((n) => n.code === dispositif)
    return nomenclature === undefined
      ? []
      : placesDe(nomenclature, liste)
          .filter((place) => place.porteur !== 'genre' || !ambigu)
          .map((place) => ({ dispositif, place }))
  })
}

const compterEffet = async (db: Db, dispositif: CodeDispositif, lieux: readonly Lieu[], de: string) => {
  const union = sql.join(
    lieux.map(
      ({ place }) => sql`select suivi, entretien, cle, ${place.porteur} as porteur
      from (${reponsesDe(place, dispositif)}) where code = ${de}`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<{ entretiens: number; suivis: number; partenaires: number }>`select
      count(distinct a.entretien) as entretiens,
      count(distinct iif(a.entretien is null, a.suivi, null)) as suivis,
      count(distinct iif(a.porteur = 'genre', a.cle, null)) as partenaires
    from (${union}) a left join entretien e on e.id = a.entretien
    where a.entretien is null or e.supprime_le is null`.execute(db)
  return { dispositif, ...(rows[0] ?? { entretiens: 0, suivis: 0, partenaires: 0 }) }
}

const noterLignes = (trx: Db, id: string, dispositif: CodeDispositif, place: Place, { de, vers }: Fusion) => {
  const apres = sql`case json_type(avant) when 'array' then (
      select json_group_array(c) from (select iif(value = ${de}, ${vers}, value) as c, min(key) as k
        from json_each(avant) group by c order by k)) else json_quote(${vers}) end`
  return sql`insert or ignore into main.modalite_fusion_ligne (fusion_id, dispositif, porteur, champ, cle, avant, apres)
    select ${id}, ${dispositif}, ${place.porteur}, ${place.champ ?? ''}, cle, avant, ${apres}
    from (${reponsesDe(place, dispositif)}) where code = ${de}`.execute(trx)
}

/** Forms being typed bear the same codes, under the names that their fields have. */
const suivreLesBrouillons = async (trx: Db, nomenclature: Nomenclature, fusion: Fusion): Promise<void> => {
  const clefs = clefsDe(placesDe(nomenclature, fusion.liste))
  if (clefs.size === 0) return
  for (const { table, cle } of [
    { table: 'brouillon', cle: 'id' },
    { table: 'reprise', cle: 'cle' },
  ] as const) {
    const { rows } = await sql<{ cle: string; contenu: string }>`select ${sql.ref(cle)} as cle, contenu
      from ${sql.table(table)} where dispositif = ${nomenclature.code} and json_valid(contenu)`.execute(trx)
    for (const { cle: laquelle, contenu } of rows) {
      const apres = JSON.stringify(remplacerDans(JSON.parse(contenu), clefs, fusion))
      if (apres !== JSON.stringify(JSON.parse(contenu)))
        await sql`update main.${sql.raw(table)} set contenu = ${apres} where ${sql.ref(cle)} = ${laquelle}`.execute(trx)
    }
  }
}
