import { preparerServeur, roles } from '#db/consolidation/preparer-serveur.ts'
import { avecServeur, etatServeur } from '#db/consolidation/serveur.ts'
import { lireAcces, optionsBase, usageBase } from './base-partagee.ts'
import type { Commande } from './commande.ts'

/** Says how a shared base is; with `--preparer`, makes its roles and tables or brings them to this version. No coffre opens. */
export const base: Commande = {
  nom: 'base',
  droit: 'coordination',
  usage: `${usageBase} [--preparer] [--format json]`,
  options: { ...optionsBase, preparer: { type: 'boolean' } },
  executer: async (args, { ecrire }) => {
    const acces = await lireAcces(args)
    const migrations = args.drapeau('preparer') ? await preparerServeur(acces) : undefined
    const etat = await avecServeur(acces, etatServeur)
    if (args.json) {
      ecrire(JSON.stringify({ schema: 'jalon-base/1', ...etat, ...(migrations && { migrations }) }, undefined, 2))
      return 0
    }
    const { postes, lots, reception } = etat
    ecrire(
      `Base prête : ${postes} postes, ${lots} lots reçus. ${reception ? 'Ce compte peut recevoir des lots.' : 'Ce compte lit seulement.'}`,
    )
    if (migrations !== undefined)
      ecrire(`Donnez à chaque personne un compte membre de ${roles.coordination} (reçoit) ou ${roles.lecture} (lit).`)
    return 0
  },
}
