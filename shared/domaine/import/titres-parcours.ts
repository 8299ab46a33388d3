import type { ObjetConsentement } from '../parcours/consentement.ts'
import type { CodeRepere } from '../parcours/etape.ts'

/** Titles of the columns that hold the dates noted along the way. */
export const titresReperes: Readonly<Record<CodeRepere, readonly string[]>> = {
  'fin-de-peine': ['fin de peine', 'date de fin de peine', 'FDP', 'date de fin de peine prévisible'],
  'sortie-prevue': [
    'date de sortie prévue',
    'sortie prévisionnelle',
    'date prévisionnelle de sortie',
    'date de sortie prévisionnelle',
    'date de libération prévue',
    'libération prévue',
    'libérable le',
    'date prévue de sortie',
    'sortie prévisible',
    'date de sortie prévisible',
  ],
  'examen-lsc': ['date d’examen LSC', 'examen LSC', 'CAP LSC'],
  'debat-contradictoire': ['date du débat contradictoire', 'débat'],
  preparation: ['date de début de préparation', 'préparation à la sortie'],
  domiciliation: ['date de domiciliation', 'domicilié le'],
  'billet-de-sortie': ['date du billet de sortie'],
  'attestation-jap': ['attestation JAP', 'date de l’attestation JAP'],
  'convocation-spip': ['date de convocation SPIP', 'rendez-vous SPIP', 'rdv SPIP'],
  'rendez-vous-dehors': [
    'premier rdv dehors',
    '1er rendez-vous dehors',
    '1er rdv dehors',
    'date du premier rendez-vous dehors',
  ],
}

export const titresConsentement: Readonly<Record<ObjetConsentement, readonly string[]>> = {
  notice: ['notice', 'notice remise', 'information RGPD', 'information remise', 'notice remise le'],
  accompagnement: ['consentement', 'accord', 'accord de la personne', 'consentement de la personne', 'adhésion'],
  partage: ['consentement au partage', 'accord de partage', 'partage d’informations', 'partage'],
}

/** How the two moments of a situation are said. */
export const tournures = {
  entree: ['à l’entrée', 'entrée', 'à l’arrivée', 'au début', 'initial', 'initiale', 'au départ', 'avant'],
  sortie: ['à la sortie', 'sortie', 'à la fin', 'final', 'finale', 'en fin de suivi', 'après'],
} as const

const sujets: Readonly<Record<string, readonly string[]>> = {
  logement: ['logement', 'hébergement', 'situation logement', 'logement hébergement'],
  domiciliation: ['domiciliation'],
  activite: ['emploi', 'activité', 'emploi activité', 'emploi formation', 'situation professionnelle', 'travail'],
  ressources: ['ressources', 'ressource', 'revenus'],
  papiers: ['papiers', 'papiers d’identité', 'pièce d’identité', 'identité', 'CNI', 'titre d’identité'],
  couverture: ['couverture maladie', 'couverture sociale', 'sécurité sociale', 'droits santé', 'assurance maladie'],
  mobilite: ['mobilité', 'permis'],
  famille: ['situation familiale', 'situation de famille', 'famille'],
  etudes: ['niveau d’étude', 'niveau scolaire', 'diplôme', 'qualification'],
}

/** « Logement à l’entrée », « Entrée – logement »: one of the subjects and one of the ways to say the moment, in either order. */
export const titresSituation = (moment: 'entree' | 'sortie', question: string): readonly string[] =>
  (sujets[question] ?? []).flatMap((sujet) =>
    [`${tournures[moment][1]} ${sujet}`].concat(tournures[moment].map((tournure) => `${sujet} ${tournure}`)),
  )

export const datesSituation = {
  entree: ['date du diagnostic', 'date de diagnostic', 'date d’évaluation initiale'],
  sortie: ['date du bilan de sortie', 'date d’évaluation finale'],
} as const
