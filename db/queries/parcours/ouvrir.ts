import type { Db } from '#db/connection.ts'
import { lirePersonne } from '#db/queries/personnes.ts'
import { ouvrirSuivi } from '#db/queries/suivis.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { ReperageASaisir } from '#shared/domaine/parcours/reperage.ts'
import { erreursDeReponses } from '#shared/domaine/reponses.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { estDeLaListe, exigerParcours, refuserErreurs } from './suivi.ts'

/** Opens a suivi for somebody sent by a partner and not met yet. Asked twice with the same id, it opens once. */
export const ouvrirParcours = (
  db: Db,
  nomenclature: Nomenclature,
  reperage: ReperageASaisir,
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { suiviId, personneId, date, reponses } = reperage
    exigerParcours(nomenclature)
    const role = reperage.role ?? nomenclature.roleParDefaut
    const inconnues = erreursDeReponses(nomenclature, 'suivi', reponses)
    refuserErreurs({
      ...(date > jourLocal(maintenant) ? { date: 'futur' } : {}),
      ...(estDeLaListe(nomenclature, nomenclature.listeRoles, role) ? {} : { role: 'valeur-inconnue' }),
      ...Object.fromEntries(Object.entries(inconnues).map(([champ, raison]) => [`reponses.${champ}`, raison])),
    })
    await lirePersonne(trx, personneId)
    const deja = await trx.selectFrom('suivi').select('id').where('id', '=', suiviId).executeTakeFirst()
    const sien = await trx
      .selectFrom('reperage')
      .select('personne_id')
      .where('suivi_id', '=', suiviId)
      .executeTakeFirst()
    if (deja !== undefined && sien?.personne_id !== personneId)
      throw new ErreurMetier('entree-invalide', { champs: { suiviId: 'pris' } })
    if (deja !== undefined) return
    await ouvrirSuivi(trx, nomenclature, { suivi: { id: suiviId, saisineDate: date, reponses }, date })
    await trx
      .insertInto('participation')
      .values({ suivi_id: suiviId, personne_id: personneId, role, reponses: '{}' })
      .execute()
    await trx.insertInto('reperage').values({ suivi_id: suiviId, personne_id: personneId, date }).execute()
  })
