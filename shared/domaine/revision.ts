/**
 * Places whose acts are not undone: keys, users, backups, what was published or received. What they write is of no row that
 * somebody typed.
 */
const horsAnnulation: ReadonlySet<string> = new Set([
  'coffre',
  'acces',
  'sauvegardes',
  'restauration',
  'lots',
  'postesSuivis',
])

/** Whether what a call writes is kept as it was before, to be told and undone; `geste` is « personnes.enregistrer ». */
export const seGarde = (geste: string, kind: 'query' | 'command'): boolean =>
  kind === 'command' && !horsAnnulation.has(geste.split('.')[0] ?? '')
