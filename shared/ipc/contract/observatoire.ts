import { z } from 'zod'
import { Annee, Id } from '../../domaine/communs.ts'
import { Carreau, CARREAUX, Secteur, SecteurDessine } from '../../domaine/observatoire/carte.ts'
import { CompteObservatoire, DemandeCompte } from '../../domaine/observatoire/compte.ts'
import { FiltreObservatoire, Intervention, Retour, Signalement } from '../../domaine/observatoire/signalement.ts'
import { command, commandVers, query } from '../call.ts'

const Retrait = z.strictObject({ id: Id, retire: z.boolean() })

/** The observatoire de la tranquillité and the médiation. No call takes or gives a person. */
export const observatoire = {
  secteurs: query(z.void(), z.array(SecteurDessine)),
  enregistrerSecteur: command(Secteur, z.void()),
  /** Refused for one that served. */
  supprimerSecteur: command(z.strictObject({ id: Id }), z.void()),
  /** Gives a sector its squares, whoever had them. */
  dessinerSecteur: command(z.strictObject({ secteurId: Id, carreaux: z.array(Carreau).max(CARREAUX) }), z.void()),
  signalements: query(
    FiltreObservatoire,
    z.strictObject({
      total: z.int(),
      lignes: z.array(Signalement.extend({ interventions: z.int() })),
    }),
  ),
  /** A note that looks nominative is refused until it is said to have been read again. */
  enregistrerSignalement: command(Signalement, z.void()),
  /** Takes it out of sight and of the counts, or brings it back. */
  retirerSignalement: command(Retrait, z.void()),
  interventions: query(FiltreObservatoire, z.strictObject({ total: z.int(), lignes: z.array(Intervention) })),
  enregistrerIntervention: command(Intervention, z.void()),
  retirerIntervention: command(Retrait, z.void()),
  retours: query(z.strictObject({ annee: Annee }), z.array(Retour)),
  ecrireRetour: command(Retour, z.void()),
  compter: query(DemandeCompte, CompteObservatoire),
  /** Writes the counts, and nothing that was typed freely but the names of the sectors, as CSV and ODS. */
  exporter: commandVers(
    'dossier',
    DemandeCompte,
    z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) }),
  ),
}
