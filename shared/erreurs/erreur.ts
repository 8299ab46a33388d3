/** Every failure that may cross a boundary. The code is stable; its French text is chosen where it is shown. */
export const codesErreur = [
  'appel-inconnu',
  'entree-invalide',
  'introuvable',
  'strategie-absente',
  'annule',
  'verrouille',
  'droit-absent',
  'coffre-absent',
  'coffre-existant',
  'coffre-incomplet',
  'coffre-illisible',
  'coffre-occupe',
  'version-future',
  'phrase-incorrecte',
  'phrase-trop-faible',
  'phrase-refusee',
  'trop-d-essais',
  'code-secours-incorrect',
  'emplacement-refuse',
  'migration-impossible',
  'sauvegarde-non-verifiee',
  'sauvegarde-abimee',
  'sauvegarde-absente',
  'destination-absente',
  'coffre-plus-recent',
  'coffres-divergents',
  'dossier-occupe',
  'fichier-illisible',
  'fichier-trop-gros',
  'import-refuse',
  'valeur-inconnue',
  'valeur-utilisee',
  'fusion-hors-droits',
  'fusion-contredite',
  'annulation-contredite',
  'annulation-faite',
  'annulation-impossible',
  'personne-a-l-ecart',
  'necessite-absente',
  'situation-figee',
  'instance-non-nominative',
  'charte-non-signee',
  'releve-nominatif',
  'periode-invalide',
  'seuil-interdit',
  'secret-non-prouve',
  'publication-refusee',
  'consolidation-refusee',
  'ecriture-impossible',
  'pdf-indisponible',
  'base-adresse',
  'base-injoignable',
  'base-sans-tls',
  'base-certificat',
  'base-phrase',
  'base-droit',
  'base-non-preparee',
  'base-plus-recente',
  'maj-sans-cle',
  'maj-illisible',
  'maj-signature',
  'maj-ancienne',
  'maj-sans-installateur',
  'maj-abimee',
  'installation-abimee',
  'service-arrete',
  'interne',
] as const
export type CodeErreur = (typeof codesErreur)[number]

/** What the other side receives: a code, the fields at fault, and the few figures a message needs. Never data of a person. */
export type Erreur = {
  readonly code: CodeErreur
  readonly champs?: Readonly<Record<string, string>>
  /** Seconds to wait before the next attempt (`trop-d-essais`). */
  readonly attendre?: number
}

/** Expected failure, thrown in the service and in queries, translated to {@link Erreur} by the router alone. */
export class ErreurMetier extends Error {
  readonly erreur: Erreur
  constructor(code: CodeErreur, details: Omit<Erreur, 'code'> = {}) {
    super(code)
    this.name = 'ErreurMetier'
    this.erreur = { code, ...details }
  }
}
