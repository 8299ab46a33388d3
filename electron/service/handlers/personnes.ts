import { chercherPersonnes } from '#db/queries/chercher-personnes.ts'
import { listerDoublons, trouverRessemblances } from '#db/queries/doublons.ts'
import { ajouterEcheance, echeancesJusquau, marquerEcheance } from '#db/queries/echeances.ts'
import { lireFichePersonne } from '#db/queries/fiche-personne.ts'
import { quitterFoyer, rattacherFoyer } from '#db/queries/foyers.ts'
import { defaireFusion } from '#db/queries/fusion/defaire.ts'
import { declarerDistinctes } from '#db/queries/fusion/distinguer.ts'
import { fusionner } from '#db/queries/fusion/fusionner.ts'
import { listerPersonnes } from '#db/queries/lister-personnes.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { enregistrerPersonne } from '#db/queries/personnes.ts'
import { cloturerSuivi, rouvrirSuivi, suivisDePersonne } from '#db/queries/suivis.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { HandlersDe } from '../context.ts'

export const personnes: HandlersDe<'personnes'> = {
  chercher: ({ texte, limite }, { db, maintenant }) => chercherPersonnes(db(), texte, limite, jourLocal(maintenant())),
  lister: (demande, { db }) => listerPersonnes(db(), demande),
  lire: ({ id }, { db }) => lireFichePersonne(db(), id),
  enregistrer: async (personne, { db, maintenant }) =>
    enregistrerPersonne(db(), await lireNomenclatureDuPoste(db()), personne, maintenant()),
  doublons: (_, { db }) => listerDoublons(db()),
  ressemblances: (saisie, { db }) => trouverRessemblances(db(), saisie),
  fusionner: (fusion, { db, maintenant }) => fusionner(db(), fusion, maintenant()),
  defaireFusion: (fusion, { db }) => defaireFusion(db(), fusion),
  declarerDistinctes: (paire, { db, maintenant }) => declarerDistinctes(db(), paire, maintenant()),
  rattacherFoyer: (lien, { db }) => rattacherFoyer(db(), lien),
  quitterFoyer: ({ personneId }, { db }) => quitterFoyer(db(), personneId),
}

export const suivis: HandlersDe<'suivis'> = {
  dePersonne: ({ personneId }, { db }) => suivisDePersonne(db(), personneId),
  cloturer: async (cloture, { db, maintenant }) =>
    cloturerSuivi(db(), await lireNomenclatureDuPoste(db()), cloture, maintenant()),
  rouvrir: ({ id }, { db }) => rouvrirSuivi(db(), id),
}

export const echeances: HandlersDe<'echeances'> = {
  lister: ({ jusquau }, { db }) => echeancesJusquau(db(), jusquau),
  ajouter: (echeance, { db }) => ajouterEcheance(db(), echeance),
  marquer: ({ id, faiteLe }, { db }) => marquerEcheance(db(), id, faiteLe),
}
