import { dateFrancaise } from '../../utils/dates.ts'
import type { Accueil } from './accueil.ts'
import { direHeure, direMinutes } from './heures.ts'
import { type Journee, minutesDe, minutesRetenues } from './journee.ts'
import { reglesMesure } from './mesure.ts'

/** What the document says, whatever its format: labels already in French, minutes exact. */
export type Attestation = {
  readonly titre: string
  readonly phrases: readonly string[]
  readonly faits: readonly (readonly [libelle: string, valeur: string])[]
  readonly lignes: readonly (readonly [jour: string, horaires: string, retenues: string])[]
  readonly total: string
  /** Of which the total is the text: the presence sheet, to the minute. */
  readonly minutes: number
  readonly lieuEtDate: string
}

type Hote = { readonly nom: string; readonly service: string }

/**
 * The document that the host owes to the service in charge and to the person (R623-23, code pénitentiaire). It says what was
 * done, and neither why nor how it went.
 */
export const attestationDe = (accueil: Accueil, hote: Hote, jour: string): Attestation => {
  const { personne, journees, mesure, heures, debutLe, finLe, minutesReprises } = accueil
  const minutes = minutesDe(journees) + minutesReprises
  const triees = journees.toSorted((a, b) => a.date.localeCompare(b.date) || a.debut - b.debut)
  const nom = `${personne.prenom} ${personne.nom.toLocaleUpperCase('fr')}`.trim()
  const naissance = personne.naissance === null ? '' : `, ${direNaissance(personne.naissance)},`
  return {
    titre: 'Attestation d’exécution',
    phrases: [
      `${hote.nom === '' ? 'L’organisme d’accueil' : hote.nom} atteste que ${nom}${naissance} a effectué ${direMinutes(minutes)} ${objets[reglesMesure[mesure].famille]}, sur ${heures} h prononcées${minutes >= heures * 60 ? ' : la totalité' : ''}.`,
      'Les temps de trajet et de repas ne sont pas comptés (article R623-17 du code pénitentiaire).',
    ],
    faits: [
      ['Période', direPeriode(triees[0]?.date ?? debutLe, finLe ?? triees.at(-1)?.date ?? null)],
      ['Poste', accueil.poste ?? ''],
      ['Encadrant technique', accueil.encadrant ?? ''],
      ['Service référent', [hote.service, accueil.referent ?? ''].filter((t) => t !== '').join(', ')],
    ].filter((fait): fait is [string, string] => fait[1] !== ''),
    lignes: [
      ...(minutesReprises === 0 ? [] : [['Avant cette feuille', '', direMinutes(minutesReprises)] as const]),
      ...triees.map((j) => [dateFrancaise(j.date), horairesDe(j), direMinutes(minutesRetenues(j))] as const),
    ],
    total: direMinutes(minutes),
    minutes,
    lieuEtDate: `Fait le ${dateFrancaise(jour)}, en deux exemplaires : pour le service référent et pour la personne.`,
  }
}

const horairesDe = ({ debut, fin }: Journee): string => `${direHeure(debut)} – ${direHeure(fin)}`

const objets = {
  tig: 'de travail d’intérêt général',
  tnr: 'de travail non rémunéré',
  reparation: 'd’activité de réparation',
} as const

const direNaissance = (naissance: string): string =>
  naissance.length === 4 ? `né(e) en ${naissance}` : `né(e) le ${dateFrancaise(naissance)}`

const direPeriode = (du: string | null, au: string | null): string =>
  du === null || au === null ? '' : `du ${dateFrancaise(du)} au ${dateFrancaise(au)}`
