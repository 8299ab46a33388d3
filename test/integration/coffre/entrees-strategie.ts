import { contenuVide } from '#shared/domaine/strategie/fiche.ts'
import { unId } from '../../fixtures/builders.ts'
import { type unService, valeur } from '../../fixtures/service.ts'

/** For each call on the strategy, an input that it accepts: a strategy of one axe, one fiche, one indicator. */
export const entreesDeLaStrategie = async ({
  api,
}: Awaited<ReturnType<typeof unService>>): Promise<Readonly<Record<string, unknown>>> => {
  const strategie = { id: unId(), titre: 'Stratégie', territoire: 'Valombre', du: 2024, au: 2026 }
  const axe = { id: unId(), strategieId: strategie.id, numero: '1', titre: 'Jeunes' }
  const territoire = { id: unId(), strategieId: strategie.id, nom: 'Nord' }
  const contenu = { ...contenuVide, financeurs: ['Ville'], calendrier: [{ quand: '2025-S1', libelle: 'guide' }] }
  const fiche = {
    id: unId(),
    axeId: axe.id,
    territoireId: null,
    numero: '1.1',
    titre: 'Accueil',
    contenu: { ...contenu, libelles: { objectifs: 'Enjeux' } },
  }
  const indicateur = {
    id: unId(),
    ficheId: fiche.id,
    libelle: 'Accueillis',
    type: 'nombre',
    unite: 'jeunes',
    periodicite: 'semestre',
    sens: 'hausse',
    liaison: null,
  } as const
  const ligne = {
    id: unId(),
    ficheId: fiche.id,
    annee: 2025,
    rubrique: '74',
    libelle: '',
    financeur: 'État',
    prevu: 100,
    realise: null,
  } as const
  await valeur(api.strategie.enregistrer(strategie))
  await valeur(api.strategie.enregistrerAxe(axe))
  await valeur(api.strategie.enregistrerTerritoire(territoire))
  await valeur(api.strategie.enregistrerFiche(fiche))
  await valeur(api.strategie.enregistrerIndicateur(indicateur))
  await valeur(api.strategie.enregistrerLigne(ligne))
  return {
    'strategie.lister': undefined,
    'strategie.resumer': { id: strategie.id, annee: 2025 },
    'strategie.lireFiche': { id: fiche.id, annee: 2025 },
    'strategie.chargerExemple': { exemple: 'aix-en-provence' },
    'strategie.enregistrer': strategie,
    'strategie.enregistrerAxe': axe,
    'strategie.enregistrerTerritoire': territoire,
    'strategie.enregistrerFiche': fiche,
    'strategie.enregistrerIndicateur': indicateur,
    'strategie.deplacerAxe': { id: axe.id, vers: 'haut' },
    'strategie.deplacerFiche': { id: fiche.id, vers: 'bas' },
    'strategie.declinerFiche': { id: fiche.id },
    'strategie.noterAnnee': {
      ficheId: fiche.id,
      annee: 2025,
      statut: 'en-cours',
      avancement: '',
      difficultes: '',
      suites: '',
    },
    'strategie.noterValeur': {
      indicateurId: indicateur.id,
      periode: '2025-S1',
      genre: 'realise',
      valeur: { type: 'nombre', nombre: 4 },
    },
    'strategie.enregistrerLigne': ligne,
    'strategie.supprimerLigne': { id: ligne.id },
    'strategie.retirer': { genre: 'indicateur', id: indicateur.id },
    'strategie.retablir': { genre: 'indicateur', id: indicateur.id },
  }
}
