import { join } from 'node:path'

/** What a coffre is made of. A folder holding `baseEnCreation` and no `base` is a creation cut short: nothing was in it. */
export type Chemins = Readonly<
  Record<'dossier' | 'entete' | 'base' | 'baseEnCreation' | 'essais' | 'sauvegardes', string>
>

export const cheminsDuCoffre = (dossier: string): Chemins => ({
  dossier,
  entete: join(dossier, 'coffre.json'),
  base: join(dossier, 'jalon.db'),
  baseEnCreation: join(dossier, 'jalon.db.creation'),
  essais: join(dossier, 'essais.json'),
  sauvegardes: join(dossier, 'sauvegardes'),
})
