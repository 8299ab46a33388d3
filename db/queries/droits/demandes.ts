import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { type Demande, type DemandeLue, erreursDeDemande, pourLe } from '#shared/domaine/droits/demande.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'

/** The register of requests: those to answer first, the most urgent before, then the answered ones, the latest before. */
export const listerDemandes = async (db: Db): Promise<DemandeLue[]> => {
  const lignes = await entier(db)
    .selectFrom('demande_droit as d')
    .leftJoin('personne as p', 'p.id', 'd.personne_id')
    .select(['d.id', 'd.personne_id as personneId', 'd.genre', 'd.recue_le as recueLe', 'd.prolongee'])
    .select(['d.repondue_le as repondueLe', 'd.reponse', 'p.anonyme', 'p.nom', 'p.prenom'])
    .orderBy('d.recue_le')
    .orderBy('d.id')
    .execute()
  const lues = lignes.map(({ anonyme, nom, prenom, prolongee, ...d }): DemandeLue => {
    const demande = Object.assign(d, { prolongee: prolongee === 1 })
    const nomme = nom === null ? null : nomComplet({ anonyme: anonyme === 1, nom, prenom: prenom ?? '' })
    return Object.assign(demande, { nom: nomme, pourLe: pourLe(demande) })
  })
  return [
    ...lues.filter((d) => d.repondueLe === null).toSorted((a, b) => (a.pourLe < b.pourLe ? -1 : 1)),
    ...lues.filter((d) => d.repondueLe !== null).toReversed(),
  ]
}

export const noterDemande = async (db: Db, demande: Demande, maintenant: Date): Promise<void> => {
  const champs = erreursDeDemande(demande, jourLocal(maintenant))
  if (Object.keys(champs).length > 0) throw new ErreurMetier('entree-invalide', { champs })
  const { id, personneId, genre, recueLe, prolongee, repondueLe, reponse } = demande
  if (personneId !== null) {
    const connue = await entier(db).selectFrom('personne').select('id').where('id', '=', personneId).executeTakeFirst()
    if (connue === undefined) throw new ErreurMetier('introuvable')
  }
  const colonnes = {
    personne_id: personneId,
    genre,
    recue_le: recueLe,
    prolongee: Number(prolongee),
    repondue_le: repondueLe,
    reponse,
    modifie_le: maintenant.toISOString(),
  }
  await entier(db)
    .insertInto('demande_droit')
    .values({ id, ...colonnes })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
}
