import type { ExpressionBuilder } from 'kysely'
import { anneeDe, type Periode } from '#shared/domaine/bilan/periode.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { PublicationLot } from '#shared/domaine/lot/lot.ts'
import type { TablesConsolidation } from '../schema/lots.ts'
import type { Consolidation } from './base.ts'
import type { EnteteLot } from './entete.ts'

/** A lot as received; `enVigueur` unless a later one of the same post and days took its place. */
export type LotRecu = Periode & {
  readonly id: string
  readonly cle: number
  readonly posteId: string
  readonly dispositif: CodeDispositif
  readonly annee: number
  readonly numero: number
  readonly definition: string
  readonly version: string
  readonly faitLe: string
  readonly recuLe: string
  readonly empreinte: string
}

/** Which lots are added up: those of one dispositif for exactly these days and, when it is given, of one definition. */
export type Filtre = Periode & { readonly dispositif: CodeDispositif; readonly definition?: string }

/** Every lot that counts today for a dispositif, by year then post. */
export const lotsEnVigueur = (base: Consolidation, dispositif: CodeDispositif): Promise<LotRecu[]> =>
  base
    .selectFrom('lot')
    .select(colonnes)
    .where(enVigueur)
    .where('lot.dispositif', '=', dispositif)
    .orderBy('lot.annee')
    .orderBy('lot.poste_id')
    .orderBy('lot.du')
    .execute()

/** The lots that a consolidated report adds up. */
export const lotsRetenus = (base: Consolidation, filtre: Filtre): Promise<LotRecu[]> =>
  retenus(base, filtre).select(colonnes).orderBy('lot.poste_id').execute()

/** All the lots of a post for the same days, the latest first. */
export const lotsDuPoste = (base: Consolidation, posteId: string): Promise<LotRecu[]> =>
  base
    .selectFrom('lot')
    .select(colonnes)
    .where('lot.poste_id', '=', posteId)
    .orderBy('lot.annee', 'desc')
    .orderBy('lot.du')
    .orderBy('lot.numero', 'desc')
    .execute()

export type CelluleConsolidee = {
  readonly tableau: string
  readonly codes: readonly string[]
  readonly valeur: number
  /** Persons behind it, added post by post: nobody is recognised from one post to another. */
  readonly personnes: number
  /** How many posts have it. */
  readonly postes: number
}

/** The cube of a dispositif for these days: the sum of every cell over the lots that count. Zeros are not told. */
export const sommerCellules = async (base: Consolidation, filtre: Filtre): Promise<CelluleConsolidee[]> => {
  // Added up by key, and only then named: texts are compared once per cell, not once per lot.
  const sommes = retenus(base, filtre)
    .innerJoin('lot_cellule', 'lot_cellule.lot_cle', 'lot.cle')
    .select((eb) => [
      'lot_cellule.case_cle',
      eb.cast<number>(eb.fn.sum('lot_cellule.valeur'), 'bigint').as('valeur'),
      eb.cast<number>(eb.fn.sum('lot_cellule.personnes'), 'bigint').as('personnes'),
      eb.cast<number>(eb.fn.count('lot_cellule.lot_cle'), 'bigint').as('postes'),
    ])
    .groupBy('lot_cellule.case_cle')
  const lignes = await base
    .selectFrom(sommes.as('somme'))
    .innerJoin('lot_case', 'lot_case.cle', 'somme.case_cle')
    .select(['lot_case.tableau', 'lot_case.codes', 'somme.valeur', 'somme.personnes', 'somme.postes'])
    .execute()
  return lignes
    .map((l) => Object.assign(l, { codes: l.codes.split(' ') }))
    .toSorted((a, b) => ordonner(a.tableau, b.tableau) || ordonner(a.codes.join(' '), b.codes.join(' ')))
}

export const lireEntetes = async (
  base: Consolidation,
  filtre: Filtre,
): Promise<readonly { readonly lot: string; readonly posteId: string; readonly entete: EnteteLot }[]> => {
  const lignes = await retenus(base, filtre)
    .select(['lot.id', 'lot.poste_id', 'lot.entete'])
    .orderBy('lot.poste_id')
    .execute()
  return lignes.map((l) => ({ lot: l.id, posteId: l.poste_id, entete: JSON.parse(l.entete) as EnteteLot }))
}

/** Headline numbers and measures of each lot; they don't add up. */
export const lireChiffres = (base: Consolidation, filtre: Filtre) =>
  retenus(base, filtre)
    .innerJoin('lot_chiffre as c', 'c.lot_cle', 'lot.cle')
    .select(['lot.id as lot', 'c.genre', 'c.code', 'c.valeur', 'c.effectif', 'c.personnes'])
    .orderBy('lot.id')
    .orderBy('c.code')
    .execute()

export const lireSections = (base: Consolidation, filtre: Filtre) =>
  retenus(base, filtre)
    .innerJoin('lot_section as s', 's.lot_cle', 'lot.cle')
    .innerJoin('poste_suivi as p', 'p.id', 'lot.poste_id')
    .select(['lot.id as lot', 'p.nom as poste', 's.code', 's.texte'])
    .orderBy('p.nom')
    .orderBy('lot.id')
    .orderBy('s.code')
    .execute()

/** What the posts themselves published of these days. */
export const lirePublications = async (
  base: Consolidation,
  filtre: Filtre,
): Promise<readonly { readonly lot: string; readonly publication: PublicationLot }[]> => {
  const lignes = await retenus(base, filtre)
    .innerJoin('lot_publication as p', 'p.lot_cle', 'lot.cle')
    .select(['lot.id as lot', 'p.contenu'])
    .orderBy('lot.id')
    .orderBy('p.rang')
    .execute()
  return lignes.map((l) => ({ lot: l.lot, publication: JSON.parse(l.contenu) as PublicationLot }))
}

const retenus = (base: Consolidation, { dispositif, du, au, definition }: Filtre) => {
  const lots = base
    .selectFrom('lot')
    .where(enVigueur)
    .where('lot.dispositif', '=', dispositif)
    .where('lot.annee', '=', anneeDe({ du, au }))
    .where('lot.du', '=', du)
    .where('lot.au', '=', au)
  return definition === undefined ? lots : lots.where('lot.definition', '=', definition)
}

/** No later lot of the same post for the same days. */
const enVigueur = (eb: ExpressionBuilder<TablesConsolidation, 'lot'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('lot as suivant')
        .select('suivant.cle')
        .whereRef('suivant.poste_id', '=', 'lot.poste_id')
        .whereRef('suivant.dispositif', '=', 'lot.dispositif')
        .whereRef('suivant.du', '=', 'lot.du')
        .whereRef('suivant.au', '=', 'lot.au')
        .whereRef('suivant.numero', '>', 'lot.numero'),
    ),
  )

const colonnes = [
  'lot.id',
  'lot.cle',
  'lot.poste_id as posteId',
  'lot.dispositif',
  'lot.annee',
  'lot.du',
  'lot.au',
  'lot.numero',
  'lot.definition',
  'lot.version',
  'lot.fait_le as faitLe',
  'lot.recu_le as recuLe',
  'lot.empreinte',
] as const

/** The same order on every base, whatever its collation. */
const ordonner = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether this very lot was received before. */
export const lotExiste = async (base: Consolidation, id: string): Promise<boolean> =>
  (await base.selectFrom('lot').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** The rank of the last lot received of this post for these days; null when there is none. */
export const numeroRecu = async (base: Consolidation, posteId: string, filtre: Filtre): Promise<number | null> => {
  const { numero } = await base
    .selectFrom('lot')
    .select(({ fn }) => fn.max('numero').as('numero'))
    .where('poste_id', '=', posteId)
    .where('dispositif', '=', filtre.dispositif)
    .where('du', '=', filtre.du)
    .where('au', '=', filtre.au)
    .executeTakeFirstOrThrow()
  return numero
}

/** Lots refused because they count by other definitions. */
export const lotsEcartes = (base: Consolidation, dispositif: CodeDispositif) =>
  base
    .selectFrom('lot_ecarte')
    .select(['id', 'coffre', 'nom', 'annee', 'du', 'au', 'numero', 'definition', 'version', 'recu_le as recuLe'])
    .where('dispositif', '=', dispositif)
    .orderBy('recu_le')
    .execute()

/** What each lot of a post says of itself. */
export const entetesDuPoste = async (
  base: Consolidation,
  posteId: string,
): Promise<readonly { readonly lot: string; readonly entete: EnteteLot }[]> => {
  const lignes = await base.selectFrom('lot').select(['id', 'entete']).where('poste_id', '=', posteId).execute()
  return lignes.map((l) => ({ lot: l.id, entete: JSON.parse(l.entete) as EnteteLot }))
}
