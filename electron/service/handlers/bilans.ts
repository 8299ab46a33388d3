import { ecrireTexte, lireAnnees, lireTextes } from '#db/queries/bilan.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { preparerBilan } from '../bilan.ts'
import type { HandlersDe } from '../context.ts'
import { bilanEnHtml, ecrireBilan } from '../export/index.ts'

export const bilans: HandlersDe<'bilans'> = {
  annees: async ({ dispositif }, { db }) => [...(await lireAnnees(db(), dispositif))],
  apercu: async (demande, { db, maintenant }) => {
    const bilan = await preparerBilan(db(), demande, maintenant())
    return { bilan, html: bilanEnHtml(bilan) }
  },
  lireTextes: ({ dispositif, annee }, { db }) => lireTextes(db(), dispositif, annee),
  ecrireTexte: async (texte, { db }) => {
    const { sections } = await lireNomenclature(db(), texte.dispositif)
    if (!sections.some((s) => s.code === texte.section))
      throw new ErreurMetier('entree-invalide', { champs: { section: 'inconnue' } })
    await ecrireTexte(db(), texte)
  },
  exporter: async ({ formats, ...demande }, { db, maintenant, imprimer, chemin }) => {
    if (chemin === undefined) throw new ErreurMetier('annule')
    const bilan = await preparerBilan(db(), demande, maintenant())
    return { dossier: chemin, fichiers: await ecrireBilan(bilan, chemin, formats, imprimer) }
  },
}
