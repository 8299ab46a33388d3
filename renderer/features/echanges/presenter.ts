import { estRefuse, type RapportImport } from '#shared/domaine/import/rapport.ts'

export const compte = (nombre: number, singulier: string, pluriel = `${singulier}s`): string =>
  `${nombre.toLocaleString('fr-FR')} ${nombre > 1 ? pluriel : singulier}`

/** « ligne 4 », « lignes 4, 8, 12 et 9 autres » */
export const lignesAffichees = (lignes: readonly number[], max = 6): string => {
  if (lignes.length === 1) return `ligne ${lignes[0]}`
  const montrees = lignes.slice(0, max).join(', ')
  const reste = lignes.length - max
  return `lignes ${montrees}${reste > 0 ? ` et ${compte(reste, 'autre')}` : ''}`
}

/** What the file holds, in the order a person checks it. */
export const comptes = (rapport: RapportImport): readonly { readonly libelle: string; readonly valeur: number }[] => [
  { libelle: 'Lignes du fichier', valeur: rapport.lignes },
  { libelle: 'Déjà importées ou écartées', valeur: rapport.ignorees.length },
  { libelle: 'Personnes', valeur: rapport.personnes },
  { libelle: 'dont nouvelles', valeur: rapport.personnesNouvelles },
]

/** What stands between the file and the coffre, in one sentence. */
export const verdict = (rapport: RapportImport): { readonly pret: boolean; readonly texte: string } => {
  const { problemes, valeursInconnues } = rapport
  if (!estRefuse(rapport)) {
    const reste = rapport.lignes - rapport.ignorees.length
    return reste === 0
      ? { pret: false, texte: 'Tout ce fichier est déjà dans le coffre : il n’y a rien à ajouter.' }
      : { pret: true, texte: `Tout est compris : ${compte(reste, 'ligne')} à importer.` }
  }
  const obstacles = [
    problemes.length > 0
      ? compte(problemes.length, 'ligne à corriger dans le fichier', 'problèmes à corriger dans le fichier')
      : '',
    valeursInconnues.length > 0 ? compte(valeursInconnues.length, 'valeur à situer', 'valeurs à situer') : '',
  ].filter((texte) => texte !== '')
  return { pret: false, texte: `Avant d’importer : ${obstacles.join(' et ')}.` }
}

/** What happened, once it has. */
export const phraseResultat = ({ importees, ignorees, personnesNouvelles, ...rapport }: RapportImport): string => {
  if (importees === 0) return 'Rien n’a été ajouté : toutes ces lignes étaient déjà dans le coffre.'
  const { entretiens, sejours, accueils, faits } = rapport
  const ajouts = [
    entretiens === 0 ? '' : compte(entretiens, 'entretien importé', 'entretiens importés'),
    sejours === 0 ? '' : compte(sejours, 'séjour en établissement', 'séjours en établissement'),
    accueils === 0 ? '' : compte(accueils, 'accueil importé', 'accueils importés'),
    faits === 0 ? '' : compte(faits, 'autre fait du parcours', 'autres faits du parcours'),
    compte(personnesNouvelles, 'nouvelle personne', 'nouvelles personnes'),
  ].filter((texte) => texte !== '')
  const ajout = `${ajouts.join(', ')}.`
  return ignorees.length === 0 ? ajout : `${ajout} ${compte(ignorees.length, 'ligne écartée', 'lignes écartées')}.`
}
