import { spip2013 } from '../../fixtures/contexte.ts'
import { type unService, valeur } from '../../fixtures/service.ts'

/** For each call on the documents of the coordinator, an input that it accepts; the strategy is written before. */
export const entreesDuBilanCoordination = async (
  { api }: Awaited<ReturnType<typeof unService>>,
  { strategieId, ficheId }: { readonly strategieId: string; readonly ficheId: string },
): Promise<Readonly<Record<string, unknown>>> => {
  const chiffre = spip2013({ dispositif: 'coordination' })
  await valeur(api.bilanCoordination.enregistrerContexte(chiffre))
  const demande = { strategieId, annee: 2025, document: 'compte-rendu', ficheId }
  return {
    'bilanCoordination.apercu': demande,
    'bilanCoordination.actions': { strategieId, annee: 2025 },
    'bilanCoordination.exporter': { demande, formats: ['ods'] },
    'bilanCoordination.lireTextes': { annee: 2025, ficheId },
    'bilanCoordination.ecrireTexte': { annee: 2025, ficheId, section: 'ecarts', texte: 'Un retard.' },
    'bilanCoordination.listerContexte': undefined,
    'bilanCoordination.enregistrerContexte': chiffre,
    'bilanCoordination.supprimerContexte': { id: chiffre.id },
  }
}
