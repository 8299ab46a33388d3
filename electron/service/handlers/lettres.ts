import {
  ajouterModele,
  lireRemise,
  lireSourcesLettre,
  listerModeles,
  noterRemise,
  supprimerModele,
} from '#db/queries/lettres.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { HandlersDe } from '../context.ts'
import { ecrireLettre, prendreModele } from '../lettres/ecrire.ts'
import { examinerModele } from '../lettres/modele.ts'

export const lettres: HandlersDe<'lettres'> = {
  modeles: (_, { db }) => listerModeles(db()),
  examinerModele: ({ contenu }) => [...examinerModele(Buffer.from(contenu, 'base64'))],
  ajouterModele: async ({ id, nom, contenu }, { db, maintenant }) => {
    const octets = Buffer.from(contenu, 'base64')
    if (examinerModele(octets).length > 0)
      throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'balises' } })
    await ajouterModele(db(), { id, nom, contenu: octets }, maintenant())
  },
  supprimerModele: ({ id }, { db }) => supprimerModele(db(), id),
  exporterModele: async ({ modele }, { db, chemin, maintenant }) => {
    const pris = await prendreModele(db(), modele, jourLocal(maintenant()))
    return ecrireLettre(chemin, `modele-${pris.nom}`, pris.contenu)
  },
  ecrire: async ({ modele, jour, ...qui }, { db, chemin, maintenant }) => {
    const sources = await lireSourcesLettre(db(), qui, jour)
    const pris = await prendreModele(db(), modele, jourLocal(maintenant()))
    return ecrireLettre(chemin, `${pris.nom}-${sources.suivi.numero}-${jour}`, pris.contenu, sources)
  },
  remise: async (qui, { db }) => ({ date: await lireRemise(db(), qui) }),
  noterRemise: (remise, { db, maintenant }) => noterRemise(db(), remise, maintenant()),
}
