import type { Db } from '#db/connection.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { declarerNecessite } from '#db/queries/parcours/cadre-penal.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { unPoste } from './aide.ts'

/** A post where the judicial frame may be noted, unless told otherwise. */
export const unPosteCvp = async ({ necessite = true }: { readonly necessite?: boolean } = {}) => {
  const poste = await unPoste()
  const dispositif: CodeDispositif = 'cvp'
  if (necessite)
    await declarerNecessite(poste.db, await lireNomenclature(poste.db, dispositif), {
      declareeLe: '2025-01-02',
      par: 'dpo',
    })
  const importer: typeof poste.importer = (octets, reste) => poste.importer(octets, { dispositif, ...reste })
  return { ...poste, importer }
}

/** Stays by person, in order: « Roche: MA 2024-01-02 → 2024-05-06 (lc) ». */
export const sejoursDe = async (db: Db): Promise<string[]> => {
  const lignes = await db
    .selectFrom('passage as p')
    .innerJoin('participation as pa', 'pa.suivi_id', 'p.suivi_id')
    .innerJoin('personne as pe', 'pe.id', 'pa.personne_id')
    .select(['pe.nom', 'p.etablissement', 'p.entree', 'p.sortie', 'p.mode'])
    .where('p.supprime_le', 'is', null)
    .orderBy('pe.nom')
    .orderBy('p.entree')
    .execute()
  return lignes.map((l) => `${l.nom}: ${l.etablissement} ${l.entree} → ${l.sortie ?? ''} (${l.mode ?? ''})`)
}

/** What the import writes, each table after those it refers to. */
export const tables = [
  'personne',
  'suivi',
  'participation',
  'entretien',
  'presence',
  'reperage',
  'passage',
  'statut_penal',
  'mesure',
  'parcours_repere',
  'consentement',
  'situation',
] as const

/** How many rows of each table the import can write. */
export const compterParcours = async (db: Db): Promise<Record<string, number>> => {
  const comptes: Record<string, number> = {}
  for (const table of tables) comptes[table] = (await db.selectFrom(table).selectAll().execute()).length
  return comptes
}
