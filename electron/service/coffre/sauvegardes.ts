import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type Chemins, cheminsDuCoffre } from './chemins.ts'

const format = 'jalon-sauvegarde/1'

/** `sauvegarde.jalon`, written once the copy was verified. Nothing typed by the user is in it, and nothing that opens anything. */
const Fiche = z.strictObject({
  format: z.literal(format),
  /** Id of the coffre, so that two coffres may share a USB key. */
  coffre: z.uuid(),
  /** Order of making, whatever the clock of the PC said. */
  rang: z.int().min(1),
  faiteLe: z.iso.datetime(),
  /** Size and SHA-256 of the encrypted base: a damaged copy is found out without a key. */
  octets: z.int().min(1),
  empreinte: z.string().regex(/^[\da-f]{64}$/u),
})
export type Fiche = z.infer<typeof Fiche>

/** A backup: a folder that is itself a coffre (base and header), with the slip above. It opens on any PC. */
export type Sauvegarde = Fiche & { readonly dossier: string }

export const nouvelleFiche = (fiche: Omit<Fiche, 'format'>): Fiche => ({ format, ...fiche })

/** Backups of a folder, the last made first. One without its slip, or of another size than it says, is not one. */
export const listerSauvegardes = (dossier: string, coffre?: string): Sauvegarde[] =>
  sousDossiers(dossier)
    .flatMap((nom) => lireSauvegarde(join(dossier, nom)) ?? [])
    .filter((lue) => coffre === undefined || lue.coffre === coffre)
    .toSorted((a, b) => b.rang - a.rang || b.faiteLe.localeCompare(a.faiteLe))

/** Backups of a place shown by the user: the folder itself, what it holds, or what its folders hold. */
export const chercherSauvegardes = (dossier: string): Sauvegarde[] => {
  const elle = lireSauvegarde(dossier)
  if (elle !== undefined) return [elle]
  return [dossier, ...sousDossiers(dossier).map((nom) => join(dossier, nom))]
    .flatMap((ici) => listerSauvegardes(ici))
    .toSorted((a, b) => b.faiteLe.localeCompare(a.faiteLe))
}

export const lireSauvegarde = (dossier: string): Sauvegarde | undefined => {
  try {
    const { base, entete } = cheminsDuCoffre(dossier)
    const fiche = [cheminFiche(dossier), join(dossier, ANCIENNE)].find((chemin) => existsSync(chemin))
    const { success, data } = Fiche.safeParse(JSON.parse(readFileSync(fiche ?? '', 'utf8')))
    return success && existsSync(entete) && statSync(base).size === data.octets ? { ...data, dossier } : undefined
  } catch {
    return undefined
  }
}

/** Whether every byte of the base is still the one that was verified. */
export const estIntacte = async ({ dossier, empreinte }: Sauvegarde): Promise<boolean> => {
  try {
    return (await condenser(cheminsDuCoffre(dossier).base)) === empreinte
  } catch {
    return false
  }
}

/** The last backup that is whole to the byte. */
export const derniereIntacte = async ({ sauvegardes }: Chemins): Promise<Sauvegarde | undefined> => {
  for (const sauvegarde of listerSauvegardes(sauvegardes)) if (await estIntacte(sauvegarde)) return sauvegarde
  return undefined
}

export const condenser = async (fichier: string): Promise<string> => {
  const condense = createHash('sha256')
  await pipeline(createReadStream(fichier), condense)
  return condense.digest('hex')
}

/** Opened by double click, it brings Jalon to the screen that starts again from its folder. */
export const cheminFiche = (dossier: string): string => join(dossier, 'sauvegarde.jalon')

/** Its name before it could be opened. */
const ANCIENNE = 'sauvegarde.json'

/** « sauvegarde-000012-2026-03-02T09-00-00-000Z »: sorts in order of making. */
export const nomSauvegarde = ({ rang, faiteLe }: Pick<Fiche, 'rang' | 'faiteLe'>): string =>
  `sauvegarde-${String(rang).padStart(6, '0')}-${faiteLe.replaceAll(/[:.]/gu, '-')}`

const sousDossiers = (dossier: string): string[] => {
  try {
    return readdirSync(dossier, { withFileTypes: true })
      .filter((entree) => entree.isDirectory() && !entree.name.startsWith('.'))
      .map(({ name }) => name)
      .slice(0, 2000)
  } catch {
    return []
  }
}
