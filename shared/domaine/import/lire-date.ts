import { ajouterJours, type DateIso, estDateIso } from '../../utils/dates.ts'
import { normaliser } from '../../utils/texte.ts'
import type { Cellule } from './cellule.ts'

export type DateLue = { readonly jour: DateIso; readonly minutes: number }

/** Century of a year written with two digits. */
export type Siecle = (deuxChiffres: number) => number

/** 00 to next year is 20xx, the rest 19xx. */
export const siecleCourant =
  (anneeCourante: number): Siecle =>
  (deux) =>
    deux + (2000 + deux <= anneeCourante + 1 ? 2000 : 1900)

/**
 * The day a cell holds: a typed date, a serial number, or what people type (« 9/3/12 », « 2012-03-09 », « vendredi 1er mars
 * 2012 », with a time or not). Undefined when it is no day of the calendar.
 */
export const lireDate = (cellule: Cellule, siecle: Siecle): DateLue | undefined => {
  if (typeof cellule === 'number') return depuisSerie(cellule)
  if (typeof cellule === 'string') return depuisTexte(cellule, siecle)
  if (typeof cellule !== 'object' || cellule === null || cellule.jour === null) return undefined
  return { jour: cellule.jour, minutes: cellule.minutes }
}

/** Days since 30 December 1899, the origin that spreadsheets share from March 1900 on. */
const depuisSerie = (serie: number): DateLue | undefined => {
  const jours = Math.floor(serie)
  if (jours < 61 || jours > 80_000) return undefined
  return { jour: ajouterJours('1899-12-30', jours), minutes: Math.round((serie - jours) * 1440) % 1440 }
}

const depuisTexte = (texte: string, siecle: Siecle): DateLue | undefined => {
  // Five figures alone are a date that lost its format when the sheet was saved as CSV.
  if (/^\d{5}$/u.test(texte.trim())) return depuisSerie(Number(texte))
  const { date, minutes } = separerHeure(texte.trim())
  if (minutes === undefined) return undefined
  const jour = depuisChiffres(date, siecle) ?? depuisLettres(date, siecle)
  return jour === undefined ? undefined : { jour, minutes }
}

const separerHeure = (texte: string): { readonly date: string; readonly minutes: number | undefined } => {
  const lu = /^(?<date>.*\d)(?:T|,?\s+(?:à\s*)?)(?<h>\d{1,2})\s?[h:](?<m>[0-5]\d)?(?::[0-5]\d(?:\.\d+)?)?\s?Z?$/iu.exec(
    texte,
  )?.groups
  if (lu === undefined) return { date: texte, minutes: 0 }
  const heures = Number(lu['h'])
  return { date: lu['date'] ?? '', minutes: heures < 24 ? heures * 60 + Number(lu['m'] ?? 0) : undefined }
}

const depuisChiffres = (texte: string, siecle: Siecle): DateIso | undefined => {
  const sansJour = texte.replace(/^\p{L}+\.?,?\s+/u, (mot) => (joursSemaine.has(normaliser(mot)) ? '' : mot))
  const iso = /^(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})$/u.exec(sansJour)
  if (iso !== null) return jourDe(iso[1], iso[3], iso[4], siecle)
  const fr = /^(\d{1,2})\s?([-/.\s])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/u.exec(sansJour)
  return fr === null ? undefined : jourDe(fr[4], fr[3], fr[1], siecle)
}

const depuisLettres = (texte: string, siecle: Siecle): DateIso | undefined => {
  const mots = normaliser(texte).split(' ')
  const [jour, mois, annee, ...reste] = joursSemaine.has(mots[0] ?? '') ? mots.slice(1) : mots
  const rang = moisFrancais.findIndex((noms) => noms.includes(mois ?? ''))
  if (rang === -1 || reste.length > 0 || !/^(?:\d{2}|\d{4})$/u.test(annee ?? '')) return undefined
  return /^(?:1er|\d{1,2})$/u.test(jour ?? '')
    ? jourDe(annee, String(rang + 1), jour?.replace('er', ''), siecle)
    : undefined
}

const jourDe = (
  annee: string | undefined,
  mois: string | undefined,
  jour: string | undefined,
  siecle: Siecle,
): DateIso | undefined => {
  const complete = annee?.length === 2 ? String(siecle(Number(annee))) : annee
  const iso = `${complete}-${mois?.padStart(2, '0')}-${jour?.padStart(2, '0')}`
  return estDateIso(iso) ? iso : undefined
}

const joursSemaine: ReadonlySet<string> = new Set(
  ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].flatMap((jour) => [jour, jour.slice(0, 3)]),
)

const moisFrancais: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars', 'mar'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
]

/** « Janvier », « MARS 2012 »: a month that heads the rows under it, and no day. */
export const estMoisSeul = (texte: string): boolean => {
  const [mois, annee = '2000', ...reste] = normaliser(texte).split(' ')
  return reste.length === 0 && /^(?:19|20)\d{2}$/u.test(annee) && moisFrancais.some((noms) => noms.includes(mois ?? ''))
}

/** Words that a badly written date or duration is made of. */
export const estMotDeDate = (mot: string): boolean => {
  const nu = normaliser(mot)
  return (
    ['', 'er', 'h', 'min', 'mn'].includes(nu) || joursSemaine.has(nu) || moisFrancais.some((noms) => noms.includes(nu))
  )
}
