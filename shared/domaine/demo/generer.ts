import type { Brouillon, EntretienASaisir } from '../entretien.ts'
import type { Partenaire } from '../partenaire.ts'
import type { PersonneASaisir } from '../personne.ts'
import type { Poste } from '../poste.ts'
import type { DateIso } from '../../utils/dates.ts'
import { type AnneeDemo, type Cibles, inventerAnnee } from './annee.ts'
import { joursOuvres } from './calendrier.ts'
import { type DemonstrationCvp, genererCvp } from './cvp/generer.ts'
import { inventerBrouillons } from './brouillons.ts'
import { ajouterEcheances, echeancesFaites } from './en-cours.ts'
import { creerHasard } from './hasard.ts'
import { roles } from './poids.ts'
import { inventerPartenaires, inventerPostes, textes } from './poste.ts'
import { type ClotureDemo, inventerClotures, inventerSuites, nommerPartenaires, type SuiteDemo } from './suites.ts'
import type { SuiviDemo } from './suivis.ts'

/** A fictitious post, ready to be written in a coffre. Everything is invented. */
export type Demonstration = {
  /** Last whole year: the one of the report. */
  readonly annee: number
  readonly entretiens: readonly EntretienASaisir[]
  readonly suites: readonly SuiteDemo[]
  readonly clotures: readonly ClotureDemo[]
  readonly foyers: readonly { readonly personneId: string; readonly avecId: string; readonly lien: string }[]
  readonly partenaires: readonly Partenaire[]
  readonly postes: readonly Poste[]
  readonly textes: Readonly<Record<string, string>>
  readonly echeancesFaites: readonly { readonly id: string; readonly faiteLe: DateIso }[]
  readonly brouillons: readonly Omit<Brouillon, 'modifieLe'>[]
  /** The other job of the same post. */
  readonly cvp: DemonstrationCvp
}

/** Totals of the report year are those that Aubervilliers published for 2012 (source 001); the others lead up to it. */
const cibles: readonly Cibles[] = [
  { personnes: { victime: 61, 'mis-en-cause': 31, 'hors-champ-penal': 143 }, entretiens: 401 },
  { personnes: { victime: 73, 'mis-en-cause': 38, 'hors-champ-penal': 170 }, entretiens: 489 },
  { personnes: { victime: 84, 'mis-en-cause': 44, 'hors-champ-penal': 195 }, entretiens: 572 },
  { personnes: { victime: 96, 'mis-en-cause': 47, 'hors-champ-penal': 204 }, entretiens: 630 },
]

/**
 * Three whole years and the one under way until `aujourdhui`, the same for the same seed and the same day; `taille` is the
 * part of its persons that a smaller post sees.
 */
export const genererDemonstration = (aujourdhui: DateIso, graine = 2012, taille = 1): Demonstration => {
  const h = creerHasard(graine)
  const annee = Number(aujourdhui.slice(0, 4)) - 1
  const annees: AnneeDemo[] = []
  for (const [i, cible] of cibles.entries()) {
    const tous = joursOuvres(annee - 2 + i)
    const jours = tous.filter((jour) => jour <= aujourdhui)
    const avant = annees.at(-1)
    if (jours.length > 0)
      annees.push(inventerAnnee(h, annee - 2 + i, jours, reduire(cible, (taille * jours.length) / tous.length), avant))
  }
  const partenaires = inventerPartenaires(h)
  const suivis = [...new Set(annees.flatMap((a) => a.suivis))]
  const ordonnes = annees
    .flatMap((a) => a.entretiens)
    .toSorted((a, b) => `${a.date} ${a.heure} ${a.id}`.localeCompare(`${b.date} ${b.heure} ${b.id}`))
    .map((e) => nommerPartenaires(h, e, partenaires))
  const entretiens = ajouterEcheances(h, presenter(reporterSaisines(ordonnes), suivis), aujourdhui)
  return {
    annee,
    entretiens,
    suites: inventerSuites(h, entretiens, aujourdhui),
    clotures: inventerClotures(h, entretiens, aujourdhui),
    foyers: foyersDe(suivis),
    partenaires,
    postes: inventerPostes(h, annee),
    textes,
    echeancesFaites: echeancesFaites(entretiens, aujourdhui),
    brouillons: inventerBrouillons(h, entretiens, aujourdhui),
    cvp: genererCvp(aujourdhui, misEnCause(suivis)),
  }
}

/** Targets of a part of the year, one person of each role at least. */
const reduire = ({ personnes, entretiens }: Cibles, part: number): Cibles => {
  const reduites = { ...personnes }
  for (const role of roles) reduites[role] = Math.max(1, Math.round(personnes[role] * part))
  return { personnes: reduites, entretiens: Math.max(6, Math.round(entretiens * part)) }
}

/** The form always sends the whole suivi: every entretien says the date of the saisine that the first one gave. */
const reporterSaisines = (entretiens: readonly EntretienASaisir[]): EntretienASaisir[] => {
  const saisines = new Map(entretiens.toReversed().map((e) => [e.suivi.id, e.suivi.saisineDate]))
  return entretiens.map((e) => ({ ...e, suivi: { ...e.suivi, saisineDate: saisines.get(e.suivi.id) ?? null } }))
}

/** Gives the file of each person with the first entretien that meets her. */
const presenter = (entretiens: readonly EntretienASaisir[], suivis: readonly SuiviDemo[]): EntretienASaisir[] => {
  const fiches = new Map<string, PersonneASaisir>(
    suivis.flatMap((s) => s.parts.map(({ fiche }): [string, PersonneASaisir] => [fiche.id, fiche])),
  )
  return entretiens.map((e) => ({
    ...e,
    presences: e.presences.map((p) => {
      const fiche = fiches.get(p.personneId) ?? null
      fiches.delete(p.personneId)
      return Object.assign(p, { fiche })
    }),
  }))
}

/** Some of them are then met in prison. */
const misEnCause = (suivis: readonly SuiviDemo[]): PersonneASaisir[] =>
  suivis.flatMap((s) => s.parts.filter((p) => p.role === 'mis-en-cause').map((p) => p.fiche))

const foyersDe = (suivis: readonly SuiviDemo[]): Demonstration['foyers'] =>
  suivis.flatMap(({ parts: [premier, second], lien }) =>
    premier === undefined || second === undefined || lien === null
      ? []
      : [{ personneId: second.fiche.id, avecId: premier.fiche.id, lien }],
  )
