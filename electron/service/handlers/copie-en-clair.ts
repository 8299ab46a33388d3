import { join } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { HandlersDe } from '../context.ts'
import { ecrireCopieEnClair } from '../copie-en-clair/ecrire.ts'

export const copieEnClair: HandlersDe<'copieEnClair'> = {
  ecrire: async ({ phrase }, { session, db, chemin, maintenant, progression }) => {
    if (chemin === undefined) throw new ErreurMetier('annule')
    await session.verifierPhrase({ phrase })
    const cible = join(chemin, `jalon-copie-en-clair-${jourLocal(maintenant())}`)
    return ecrireCopieEnClair({ db: db(), maintenant, progression }, cible, session.etat().emplacement)
  },
}
