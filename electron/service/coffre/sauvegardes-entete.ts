import { existsSync } from 'node:fs'
import { type Chemins, cheminsDuCoffre } from './chemins.ts'
import { ecrireEntete, lireEntete } from './entete.ts'
import { listerAilleurs } from './sauvegardes-emporter.ts'
import { listerSauvegardes } from './sauvegardes.ts'

/**
 * Gives every backup within reach the header of the coffre: a passphrase or a recovery code that opens the coffre no more
 * must not open its backups. The key being the same, nothing else changes. One that resists waits for the next time.
 */
export const propagerEntete = async (
  chemins: Chemins,
  destinations: readonly string[],
  cout: number,
): Promise<void> => {
  const entete = lireEntete(chemins, cout)
  const toutes = [
    ...listerSauvegardes(chemins.sauvegardes, entete.id),
    ...destinations.filter((d) => existsSync(d)).flatMap((d) => listerAilleurs(d, entete.id)),
  ]
  for (const { dossier } of toutes) {
    try {
      const sien = cheminsDuCoffre(dossier)
      if (JSON.stringify(lireEntete(sien, cout)) !== JSON.stringify(entete)) await ecrireEntete(sien, entete)
    } catch {
      // Away, full or read-only.
    }
  }
}
