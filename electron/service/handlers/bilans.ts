import { ecrireTexte, lireAnnees, lireTextes } from '#db/queries/bilan.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { comparerFacons } from '../bilan/comparer.ts'
import { controlerBilan, verdictDe } from '../bilan/controler.ts'
import { comparerEdition, raconterEditions, republier } from '../bilan/editions.ts'
import { preparerBilan } from '../bilan/preparer.ts'
import { publierBilan } from '../bilan/publier.ts'
import { ecrireRapport, ecrireRapportEdition } from '../bilan/rapport.ts'
import { abandonner, suivre } from '../bilan/suivre.ts'
import type { Context, HandlersDe } from '../context.ts'
import { bilanEnHtml } from '../export/html.ts'

export const bilans: HandlersDe<'bilans'> = {
  annees: async ({ dispositif }, { db, atelier }) => {
    // What the page asks first: the proof that comes next finds its solver ready.
    atelier.preparer()
    return [...(await lireAnnees(db(), dispositif))]
  },
  apercu: async (demande, contexte) => {
    const { bilan, refus } = await preparerBilan({ ...contexte, db: contexte.db() }, demande, 'apercu')
    return { bilan, html: bilanEnHtml(bilan), refus }
  },
  lireTextes: ({ dispositif, annee }, { db }) => lireTextes(db(), dispositif, annee),
  ecrireTexte: async (texte, { db }) => {
    const { sections } = await lireNomenclature(db(), texte.dispositif)
    if (!sections.some((s) => s.code === texte.section))
      throw new ErreurMetier('entree-invalide', { champs: { section: 'inconnue' } })
    await ecrireTexte(db(), texte)
  },
  exporter: async ({ formats, ...demande }, contexte) => {
    const outils = { ...contexte, db: contexte.db() }
    const dossier = exigerDossier(contexte)
    const prepare = await suivre(outils, (suivis) => controlerBilan(suivis, demande))
    return { dossier, fichiers: await publierBilan(outils, prepare, { dossier, formats }) }
  },
  preparer: async (demande, contexte) =>
    verdictDe(await suivre({ ...contexte, db: contexte.db() }, (suivis) => controlerBilan(suivis, demande))),
  comparer: async (demande, contexte) =>
    suivre({ ...contexte, db: contexte.db() }, (suivis) => comparerFacons(suivis, demande)),
  abandonner: (_, { atelier }) => abandonner(atelier),
  editions: ({ dispositif }, { db }) => raconterEditions(db(), dispositif),
  republier: async ({ edition }, contexte) => {
    const dossier = exigerDossier(contexte)
    return { dossier, fichiers: await republier(contexte.db(), edition, dossier) }
  },
  rapport: async (demande, contexte) => {
    const outils = { ...contexte, db: contexte.db() }
    const dossier = exigerDossier(contexte)
    if ('edition' in demande) return { dossier, fichiers: await ecrireRapportEdition(outils, demande.edition, dossier) }
    const prepare = await suivre(outils, (suivis) => controlerBilan(suivis, demande))
    return { dossier, fichiers: await ecrireRapport(outils, prepare, dossier) }
  },
  changements: ({ edition }, { db, maintenant }) => comparerEdition(db(), edition, maintenant()),
}

const exigerDossier = ({ chemin }: Context): string => {
  if (chemin === undefined) throw new ErreurMetier('annule')
  return chemin
}
