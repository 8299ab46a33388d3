import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { EntretienResume } from '#shared/domaine/entretien.ts'
import { NON_RENSEIGNE, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { motsCherches } from '#shared/domaine/recherche.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { FiltreEntretiens } from '#shared/ipc/contract/entretiens.ts'
import { resumesEntretiens } from './lire-entretiens.ts'
import { estDe } from './dispositifs.ts'
import { repondA } from './mots-personnes.ts'

/** One page of the entretiens of a dispositif that pass every filter, and how many pass. Deleted ones never do. */
export const listerEntretiens = async (
  db: Db,
  nomenclature: Nomenclature,
  filtre: FiltreEntretiens,
): Promise<{ total: number; lignes: EntretienResume[] }> => {
  const { total } = await filtrerEntretiens(db, nomenclature, filtre)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const page = await pageEntretiens(db, nomenclature, filtre).execute()
  return {
    total,
    lignes: await resumesEntretiens(
      db,
      page.map((e) => e.id),
    ),
  }
}

/** Ids of the page, sorted. */
const pageEntretiens = (db: Db, nomenclature: Nomenclature, filtre: FiltreEntretiens) => {
  const cle = Object.hasOwn(cles, filtre.tri.colonne) ? cles[filtre.tri.colonne] : undefined
  if (cle === undefined) throw new ErreurMetier('entree-invalide', { champs: { 'tri.colonne': 'inconnue' } })
  return filtrerEntretiens(db, nomenclature, filtre)
    .select('e.id')
    .orderBy(cle, (o) => (filtre.tri.sens === 'asc' ? o.asc().nullsLast() : o.desc().nullsLast()))
    .orderBy('e.date', 'desc')
    .orderBy('e.heure', 'desc')
    .orderBy('e.id')
    .limit(filtre.page.taille)
    .offset(filtre.page.debut)
}

const cles: Readonly<Record<string, RawBuilder<unknown>>> = {
  date: sql`e.date`,
  duree: sql`e.duree_minutes`,
  personne: sql`(select min(nullif(p.cle_identite, '')) from presence pr join personne p on p.id = pr.personne_id where pr.entretien_id = e.id)`,
}

const filtrerEntretiens = (db: Db, nomenclature: Nomenclature, filtre: FiltreEntretiens) => {
  let requete = db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .where('e.supprime_le', 'is', null)
    .where(estDe(nomenclature.code))
  if (filtre.du !== null) requete = requete.where('e.date', '>=', filtre.du)
  if (filtre.au !== null) requete = requete.where('e.date', '<=', filtre.au)
  for (const [code, valeurs] of Object.entries(filtre.reponses))
    requete = requete.where(repond(nomenclature, code, valeurs))
  const { role } = filtre
  if (role !== null)
    requete = requete.where((eb) =>
      eb.exists(
        eb
          .selectFrom('presence as pr')
          .innerJoin('participation as pa', 'pa.personne_id', 'pr.personne_id')
          .select('pr.personne_id')
          .whereRef('pr.entretien_id', '=', 'e.id')
          .whereRef('pa.suivi_id', '=', 'e.suivi_id')
          .where('pa.role', '=', role),
      ),
    )
  const mots = motsCherches(filtre.texte)
  if (mots.length > 0)
    requete = requete.where('e.id', 'in', (eb) =>
      eb
        .selectFrom('presence as pr')
        .select('pr.entretien_id')
        .where('pr.personne_id', 'in', (qui) => qui.selectFrom('personne as p').select('p.id').where(repondA(mots)))
        .union(eb.selectFrom('note_rang').select('entretien_id').where('rang', 'in', notesAvec(mots))),
    )
  return requete
}

/** Ranks of the notes that hold each of these words, or one that begins so. */
const notesAvec = (mots: readonly string[]): RawBuilder<number> =>
  sql`(select rowid from note_mots where note_mots match ${mots.map((mot) => `"${mot}"*`).join(' ')})`

/** One of these codes is among the answers; `non-renseigne` is the answer that is missing. */
const repond = (nomenclature: Nomenclature, code: string, valeurs: readonly string[]): RawBuilder<boolean> => {
  const champ = nomenclature.champs.find((c) => c.code === code)
  if (champ === undefined || (champ.porteur !== 'suivi' && champ.porteur !== 'entretien'))
    throw new ErreurMetier('entree-invalide', { champs: { [`reponses.${code}`]: 'champ-inconnu' } })
  const reponses = champ.porteur === 'suivi' ? sql`s.reponses` : sql`e.reponses`
  const chemin = `$."${code}"`
  const manque = valeurs.includes(NON_RENSEIGNE) ? sql`json_type(${reponses}, ${chemin}) is null` : sql`0`
  return sql<boolean>`(${manque} or exists (
    select 1 from json_each(${reponses}, ${chemin}) where value in (${sql.join(valeurs.length > 0 ? valeurs : [null])})))`
}
