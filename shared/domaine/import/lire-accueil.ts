import { type DateIso, dateFrancaise } from '../../utils/dates.ts'
import { normaliser } from '../../utils/texte.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { Reponses } from '../reponses.ts'
import { ANNULE, erreursDAccueil } from '../tig/accueil.ts'
import { direAgeMin, direBornes, MesureTig } from '../tig/mesure.ts'
import { type Acces, citer } from './acces.ts'
import { AUCUN_FAIT } from './faits-lus.ts'
import { lireDate, siecleCourant } from './lire-date.ts'
import { lireHeuresDeTravail } from './lire-heures.ts'
import type { Contexte, LigneLue } from './lire-ligne.ts'
import { AUCUNE_REPONSE } from './lire-parcours.ts'
import { lireIdentite } from './lire-personne.ts'

/** One line of a host's spreadsheet. `poste` and `accueil` are names as written; hours are whole, `minutes` are done. */
export type AccueilLu = {
  readonly mesure: MesureTig
  /** Written « sursis-TIG », the name that the measure had before 24 March 2020. */
  readonly ancienNom: boolean
  readonly service: string
  readonly referent: string | null
  readonly heures: number
  readonly minutes: number
  readonly decideLe: DateIso | null
  readonly echeance: DateIso | null
  readonly debutLe: DateIso | null
  readonly finLe: DateIso | null
  readonly issue: string | null
  readonly poste: string
  readonly accueil: string
  readonly encadrant: string | null
  readonly attestationLe: DateIso | null
  /** Said to be given, without a day. */
  readonly attestationSansJour: boolean
}

type Jour = 'decideLe' | 'echeance' | 'debutLe' | 'finLe' | 'attestation'

/** Reads one line of a host; each reason why it can't be imported goes to `acces.refuser`. */
export const lireLigneDAccueil = (acces: Acces, contexte: Contexte, numero: number): LigneLue | null => {
  const { aujourdhui } = contexte
  const personne = lireIdentite(acces, null, aujourdhui)
  if (personne?.anonyme === true)
    acces.refuser('nom', 'Le nom manque : l’attestation remise à la fin dit qui a fait les heures.')
  const accueil = lireAccueil(acces, contexte, numero)
  const reponses = lireReponses(acces, contexte, numero)
  if (accueil === null || personne === null) return null
  refuser(acces, accueil, personne.naissance, aujourdhui)
  return {
    numero,
    date: null,
    jour: accueil.decideLe ?? accueil.debutLe ?? aujourdhui,
    heure: null,
    dureeMinutes: null,
    note: '',
    personne,
    role: contexte.nomenclature.roleParDefaut ?? NON_RENSEIGNE,
    dossier: null,
    saisineDate: accueil.decideLe,
    destinations: [],
    reponses: { personne: reponses, participation: {}, suivi: {}, entretien: {} },
    brut: [],
    parcours: AUCUNE_REPONSE,
    faits: AUCUN_FAIT,
    accueil,
  }
}

/** Null when a cell can't be read, or when a value of a closed list waits for a choice. */
const lireAccueil = (acces: Acces, contexte: Contexte, numero: number): AccueilLu | null => {
  const choisi = (champ: string): string | undefined => lireChoix(acces, contexte, champ, numero)
  const [mesure, service, issue] = [MesureTig.safeParse(choisi('mesure')).data, choisi('service'), choisi('issue')]
  const heures = lireHeuresEntieres(acces, acces.texte('heures') === '' ? 'prononcees' : 'heures')
  const faites = lireHeures(acces, 'faites')
  const attestee = lireRemise(acces, contexte.aujourdhui)
  const jours = {
    decideLe: lireJour(acces, 'decideLe', contexte.aujourdhui),
    echeance: lireJour(acces, 'echeance', contexte.aujourdhui),
    debutLe: lireJour(acces, 'debutLe', contexte.aujourdhui),
    finLe: lireJour(acces, 'finLe', contexte.aujourdhui),
  }
  if (acces.texte('mesure') === '')
    acces.refuser('mesure', 'La mesure manque : TIG, sursis probatoire, TNR ou réparation.')
  if (acces.texte('service') === '')
    acces.refuser('service', 'Le service référent manque : SPIP, PJJ ou délégué du procureur.')
  if (heures === null) acces.refuser('heures', 'Le nombre d’heures à faire manque.')
  if (mesure === undefined || service === undefined || heures == null || faites === undefined) return null
  return {
    mesure,
    ancienNom: anciens.has(normaliser(acces.texte('mesure'))),
    service,
    heures: heures / 60,
    minutes: faites ?? 0,
    issue: issue ?? null,
    ...jours,
    ...attestee,
    referent: lireTexte(acces, 'referent', 80) || null,
    encadrant: lireTexte(acces, 'encadrant', 80) || null,
    poste: lireTexte(acces, 'poste', 120),
    accueil: lireTexte(acces, 'accueil', 120),
  }
}

const anciens: ReadonlySet<string> = new Set(['sursis tig', 'stig', 'sursis avec tig', 'tig sursis'])
/** What stands in the column of the issue while there is none. */
const pasEncore: ReadonlySet<string> = new Set([
  'en cours',
  'a venir',
  'en attente',
  'non commence',
  'en attente de debut',
])

const lireChoix = (acces: Acces, { questions, valeurs }: Contexte, champ: string, numero: number) => {
  const question = questions.get(champ)
  const texte = acces.texteLong(champ)
  if (question === undefined || (champ === 'issue' && pasEncore.has(normaliser(texte)))) return undefined
  return valeurs.lire(question, texte, numero)[0]
}

const lireHeuresEntieres = (acces: Acces, champ: 'heures' | 'prononcees'): number | null | undefined => {
  const minutes = lireHeures(acces, champ)
  if (minutes == null || (minutes > 0 && minutes % 60 === 0)) return minutes
  acces.refuser(champ, 'Les heures à faire sont un nombre entier d’heures, une au moins.')
  return undefined
}

/** Null for an empty cell, undefined for one that was refused. */
const lireHeures = (acces: Acces, champ: 'heures' | 'prononcees' | 'faites'): number | null | undefined => {
  const ecrites = acces.texte(champ)
  if (ecrites === '') return null
  const minutes = lireHeuresDeTravail(acces.cellule(champ))
  if (minutes !== undefined && minutes <= 60_000) return minutes
  acces.refuser(champ, `${citer(ecrites)} n’est pas un nombre d’heures. Écrivez 70, ou 35h30.`)
  return undefined
}

const lireJour = (acces: Acces, champ: Jour, aujourdhui: DateIso): DateIso | null => {
  const ecrite = acces.texte(champ)
  if (ecrite === '') return null
  const jour = lireDate(acces.cellule(champ), siecleCourant(Number(aujourdhui.slice(0, 4))))?.jour
  if (jour === undefined)
    return acces.refuser(champ, `${citer(ecrite)} n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA.`)
  return jour < '1990' ? acces.refuser(champ, `La date ${dateFrancaise(jour)} est antérieure à 1990.`) : jour
}

const lireRemise = (acces: Acces, aujourdhui: DateIso) => {
  const ecrite = normaliser(acces.texte('attestation'))
  if (ecrite === '' || non.has(ecrite)) return { attestationLe: null, attestationSansJour: false }
  if (oui.has(ecrite)) return { attestationLe: null, attestationSansJour: true }
  const attestationLe = lireJour(acces, 'attestation', aujourdhui)
  if (attestationLe !== null && attestationLe > aujourdhui)
    acces.refuser('attestation', `La date ${dateFrancaise(attestationLe)} est dans le futur.`)
  return { attestationLe, attestationSansJour: false }
}

const oui: ReadonlySet<string> = new Set(['oui', 'o', 'x', 'vrai', '1', 'remise', 'faite', 'ok'])
const non: ReadonlySet<string> = new Set(['non', 'n', 'faux', '0', 'a faire', 'en attente'])

const lireTexte = (acces: Acces, champ: string, max: number): string => {
  const texte = acces.texte(champ)
  if (texte.length > max) acces.refuser(champ, `Le texte dépasse ${max} caractères.`)
  return texte
}

const lireReponses = (acces: Acces, contexte: Contexte, numero: number): Reponses =>
  Object.fromEntries(
    contexte.nomenclature.champs.flatMap(({ code }) => {
      const lu = lireChoix(acces, contexte, code, numero)
      return lu === undefined ? [] : [[code, lu]]
    }),
  )

/** The rules of the form, in the words of a spreadsheet: the article where a law says no. */
const refuser = (acces: Acces, lu: AccueilLu, naissance: string | null, aujourdhui: DateIso): void => {
  const erreurs = erreursDAccueil(
    {
      ...lu,
      suiviId: '',
      personneId: '',
      minutesReprises: lu.minutes,
      posteId: null,
      heuresEmploi: null,
      examenRequis: false,
      examenVu: false,
    },
    naissance,
    aujourdhui,
  )
  for (const [champ, code] of Object.entries(erreurs))
    acces.refuser(
      champ === 'heures' && acces.titre('heures') === '' ? 'prononcees' : champ,
      direErreur(lu, champ, code),
    )
  if (lu.minutes > 0 && lu.issue === 'non-presente')
    acces.refuser('faites', 'Des heures faites par une personne qui ne s’est pas présentée : corrigez l’une des deux.')
  if (lu.debutLe === null && lu.minutes > 0 && lu.issue !== ANNULE)
    acces.refuser('debutLe', 'Des heures sont faites : le premier jour manque.')
}

const direErreur = ({ mesure }: AccueilLu, champ: string, code: string): string => {
  if (code === 'hors-bornes') return `Heures hors de la loi. ${direBornes(mesure)}`
  if (code === 'trop-jeune') return direAgeMin(mesure)
  return phrases[`${champ} ${code}`] ?? phrases[code] ?? 'Cette valeur ne va pas avec les autres de la ligne.'
}

const phrases: Readonly<Record<string, string>> = {
  futur: 'La date est dans le futur.',
  'avant-decision': 'La date précède celle de la décision.',
  'avant-debut': 'La fin précède le premier jour.',
  'issue attendu': 'Une fin sans issue : dites si tout a été exécuté, en partie, ou pourquoi non.',
  'finLe attendu': 'Une issue sans date de fin : complétez la cellule.',
}
