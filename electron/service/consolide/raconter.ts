import type { BilanConsolide } from '#shared/ipc/contract/lots.ts'
import type { Consolide } from './preparer.ts'

/** What the screen says of a consolidated report before it is published: posts by name, numbers by how many. */
export const raconterConsolide = ({ aPublier, perimetre, verification }: Consolide): BilanConsolide => {
  const { bilan, edition } = aPublier
  const { lots, manquants, enRetard, autreDefinition } = perimetre
  const cellules = bilan.tableaux.flatMap((t) => t.cellules)
  const imprimees = cellules.filter((c) => c.etat === 'publie').length
  return {
    additionnes: lots.map((l) => l.poste),
    manquants: [...manquants],
    enRetard: [...enRetard],
    autreDefinition: [...autreDefinition],
    personnes: bilan.tableaux.find((t) => t.unite === 'personnes')?.base ?? null,
    etp: bilan.postes.reduce((n, p) => n + (p.etp * p.mois) / 12, 0),
    financementDu: bilan.postes.reduce((n, p) => n + p.financementDu, 0),
    imprimees,
    masquees: cellules.length - imprimees,
    publie: edition !== null,
    ...verification,
  }
}
