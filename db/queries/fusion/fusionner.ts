import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { depuisPersonne } from '#db/queries/personnes.ts'
import { lireReponses } from '#db/queries/reponses.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Fusion, reunir } from '#shared/domaine/fusion.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { appliquer, type Changement, cles, lireLignes, type Ligne } from './changement.ts'
import { exigerTout, rattachees } from './rattachees.ts'

/**
 * Makes two files one: everything that hung on the absorbed one hangs on the kept one, and each row written is noted as it was
 * and as it became, so that the merge can be undone. Throws `fusion-hors-droits` when this user does not see all of both.
 */
export const fusionner = (db: Db, { fusionId, id, absorbeeId, deLAutre }: Fusion, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (id === absorbeeId) throw new ErreurMetier('entree-invalide', { champs: { absorbeeId: 'meme-personne' } })
    const [gardee, absorbee] = [await lireNommee(trx, id), await lireNommee(trx, absorbeeId)]
    for (const personneId of [id, absorbeeId]) await exigerTout(trx, personneId)
    await exigerIdLibre(trx, fusionId)
    const instant = maintenant.toISOString()
    const faits: Changement[] = []
    const changer = async (changement: Changement): Promise<void> => {
      await appliquer(trx, changement)
      faits.push(changement)
    }
    const foyer = deLAutre.includes('foyer') || gardee['foyer_id'] === null ? absorbee : gardee
    await changer({ table: 'personne', avant: gardee, apres: unir(gardee, absorbee, foyer, deLAutre, instant) })
    for (const changement of await deplacements(trx, id, absorbeeId)) await changer(changement)
    await changer({ table: 'personne', avant: absorbee, apres: null })
    for (const quitte of new Set([gardee['foyer_id'], absorbee['foyer_id']]))
      if (typeof quitte === 'string') for (const changement of await dissolution(trx, quitte)) await changer(changement)
    await trx
      .insertInto('fusion')
      .values({ id: fusionId, gardee_id: id, absorbee_id: absorbeeId, le: instant, changements: JSON.stringify(faits) })
      .execute()
  })

/** An id chosen by the window, taken by a merge that this user may not even see. */
const exigerIdLibre = async (trx: Db, id: string): Promise<void> => {
  const prise = await entier(trx).selectFrom('fusion').select('id').where('id', '=', id).executeTakeFirst()
  if (prise !== undefined) throw new ErreurMetier('entree-invalide', { champs: { fusionId: 'deja-pris' } })
}

const lireNommee = async (trx: Db, id: string): Promise<Ligne> => {
  const [ligne] = await lireLignes(trx, 'personne', 'id', id)
  if (ligne === undefined) throw new ErreurMetier('introuvable')
  if (ligne['anonyme'] === 1) throw new ErreurMetier('entree-invalide', { champs: { id: 'anonyme' } })
  return ligne
}

const unir = (gardee: Ligne, absorbee: Ligne, foyer: Ligne, deLAutre: Fusion['deLAutre'], instant: string): Ligne => ({
  ...gardee,
  ...depuisPersonne({
    id: String(gardee['id']),
    anonyme: false,
    ...reunir(versFiche(gardee), versFiche(absorbee), deLAutre),
  }),
  foyer_id: foyer['foyer_id'] ?? null,
  lien_foyer: foyer['lien_foyer'] ?? null,
  modifie_le: instant,
})

const versFiche = (ligne: Ligne) => ({
  nom: String(ligne['nom']),
  prenom: String(ligne['prenom']),
  naissance: ouNull(ligne['naissance']),
  telephone: ouNull(ligne['telephone']),
  commune: ouNull(ligne['commune']),
  reponses: lireReponses(String(ligne['reponses'])),
})

const ouNull = (valeur: Ligne[string] | undefined): string | null => (typeof valeur === 'string' ? valeur : null)

/** Everything that names the absorbed person: it names the kept one, or goes where both were named. */
const deplacements = async (trx: Db, id: string, absorbeeId: string): Promise<readonly Changement[]> => {
  const faits: Changement[] = []
  for (const table of rattachees) {
    const gardees = await lireLignes(trx, table, 'personne_id', id)
    for (const avant of await lireLignes(trx, table, 'personne_id', absorbeeId)) {
      const [autre, soi] = cles[table]
      const meme = soi === undefined ? undefined : gardees.find((g) => g[autre] === avant[autre])
      if (meme === undefined) faits.push({ table, avant, apres: { ...avant, personne_id: id } })
      else faits.push({ table, avant, apres: null }, { table, avant: meme, apres: combler(meme, avant) })
    }
  }
  return [...faits, ...(await brouillons(trx, id, absorbeeId)), ...(await distinctions(trx, id, absorbeeId))]
}

/** Both were there: what the kept row leaves unsaid is taken from the other. */
const combler = (gardee: Ligne, autre: Ligne): Ligne =>
  Object.fromEntries(
    Object.entries(gardee).map(([colonne, valeur]) =>
      colonne === 'reponses'
        ? [colonne, JSON.stringify({ ...lireReponses(String(autre[colonne])), ...lireReponses(String(valeur)) })]
        : [colonne, valeur ?? autre[colonne] ?? null],
    ),
  )

/** Interviews being typed speak of her by her id. */
const brouillons = async (trx: Db, id: string, absorbeeId: string): Promise<readonly Changement[]> => {
  const lignes: readonly Ligne[] = await trx
    .selectFrom('brouillon')
    .selectAll()
    .where('contenu', 'like', `%${absorbeeId}%`)
    .execute()
  return lignes.map((avant) => ({
    table: 'brouillon',
    avant,
    apres: { ...avant, contenu: String(avant['contenu']).replaceAll(absorbeeId, id) },
  }))
}

/** Whoever is not the absorbed one is not the kept one. */
const distinctions = async (trx: Db, id: string, absorbeeId: string): Promise<readonly Changement[]> => {
  const siennes = [
    ...(await lireLignes(trx, 'distinction', 'personne_a', absorbeeId)),
    ...(await lireLignes(trx, 'distinction', 'personne_b', absorbeeId)),
  ]
  const dejaDites = new Set(
    [
      ...(await lireLignes(trx, 'distinction', 'personne_a', id)),
      ...(await lireLignes(trx, 'distinction', 'personne_b', id)),
    ].flatMap((d) => [d['personne_a'], d['personne_b']]),
  )
  return siennes.map((avant): Changement => {
    const autre = String(avant['personne_a'] === absorbeeId ? avant['personne_b'] : avant['personne_a'])
    const [a = '', b = ''] = [id, autre].toSorted()
    const apres = autre === id || dejaDites.has(autre) ? null : { ...avant, personne_a: a, personne_b: b }
    return { table: 'distinction', avant, apres }
  })
}

/** A household of one is not a household; somebody whom this user may not see stays where she is. */
const dissolution = async (trx: Db, foyer: string): Promise<readonly Changement[]> => {
  const membres = await entier(trx).selectFrom('personne').select('id').where('foyer_id', '=', foyer).execute()
  const visibles = await lireLignes(trx, 'personne', 'foyer_id', foyer)
  if (membres.length > 1 || visibles.length < membres.length) return []
  return [
    ...visibles.map((avant): Changement => ({
      table: 'personne',
      avant,
      apres: { ...avant, foyer_id: null, lien_foyer: null },
    })),
    { table: 'foyer', avant: { id: foyer }, apres: null },
  ]
}
