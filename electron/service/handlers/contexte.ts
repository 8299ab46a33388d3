import { enregistrerContexte, listerContexte, supprimerContexte } from '#db/queries/contexte.ts'
import type { HandlersDe } from '../context.ts'

export const contexte: HandlersDe<'contexte'> = {
  lister: ({ dispositif }, { db }) => listerContexte(db(), dispositif),
  enregistrer: (chiffre, { db, maintenant }) => enregistrerContexte(db(), chiffre, maintenant()),
  supprimer: ({ dispositif, id }, { db }) => supprimerContexte(db(), dispositif, id),
}
