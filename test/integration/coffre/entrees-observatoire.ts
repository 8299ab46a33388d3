import type { unService } from '../../fixtures/service.ts'
import { valeur } from '../../fixtures/service.ts'
import { unId } from '../../fixtures/builders.ts'
import { uneIntervention, unSignalement } from '../observatoire/un-observatoire.ts'

/** One of each thing of the observatoire, and for each of its calls an input that it accepts. */
export const entreesDeLObservatoire = async ({
  api,
}: Awaited<ReturnType<typeof unService>>): Promise<Readonly<Record<string, unknown>>> => {
  const secteur = { id: unId(), nom: 'Centre', actif: true }
  await valeur(api.observatoire.enregistrerSecteur(secteur))
  const signalement = unSignalement(secteur.id, { date: '2025-05-02' })
  const intervention = uneIntervention(secteur.id, { date: '2025-05-03' })
  await valeur(api.observatoire.enregistrerSignalement(signalement))
  await valeur(api.observatoire.enregistrerIntervention(intervention))
  const filtre = { secteurId: secteur.id, trouble: null, mois: '2025-05', page: { debut: 0, taille: 20 } }
  const demande = { du: '2025-01-01', au: '2025-06-01', trouble: null }
  return {
    'observatoire.secteurs': undefined,
    'observatoire.enregistrerSecteur': secteur,
    'observatoire.supprimerSecteur': { id: unId() },
    'observatoire.dessinerSecteur': { secteurId: secteur.id, carreaux: [1, 2, 14] },
    'observatoire.signalements': filtre,
    'observatoire.enregistrerSignalement': signalement,
    'observatoire.retirerSignalement': { id: signalement.id, retire: true },
    'observatoire.interventions': filtre,
    'observatoire.enregistrerIntervention': intervention,
    'observatoire.retirerIntervention': { id: intervention.id, retire: true },
    'observatoire.retours': { annee: 2025 },
    'observatoire.ecrireRetour': { secteurId: secteur.id, annee: 2025, texte: 'Plus calme.', texteRelu: false },
    'observatoire.compter': demande,
    'observatoire.exporter': demande,
  }
}
