/** Splits a name written in one cell: NAME in capitals wherever it stands, « NOM, Prénom », else the first name last. */
export const separerNom = (texte: string, prenomDabord: boolean): { readonly nom: string; readonly prenom: string } => {
  const nu = texte.replace(/^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|m)\s+/iu, '').trim()
  const virgule = nu.indexOf(',')
  if (virgule !== -1) return { nom: nu.slice(0, virgule).trim(), prenom: nu.slice(virgule + 1).trim() }
  const mots = nu.split(' ')
  const estDuNom = (mot: string): boolean => estEnCapitales(mot) || particules.has(mot)
  if (mots.some(estEnCapitales) && !mots.every(estDuNom))
    return { nom: mots.filter(estDuNom).join(' '), prenom: mots.filter((mot) => !estDuNom(mot)).join(' ') }
  if (mots.length === 1) return { nom: nu, prenom: '' }
  return prenomDabord
    ? { nom: mots.slice(1).join(' '), prenom: mots[0] ?? '' }
    : { nom: mots.slice(0, -1).join(' '), prenom: mots.at(-1) ?? '' }
}

const estEnCapitales = (mot: string): boolean => /\p{Lu}.*\p{Lu}/u.test(mot) && mot === mot.toLocaleUpperCase('fr')

const particules: ReadonlySet<string> = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'von', 'van', 'el', 'ben'])
