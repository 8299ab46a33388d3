import type { Champ, Liste } from '../dispositif.ts'
import { type Nomenclature, trouverListe } from '../nomenclature.ts'
import { aUnParcours } from '../parcours/a-un-parcours.ts'
import { communesDAccueil, questionsAccueil } from './questions-accueil.ts'
import { questionsParcours } from './questions-parcours.ts'

/** What one column may answer. `liste` is there when its values come from a closed list. */
export type Question = {
  readonly champ: string
  readonly libelle: string
  readonly titres: readonly string[]
  readonly liste?: Liste
  /** Takes several answers, in one cell or in as many columns. */
  readonly multiple: boolean
  /** No value may be added to its list. */
  readonly fermee?: boolean
  /** With one of these, a row of titles is one. */
  readonly ancre?: boolean
  /** Answered once for each entretien, of which a line may hold several. */
  readonly deLEntretien?: boolean
  /** How a cell of the parcours is read: a day (one to come is allowed or not), a list, or an agreement (a day says yes). */
  readonly lecture?: 'jour' | 'jour-a-venir' | 'choix' | 'accord'
}

/** Every column that an import of this dispositif understands: what all of them share, then the declared questions. */
export const questionsImportables = (nomenclature: Nomenclature): readonly Question[] => {
  if (nomenclature.nature === 'accueils')
    return [
      ...questionsAccueil(nomenclature),
      ...communes.filter(({ champ }) => communesDAccueil.has(champ)),
      ...nomenclature.champs.map((champ) => depuisChamp(nomenclature, champ)),
    ]
  const roles = trouverListe(nomenclature, nomenclature.listeRoles)
  const destinations = trouverListe(nomenclature, nomenclature.listeDestinations)
  const parcours = aUnParcours(nomenclature)
  return [
    // Before the rest: « lieu de détention » is where one stays, whoever comes to see.
    ...(parcours ? questionsParcours(nomenclature) : []),
    ...(parcours ? communes.map(depuisUnParcours) : communes),
    { ...role, libelle: roles.libelle, titres: [roles.libelle, ...role.titres], liste: roles },
    { ...orientations, titres: [destinations.libelle, ...orientations.titres], liste: destinations },
    ...nomenclature.champs.map((champ) => depuisChamp(nomenclature, champ)),
  ]
}

/** Somebody may be followed before being met: the day she was sent is then what the line begins with. */
const depuisUnParcours = (commune: Question): Question => {
  const titres = titresDuParcours[commune.champ]
  if (titres === undefined) return commune
  const libelle = commune.champ === 'saisineDate' ? 'Date d’orientation' : commune.libelle
  return { ...commune, libelle, titres: [...commune.titres, ...titres], ancre: true }
}

const titresDuParcours: Readonly<Record<string, readonly string[]>> = {
  date: [
    '1er entretien',
    'date du 1er entretien',
    'entretien',
    'premier rendez-vous',
    'date de premier rendez-vous',
    'premier rdv',
    '1er rdv',
    'date du 1er rdv',
    'date du premier rdv',
    '1er accueil',
    'date du 1er accueil',
    'premier accueil',
    'date du premier accueil',
    '1er contact',
    'date du 1er contact',
    'premier contact',
    'rencontré le',
    'reçu le',
    'rdv',
    'rendez-vous',
  ],
  saisineDate: [
    'date d’orientation',
    'orienté le',
    'orientée le',
    'date de repérage',
    'repérage',
    'date de signalement',
    'signalé le',
    'date de la demande',
    'date de proposition',
  ],
}

const depuisChamp = (nomenclature: Nomenclature, champ: Champ): Question => ({
  champ: champ.code,
  libelle: champ.libelle,
  titres: [champ.libelle, ...(champ.colonnes ?? [])],
  multiple: champ.type === 'choix-multiple',
  ...(champ.porteur === 'entretien' ? { deLEntretien: true } : {}),
  // What is finer than French, European or other is never kept (CNIL, délib. 2021-028).
  ...(champ.liste === 'nationalite' ? { fermee: true } : {}),
  ...(champ.type === 'nombre' ? {} : { liste: trouverListe(nomenclature, champ.liste) }),
})

const question = (champ: string, libelle: string, ...titres: readonly string[]): Question => ({
  champ,
  libelle,
  titres: [libelle, ...titres],
  multiple: false,
})

const dater = (...mots: Parameters<typeof question>): Question => ({ ...deLEntretien(...mots), ancre: true })

const deLEntretien = (...mots: Parameters<typeof question>): Question => ({ ...question(...mots), deLEntretien: true })

const communes: readonly Question[] = [
  dater(
    'date',
    'Date',
    'date de l’entretien',
    'jour',
    'date du jour',
    'date du contact',
    'date du rendez-vous',
    'date du rdv',
    'date de l’accueil',
    'date de la rencontre',
    'date du premier entretien',
    'premier entretien',
  ),
  deLEntretien('heure', 'Heure', 'heure de l’entretien', 'horaire', 'heure de début'),
  question('nom', 'Nom', 'nom de famille', 'nom d’usage', 'nom usuel', 'nom de la personne'),
  question('prenom', 'Prénom', 'prénom de la personne'),
  question(
    'nomComplet',
    'Nom et prénom',
    'nom prénom',
    'prénom et nom',
    'prénom nom',
    'identité',
    'nom complet',
    'personne',
    'personne reçue',
    'nom et prénom de la personne',
    'nom et prénom de l’usager',
    'nom et prénom du bénéficiaire',
    'identité de la personne',
    'usager',
    'bénéficiaire',
  ),
  question('anonyme', 'Anonyme', 'anonymat', 'personne anonyme'),
  question(
    'naissance',
    'Date de naissance',
    'naissance',
    'né le',
    'née le',
    'né(e) le',
    'ddn',
    'année de naissance',
    'date naiss',
  ),
  question('telephone', 'Téléphone', 'tél', 'numéro de téléphone', 'n° de téléphone', 'portable', 'mobile'),
  question('commune', 'Commune', 'ville', 'commune de résidence', 'commune d’habitation', 'lieu de résidence'),
  question('dossier', 'Numéro de dossier', 'n° de dossier', 'dossier', 'n° de situation', 'numéro de situation'),
  question('saisineDate', 'Date de saisine', 'date de la saisine', 'saisi le'),
  deLEntretien(
    'duree',
    'Durée',
    'durée min',
    'durée en minutes',
    'durée de l’entretien',
    'durée h',
    'durée en heures',
    'temps',
    'temps passé',
  ),
  // Observations and comments beside each other are one text.
  {
    ...question('note', 'Observations', 'note', 'commentaire', 'remarque', 'observations et commentaires'),
    multiple: true,
  },
]

const role = {
  ...question(
    'role',
    'Type de public',
    'public',
    'type public',
    'public reçu',
    'rôle',
    'qualité',
    'catégorie de public',
    'statut',
  ),
} as const

const orientations = {
  ...question(
    'orientations',
    'Orientations',
    'orientation vers',
    'orienté vers',
    'orientations proposées',
    'relais',
    'destination',
    'partenaire',
  ),
  multiple: true,
} as const
