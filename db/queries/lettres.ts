import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { SourcesLettre } from '#shared/domaine/lettres/balises.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { estCourant } from './dispositifs.ts'
import { lireReglages } from './reglages.ts'

type Destinataire = { readonly suiviId: string; readonly personneId: string }

/** Templates that a post may keep. */
const MODELES_MAX = 100

export const listerModeles = (db: Db) =>
  db.selectFrom('modele_lettre').select(['id', 'nom', 'ajoute_le as ajouteLe']).orderBy('nom').execute()

export const lireModele = async (db: Db, id: string) => {
  const modele = await db.selectFrom('modele_lettre').select(['nom', 'contenu']).where('id', '=', id).executeTakeFirst()
  if (modele === undefined) throw new ErreurMetier('introuvable')
  return { nom: modele.nom, contenu: Buffer.from(modele.contenu) }
}

export const ajouterModele = (
  db: Db,
  { id, nom, contenu }: { readonly id: string; readonly nom: string; readonly contenu: Uint8Array },
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const modeles = await listerModeles(trx)
    if (modeles.length >= MODELES_MAX && !modeles.some((m) => m.id === id))
      throw new ErreurMetier('entree-invalide', { champs: { nom: 'trop' } })
    const colonnes = { nom, contenu, ajoute_le: maintenant.toISOString() }
    await trx
      .insertInto('modele_lettre')
      .values({ id, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

export const supprimerModele = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('modele_lettre').where('id', '=', id).execute()
}

/** What a letter to this person may say, from the suivi of the dispositif shown; somebody anonymous gets none. */
export const lireSourcesLettre = async (db: Db, qui: Destinataire, jour: string): Promise<SourcesLettre> => {
  const lu = await duSuivi(db, qui)
    .innerJoin('personne as p', 'p.id', 'pa.personne_id')
    .select(['s.numero', 's.ouvert_le', 'p.anonyme', 'p.nom', 'p.prenom', 'p.naissance', 'p.telephone', 'p.commune'])
    .executeTakeFirst()
  if (lu === undefined) throw new ErreurMetier('introuvable')
  if (lu.anonyme === 1) throw new ErreurMetier('entree-invalide', { champs: { personneId: 'anonyme' } })
  const venus = db
    .selectFrom('entretien as e')
    .innerJoin('presence as pr', 'pr.entretien_id', 'e.id')
    .where('e.suivi_id', '=', qui.suiviId)
    .where('pr.personne_id', '=', qui.personneId)
    .where('e.supprime_le', 'is', null)
    .where('e.date', '<=', jour)
    .orderBy('e.date', 'desc')
    .orderBy('e.heure', 'desc')
  const entretien = await venus.select(['e.date', 'e.heure']).limit(1).executeTakeFirst()
  const partenaire = await venus
    .innerJoin('orientation as o', 'o.entretien_id', 'e.id')
    .innerJoin('partenaire as pt', 'pt.id', 'o.partenaire_id')
    .select(['pt.nom', 'pt.interlocuteur', 'pt.adresse', 'pt.commune'])
    .limit(1)
    .executeTakeFirst()
  const { nom, intervenant, dispositif } = await lireReglages(db)
  return {
    poste: { nom, intervenant, metier: dispositifs[dispositif].libelle },
    personne: lu,
    suivi: { numero: lu.numero, ouvertLe: lu.ouvert_le },
    entretien: entretien ?? null,
    partenaire: partenaire ?? null,
    jour,
  }
}

/** The day when the notice was handed over to this person in this suivi, or null. */
export const lireRemise = async (db: Db, qui: Destinataire): Promise<string | null> => {
  const notee = await db
    .selectFrom('remise_notice')
    .select('date')
    .where('suivi_id', '=', qui.suiviId)
    .where('personne_id', '=', qui.personneId)
    .executeTakeFirst()
  if (notee !== undefined) return notee.date
  // Where there is a parcours, the notice is one of its consentements.
  const donnee = await db
    .selectFrom('consentement')
    .select((eb) => eb.fn.max('date').as('date'))
    .where('suivi_id', '=', qui.suiviId)
    .where('objet', '=', 'notice')
    .where('reponse', '=', 'donne')
    .where('supprime_le', 'is', null)
    .executeTakeFirst()
  return donnee?.date ?? null
}

/** Notes that day, or takes it back with null. */
export const noterRemise = (
  db: Db,
  { suiviId, personneId, date }: Destinataire & { readonly date: string | null },
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (date !== null && date > jourLocal(maintenant))
      throw new ErreurMetier('entree-invalide', { champs: { date: 'futur' } })
    const suivi = await duSuivi(trx, { suiviId, personneId }).select('s.id').executeTakeFirst()
    if (suivi === undefined) throw new ErreurMetier('introuvable')
    await trx
      .deleteFrom('remise_notice')
      .where('suivi_id', '=', suiviId)
      .where('personne_id', '=', personneId)
      .execute()
    if (date !== null)
      await trx
        .insertInto('remise_notice')
        .values({ suivi_id: suiviId, personne_id: personneId, date, note_le: maintenant.toISOString() })
        .execute()
  })

/** Her part in a suivi of the dispositif shown: from another one, it does not exist. */
const duSuivi = (db: Db, { suiviId, personneId }: Destinataire) =>
  db
    .selectFrom('suivi as s')
    .innerJoin('participation as pa', 'pa.suivi_id', 's.id')
    .where('s.id', '=', suiviId)
    .where('pa.personne_id', '=', personneId)
    .where(estCourant)
