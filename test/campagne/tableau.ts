import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { jourLocal } from '#shared/utils/dates.ts'

/** One row of a table: its columns by their titles, the same in every row. */
export type LigneCampagne = Readonly<Record<string, string | number>>

const fichier = fileURLToPath(new URL('../../docs/campagne.md', import.meta.url))

/**
 * Writes what a campaign tried and what it lost in `docs/campagne.md`, under its own title (`## section`), with the day and
 * the seed; the other sections stay as they are. Prints it too.
 */
export const noterCampagne = async (
  section: string,
  lignes: readonly LigneCampagne[],
  { graine, note }: { readonly graine: number; readonly note?: string },
): Promise<void> => {
  const texte = `## ${section}\n\nLe ${jourLocal(new Date())}, graine ${graine}.${note === undefined ? '' : ` ${note}`}\n\n${enTable(lignes)}\n`
  process.stdout.write(`\n${texte}`)
  const avant = existsSync(fichier) ? readFileSync(fichier, 'utf8') : debut
  const [tete = '', ...sections] = avant.split(/^(?=## )/mu)
  const autres = sections.filter((s) => !s.startsWith(`## ${section}\n`))
  const ordre = [...autres, texte].toSorted((a, b) => a.localeCompare(b, 'fr'))
  const style = await resolveConfig(fichier)
  const entier = [tete, ...ordre].map((partie) => partie.trim()).join('\n\n')
  writeFileSync(fichier, await format(entier, { ...style, parser: 'markdown' }))
}

const debut = `# Campagne de pannes

Ce que \`npm run campagne\` a essayé et ce qui a été perdu. Chaque section est écrite par le passage qui porte son titre : aucun chiffre n’est recopié à la main.
`

const enTable = (lignes: readonly LigneCampagne[]): string => {
  const titres = Object.keys(lignes[0] ?? {})
  const alignees = titres.map((titre) => (typeof lignes[0]?.[titre] === 'number' ? '---:' : '---'))
  return [titres, alignees, ...lignes.map((l) => titres.map((titre) => enFrancais(l[titre] ?? '')))]
    .map((cases) => `| ${cases.join(' | ')} |`)
    .join('\n')
}

const enFrancais = (valeur: string | number): string =>
  typeof valeur === 'number' ? valeur.toLocaleString('fr-FR') : valeur
