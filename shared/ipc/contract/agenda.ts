import { z } from 'zod'
import { Evenement } from '../../domaine/agenda/evenement.ts'
import { Jour } from '../../domaine/communs.ts'
import { joursEntre } from '../../utils/dates.ts'
import { commandVers, query } from '../call.ts'

/** Longest period asked at once, in days: a month with what is late before it. */
export const JOURS_AGENDA = 140

/** The days wanted, and today. */
export const DemandeAgenda = z
  .strictObject({ du: Jour, au: Jour, jour: Jour })
  .refine(({ du, au }) => du <= au && joursEntre(du, au) <= JOURS_AGENDA)
export type DemandeAgenda = z.infer<typeof DemandeAgenda>

const Apercu = z.strictObject({ html: z.string() })
const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })

/**
 * What falls on each day under the dispositif shown. Those of suivis, and those of the instances of the coordinator, who reads
 * no suivi. The paper of a day or of a week names nobody and holds no word typed about anybody, unless it is asked in full
 * words.
 */
export const agenda = {
  lire: query(DemandeAgenda, z.array(Evenement)),
  apercu: query(DemandeAgenda, Apercu),
  imprimer: commandVers('dossier', DemandeAgenda, Ecrits),
  /** The same with the names, and the words of the échéances. */
  imprimerAvecNoms: commandVers('dossier', DemandeAgenda.safeExtend({ confirmation: z.literal('avec-noms') }), Ecrits),
  reunions: query(DemandeAgenda, z.array(Evenement)),
  apercuReunions: query(DemandeAgenda, Apercu),
  imprimerReunions: commandVers('dossier', DemandeAgenda, Ecrits),
}
