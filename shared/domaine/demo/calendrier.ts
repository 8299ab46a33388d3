import { ajouterJours, type DateIso } from '../../utils/dates.ts'

const joursFeries = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
/** Days after Easter Sunday that nobody works in France: Easter Monday, Ascension, Whit Monday. */
const feriesMobiles = [1, 39, 50]

/** Monday to Friday of a year, French public holidays out. */
export const joursOuvres = (annee: number): DateIso[] => {
  const feries = new Set([
    ...joursFeries.map((jour) => `${annee}-${jour}`),
    ...feriesMobiles.map((decalage) => ajouterJours(paques(annee), decalage)),
  ])
  const jours = Array.from({ length: 366 }, (_, i) => ajouterJours(`${annee}-01-01`, i))
  return jours.filter((jour) => jour.startsWith(String(annee)) && estEnSemaine(jour) && !feries.has(jour))
}

const estEnSemaine = (jour: DateIso): boolean => {
  const numero = new Date(`${jour}T00:00:00Z`).getUTCDay()
  return numero > 0 && numero < 6
}

/** Easter Sunday by Butcher's algorithm. */
const paques = (annee: number): DateIso => {
  const a = annee % 19
  const siecle = Math.floor(annee / 100)
  const c = annee % 100
  const d = siecle - Math.floor(siecle / 4) - Math.floor((siecle - Math.floor((siecle + 8) / 25) + 1) / 3)
  const h = (19 * a + d + 15) % 30
  const l = (32 + 2 * (siecle % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const rang = h + l - 7 * m + 114
  return `${annee}-0${Math.floor(rang / 31)}-${String((rang % 31) + 1).padStart(2, '0')}`
}
