import { ajouterJours, type DateIso, dateFrancaise, estDateIso } from '#shared/utils/dates.ts'

/**
 * A date as people type it → ISO: « 9/3/2012 », « 09032012 », « 9/3 » (this year), « 9/3/12 », « +7 » (in seven days), « -1 »
 * (yesterday). A two-digit year is the latest one that is not more than ten years ahead.
 */
export const lireDate = (texte: string, aujourdhui: DateIso): DateIso | undefined => {
  const tape = texte.trim()
  const decalage = /^([+-])\s*(\d{1,4})$/.exec(tape)
  if (decalage !== null) return ajouterJours(aujourdhui, Number(`${decalage[1]}${decalage[2]}`))
  if (estDateIso(tape)) return tape
  const lu = /^(\d{1,2})[\s/.-](\d{1,2})(?:[\s/.-](\d{4}|\d{2}))?$/.exec(tape) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(tape)
  if (lu === null) return undefined
  const [, jour = '', mois = '', annee] = lu
  const iso = `${anneeEntiere(annee, aujourdhui)}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`
  return estDateIso(iso) ? iso : undefined
}

/** A birth date, or the year alone: « 1987 », « 03/1987 » is not one. */
export const lireNaissance = (texte: string, aujourdhui: DateIso): string | undefined =>
  /^(19|20)\d{2}$/.test(texte.trim()) ? texte.trim() : lireDatePassee(texte, aujourdhui)

/** What a field shows of a stored date. */
export const ecrireDate = (date: DateIso | null): string => (date === null ? '' : dateFrancaise(date))

const lireDatePassee = (texte: string, aujourdhui: DateIso): DateIso | undefined => {
  const date = /^[+-]/.test(texte.trim()) ? undefined : lireDate(texte, aujourdhui)
  if (date === undefined) return undefined
  // « 12/5/87 » of somebody cannot be in the future: it is the century before.
  const passee = date > aujourdhui ? `${Number(date.slice(0, 4)) - 100}${date.slice(4)}` : date
  return Number(passee.slice(0, 4)) >= 1900 ? passee : undefined
}

const anneeEntiere = (annee: string | undefined, aujourdhui: DateIso): string => {
  const cette = Number(aujourdhui.slice(0, 4))
  if (annee === undefined) return String(cette)
  if (annee.length === 4) return annee
  const siecle = Math.floor(cette / 100) * 100 + Number(annee)
  return String(siecle > cette + 10 ? siecle - 100 : siecle)
}
