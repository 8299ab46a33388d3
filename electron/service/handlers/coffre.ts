import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Context, HandlersDe } from '../context.ts'

export const coffre: HandlersDe<'coffre'> = {
  etat: (_, { session, essai }) => ({ ...session.etat(), essai: essai?.enCours ?? false }),
  essayer: (_, { essai }) => exiger(essai).commencer(),
  quitterEssai: (_, { essai }) => exiger(essai).quitter(),
  creer: (demande, { session }) => session.creer(demande),
  confirmerSecours: (demande, { session }) => session.confirmerSecours(demande),
  ouvrir: (demande, { session }) => session.ouvrir(demande),
  ouvrirParSecours: (demande, { session }) => session.ouvrirParSecours(demande),
  changerPhrase: (demande, { session }) => session.changerPhrase(demande),
  renouvelerSecours: (demande, { session }) => session.renouvelerSecours(demande),
  verrouiller: (_, { session }) => session.verrouiller(),
  presence: (_, { session }) => session.presence(),
}

const exiger = (essai: Context['essai']): NonNullable<Context['essai']> => {
  if (essai === undefined) throw new ErreurMetier('coffre-existant')
  return essai
}
