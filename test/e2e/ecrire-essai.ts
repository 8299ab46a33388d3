import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { jourLocal } from '#shared/utils/dates.ts'
import { enTable } from '../fixtures/sections.ts'
import type { Mesure } from './premier-jour.ts'

const fichier = resolve(import.meta.dirname, '../../docs/essai.md')

/** Writes `docs/essai.md`: what somebody new did, with how many keys, beside the pictures just taken. */
export const ecrireEssai = async (mesures: readonly Mesure[]): Promise<void> => {
  const lignes = mesures.map(({ tache, image, touches, souris }) => ({
    'Ce qui est fait': `[${tache}](#${ancre(tache)})`,
    Touches: touches,
    'Gestes de souris': souris,
    Image: `[${image}](captures/${image}.png)`,
  }))
  const images = mesures.map(({ tache, image }) => `## ${tache}\n\n![${tache}](captures/${image}.png)`)
  const texte = [entete, enTable(lignes), conditions(), ...images].join('\n\n')
  writeFileSync(fichier, await format(texte, { ...(await resolveConfig(fichier)), parser: 'markdown' }))
}

const entete = `# Le premier jour, essayé

Comme le ferait quelqu’un qui découvre Jalon, avec les seuls écrans et le seul clavier : premier lancement, « Essayer avec des données inventées », puis les sept choses d’une journée. \`npm run captures\` refait l’essai, cette page et ses images ; \`test/e2e/premier-jour.test.ts\` le refait à chaque \`npm test\`.`

const conditions = (): string =>
  `Essayé le ${jourLocal(new Date())}. Une touche enfoncée compte pour une, \`Ctrl\` et \`Alt\` pour une de plus ; la phrase de passe et les noms tapés sont comptés. Deux touches par seconde, c’est 120 en une minute : le test refuse une tâche qui en demanderait plus, et tout geste de souris. Les tabulations pour atteindre un bouton sont comptées aussi ; rien n’est mesuré du temps de réfléchir.`

/** Anchor of a heading, as the forges that show Markdown make it. */
const ancre = (titre: string): string =>
  titre
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/gu, '-')
