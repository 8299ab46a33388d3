/** Commands of the application: main opens no window for one of these, and the service knows how to run each. */
export const commandes = [
  'creer',
  'importer',
  'bilan',
  'verifier',
  'sauvegarder',
  'restaurer',
  'purger',
  'droits',
  'secret',
  'lot',
  'consolider',
  'base',
  'exporter-tout',
  'demo',
] as const
export type NomCommande = (typeof commandes)[number]

/** What somebody types who looks for them. */
export const demandesAide: ReadonlySet<string> = new Set(['aide', '--help', '-h'])
