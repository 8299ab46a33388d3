import type { Db } from '#db/connection.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import { erreursDeSignataire, type Signataire } from '#shared/domaine/instances/signataire.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { comparerEnFrancais } from '#shared/utils/texte.ts'

/** The register of the charter, by name, those who withdrew included. */
export const listerSignataires = async (db: Db): Promise<Signataire[]> => {
  const lignes = await db
    .selectFrom('signataire')
    .select(['id', 'fonction', 'organisme', 'nom', 'signee_le as signeeLe', 'retiree_le as retireeLe'])
    .where('supprime_le', 'is', null)
    .execute()
  return lignes.toSorted((a, b) => comparerEnFrancais(a.nom, b.nom))
}

export const enregistrerSignataire = async (db: Db, signataire: Signataire, maintenant: Date): Promise<void> => {
  const champs = erreursDeSignataire(signataire, jourLocal(maintenant))
  if (Object.keys(champs).length > 0) throw new ErreurMetier('entree-invalide', { champs })
  const fonctions = trouverListe(await lireNomenclature(db, 'coordination'), 'fonction-instance').modalites
  if (!fonctions.some((m) => m.code === signataire.fonction))
    throw new ErreurMetier('valeur-inconnue', { champs: { fonction: 'valeur-inconnue' } })
  const { id, fonction, organisme, nom, signeeLe, retireeLe } = signataire
  const colonnes = {
    fonction,
    organisme,
    nom,
    signee_le: signeeLe,
    retiree_le: retireeLe,
    supprime_le: null,
    modifie_le: maintenant.toISOString(),
  }
  await db
    .insertInto('signataire')
    .values({ id, dispositif: 'coordination', ...colonnes })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
}
