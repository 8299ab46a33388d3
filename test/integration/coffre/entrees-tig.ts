import { type unService, valeur } from '../../fixtures/service.ts'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { unAccueil, uneLigne, unPoste } from '../tig/un-accueil.ts'

const jour = '2025-06-02'

/** For each call of a host of TIG, an input that it accepts while the screens show it, where somebody is now received. */
export const entreesDuTig = async ({
  api,
}: Awaited<ReturnType<typeof unService>>): Promise<Readonly<Record<string, unknown>>> => {
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp', 'tig'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'tig' }))
  const personne = unePersonne()
  await valeur(api.personnes.enregistrer(personne))
  const poste = unPoste({ statuts: [{ statut: 'suspendu', du: '2025-05-30' }] })
  await valeur(api.tig.enregistrerPoste(poste))
  const accueil = unAccueil(personne.id, { posteId: poste.id })
  await valeur(api.tig.enregistrer(accueil))
  const ligne = uneLigne(accueil.suiviId)
  await valeur(api.tig.noterJournee(ligne))
  const { suiviId } = accueil
  return {
    'tig.postes': { jour },
    'tig.enregistrerPoste': poste,
    'tig.lister': { jour, etat: 'ouverts', posteId: poste.id, texte: 'mar' },
    'tig.lire': { suiviId, jour },
    'tig.enregistrer': accueil,
    'tig.noterJournee': ligne,
    'tig.noterIncident': { id: unId(), suiviId, date: '2025-04-01', genre: 'retard', signaleLe: '2025-04-02' },
    'tig.retirer': { genre: 'journee', id: ligne.id },
    'tig.retablir': { genre: 'journee', id: ligne.id },
    'tig.ecrireAttestation': { suiviId, jour, format: 'docx' },
    'tig.noterAttestation': { suiviId, le: '2025-06-01' },
  }
}
