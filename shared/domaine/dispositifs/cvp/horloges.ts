import { ajouterJours, ajouterMois, joursEntre } from '../../../utils/dates.ts'
import { dateDe } from '../../parcours/etape.ts'
import type { FaitsParcours } from '../../parcours/faits.ts'
import type { Horloge } from '../../parcours/horloge.ts'
import { debutEcrou, liberations } from '../../parcours/passage.ts'
import { statutPenalAu } from '../../parcours/statut-penal.ts'
import { mesuresConnues } from './mesures.ts'

/** Legal clocks of a follow-up out of prison, law of April 2026. Months run from a day to the same day (art. 641 CPC). */
export const horloges: readonly Horloge[] = [
  {
    code: 'lsc',
    libelle: 'Examen de la libération sous contrainte',
    article: '720 I CPP ; D422-1 à D422-4 code pénitentiaire',
    explication:
      'Peine accomplie au moins double de la peine restante, pour un total de 5 ans au plus. Calculé sur la période d’écrou connue : le greffe et le SPIP font foi.',
    calculer: (faits, aujourdhui) => {
      const peine = peineEnCours(faits, aujourdhui)
      if (peine === undefined || peine.fin > ajouterMois(peine.debut, 60)) return []
      return [ajouterJours(peine.debut, Math.ceil((joursEntre(peine.debut, peine.fin) * 2) / 3))]
    },
  },
  {
    code: 'lsc-plein-droit',
    libelle: 'Libération sous contrainte de plein droit',
    article: '720 II CPP ; D422-4-1 à D422-4-3 code pénitentiaire',
    explication:
      'Trois mois au plus restent à subir, pour un total de 2 ans au plus, sauf impossibilité matérielle faute d’hébergement.',
    calculer: pleinDroit,
  },
  {
    code: 'lsc-plein-droit-information',
    libelle: 'Information de la personne sur la libération de plein droit',
    article: 'D422-4-1 à D422-4-3 code pénitentiaire',
    explication: 'La personne est informée un mois au moins avant la libération sous contrainte de plein droit.',
    calculer: (faits, aujourdhui) =>
      pleinDroit(faits, aujourdhui)
        .map((jour) => ajouterMois(jour, -1))
        .filter((jour) => jour > (peineEnCours(faits, aujourdhui)?.debut ?? jour)),
  },
  {
    code: 'rapport-prise-en-charge',
    libelle: 'Rapport du SPIP, prise en charge',
    article: 'D113-44 code pénitentiaire',
    explication: 'Rapport au magistrat dans les trois mois de la prise en charge de la mesure.',
    calculer: (faits) => mesuresSuivies(faits).flatMap(({ du }) => (du === null ? [] : ajouterMois(du, 3))),
  },
  {
    code: 'rapport-annuel',
    libelle: 'Rapport du SPIP, annuel',
    article: 'D113-44 code pénitentiaire',
    explication: 'Rapport chaque année quand la mesure dure plus de deux ans.',
    calculer: (faits) => mesuresSuivies(faits).flatMap(anniversaires),
  },
  {
    code: 'rapport-fin-de-mesure',
    libelle: 'Rapport du SPIP, fin de mesure',
    article: 'D113-44 code pénitentiaire',
    explication: 'Rapport au magistrat un mois avant la fin de la mesure.',
    calculer: (faits) =>
      mesuresSuivies(faits).flatMap(({ finPrevue }) => (finPrevue === null ? [] : ajouterMois(finPrevue, -1))),
  },
  {
    code: 'aide-spip-apres-liberation',
    libelle: 'Fin de l’aide du SPIP après la libération',
    article: 'D522-4 code pénitentiaire',
    explication: 'Pendant six mois après sa libération, la personne peut demander l’aide du SPIP.',
    calculer: (faits) => derniere(faits).map((date) => ajouterMois(date, 6)),
  },
  {
    code: 'preuve-iae',
    libelle: 'Dernier jour de la preuve pour l’IAE',
    article: 'Critère IAE de niveau 2 « sortant de détention »',
    explication:
      'Le billet de sortie, ou l’attestation du juge de l’application des peines, date de moins de six mois à la délivrance du PASS IAE.',
    calculer: (faits) =>
      [...derniere(faits), ...presente(dateDe(faits.reperes, 'attestation-jap'))]
        .toSorted()
        .slice(-1)
        .map((date) => ajouterJours(ajouterMois(date, 6), -1)),
  },
  {
    code: 'domiciliation',
    libelle: 'Fin de la domiciliation',
    article: 'L511-1 code pénitentiaire ; D264-1 code de l’action sociale et des familles',
    explication: 'L’élection de domicile vaut un an : la renouveler avant.',
    calculer: (faits) => presente(dateDe(faits.reperes, 'domiciliation')).map((date) => ajouterMois(date, 12)),
  },
  {
    code: 'age-mission-locale',
    libelle: 'Vingt-six ans : fin du droit à la mission locale',
    article: 'L5314-2 code du travail',
    explication: 'Les missions locales accompagnent les jeunes de seize à vingt-cinq ans révolus.',
    dispositifs: ['mission-locale'],
    calculer: ({ personnes }) =>
      personnes.flatMap(({ naissance }) =>
        naissance === null || naissance.length === 4 ? [] : ajouterMois(naissance, 26 * 12),
      ),
  },
]

const presente = (date: string | undefined): string[] => (date === undefined ? [] : [date])

type Peine = { readonly debut: string; readonly fin: string }

/** Time inside known on that day, of somebody who may be serving a sentence. */
const peineEnCours = ({ reperes, passages, statuts }: FaitsParcours, aujourdhui: string): Peine | undefined => {
  const fin = dateDe(reperes, 'fin-de-peine')
  const debut = debutEcrou(passages, aujourdhui)
  if (fin === undefined || debut === undefined || fin <= debut) return undefined
  // Without a word on the statut, a date of end of sentence says that there is a sentence.
  const statut = statutPenalAu(statuts, aujourdhui)
  return statut === 'condamne' || statut === 'condamne-prevenu' || statut === 'inconnu' ? { debut, fin } : undefined
}

/** Three months before the end of a sentence of two years at most; its first day when it is shorter than that. */
function pleinDroit(faits: FaitsParcours, aujourdhui: string): string[] {
  const peine = peineEnCours(faits, aujourdhui)
  if (peine === undefined || peine.fin > ajouterMois(peine.debut, 24)) return []
  const jour = ajouterMois(peine.fin, -3)
  return [jour > peine.debut ? jour : peine.debut]
}

const suivies = new Set(
  mesuresConnues.filter((m) => m.nature === 'milieu-ouvert' || m.code === 'lc').map((m) => m.code),
)

/** Measures that a SPIP follows outside and that have not ended. */
const mesuresSuivies = ({ mesures }: FaitsParcours) => mesures.filter((m) => suivies.has(m.mesure) && m.au === null)

const anniversaires = ({ du, finPrevue }: FaitsParcours['mesures'][number]): string[] => {
  if (du === null || finPrevue === null || finPrevue <= ajouterMois(du, 24)) return []
  const annees = Array.from({ length: Number(finPrevue.slice(0, 4)) - Number(du.slice(0, 4)) }, (_, i) =>
    ajouterMois(du, 12 * (i + 1)),
  )
  return annees.filter((jour) => jour < finPrevue)
}

/** Day of the last release known. */
const derniere = ({ passages }: FaitsParcours): string[] => presente(liberations(passages).at(-1)?.date)
