import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { racine } from '#build/executer.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { ecrireSection, enTable } from '../fixtures/sections.ts'
import { resumerCampagne } from './resume.ts'

/** One row of a table: its columns by their titles, the same in every row. */
export type LigneCampagne = Readonly<Record<string, string | number>>

/**
 * Writes what a campaign tried and what it lost in `docs/campagne.md`, under its own title (`## section`), with the day and
 * the seed; the other sections stay as they are. Prints it too, and says the whole in few lines in `docs/securite.md`.
 */
export const noterCampagne = async (
  section: string,
  lignes: readonly LigneCampagne[],
  { graine, note }: { readonly graine: number; readonly note?: string },
): Promise<void> => {
  const texte = `Le ${jourLocal(new Date())}, graine ${graine}.${note === undefined ? '' : ` ${note}`}\n\n${enTable(lignes, enFrancais)}\n`
  process.stdout.write(`\n## ${section}\n\n${texte}`)
  await ecrireSection({ chemin: CAMPAGNE, debut }, section, texte)
  await ecrireSection(
    { chemin: 'docs/securite.md', debut: '' },
    'Ce que la campagne a essayé',
    enResume(readFileSync(join(racine, CAMPAGNE), 'utf8')),
  )
}

const CAMPAGNE = 'docs/campagne.md'

/** What `docs/securite.md` says of the campaign, from its own document. */
export const enResume = (campagne: string): string =>
  `\`npm run campagne\` tue, remplit, coupe, abîme et trompe le coffre, puis compte ce qui a été perdu ; une version courte passe à chaque \`npm test\`. Ce qui est permis : la dernière seconde de frappe. De ce qui a été annoncé : rien. Ce tableau est fait de celui de [campagne.md](campagne.md), qui donne le détail.

${enTable(resumerCampagne(campagne), enFrancais)}
`

const debut = `# Campagne de pannes

Ce que \`npm run campagne\` a essayé et ce qui a été perdu. Chaque section est réécrite par le passage qui porte son titre.
`

const enFrancais = (valeur: string | number): string =>
  typeof valeur === 'number' ? valeur.toLocaleString('fr-FR') : valeur
