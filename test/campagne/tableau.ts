import { jourLocal } from '#shared/utils/dates.ts'
import { ecrireSection, enTable } from '../fixtures/sections.ts'

/** One row of a table: its columns by their titles, the same in every row. */
export type LigneCampagne = Readonly<Record<string, string | number>>

/**
 * Writes what a campaign tried and what it lost in `docs/campagne.md`, under its own title (`## section`), with the day and
 * the seed; the other sections stay as they are. Prints it too.
 */
export const noterCampagne = async (
  section: string,
  lignes: readonly LigneCampagne[],
  { graine, note }: { readonly graine: number; readonly note?: string },
): Promise<void> => {
  const texte = `Le ${jourLocal(new Date())}, graine ${graine}.${note === undefined ? '' : ` ${note}`}\n\n${enTable(lignes, enFrancais)}\n`
  process.stdout.write(`\n## ${section}\n\n${texte}`)
  await ecrireSection({ chemin: 'docs/campagne.md', debut }, section, texte)
}

const debut = `# Campagne de pannes

Ce que \`npm run campagne\` a essayé et ce qui a été perdu. Chaque section est réécrite par le passage qui porte son titre.
`

const enFrancais = (valeur: string | number): string =>
  typeof valeur === 'number' ? valeur.toLocaleString('fr-FR') : valeur
