import type { Periode } from '#shared/domaine/bilan/periode.ts'
import { anneeDe } from '#shared/domaine/bilan/periode.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { cleDe, type Consolidation } from './base.ts'
import { enteteDe } from './entete.ts'

export type Reception = { readonly posteId: string; readonly empreinte: string; readonly recuLe: string }

/** Rows per statement: few enough for the variables that SQLite and PostgreSQL accept. */
const PAS = 2000

/** Writes a lot for ever, already checked. To be called in a transaction: a lot without its cells would lie. */
export const inscrireLot = async (
  trx: Consolidation,
  lot: Lot,
  { posteId, empreinte, recuLe }: Reception,
): Promise<void> => {
  const { id, dispositif, du, au, numero, definition, faitLe } = lot
  const lotCle = cleDe(id)
  await trx
    .insertInto('lot')
    .values({
      cle: lotCle,
      id,
      poste_id: posteId,
      dispositif,
      annee: anneeDe({ du, au }),
      du,
      au,
      numero,
      definition: definition.empreinte,
      version: definition.version,
      fait_le: faitLe,
      recu_le: recuLe,
      empreinte,
      entete: JSON.stringify(enteteDe(lot)),
    })
    .execute()
  await inscrireCellules(trx, lot, lotCle)
  await parPas(
    [
      ...lot.chiffres.map((c) => ({
        code: c.id,
        genre: 'chiffre' as const,
        valeur: c.valeur,
        effectif: null,
        personnes: null,
      })),
      ...lot.mesures.map(({ id: code, ...m }) => ({ code, genre: 'mesure' as const, ...m })),
    ].map((c) => Object.assign(c, { lot_cle: lotCle })),
    (lignes) => trx.insertInto('lot_chiffre').values(lignes).execute(),
  )
  await parPas(
    lot.sections.map((s) => Object.assign({ lot_cle: lotCle }, s)),
    (lignes) => trx.insertInto('lot_section').values(lignes).execute(),
  )
  await parPas(
    lot.publications.map((p, rang) => ({
      lot_cle: lotCle,
      rang,
      edition: p.edition,
      du: p.du,
      au: p.au,
      unite: p.unite,
      contenu: JSON.stringify(p),
    })),
    (lignes) => trx.insertInto('lot_publication').values(lignes).execute(),
  )
}

const inscrireCellules = async (trx: Consolidation, { dispositif, tableaux }: Lot, lotCle: number): Promise<void> => {
  const cellules = tableaux.flatMap((t) =>
    t.cellules.map(({ codes, valeur, personnes }) => {
      const place = { dispositif, tableau: t.id, codes: codes.join(' ') }
      return { place: { cle: cleDe(dispositif, t.id, place.codes), ...place }, valeur, personnes }
    }),
  )
  const connues = await trx.selectFrom('lot_case').select('cle').where('dispositif', '=', dispositif).execute()
  // As text: PostgreSQL gives a bigint back as one.
  const vues = new Set(connues.map((c) => String(c.cle)))
  await parPas(
    cellules.map((c) => c.place).filter((c) => !vues.has(String(c.cle))),
    (lignes) =>
      trx
        .insertInto('lot_case')
        .values(lignes)
        .onConflict((conflit) => conflit.columns(['dispositif', 'tableau', 'codes']).doNothing())
        .execute(),
  )
  await parPas(
    cellules.map(({ place, valeur, personnes }) => ({ lot_cle: lotCle, case_cle: place.cle, valeur, personnes })),
    (lignes) => trx.insertInto('lot_cellule').values(lignes).execute(),
  )
}

const parPas = async <T>(lignes: readonly T[], ecrire: (lignes: readonly T[]) => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < lignes.length; i += PAS) await ecrire(lignes.slice(i, i + PAS))
}

/** That a lot of other definitions came, and nothing of what it counts. */
export const inscrireEcarte = async (trx: Consolidation, lot: Lot, recuLe: string): Promise<void> => {
  const { id, poste, dispositif, du, au, numero, definition } = lot
  const periode: Periode = { du, au }
  await trx
    .insertInto('lot_ecarte')
    .values({
      id,
      coffre: poste.coffre,
      nom: poste.nom,
      dispositif,
      annee: anneeDe(periode),
      du,
      au,
      numero,
      definition: definition.empreinte,
      version: definition.version,
      recu_le: recuLe,
    })
    .onConflict((conflit) => conflit.column('id').doNothing())
    .execute()
}
