import type { HandlersDe } from '../context.ts'

export const coffre: HandlersDe<'coffre'> = {
  etat: (_, { session }) => session.etat(),
  creer: (demande, { session }) => session.creer(demande),
  confirmerSecours: (demande, { session }) => session.confirmerSecours(demande),
  ouvrir: (demande, { session }) => session.ouvrir(demande),
  ouvrirParSecours: (demande, { session }) => session.ouvrirParSecours(demande),
  changerPhrase: (demande, { session }) => session.changerPhrase(demande),
  renouvelerSecours: (demande, { session }) => session.renouvelerSecours(demande),
  verrouiller: (_, { session }) => session.verrouiller(),
  presence: (_, { session }) => session.presence(),
}
