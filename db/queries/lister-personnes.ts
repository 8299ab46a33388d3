import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Tri } from '#shared/domaine/communs.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { motsCherches } from '#shared/domaine/recherche.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { z } from 'zod'
import { entendre } from './chercher-personnes.ts'
import { codeCourant, estCourant } from './dispositifs.ts'
import { repondA } from './mots-personnes.ts'
import { dernierEntretien, lirePersonnes, nombreEntretiens, recue } from './personnes.ts'

type Demande = {
  readonly texte: string
  readonly tri: z.infer<typeof Tri>
  readonly page: { readonly debut: number; readonly taille: number }
}

/** One page of the persons who gave a name and are not followed in other dispositifs only, sorted by `nom`, `naissance`, `commune`, `entretiens` or `dernierEntretien`. */
export const listerPersonnes = async (
  db: Db,
  { texte, tri, page }: Demande,
): Promise<{ total: number; lignes: PersonneResume[] }> => {
  const cle = Object.hasOwn(cles, tri.colonne) ? cles[tri.colonne] : undefined
  if (cle === undefined) throw new ErreurMetier('entree-invalide', { champs: { 'tri.colonne': 'inconnue' } })
  await entendre(db)
  const demandees = personnes(db, texte)
  const { total } = await demandees.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids =
    tri.colonne === 'dernierEntretien'
      ? await parVenue(db, { texte, tri, page })
      : await demandees
          .select('p.id')
          .orderBy(cle, (o) => (tri.sens === 'asc' ? o.asc().nullsLast() : o.desc().nullsLast()))
          .orderBy('p.cle_identite')
          .orderBy('p.id')
          .limit(page.taille)
          .offset(page.debut)
          .execute()
  return {
    total,
    lignes: await lirePersonnes(
      db,
      ids.map((p) => p.id),
    ),
  }
}

const personnes = (db: Db, texte: string) =>
  db
    .selectFrom('personne as p')
    .where('p.anonyme', '=', 0)
    .where(estDuDispositif)
    .where(repondA(motsCherches(texte)))

/** In the order of an index, those received first: only the page asked is read, and what comes before it. */
const parVenue = async (db: Db, { texte, tri, page }: Demande): Promise<{ id: string }[]> => {
  const recues = db
    .selectFrom('personne_recue as r')
    // Crossed: the order is that of the index, from which each person is read.
    .crossJoin('personne as p')
    .whereRef('p.id', '=', 'r.personne_id')
    .where('r.dispositif', '=', codeCourant)
    .where('p.anonyme', '=', 0)
    .where(repondA(motsCherches(texte)))
  const venues = await recues
    .select('p.id')
    .orderBy('r.dernier', tri.sens)
    .orderBy('p.cle_identite')
    .orderBy('p.id')
    .limit(page.taille)
    .offset(page.debut)
    .execute()
  if (venues.length === page.taille) return venues
  const { n } = await recues.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const jamaisVenues = await personnes(db, texte)
    .select('p.id')
    .where(dernierEntretien, 'is', null)
    .orderBy('p.cle_identite')
    .orderBy('p.id')
    .limit(page.taille - venues.length)
    .offset(Math.max(0, page.debut - n))
    .execute()
  return [...venues, ...jamaisVenues]
}

/** Received under the dispositif shown, concerned by one of its suivis, or by none at all. */
const estDuDispositif = sql<boolean>`(
  exists (select 1 from ${recue})
  or exists (select 1 from participation pa join suivi s on s.id = pa.suivi_id where pa.personne_id = p.id and ${estCourant})
  or not exists (select 1 from participation pa where pa.personne_id = p.id))`

/** The identity key begins with the name without accents: sorted as it is read. */
const cles: Readonly<Record<string, RawBuilder<unknown>>> = {
  nom: sql`p.cle_identite`,
  naissance: sql`p.naissance`,
  commune: sql`p.commune`,
  entretiens: nombreEntretiens,
  dernierEntretien,
}
