import { ecrireTexte, lireAnnees, lireTextes } from '#db/queries/bilan.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { preparerBilan } from '../bilan/preparer.ts'
import { publierBilan } from '../bilan/publier.ts'
import type { HandlersDe } from '../context.ts'
import { bilanEnHtml } from '../export/index.ts'

export const bilans: HandlersDe<'bilans'> = {
  annees: async ({ dispositif }, { db }) => [...(await lireAnnees(db(), dispositif))],
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
    const { chemin: dossier } = contexte
    if (dossier === undefined) throw new ErreurMetier('annule')
    const outils = { ...contexte, db: contexte.db() }
    const prepare = await preparerBilan(outils, demande, 'publication')
    return { dossier, fichiers: await publierBilan(outils, prepare, { dossier, formats }) }
  },
}
