import { nomsUnite, type Unite } from '#shared/domaine/bilan/bilan.ts'
import type { DateIso } from '#shared/utils/dates.ts'

/** Narrow no-break space (thousands) and no-break space (before « % » and units): French typography. */
const fine = '\u202F'
const insecable = '\u00A0'

/** « 1 234 », « 2,7 », « −3 ». */
export const nombreFrancais = (n: number, decimales = 0): string => {
  const [entier = '', decimale] = Math.abs(n).toFixed(decimales).split('.')
  const groupe = entier.replaceAll(/\B(?=(\d{3})+$)/g, fine)
  const signe = n < 0 && Number(Math.abs(n).toFixed(decimales)) !== 0 ? '−' : ''
  return `${signe}${groupe}${decimale === undefined ? '' : `,${decimale}`}`
}

/** « 26,0 % » from a share in percent. */
export const pourcentage = (part: number): string => `${nombreFrancais(part, 1)}${insecable}%`

/** « +15,0 % », « −6,4 % », « 0,0 % ». */
export const evolutionFrancaise = (part: number): string => `${part >= 0.05 ? '+' : ''}${pourcentage(part)}`

/** « 40 000 € », with cents only where there are some. */
export const euros = (n: number): string => `${nombreFrancais(n, Number.isInteger(n) ? 0 : 2)}${insecable}€`

/** As few decimals as the number needs, two at most: « 12 », « 2,7 ». */
export const nombreCourt = (n: number): string =>
  nombreFrancais(n, Number.isInteger(n) ? 0 : Number.isInteger(n * 10) ? 1 : 2)

/** « 1 personne », « 323 personnes ». */
export const compte = (n: number, unite: Unite): string =>
  `${nombreFrancais(n)}${insecable}${nomsUnite[unite][n < 2 ? 'un' : 'plusieurs']}`

const jourFrancais = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })

/** « 1er janvier 2012 ». */
export const dateLongue = (date: DateIso): string =>
  jourFrancais.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, `1er${insecable}`)

/** No line ever begins with « : » nor ends with an opening quote: the spaces already typed become unbreakable. */
export const typographier = (texte: string): string =>
  texte.replaceAll(/ (?=[:;?!»%€])/g, insecable).replaceAll('« ', `«${insecable}`)
