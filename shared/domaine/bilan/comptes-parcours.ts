import { type DateIso, joursEntre } from '../../utils/dates.ts'
import { consentementsEnVigueur } from '../parcours/consentement.ts'
import type { TypeContrat } from '../parcours/contrat.ts'
import { estTerminee, etatDemarche, type StatutDemarche } from '../parcours/demarche.ts'
import { contient as dure, intervalle } from '../parcours/intervalle.ts'
import { type Liberation, liberations, passageAu } from '../parcours/passage.ts'
import { statutPenalAu, type StatutPenal } from '../parcours/statut-penal.ts'
import type { Reponses } from '../reponses.ts'
import type { FaitContact, FaitDemarche, FaitsDuParcours } from './faits-parcours.ts'
import { contient, type Periode } from './periode.ts'

/** Where the parcours of a suivi stands on the last day of the period. Empty answers for a dispositif without parcours. */
export type ParcoursCompte = {
  /** First entretien ever; `dedans` when it falls in a known stay. */
  readonly premierContact: (FaitContact & { readonly dedans: boolean }) | null
  /** Entretiens since the beginning. */
  readonly contacts: number
  readonly statut: StatutPenal | null
  /** Where she was detained, one day of the period at least. */
  readonly etablissements: readonly string[]
  /** Last release in the period. */
  readonly liberation: Liberation | null
  /** A comité reviewed the suivi in the period. */
  readonly examine: boolean
  readonly accord: 'donne' | 'refuse' | 'retire' | null
  readonly notice: 'donne' | 'refuse' | 'retire' | null
  /** Contracts that run, one day of the period at least. */
  readonly contrats: readonly TypeContrat[]
  readonly entree: Reponses | null
  readonly sortie: Reponses | null
}

/** One démarche that moved in the period, as it stands on its last day. */
export type DemarcheEnCompte = {
  readonly id: string
  readonly suiviId: string
  readonly domaine: string
  readonly statut: StatutDemarche
  readonly terminee: boolean
}

/** A time to wait: how many days it took, counted in the period where it ended. */
export type Delai = { readonly quoi: QuelDelai; readonly suiviId: string; readonly jours: number }
export type QuelDelai = 'premier-entretien' | 'accord' | 'accueil' | 'demarche'

type SuiviDate = { readonly id: string; readonly saisineLe: DateIso; readonly saisineNotee: boolean }

/** The facts of the parcours, suivi by suivi, as they stood on the last day of the period. */
export const compterParcours = (faits: FaitsDuParcours, suivis: readonly SuiviDate[], periode: Periode) => {
  const parSuivi = indexer(faits, periode.au)
  return {
    de: (suiviId: string): ParcoursCompte => parcoursDe(parSuivi(suiviId), periode),
    demarches: faits.demarches.flatMap((d) => demarcheDe(d, periode)),
    delais: [
      ...suivis.flatMap((s) => delaisDe(s, parSuivi(s.id), periode)),
      ...faits.demarches.flatMap((d) => delaiDe(d, periode)),
    ],
  }
}

/** Suivis where something was done on each of these days, entretiens apart. */
export const actesDe = ({ demarches, decisions }: FaitsDuParcours) => [
  ...demarches.flatMap(({ suiviId, ouverteLe, historique }) =>
    [ouverteLe, ...historique.map((h) => h.date)].map((date) => ({ suiviId, date })),
  ),
  ...decisions.map(({ suiviId, date }) => ({ suiviId, date })),
]

type FaitsDuSuivi = ReturnType<ReturnType<typeof indexer>>

/** What was dated after the last day had not happened yet. */
const indexer = (faits: FaitsDuParcours, au: DateIso) => {
  const index = <T extends { readonly suiviId: string }>(lignes: readonly T[], jour: (ligne: T) => string | null) => {
    const siennes = Map.groupBy(
      lignes.filter((l) => (jour(l) ?? '') <= au),
      (l) => l.suiviId,
    )
    return (suivi: string): readonly T[] => siennes.get(suivi) ?? []
  }
  const contacts = index(faits.contacts, (c) => c.date)
  const passages = index(faits.passages, (p) => p.entree)
  const situations = index(faits.situations, (s) => s.date)
  const consentements = index(faits.consentements, (c) => c.date)
  const statuts = index(faits.statuts, (s) => s.du)
  const contrats = index(faits.contrats, (c) => c.du)
  const decisions = index(faits.decisions, (d) => d.date)
  const rendezVous = index(faits.rendezVous, (r) => r.date)
  const actes = index(actesDe(faits), (a) => a.date)
  return (suivi: string) => ({
    contacts: contacts(suivi).toSorted((a, b) => a.date.localeCompare(b.date)),
    passages: passages(suivi).map((p) =>
      p.sortie !== null && p.sortie > au ? Object.assign({}, p, { sortie: null, mode: null }) : p,
    ),
    situations: situations(suivi),
    consentements: consentements(suivi),
    statuts: statuts(suivi),
    contrats: contrats(suivi),
    decisions: decisions(suivi),
    rendezVous: rendezVous(suivi),
    actes: actes(suivi),
  })
}

const parcoursDe = (faits: FaitsDuSuivi, periode: Periode): ParcoursCompte => {
  const [premier] = faits.contacts
  const vus = [...faits.contacts, ...faits.actes].map((a) => a.date).toSorted()
  const vigueur = enVigueur(faits)
  const situation = (moment: 'entree' | 'sortie') =>
    faits.situations.find((s) => s.moment === moment && s.jointe)?.reponses ?? null
  return {
    premierContact:
      premier === undefined ? null : { ...premier, dedans: passageAu(faits.passages, premier.date) !== undefined },
    contacts: faits.contacts.length,
    statut: faits.statuts.length === 0 ? null : statutPenalAu(faits.statuts, vus.at(-1) ?? periode.au),
    etablissements: [
      ...new Set(faits.passages.filter((p) => p.sortie === null || p.sortie >= periode.du).map((p) => p.etablissement)),
    ],
    liberation: liberations(faits.passages).findLast((l) => contient(periode, l.date)) ?? null,
    examine: faits.decisions.some((d) => contient(periode, d.date)),
    accord: vigueur.accompagnement?.reponse ?? null,
    notice: vigueur.notice?.reponse ?? null,
    contrats: faits.contrats.filter((c) => c.au === null || c.au >= periode.du).map((c) => c.type),
    entree: situation('entree'),
    sortie: situation('sortie'),
  }
}

/** Only answers of the person herself are read. */
const enVigueur = ({ consentements }: FaitsDuSuivi) =>
  consentementsEnVigueur(consentements.map((c) => Object.assign({ id: '', par: '', aupresDe: 'personne' as const }, c)))

const demarcheDe = ({ id, suiviId, domaine, ouverteLe, historique }: FaitDemarche, periode: Periode) => {
  const passees = historique.filter((h) => h.date <= periode.au)
  if (![ouverteLe, ...passees.map((h) => h.date)].some((jour) => contient(periode, jour))) return []
  const { statut } = etatDemarche(passees)
  return [{ id, suiviId, domaine, statut, terminee: estTerminee(statut) }]
}

const delaiDe = ({ suiviId, ouverteLe, historique }: FaitDemarche, periode: Periode): Delai[] => {
  const { statut, resultatLe } = etatDemarche(historique.filter((h) => h.date <= periode.au))
  return statut === 'aboutie' ? attendre('demarche', suiviId, ouverteLe, resultatLe, periode) : []
}

const delaisDe = ({ id, saisineLe, saisineNotee }: SuiviDate, faits: FaitsDuSuivi, periode: Periode): Delai[] => {
  const accord = faits.consentements
    .filter((c) => c.objet === 'accompagnement' && c.reponse === 'donne')
    .map((c) => c.date)
    .toSorted()
    .at(0)
  const dehors = [...faits.rendezVous, ...faits.contacts].map((r) => r.date).toSorted()
  return [
    ...(saisineNotee ? attendre('premier-entretien', id, saisineLe, faits.contacts[0]?.date, periode) : []),
    ...(saisineNotee ? attendre('accord', id, saisineLe, accord, periode) : []),
    ...liberations(faits.passages).flatMap(({ date }, i, toutes) => {
      const suivante = toutes[i + 1]?.date ?? JAMAIS
      const accueil = dehors.find((jour) => jour >= date && jour < suivante && !rentre(faits, date, jour))
      return attendre('accueil', id, date, accueil, periode)
    }),
  ]
}

const JAMAIS = '9999-12-31'

/** Back inside between the two. */
const rentre = ({ passages }: FaitsDuSuivi, liberation: DateIso, jour: DateIso): boolean =>
  passages.some((p) => p.entree !== null && dure(intervalle(liberation, jour), p.entree) && p.entree > liberation)

/** Nothing that ends before it begins, as a date typed wrong does. */
const attendre = (
  quoi: QuelDelai,
  suiviId: string,
  du: DateIso,
  au: DateIso | null | undefined,
  periode: Periode,
): Delai[] => {
  if (au === null || au === undefined || !contient(periode, au) || au < du) return []
  return [{ quoi, suiviId, jours: joursEntre(du, au) }]
}
