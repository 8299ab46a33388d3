import type { RapportImport } from '#shared/domaine/import/rapport.ts'

/** A line that can't be read may be shifted by one column, with a name where a list is expected: it is asked once corrected. */
export const deLignesPossibles = ({
  valeursInconnues,
  problemes,
}: Pick<RapportImport, 'valeursInconnues' | 'problemes'>) => {
  const impossibles = new Set(problemes.map((p) => p.ligne))
  return valeursInconnues
    .map((v) => Object.assign({}, v, { lignes: v.lignes.filter((ligne) => !impossibles.has(ligne)) }))
    .filter(({ lignes }) => lignes.length > 0)
}
