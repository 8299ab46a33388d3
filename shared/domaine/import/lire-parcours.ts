import { type DateIso, dateFrancaise } from '../../utils/dates.ts'
import { normaliser } from '../../utils/texte.ts'
import { type Acces, citer } from './acces.ts'
import { lireDate, siecleCourant } from './lire-date.ts'
import type { Question } from './questions.ts'
import { estAbsente, type LecteurDeValeurs } from './valeurs.ts'

/** What the columns of the parcours answer on one line: a day, or codes of a list. Empty cells answer nothing. */
export type ReponsesParcours = {
  readonly jours: ReadonlyMap<string, DateIso>
  readonly codes: ReadonlyMap<string, readonly string[]>
}

/** Oldest day of a parcours: before it there is a typing error. */
const ANNEE_MIN = '1950'
/** A day to come written with two figures is not of the last century. */
const ANNEES_A_VENIR = 30

type Contexte = {
  readonly questions: Iterable<Question>
  readonly valeurs: LecteurDeValeurs
  readonly aujourdhui: DateIso
}

export const AUCUNE_REPONSE: ReponsesParcours = { codes: new Map(), jours: new Map() }

/** Reads the cells that a question of the parcours declares how to read; what is no day or no answer is refused or asked. */
export const lireParcours = (
  acces: Acces,
  numero: number,
  { questions, valeurs, aujourdhui }: Contexte,
): ReponsesParcours => {
  const jours = new Map<string, DateIso>()
  const codes = new Map<string, readonly string[]>()
  for (const question of questions) {
    if (question.lecture === undefined) continue
    const { champ } = question
    if (question.lecture === 'jour' || question.lecture === 'jour-a-venir') {
      const lu = lireJour(acces, question, aujourdhui)
      if (lu !== null) jours.set(champ, lu)
    } else {
      const { texte, jour } =
        question.lecture === 'accord' ? separerJour(acces, question, aujourdhui) : { texte: null, jour: null }
      if (jour !== null) jours.set(`${champ}.date`, jour)
      const lus = lireCodes(acces, question, texte, numero, valeurs)
      if (lus.length > 0) codes.set(champ, lus)
      else if (jour !== null && texte === '') codes.set(champ, ['donne'])
    }
  }
  return { jours, codes }
}

const lireJour = (acces: Acces, { champ, lecture }: Question, aujourdhui: DateIso): DateIso | null => {
  const ecrite = acces.texte(champ)
  if (ecrite === '') return null
  const lue = lireDate(acces.cellule(champ), siecle(aujourdhui, lecture === 'jour-a-venir'))?.jour
  if (lue === undefined && finissent.has(champ) && DURE.test(normaliser(ecrite))) return null
  if (lue === undefined)
    return acces.refuser(champ, `${citer(ecrite)} n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA.`)
  if (lue < ANNEE_MIN) return acces.refuser(champ, `La date ${dateFrancaise(lue)} est antérieure à ${ANNEE_MIN}.`)
  if (lecture === 'jour' && lue > aujourdhui)
    return acces.refuser(champ, `La date ${dateFrancaise(lue)} est dans le futur.`)
  return lue
}

/** Columns of an end, where follow-up spreadsheets say that it has not come. */
const finissent: ReadonlySet<string> = new Set(['sejourSortie', 'dateFin', 'mesureAu'])
const DURE =
  /^(?:(?:suivi |detention )?en cours|(?:toujours |encore )?(?:en detention|detenue?|incarceree?|ecrouee?|presente?|suivie?)(?: e)?|(?:non|pas|pas encore) (?:libere|sorti)e?(?: e)?|a venir|non)$/u

const siecle = (aujourdhui: DateIso, aVenir: boolean) =>
  siecleCourant(Number(aujourdhui.slice(0, 4)) + (aVenir ? ANNEES_A_VENIR : 0))

/** « Oui le 12/03/2025 », « Refus (12/03/2025) », or the day alone, which says yes. */
const separerJour = (acces: Acces, { champ }: Question, aujourdhui: DateIso) => {
  const ecrit = acces.texte(champ)
  const seul = lireDate(acces.cellule(champ), siecle(aujourdhui, false))?.jour
  const suivi = /^(?<texte>.*?\p{L})[\s,:(]+(?:le\s+)?(?<jour>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\)?$/u.exec(ecrit)?.groups
  const jour = seul ?? lireDate(suivi?.['jour'] ?? null, siecle(aujourdhui, false))?.jour ?? null
  if (jour !== null && jour > aujourdhui) {
    acces.refuser(champ, `La date ${dateFrancaise(jour)} est dans le futur.`)
    return { texte: '', jour: null }
  }
  if (seul !== undefined) return { texte: '', jour }
  return jour === null ? { texte: ecrit, jour } : { texte: (suivi?.['texte'] ?? '').replace(/\s+le$/u, ''), jour }
}

/** Several mesures are often joined by « + » or « et ». */
const lireCodes = (
  acces: Acces,
  question: Question,
  texte: string | null,
  numero: number,
  valeurs: LecteurDeValeurs,
): readonly string[] => {
  const ecrit = texte ?? acces.texteLong(question.champ)
  // « Aucune » in the column of mesures says that none is known, not that a sentence ended without any.
  if (question.champ === 'mesures' && estAbsente(ecrit)) return []
  return valeurs.lire(question, question.multiple ? ecrit.replaceAll(/\s\+\s/gu, ' ; ') : ecrit, numero)
}
