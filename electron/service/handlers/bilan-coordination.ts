import { ecrireTexte, lireTextes } from '#db/queries/bilan.ts'
import { enregistrerContexte, listerContexte, supprimerContexte } from '#db/queries/contexte.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireFiche } from '#db/queries/strategie/lire.ts'
import { codeTexteAction } from '#shared/domaine/bilan-coordination/composer.ts'
import { codesSectionCompteRendu } from '#shared/domaine/bilan-coordination/documents.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { HandlersDe } from '../context.ts'
import { composerDocument, ecrireDocument, listerActions } from '../coordination/documents.ts'
import { documentEnHtml } from '../export/html.ts'

const dispositif = 'coordination'

export const bilanCoordination: HandlersDe<'bilanCoordination'> = {
  apercu: async (demande, contexte) => {
    const { bilan, document } = await composerDocument(contexte, demande)
    return { html: documentEnHtml(document), aCompleter: bilan.fiches.filter((f) => f.manques.length > 0).length }
  },
  actions: (demande, contexte) => listerActions(contexte, demande),
  exporter: async ({ demande, formats }, contexte) => {
    const { chemin: dossier } = contexte
    if (dossier === undefined) throw new ErreurMetier('annule')
    return { dossier, fichiers: await ecrireDocument(contexte, demande, { dossier, formats }) }
  },
  lireTextes: async ({ annee, ficheId }, { db }) => {
    const textes = await lireTextes(db(), dispositif, annee)
    if (ficheId !== null)
      return codesSectionCompteRendu.flatMap((section) =>
        textes.filter((t) => t.section === codeTexteAction(section, ficheId)).map(({ texte }) => ({ section, texte })),
      )
    const { sections } = await lireNomenclature(db(), dispositif)
    return textes.filter((t) => sections.some((s) => s.code === t.section))
  },
  ecrireTexte: async ({ annee, ficheId, section, texte }, { db, maintenant }) => {
    if (ficheId === null) {
      const { sections } = await lireNomenclature(db(), dispositif)
      if (!sections.some((s) => s.code === section))
        throw new ErreurMetier('entree-invalide', { champs: { section: 'inconnue' } })
    } else {
      await lireFiche(db(), ficheId, { annee, jour: jourLocal(maintenant()), comptables: [], seuil: 0 })
    }
    const code = ficheId === null ? section : codeTexteAction(section, ficheId)
    await ecrireTexte(db(), { dispositif, annee, section: code, texte })
  },
  listerContexte: (_, { db }) => listerContexte(db(), dispositif),
  enregistrerContexte: (chiffre, { db, maintenant }) => enregistrerContexte(db(), chiffre, maintenant()),
  supprimerContexte: ({ id }, { db }) => supprimerContexte(db(), dispositif, id),
}
