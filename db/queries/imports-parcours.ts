import type { Db } from '#db/connection.ts'
import type { ParcoursConnu } from '#shared/domaine/import/connus.ts'
import type { ParcoursPlan, SuiviSansEntretien } from '#shared/domaine/import/plan-parcours.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { enregistrerMesure, enregistrerStatutPenal } from './parcours/cadre-penal.ts'
import { noterConsentement } from './parcours/consentements.ts'
import { parSuivi } from './parcours/lire-cadre-penal.ts'
import { ouvrirParcours } from './parcours/ouvrir.ts'
import { enregistrerPassage } from './parcours/passages.ts'
import { noterRepere, reperesDe } from './parcours/reperes.ts'
import { enregistrerSituation, situationsDe } from './parcours/situations.ts'
import { parmi } from './parmi.ts'
import { enregistrerPersonne } from './personnes.ts'
import { cloturerSuivi } from './suivis.ts'

/** What is noted of these suivis, deleted facts included: what the user took away is known, so that a file does not bring it back. */
export const lireParcoursConnus = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ParcoursConnu>> => {
  if (ids.length === 0) return new Map()
  const siens = parmi(ids)
  const suivis = await db.selectFrom('suivi').select(['id', 'ouvert_le', 'clos_le']).where('id', 'in', siens).execute()
  const passages = await db.selectFrom('passage').selectAll().where('suivi_id', 'in', siens).orderBy('id').execute()
  const statuts = await db.selectFrom('statut_penal').selectAll().where('suivi_id', 'in', siens).orderBy('id').execute()
  const mesures = await db.selectFrom('mesure').selectAll().where('suivi_id', 'in', siens).orderBy('id').execute()
  const accords = await db.selectFrom('consentement').selectAll().where('suivi_id', 'in', siens).orderBy('id').execute()
  const parId = {
    passages: parSuivi(passages, ({ id, etablissement, quartier, entree, sortie, mode, supprime_le }) => ({
      id,
      etablissement,
      quartier,
      entree,
      sortie,
      mode,
      supprime: supprime_le !== null,
    })),
    statuts: parSuivi(statuts, ({ id, statut, du, supprime_le }) => ({
      id,
      statut,
      du,
      supprime: supprime_le !== null,
    })),
    mesures: parSuivi(mesures, ({ id, mesure, du, fin_prevue, au, supprime_le }) => ({
      id,
      mesure,
      du,
      finPrevue: fin_prevue,
      au,
      supprime: supprime_le !== null,
    })),
    accords: parSuivi(accords, ({ id, objet, reponse, date, supprime_le }) => ({
      id,
      objet,
      reponse,
      date,
      supprime: supprime_le !== null,
    })),
    reperes: await reperesDe(db, ids),
    situations: await situationsDe(db, ids),
  }
  return new Map(
    suivis.map(({ id, ouvert_le, clos_le }) => [
      id,
      {
        ouvertLe: ouvert_le,
        closLe: clos_le,
        passages: parId.passages.get(id) ?? [],
        statuts: parId.statuts.get(id) ?? [],
        mesures: parId.mesures.get(id) ?? [],
        consentements: parId.accords.get(id) ?? [],
        reperes: parId.reperes.get(id) ?? [],
        situations: parId.situations.get(id) ?? [],
      },
    ]),
  )
}

/** Opens a suivi that has no entretien yet, or completes one that the coffre has. */
export const ecrireSuiviSansEntretien = async (
  trx: Db,
  nomenclature: Nomenclature,
  suivi: SuiviSansEntretien,
  maintenant: Date,
): Promise<void> => {
  const { suiviId, personneId, fiche, role, date, saisineDate, reponses, participation } = suivi
  if (fiche !== null) await enregistrerPersonne(trx, nomenclature, fiche, maintenant)
  if (date !== null) await ouvrirParcours(trx, nomenclature, { suiviId, personneId, role, date, reponses }, maintenant)
  await trx
    .updateTable('suivi')
    .set({ saisine_date: saisineDate, reponses: JSON.stringify(reponses) })
    .where('id', '=', suiviId)
    .execute()
  await trx
    .updateTable('participation')
    .set({ reponses: JSON.stringify(participation) })
    .where('suivi_id', '=', suiviId)
    .where('personne_id', '=', personneId)
    .execute()
}

/** Who asked, in a file that does not say it: the holder of the post. */
const fonctionDuPoste: Readonly<Record<string, string>> = { cvp: 'cvp', 'mission-locale': 'referent-justice' }

/** Writes what a file adds to one suivi, by the very acts of a user. */
export const ecrireParcours = async (
  trx: Db,
  nomenclature: Nomenclature,
  { suiviId, ...plan }: ParcoursPlan,
  maintenant: Date,
): Promise<void> => {
  const par = fonctionDuPoste[nomenclature.code] ?? 'autre'
  for (const p of plan.passages) await enregistrerPassage(trx, nomenclature, { suiviId, ...p }, maintenant)
  for (const s of plan.statuts) await enregistrerStatutPenal(trx, nomenclature, { suiviId, ...s }, maintenant)
  for (const m of plan.mesures)
    await enregistrerMesure(trx, nomenclature, { suiviId, ...m }, maintenant, { importee: true })
  for (const r of plan.reperes) await noterRepere(trx, nomenclature, { suiviId, ...r }, maintenant)
  for (const c of plan.consentements)
    await noterConsentement(trx, nomenclature, { suiviId, ...c, par, aupresDe: 'personne' }, maintenant)
  for (const s of plan.situations)
    await enregistrerSituation(trx, nomenclature, { suiviId, jointe: true, ...s }, maintenant)
  if (plan.cloture !== null) await cloturerSuivi(trx, nomenclature, { id: suiviId, ...plan.cloture }, maintenant)
}
