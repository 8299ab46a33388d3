import type { Champ } from '../dispositif.ts'
import { ErreurMetier } from '../../erreurs/erreur.ts'
import type { DateIso } from '../../utils/dates.ts'
import { NON_RENSEIGNE, type Nomenclature } from '../nomenclature.ts'
import { apercevoir } from './apercu.ts'
import { estVide, type Grille } from './cellule.ts'
import { separerEntretiens } from './autres-entretiens.ts'
import { raisonDInterdire } from './colonnes-interdites.ts'
import type { Colonne } from './colonne.ts'
import { devinerTitres, type Entete, trouverEntete } from './entete.ts'
import { raisonDEcarter } from './lignes-a-part.ts'
import { type LigneLue, lireLigne } from './lire-ligne.ts'
import { type Question, questionsImportables } from './questions.ts'
import type { Avertissement, Correspondance, ProblemeLigne, RapportImport } from './rapport.ts'
import { type Ajout, createLecteurDeValeurs, LIBELLE_MAX } from './valeurs.ts'

/** The file as understood, before anything of the coffre is looked at. */
export type Lecture = Pick<
  RapportImport,
  | 'feuille'
  | 'problemes'
  | 'ignorees'
  | 'valeursInconnues'
  | 'colonnesInconnues'
  | 'colonnesInterdites'
  | 'colonnes'
  | 'apercu'
  | 'avertissements'
> & {
  readonly nombre: number
  readonly lignes: readonly LigneLue[]
  readonly ajouts: readonly Ajout[]
}

/** Reads the first sheet whose header is understood. Throws `valeur-inconnue` when the user's choices name what does not exist. */
export const lireGrilles = (
  grilles: readonly Grille[],
  nomenclature: Nomenclature,
  correspondance: Correspondance,
  aujourdhui: DateIso,
): Lecture => {
  const questions = questionsImportables(nomenclature)
  verifierCorrespondance(correspondance, questions)
  const lisibles = grilles.flatMap((grille) => {
    const entete = trouverEntete(grille, questions, correspondance)
    return entete === undefined ? [] : [{ grille, entete }]
  })
  const [retenue] = lisibles
  if (retenue === undefined) return sansEntete(grilles, questions, correspondance, nomenclature)
  const lecture = lireFeuille(retenue.grille, retenue.entete, questions, nomenclature, correspondance, aujourdhui)
  const autres = lisibles.slice(1).map(({ grille }) => `« ${grille.feuille} »`)
  const message = `Seule la feuille « ${retenue.grille.feuille} » a été lue. À importer à part : ${autres.join(', ')}.`
  const avis: Avertissement[] = autres.length === 0 ? [] : [{ lignes: [], message }]
  return { ...lecture, avertissements: [...avis, ...lecture.avertissements] }
}

const lireFeuille = (
  grille: Grille,
  entete: Entete,
  questions: readonly Question[],
  nomenclature: Nomenclature,
  correspondance: Correspondance,
  aujourdhui: DateIso,
): Lecture => {
  const donnees = grille.lignes.filter((ligne) => ligne.numero > entete.ligne.numero && !ligne.cellules.every(estVide))
  const largeur = donnees.reduce((max, ligne) => Math.max(max, ligne.cellules.length), entete.colonnes.length)
  const colonnes = Array.from(
    { length: largeur },
    (_, rang) => entete.colonnes[rang] ?? { rang, titre: '', champ: null },
  )
    .filter(({ rang, titre }) => titre !== '' || donnees.some((ligne) => !estVide(ligne.cellules[rang])))
    .map((colonne): Colonne =>
      Object.assign({}, colonne, { titre: colonne.titre || `Colonne ${lettres(colonne.rang)}` }),
    )
  const valeurs = createLecteurDeValeurs(correspondance)
  const identite = new Set(['nom', 'prenom', 'nomComplet', 'anonyme', 'naissance', 'role', 'dossier', 'saisineDate'])
  const contexte = {
    nomenclature,
    questions: new Map(questions.map((q) => [q.champ, q])),
    colonnes,
    valeurs,
    aujourdhui,
  }
  const problemes: ProblemeLigne[] = []
  const ignorees: RapportImport['ignorees'] = []
  const lignes = donnees.flatMap((ligne) => {
    const raison = raisonDEcarter(ligne, colonnes)
    if (raison === undefined)
      return separerEntretiens(ligne, colonnes, identite).flatMap(
        (siennes) => lireLigne(ligne, { ...contexte, colonnes: siennes }, problemes) ?? [],
      )
    ignorees.push({ ligne: ligne.numero, raison })
    return []
  })
  if (donnees.length === 0)
    problemes.push({ ligne: entete.ligne.numero, colonne: null, raison: 'Aucune ligne sous les titres des colonnes.' })
  for (const ajout of valeurs.ajouts())
    if (ajout.libelle.length > LIBELLE_MAX)
      problemes.push({ ligne: entete.ligne.numero, colonne: null, raison: trop(ajout.libelle) })
  return {
    feuille: grille.feuille,
    nombre: donnees.length,
    lignes,
    problemes,
    ignorees,
    valeursInconnues: [...valeurs.inconnues()],
    ajouts: valeurs.ajouts(),
    ...resumerColonnes(colonnes),
    apercu: apercevoir(lignes.slice(0, 10), colonnes, nomenclature, contexte.questions, valeurs.ajouts()),
    avertissements: [
      ...annoncerAjouts(nomenclature, valeurs.ajouts()),
      ...avertir(lignes, colonnes, nomenclature.champs),
    ],
  }
}

/** What an open list takes of itself is said, so that a misspelt name is seen before it is written. */
const annoncerAjouts = ({ listes }: Nomenclature, ajouts: readonly Ajout[]): Avertissement[] =>
  listes
    .filter((liste) => liste.ouverte === true)
    .flatMap(({ code, libelle }) => {
      const noms = ajouts.filter((a) => a.liste === code).map((a) => a.libelle)
      return noms.length === 0
        ? []
        : [{ lignes: [], message: `Ajoutés à la liste « ${libelle} » : ${noms.join(', ')}.` }]
    })

const trop = (libelle: string): string =>
  `La valeur « ${libelle.slice(0, 30)}… » dépasse ${LIBELLE_MAX} caractères : elle ne peut pas être ajoutée à une liste.`

const resumerColonnes = (
  colonnes: readonly Colonne[],
): Pick<Lecture, 'colonnes' | 'colonnesInconnues' | 'colonnesInterdites'> => {
  const interdites = colonnes.flatMap(({ titre, champ }) => {
    const raison = champ === null ? raisonDInterdire(titre) : undefined
    return raison === undefined ? [] : [{ titre, raison }]
  })
  const titresInterdits = new Set(interdites.map((i) => i.titre))
  return {
    colonnes: colonnes.map(({ titre, champ }) => ({ titre, champ })),
    colonnesInconnues: colonnes.filter((c) => c.champ === null && !titresInterdits.has(c.titre)).map((c) => c.titre),
    colonnesInterdites: interdites,
  }
}

const sansEntete = (
  grilles: readonly Grille[],
  questions: readonly Question[],
  correspondance: Correspondance,
  { nature }: Nomenclature,
): Lecture => {
  const grille = grilles.find((g) => g.lignes.length > 0)
  const titres = grille === undefined ? [] : devinerTitres(grille, questions, correspondance)
  return {
    feuille: null,
    nombre: 0,
    lignes: [],
    ajouts: [],
    problemes: [
      {
        ligne: 1,
        colonne: null,
        raison: `Aucune ligne de titres reconnue parmi les vingt premières : il faut au moins une colonne ${nature === 'accueils' ? '« Mesure », « Heures à effectuer » ou de date' : '« Date » (d’entretien, d’orientation ou d’entrée)'} et une autre colonne connue. Renommez les titres, ou dites à quoi ils correspondent.`,
      },
    ],
    ignorees: [],
    valeursInconnues: [],
    ...resumerColonnes(titres.filter((c) => c.titre !== '')),
    apercu: [],
    avertissements: [],
  }
}

const verifierCorrespondance = (correspondance: Correspondance, questions: readonly Question[]): void => {
  const champs: Record<string, string> = {}
  for (const [titre, champ] of Object.entries(correspondance.colonnes ?? {}))
    if (champ !== null && !questions.some((q) => q.champ === champ)) champs[`colonnes.${titre}`] = 'champ-inconnu'
  for (const [champ, choix] of Object.entries(correspondance.valeurs ?? {})) {
    const question = questions.find((q) => q.champ === champ)
    const codes = question?.liste?.modalites.map((m) => m.code)
    for (const decision of Object.values(choix))
      if (
        codes === undefined ||
        (decision.choix === 'code' && !codes.includes(decision.code)) ||
        (decision.choix === 'ajouter' && question?.fermee === true)
      )
        champs[`valeurs.${champ}`] = codes === undefined ? 'champ-inconnu' : 'valeur-inconnue'
  }
  if (Object.keys(champs).length > 0) throw new ErreurMetier('valeur-inconnue', { champs })
}

const avertir = (
  lignes: readonly LigneLue[],
  colonnes: readonly Colonne[],
  champs: readonly Champ[],
): Avertissement[] => {
  const si = (message: string, test: (ligne: LigneLue) => boolean): Avertissement[] => {
    const concernees = lignes.filter(test).map((l) => l.numero)
    return concernees.length === 0 ? [] : [{ lignes: concernees, message }]
  }
  const sansNom = !colonnes.some(({ champ }) => champ === 'nom' || champ === 'nomComplet' || champ === 'prenom')
  const eteints = champs.filter((c) => !c.actif && colonnes.some((colonne) => colonne.champ === c.code))
  return [
    ...(sansNom && lignes.length > 0
      ? [
          {
            lignes: [],
            message:
              'Aucune colonne de nom reconnue : chaque ligne compte pour une personne anonyme. Si une colonne porte les noms, dites laquelle.',
          },
        ]
      : []),
    ...si('Ligne dite anonyme : le nom écrit n’est pas gardé.', (l) => l.personne.nomEcarte),
    ...si(
      'Nom ou prénom manquant : deux personnes peuvent avoir été prises pour une seule.',
      (l) => !l.personne.anonyme && l.personne.prenom === '',
    ),
    ...si('Type de public absent : compté « Non renseigné ».', (l) => l.role === NON_RENSEIGNE),
    ...eteints.map((c) => ({
      lignes: [],
      message: `La question « ${c.libelle} » n’est pas posée dans ce poste : ses réponses sont gardées, activez-la dans les réglages pour les voir.`,
    })),
  ]
}

/** Name of a column as spreadsheets show it: 0 → A, 26 → AA. */
const lettres = (rang: number): string =>
  rang < 26 ? String.fromCodePoint(65 + rang) : lettres(Math.floor(rang / 26) - 1) + lettres(rang % 26)
