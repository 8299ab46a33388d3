/** Splits a name written in one cell: NAME in capitals wherever it stands, « NOM, Prénom », else the first name last. */
export const separerNom = (texte: string, prenomDabord: boolean): { readonly nom: string; readonly prenom: string } => {
  const nu = texte.replace(/^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|m)\s+/iu, '').trim()
  const virgule = nu.indexOf(',')
  if (virgule !== -1) return { nom: nu.slice(0, virgule).trim(), prenom: nu.slice(virgule + 1).trim() }
  // « N DIAYE », « D ALMEIDA »: the letter before a lost apostrophe belongs to the name.
  const mots = nu.replaceAll(/(?<!\S)([DLMNO]) (?=\p{Lu}{2,}(?!\S))/gu, '$1\u00A0').split(' ')
  const estDuNom = (mot: string): boolean => estEnCapitales(mot) || particules.has(mot)
  if (mots.some(estEnCapitales) && !mots.every(estDuNom))
    return { nom: joindre(mots.filter(estDuNom)), prenom: joindre(mots.filter((mot) => !estDuNom(mot))) }
  if (mots.length === 1) return { nom: nu, prenom: '' }
  return prenomDabord
    ? { nom: joindre(mots.slice(1)), prenom: mots[0] ?? '' }
    : { nom: joindre(mots.slice(0, -1)), prenom: mots.at(-1) ?? '' }
}

const joindre = (mots: readonly string[]): string => mots.join(' ').replaceAll('\u00A0', ' ')

const estEnCapitales = (mot: string): boolean => /\p{Lu}.*\p{Lu}/u.test(mot) && mot === mot.toLocaleUpperCase('fr')

const particules: ReadonlySet<string> = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'von', 'van', 'el', 'ben'])
