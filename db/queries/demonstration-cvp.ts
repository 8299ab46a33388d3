import type { Db } from '#db/connection.ts'
import type { DemonstrationCvp } from '#shared/domaine/demo/cvp/generer.ts'
import type { SuiviCvp } from '#shared/domaine/demo/cvp/suivi.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ecrireTexte } from './bilan.ts'
import { enregistrerEntretien } from './entretiens.ts'
import { lireNomenclature } from './nomenclature.ts'
import { declarerNecessite, enregistrerMesure, enregistrerStatutPenal } from './parcours/cadre-penal.ts'
import { noterComite } from './parcours/comites.ts'
import { noterConsentement } from './parcours/consentements.ts'
import { enregistrerDemarche, noterStatutDemarche } from './parcours/demarches.ts'
import { ouvrirParcours } from './parcours/ouvrir.ts'
import { enregistrerPassage } from './parcours/passages.ts'
import { enregistrerRattachement } from './parcours/rattachement.ts'
import { noterRepere } from './parcours/reperes.ts'
import { enregistrerSituation } from './parcours/situations.ts'
import { enregistrerPartenaire } from './partenaires.ts'
import { enregistrerPersonne } from './personnes.ts'
import { ecrireReglages } from './reglages.ts'
import { cloturerSuivi } from './suivis.ts'

/** Writes the invented follow-ups out of prison by the very acts of a user; the coffre still opens on the first job. */
export const ecrireCvp = async (
  trx: Db,
  { partenaires, suivis, comites, textes }: DemonstrationCvp,
  annee: number,
  maintenant: Date,
): Promise<void> => {
  const nomenclature = await lireNomenclature(trx, 'cvp')
  await ecrireReglages(trx, { dispositifs: ['isc', 'cvp'], dispositif: 'cvp' })
  await declarerNecessite(trx, nomenclature, { declareeLe: `${annee - 1}-01-05`, par: 'dpo' })
  for (const partenaire of partenaires) await enregistrerPartenaire(trx, nomenclature, partenaire)
  for (const suivi of suivis) await ecrireSuivi(trx, nomenclature, suivi, maintenant)
  for (const comite of comites) await noterComite(trx, nomenclature, comite, maintenant)
  for (const [section, texte] of Object.entries(textes))
    await ecrireTexte(trx, { dispositif: 'cvp', annee, section, texte })
  await ecrireReglages(trx, { dispositif: 'isc' })
}

const ecrireSuivi = async (trx: Db, nomenclature: Nomenclature, suivi: SuiviCvp, maintenant: Date): Promise<void> => {
  const noter = { trx, nomenclature, maintenant }
  if (suivi.personne !== null) await enregistrerPersonne(trx, nomenclature, suivi.personne, maintenant)
  if (suivi.reperage !== null) await ouvrirParcours(trx, nomenclature, suivi.reperage, maintenant)
  for (const e of suivi.entretiens)
    await enregistrerEntretien(trx, nomenclature, e, new Date(`${e.date}T${e.heure ?? '12:00'}:00`))
  await ecrireParcours(noter, suivi)
  if (suivi.cloture !== null) await cloturerSuivi(trx, nomenclature, suivi.cloture, maintenant)
}

type Noter = { readonly trx: Db; readonly nomenclature: Nomenclature; readonly maintenant: Date }

const ecrireParcours = async ({ trx, nomenclature, maintenant }: Noter, suivi: SuiviCvp): Promise<void> => {
  for (const passage of suivi.passages) await enregistrerPassage(trx, nomenclature, passage, maintenant)
  for (const statut of suivi.statuts) await enregistrerStatutPenal(trx, nomenclature, statut, maintenant)
  for (const mesure of suivi.mesures) await enregistrerMesure(trx, nomenclature, mesure, maintenant)
  for (const repere of suivi.reperes) await noterRepere(trx, nomenclature, repere, maintenant)
  for (const consentement of suivi.consentements) await noterConsentement(trx, nomenclature, consentement, maintenant)
  for (const situation of suivi.situations) await enregistrerSituation(trx, nomenclature, situation, maintenant)
  for (const { demarche, statuts } of suivi.demarches) {
    await enregistrerDemarche(trx, nomenclature, demarche, maintenant)
    for (const statut of statuts)
      await noterStatutDemarche(trx, nomenclature, { ...statut, demarcheId: demarche.id }, maintenant)
  }
  if (suivi.rattachement !== null) await enregistrerRattachement(trx, nomenclature, suivi.rattachement, maintenant)
}
