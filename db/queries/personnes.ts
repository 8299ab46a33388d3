import { type Selectable, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Database } from '#db/schema.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import {
  cleDoublon,
  cleIdentite,
  nomComplet,
  type PersonneASaisir,
  type PersonneResume,
} from '#shared/domaine/personne.ts'
import { clePhonetique, texteEntendu } from '#shared/domaine/phonetique.ts'
import { texteDeRecherche } from '#shared/domaine/recherche.ts'
import { erreursDeReponses } from '#shared/domaine/reponses.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { estCourant } from './dispositifs.ts'
import { exigerNonEcartee } from './droits/restrictions.ts'
import { lireReponses } from './reponses.ts'

/** Creates or replaces a person by id. A commune learnt late fills the days when it was unknown; a move changes no past day. */
export const enregistrerPersonne = async (
  db: Db,
  nomenclature: Nomenclature,
  personne: PersonneASaisir,
  maintenant: Date,
): Promise<void> => {
  const champs = erreursDeReponses(nomenclature, 'personne', personne.reponses)
  if (Object.keys(champs).length > 0) throw new ErreurMetier('valeur-inconnue', { champs })
  if (personne.naissance !== null && personne.naissance > jourLocal(maintenant))
    throw new ErreurMetier('entree-invalide', { champs: { naissance: 'futur' } })
  const { id, ...colonnes } = depuisPersonne(personne)
  const instant = maintenant.toISOString()
  await inTransaction(db, async (trx) => {
    await exigerNonEcartee(trx, { id, cle: colonnes.cle_identite })
    await trx
      .insertInto('personne')
      .values({ id, ...colonnes, foyer_id: null, lien_foyer: null, cree_le: instant, modifie_le: instant })
      .onConflict((oc) => oc.column('id').doUpdateSet({ ...colonnes, modifie_le: instant }))
      .execute()
    if (personne.commune === null) return
    await trx
      .updateTable('presence')
      .set({ commune: personne.commune })
      .where('personne_id', '=', id)
      .where('commune', 'is', null)
      .execute()
  })
}

/** A person of the same strict identity (`cleIdentite`), the oldest file first. */
export const trouverParIdentite = (db: Db, cle: string): Promise<PersonneResume | undefined> =>
  db
    .selectFrom('personne as p')
    .select(colonnesResume)
    .where('p.anonyme', '=', 0)
    .where('p.cle_identite', '=', cle)
    .orderBy('p.cree_le')
    .limit(1)
    .executeTakeFirst()
    .then((p) => (p === undefined ? undefined : versPersonne(p)))

/** Persons who bear the same names (`cleDoublon`), whatever their birth date. */
export const trouverParDoublon = async (db: Db, cle: string): Promise<PersonneResume[]> =>
  (
    await db
      .selectFrom('personne as p')
      .select(colonnesResume)
      .where('p.anonyme', '=', 0)
      .where('p.cle_doublon', '=', cle)
      .orderBy('p.cree_le')
      .execute()
  ).map(versPersonne)

/** Persons by id, in the order asked; an unknown id is left out. */
export const lirePersonnes = async (db: Db, ids: readonly string[]): Promise<PersonneResume[]> => {
  if (ids.length === 0) return []
  const lues = await db.selectFrom('personne as p').select(colonnesResume).where('p.id', 'in', ids).execute()
  const parId = new Map(lues.map((p) => [p.id, versPersonne(p)]))
  return ids.flatMap((id) => parId.get(id) ?? [])
}

export const lirePersonne = async (db: Db, id: string): Promise<PersonneResume> => {
  const [personne] = await lirePersonnes(db, [id])
  if (personne === undefined) throw new ErreurMetier('introuvable')
  return personne
}

/** Under the dispositif shown, of the person named `p` in the query. */
export const recue = sql`personne_recue s where s.personne_id = p.id and ${estCourant}`
export const nombreEntretiens = sql<number>`coalesce((select s.entretiens from ${recue}), 0)`
export const dernierEntretien = sql<string | null>`(select s.dernier from ${recue})`

const colonnesResume = [
  'p.id',
  'p.anonyme',
  'p.nom',
  'p.prenom',
  'p.naissance',
  'p.telephone',
  'p.commune',
  'p.reponses',
  nombreEntretiens.as('entretiens'),
  dernierEntretien.as('dernierEntretien'),
] as const

type LignePersonne = Pick<
  Selectable<Database['personne']>,
  'id' | 'anonyme' | 'nom' | 'prenom' | 'naissance' | 'telephone' | 'commune' | 'reponses'
>

const versPersonne = (
  ligne: LignePersonne & Pick<PersonneResume, 'entretiens' | 'dernierEntretien'>,
): PersonneResume => ({
  ...ligne,
  anonyme: ligne.anonyme === 1,
  reponses: lireReponses(ligne.reponses),
})

/** A person as a line of something else shows her. */
export const nommer = ({ id, anonyme, nom, prenom }: Pick<LignePersonne, 'id' | 'anonyme' | 'nom' | 'prenom'>) => ({
  id,
  libelle: nomComplet({ anonyme: anonyme === 1, nom, prenom }),
})

/** Columns of a person as typed, with the keys it is recognised and searched by: the one place that computes them. */
export const depuisPersonne = (personne: PersonneASaisir) => {
  const communs = {
    id: personne.id,
    anonyme: Number(personne.anonyme),
    naissance: personne.naissance,
    commune: personne.commune,
    reponses: JSON.stringify(personne.reponses),
  }
  return personne.anonyme
    ? { ...communs, nom: '', prenom: '', telephone: null, ...sansCles }
    : {
        ...communs,
        nom: personne.nom,
        prenom: personne.prenom,
        telephone: personne.telephone,
        cle_identite: cleIdentite(personne),
        cle_doublon: cleDoublon(personne),
        recherche: texteDeRecherche(personne),
        phonetique: texteEntendu(personne),
        cle_phonetique: clePhonetique(personne),
      }
}

/** An anonymous person matches nobody. */
const sansCles = { cle_identite: '', cle_doublon: '', recherche: '', phonetique: '', cle_phonetique: '' }
