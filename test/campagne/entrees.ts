import { expect } from 'vitest'
import { ajouter, aucun, type Constat } from '../integration/epreuves/eprouver.ts'
import { noterCampagne } from './tableau.ts'

// JALON_ENTREES: a hundred thousand inputs, or that part of them (0.01: a thousand); JALON_GRAINE: which ones.
export const GRAINE = Number(process.env['JALON_GRAINE'] ?? 2026)
export const combien = (nombre: number): number =>
  Math.max(10, Math.round(nombre * Number(process.env['JALON_ENTREES'] ?? 1)))

/** What one test file saw, by kind of input, to be written as one table when all of it has passed. */
export const unCarnet = (section: string) => {
  const constats = new Map<string, Constat>()
  return {
    noter: (quoi: string, constat: Constat): void => {
      expect(constat.essais).toBeGreaterThan(0)
      constats.set(quoi, ajouter(constats.get(quoi) ?? aucun, constat))
    },
    ecrire: async (): Promise<void> => {
      const lignes = [...constats].map(([entree, c]) => ({
        'ce qui est donné': entree,
        essais: c.essais,
        'réponses justes': c.acceptes,
        'refus, leur code dit': c.refus,
        'écrits malgré un refus': c.ecrits,
        incidents: c.incidents,
        'le plus long (ms)': c.plusLong,
        'mémoire prise (Mo)': c.memoire,
      }))
      await noterCampagne(section, lignes, {
        graine: GRAINE,
        note: `${total(lignes).toLocaleString('fr-FR')} entrées abîmées, chacune donnée au service d’un vrai coffre.`,
      })
    },
  }
}

const total = (lignes: readonly { readonly essais: number }[]): number => lignes.reduce((n, l) => n + l.essais, 0)
