import type { Db } from '#db/connection.ts'
import type { DemonstrationTig } from '#shared/domaine/demo/tig/generer.ts'
import { ecrireTexte } from './bilan.ts'
import { utiliserDispositif } from './dispositifs.ts'
import { lireNomenclature } from './nomenclature.ts'
import { enregistrerPersonne } from './personnes.ts'
import { enregistrerAccueil, noterAttestation } from './tig/accueils.ts'
import { noterIncident, noterJournee } from './tig/journees.ts'
import { enregistrerPosteTravail } from './tig/postes-travail.ts'

/** Writes the invented accueils by the very acts of a user; the coffre still opens on the first job. */
export const ecrireTig = async (
  trx: Db,
  { postes, accueils, textes }: DemonstrationTig,
  annee: number,
  maintenant: Date,
): Promise<void> => {
  await utiliserDispositif(trx, 'tig')
  const nomenclature = await lireNomenclature(trx, 'tig')
  for (const poste of postes) await enregistrerPosteTravail(trx, nomenclature, poste, maintenant)
  for (const { personne, accueil, journees, incidents, attestationLe } of accueils) {
    const le = new Date(`${[accueil.debutLe ?? '', accueil.decideLe ?? ''].toSorted()[0] ?? ''}T12:00:00`)
    await enregistrerPersonne(trx, nomenclature, personne, le)
    await enregistrerAccueil(trx, nomenclature, { ...accueil, finLe: null, issue: null }, maintenant)
    for (const journee of journees) await noterJournee(trx, nomenclature, journee, maintenant)
    for (const incident of incidents) await noterIncident(trx, nomenclature, incident, maintenant)
    if (accueil.finLe !== null) await enregistrerAccueil(trx, nomenclature, accueil, maintenant)
    if (attestationLe !== null)
      await noterAttestation(trx, nomenclature, { suiviId: accueil.suiviId, le: attestationLe }, maintenant)
  }
  for (const [section, texte] of Object.entries(textes))
    await ecrireTexte(trx, { dispositif: 'tig', annee, section, texte })
}
