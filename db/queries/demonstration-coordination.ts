import type { Db } from '#db/connection.ts'
import type { DemonstrationCoordination } from '#shared/domaine/demo/coordination/generer.ts'
import { inventerSuiviStrategie } from '#shared/domaine/demo/coordination/strategie.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { ecrireTexte } from './bilan.ts'
import { enregistrerContexte } from './contexte.ts'
import { utiliserDispositif } from './dispositifs.ts'
import { enregistrerInstance } from './instances/instances.ts'
import { enregistrerReunion } from './instances/reunions.ts'
import { ecrireRetour, enregistrerIntervention } from './observatoire/mediation.ts'
import { dessinerSecteur, enregistrerSecteur } from './observatoire/secteurs.ts'
import { enregistrerSignalement } from './observatoire/signalements.ts'
import { enregistrerLigne } from './strategie/budget.ts'
import { chargerExemple } from './strategie/exemple.ts'
import { noterAnnee } from './strategie/fiches.ts'
import { noterValeur } from './strategie/indicateurs.ts'
import { lireStrategie } from './strategie/lire.ts'
import { enregistrerStrategie } from './strategie/plan.ts'

/** Writes the invented year of a coordinator by the very acts of a user; the coffre still opens on the first job. */
export const ecrireCoordination = async (
  trx: Db,
  demo: DemonstrationCoordination,
  annee: number,
  maintenant: Date,
): Promise<void> => {
  await utiliserDispositif(trx, 'coordination')
  await ecrireObservatoire(trx, demo, maintenant)
  for (const instance of demo.instances) await enregistrerInstance(trx, instance, maintenant)
  for (const reunion of demo.reunions) await enregistrerReunion(trx, reunion, maintenant)
  for (const chiffre of demo.contexte) await enregistrerContexte(trx, chiffre, maintenant)
  for (const [section, texte] of Object.entries(demo.textes))
    for (const an of [annee, annee + 1])
      await ecrireTexte(trx, { dispositif: 'coordination', annee: an, section, texte })
  await ecrireStrategie(trx, annee, maintenant)
}

/** The example of Aix under the name of a town that does not exist, over the years of the demonstration. */
const ecrireStrategie = async (trx: Db, annee: number, maintenant: Date): Promise<void> => {
  const id = await chargerExemple(trx, 'aix-en-provence', maintenant)
  const titre = 'Stratégie territoriale, exemple d’après Aix-en-Provence 2013-2015'
  await enregistrerStrategie(
    trx,
    { id, titre, territoire: 'Valombre (ville inventée)', du: annee, au: annee + 2 },
    maintenant,
  )
  const aujourdhui = jourLocal(maintenant)
  const { fiches } = await lireStrategie(trx, id, { annee, jour: aujourdhui, comptables: [], seuil: 0 })
  const { annees, valeurs, budget } = inventerSuiviStrategie(fiches, annee, aujourdhui)
  for (const an of annees) await noterAnnee(trx, an, maintenant)
  for (const valeur of valeurs) await noterValeur(trx, valeur, maintenant)
  for (const ligne of budget) await enregistrerLigne(trx, ligne, maintenant)
}

const ecrireObservatoire = async (
  trx: Db,
  { secteurs, signalements, interventions, retours }: DemonstrationCoordination,
  maintenant: Date,
): Promise<void> => {
  for (const { carreaux, ...secteur } of secteurs) {
    await enregistrerSecteur(trx, secteur, maintenant)
    await dessinerSecteur(trx, { secteurId: secteur.id, carreaux }, maintenant)
  }
  for (const signalement of signalements) await enregistrerSignalement(trx, signalement, maintenant)
  for (const intervention of interventions) await enregistrerIntervention(trx, intervention, maintenant)
  for (const retour of retours) await ecrireRetour(trx, retour, maintenant)
}
