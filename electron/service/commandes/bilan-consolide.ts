import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { type OutilsPublication, publierBilan, type Destination } from '../bilan/publier.ts'
import { type OutilsConsolide, preparerConsolide } from '../consolide/preparer.ts'
import { direEcart } from '../consolide/verifier.ts'
import { bilanEnTexte } from './bilan-en-texte.ts'
import type { OutilsCommande } from './commande.ts'

/** The consolidated report: on standard output, or in files. What posts published and their lots do not give is said. */
export const bilanConsolide = async (
  outils: OutilsPublication & OutilsConsolide,
  demande: DemandeBilan,
  sortie: Destination | undefined,
  { ecrire, signaler, json }: Pick<OutilsCommande, 'ecrire' | 'signaler'> & { readonly json: boolean },
): Promise<void> => {
  const { aPublier, perimetre, verification } = await preparerConsolide(outils, demande, 'publication')
  const { bilan } = aPublier
  const fichiers = sortie === undefined ? [] : await publierBilan(outils, aPublier, sortie)
  const { manquants, enRetard, autreDefinition, lots } = perimetre
  if (json) {
    const postes = { additionnes: lots.map((l) => l.poste), manquants, enRetard, autreDefinition }
    ecrire(JSON.stringify({ schema: 'jalon-consolide/1', postes, verification, bilan, fichiers }, undefined, 2))
    return
  }
  if (sortie === undefined) ecrire(bilanEnTexte(bilan))
  else ecrire([`${bilan.titre} : écrit dans ${sortie.dossier}`, ...fichiers.map((f) => `  ${f}`)].join('\n'))
  for (const ecart of verification.ecarts) signaler(direEcart(ecart))
}
