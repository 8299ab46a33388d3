import { DEJA_IMPORTEE, type RapportImport } from '#shared/domaine/import/rapport.ts'

/** The report of an import, in sentences. It names lines and columns, never a person. */
export const raconterImport = (rapport: RapportImport): readonly string[] => [
  ...(rapport.feuille === null ? [] : [`Feuille lue : ${rapport.feuille}`]),
  `${pluriel(rapport.lignes, 'ligne lue', 'lignes lues')}, ${pluriel(rapport.personnes, 'personne', 'personnes')}${rapport.anonymes === 0 ? '' : ` dont ${pluriel(rapport.anonymes, 'anonyme', 'anonymes')}`}.`,
  conclure(rapport),
  ...groupe(
    'Lignes impossibles',
    rapport.problemes.map(({ ligne, colonne, raison }) => `${situer(ligne, colonne)} : ${raison}`),
  ),
  ...groupe(
    'Valeurs absentes des listes (à préciser avec --correspondance)',
    rapport.valeursInconnues.map((v) => `${v.libelle} [${v.champ}] : « ${v.valeur} » (${citerLignes(v.lignes)})`),
  ),
  ...groupe(
    'Colonnes jamais importées',
    rapport.colonnesInterdites.map(({ titre, raison }) => `${titre} : ${raison}`),
  ),
  ...groupe('Colonnes laissées de côté', rapport.colonnesInconnues),
  ...groupe(
    'Lignes laissées de côté',
    rapport.ignorees
      .filter(({ raison }) => raison !== DEJA_IMPORTEE)
      .map(({ ligne, raison }) => `ligne ${ligne} : ${raison}`),
  ),
  ...groupe(
    'À vérifier',
    rapport.avertissements.map(({ lignes, message }) =>
      lignes.length === 0 ? message : `${message} (${citerLignes(lignes)})`,
    ),
  ),
  ...groupe(
    'Doublons possibles, gardés à part',
    rapport.doublonsPossibles.map(({ personnes, raison }) => `${personnes.join(' / ')} : ${raison}`),
  ),
]

/** One sentence: why nothing was written. */
export const expliquerRefus = ({ problemes, valeursInconnues }: RapportImport): string => {
  const [premier] = problemes
  const raisons = [
    ...(premier === undefined
      ? []
      : [
          `${pluriel(problemes.length, 'problème', 'problèmes')}, le premier ${situer(premier.ligne, premier.colonne)} : ${premier.raison.replace(/\.$/u, '')}`,
        ]),
    ...(valeursInconnues.length === 0
      ? []
      : [
          `${pluriel(valeursInconnues.length, 'valeur absente des listes', 'valeurs absentes des listes')} (${[...new Set(valeursInconnues.map((v) => v.libelle))].join(', ')}), à préciser avec --correspondance`,
        ]),
  ]
  return `L’import est refusé, rien n’a été écrit : ${raisons.join(' ; ')}.`
}

const conclure = ({ simulation, personnesNouvelles, ignorees, ...rapport }: RapportImport): string => {
  if (rapport.problemes.length > 0 || rapport.valeursInconnues.length > 0) return 'Rien n’a été écrit.'
  const { entretiens, sejours, accueils, faits: autres } = rapport
  const faits = [
    ...(accueils === 0 ? [pluriel(entretiens, 'entretien', 'entretiens')] : []),
    ...(accueils === 0 ? [] : [pluriel(accueils, 'accueil', 'accueils')]),
    ...(sejours === 0 ? [] : [pluriel(sejours, 'séjour en établissement', 'séjours en établissement')]),
    ...(autres === 0 ? [] : [pluriel(autres, 'autre fait du parcours', 'autres faits du parcours')]),
    pluriel(personnesNouvelles, 'nouvelle personne', 'nouvelles personnes'),
  ]
    .join(', ')
    .replace(/, (?=[^,]*$)/u, ' et ')
  const connues = ignorees.filter(({ raison }) => raison === DEJA_IMPORTEE).length
  const deja = connues === 0 ? '' : ` ; ${pluriel(connues, 'ligne déjà importée', 'lignes déjà importées')}`
  return simulation ? `Simulation, rien n’a été écrit. À importer : ${faits}${deja}.` : `Importé : ${faits}${deja}.`
}

const groupe = (titre: string, lignes: readonly string[]): readonly string[] =>
  lignes.length === 0 ? [] : [`${titre} (${lignes.length}) :`, ...lignes.map((ligne) => `  - ${ligne}`)]

const situer = (ligne: number, colonne: string | null): string =>
  `ligne ${ligne}${colonne === null ? '' : `, colonne « ${colonne} »`}`

const citerLignes = (lignes: readonly number[]): string => {
  const debut = lignes.slice(0, 12).join(', ')
  const reste = lignes.length - 12
  return `${lignes.length === 1 ? 'ligne' : 'lignes'} ${debut}${reste > 0 ? ` et ${reste} autres` : ''}`
}

const pluriel = (nombre: number, un: string, plusieurs: string): string => `${nombre} ${nombre > 1 ? plusieurs : un}`
