import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dire, mener, racine } from './executer.ts'
import { formatsPublies } from './formats-publies.ts'

// npm run formats: writes the schemas of docs/formats/ again; a test fails while they are not up to date.
await mener(() => {
  const dossier = join(racine, 'docs/formats')
  for (const ancien of ['bilan-csv', 'copie-en-clair']) rmSync(join(dossier, ancien), { recursive: true, force: true })
  for (const [nom, contenu] of formatsPublies()) {
    mkdirSync(dirname(join(dossier, nom)), { recursive: true })
    writeFileSync(join(dossier, nom), contenu)
  }
  dire(`Écrits dans docs/formats : ${[...formatsPublies().keys()].join(', ')}`)
  return 0
})
