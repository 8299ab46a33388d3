import { compterObservatoire } from '#db/queries/observatoire/compter.ts'
import {
  ecrireRetour,
  enregistrerIntervention,
  lireRetours,
  listerInterventions,
} from '#db/queries/observatoire/mediation.ts'
import {
  enregistrerSecteur,
  dessinerSecteur,
  listerSecteurs,
  supprimerSecteur,
} from '#db/queries/observatoire/secteurs.ts'
import { enregistrerSignalement, listerSignalements, retirer } from '#db/queries/observatoire/signalements.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { HandlersDe } from '../context.ts'
import { exporterObservatoire } from '../observatoire/exporter.ts'

export const observatoire: HandlersDe<'observatoire'> = {
  secteurs: (_, { db }) => listerSecteurs(db()),
  enregistrerSecteur: (secteur, { db, maintenant }) => enregistrerSecteur(db(), secteur, maintenant()),
  supprimerSecteur: ({ id }, { db }) => supprimerSecteur(db(), id),
  dessinerSecteur: (dessin, { db, maintenant }) => dessinerSecteur(db(), dessin, maintenant()),
  signalements: (filtre, { db }) => listerSignalements(db(), filtre),
  enregistrerSignalement: (signalement, { db, maintenant }) => enregistrerSignalement(db(), signalement, maintenant()),
  retirerSignalement: (retrait, { db, maintenant }) => retirer(db(), 'signalement', retrait, maintenant()),
  interventions: (filtre, { db }) => listerInterventions(db(), filtre),
  enregistrerIntervention: (intervention, { db, maintenant }) =>
    enregistrerIntervention(db(), intervention, maintenant()),
  retirerIntervention: (retrait, { db, maintenant }) => retirer(db(), 'intervention', retrait, maintenant()),
  retours: ({ annee }, { db }) => lireRetours(db(), annee),
  ecrireRetour: (retour, { db, maintenant }) => ecrireRetour(db(), retour, maintenant()),
  compter: (demande, { db }) => compterObservatoire(db(), demande),
  exporter: async (demande, { db, chemin: dossier }) => {
    if (dossier === undefined) throw new ErreurMetier('annule')
    return { dossier, fichiers: await exporterObservatoire(db(), demande, dossier) }
  },
}
