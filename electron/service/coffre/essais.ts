import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { ecrireAtomique } from './fichiers.ts'

/** Failed attempts in a row, and when the last one was. */
const Essais = z.strictObject({ echecs: z.int().min(0).max(1000), dernier: z.iso.datetime() })
type Essais = z.infer<typeof Essais>

/** Seconds imposed after that many failures: none for two, then 1, 2, 4 … 300. Never a lock-out for ever. */
export const delaiApres = (echecs: number): number => (echecs < 3 ? 0 : Math.min(2 ** (echecs - 3), 300))

/** Seconds before the next attempt is accepted. */
export const attendreEncore = (fichier: string, maintenant: Date): number => {
  const essais = lireEssais(fichier)
  const delai = delaiApres(essais.echecs)
  const ecoule = (maintenant.getTime() - Date.parse(essais.dernier)) / 1000
  return Math.ceil(Math.min(Math.max(delai - ecoule, 0), delai))
}

/**
 * Counts an attempt as failed before it is made, so that ending the program during the check gains nothing; the one who
 * succeeds then calls {@link oublierEssais}. Throws `trop-d-essais` while one must wait.
 */
export const compterEssai = async (fichier: string, maintenant: Date): Promise<void> => {
  const essais = lireEssais(fichier)
  const attendre = attendreEncore(fichier, maintenant)
  if (attendre > 0) {
    // A clock set back must not make the wait longer than it was: it starts again from now, once.
    if (Date.parse(essais.dernier) > maintenant.getTime())
      await ecrire(fichier, { ...essais, dernier: iso(maintenant) })
    throw new ErreurMetier('trop-d-essais', { attendre })
  }
  await ecrire(fichier, { echecs: Math.min(essais.echecs + 1, 1000), dernier: iso(maintenant) })
}

export const oublierEssais = (fichier: string): void => rmSync(fichier, { force: true })

/** A missing or damaged file counts as none: the real obstacle to guessing is the cost of each attempt. */
const lireEssais = (fichier: string): Essais => {
  try {
    return Essais.parse(JSON.parse(readFileSync(fichier, 'utf8')))
  } catch {
    return { echecs: 0, dernier: '1970-01-01T00:00:00.000Z' }
  }
}

const ecrire = (fichier: string, essais: Essais): Promise<void> => ecrireAtomique(fichier, JSON.stringify(essais))
const iso = (date: Date): string => date.toISOString()
