import type { Db } from '#db/connection.ts'
import { etablissementsConnus } from '#shared/domaine/etablissements-connus.ts'
import { type Etablissement, etablissementsDuPoste } from '#shared/domaine/etablissements.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { normaliser } from '#shared/utils/texte.ts'

/** Those Jalon knows and those of the post, by département then name, hidden ones included. */
export const listerEtablissements = async (db: Db): Promise<Etablissement[]> =>
  etablissementsDuPoste(await lireEtablissementsLocaux(db))

/** Those that the post added, renamed or hid. */
export const lireEtablissementsLocaux = async (db: Db): Promise<readonly Etablissement[]> => {
  const locaux = await db.selectFrom('etablissement_local').selectAll().execute()
  return locaux.map(({ masque, ...e }) => Object.assign(e, { masque: masque === 1 }))
}

/** Adds an établissement, or corrects or hides one, by code. Refuses two of one kind with one name in a département. */
export const enregistrerEtablissement = async (db: Db, etablissement: Etablissement): Promise<void> => {
  const { code, nom, type, departement } = etablissement
  const cle = normaliser(nom)
  const pareil = (await listerEtablissements(db)).find(
    (e) => e.code !== code && e.type === type && e.departement === departement && normaliser(e.nom) === cle,
  )
  if (pareil !== undefined) throw new ErreurMetier('entree-invalide', { champs: { nom: 'existant' } })
  const colonnes = { nom, type, departement, masque: Number(etablissement.masque) }
  await db
    .insertInto('etablissement_local')
    .values({ code, ...colonnes })
    .onConflict((oc) => oc.column('code').doUpdateSet(colonnes))
    .execute()
}

export const connaitEtablissement = async (db: Db, code: string): Promise<boolean> =>
  etablissementsConnus.some((e) => e.code === code) ||
  (await db.selectFrom('etablissement_local').select('code').where('code', '=', code).executeTakeFirst()) !== undefined
