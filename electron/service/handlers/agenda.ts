import { lireAgenda, lireReunionsDeLAgenda } from '#db/queries/agenda.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import type { DemandeAgenda } from '#shared/ipc/contract/agenda.ts'
import type { Context, HandlersDe } from '../context.ts'
import type { FaconAgenda } from '../impressions/agenda.ts'
import { ecrirePapier } from '../impressions/ecrire-papier.ts'
import { type Papier, preparerAgenda } from '../impressions/preparer.ts'

type Lecture = typeof lireAgenda

export const agenda: HandlersDe<'agenda'> = {
  lire: (demande, contexte) => lire(lireAgenda, demande, contexte),
  apercu: async (demande, contexte) => ({ html: (await papier(lireAgenda, demande, contexte, 'sans-nom')).html }),
  imprimer: async (demande, contexte) =>
    ecrirePapier(await papier(lireAgenda, demande, contexte, 'sans-nom'), contexte),
  imprimerAvecNoms: async ({ confirmation, ...demande }, contexte) =>
    ecrirePapier(await papier(lireAgenda, demande, contexte, confirmation), contexte),
  reunions: (demande, contexte) => lire(lireReunionsDeLAgenda, demande, contexte),
  apercuReunions: async (demande, contexte) => ({
    html: (await papier(lireReunionsDeLAgenda, demande, contexte, 'sans-nom')).html,
  }),
  imprimerReunions: async (demande, contexte) =>
    ecrirePapier(await papier(lireReunionsDeLAgenda, demande, contexte, 'sans-nom'), contexte),
}

const lire = async (lecture: Lecture, demande: DemandeAgenda, { db }: Pick<Context, 'db'>): Promise<Evenement[]> =>
  lecture(db(), await lireNomenclatureDuPoste(db()), demande)

const papier = async (
  lecture: Lecture,
  demande: DemandeAgenda,
  contexte: Pick<Context, 'db'>,
  facon: FaconAgenda,
): Promise<Papier> => preparerAgenda(contexte.db(), demande, await lire(lecture, demande, contexte), facon)
