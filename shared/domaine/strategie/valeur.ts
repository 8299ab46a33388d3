import { z } from 'zod'
import { dateFrancaise, estDateIso } from '../../utils/dates.ts'
import { Jour, paragraphe } from '../communs.ts'

/** How an indicator is read: a count, a rate kept as its two numbers, things listed, words, or something done or not. */
export const typesIndicateur = ['nombre', 'taux', 'liste', 'qualitatif', 'jalon'] as const
export type TypeIndicateur = (typeof typesIndicateur)[number]

export const libellesTypeIndicateur: Readonly<Record<TypeIndicateur, string>> = {
  nombre: 'Nombre',
  taux: 'Taux',
  liste: 'Liste',
  qualitatif: 'Qualitatif',
  jalon: 'Fait ou non, avec sa date',
}

/** What was aimed at, and what was done. */
export const genresValeur = ['cible', 'realise'] as const
export type GenreValeur = (typeof genresValeur)[number]

const Quantite = z.number().min(-1e9).max(1e9).multipleOf(0.01)

export const Valeur = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('nombre'), nombre: Quantite }),
  z.strictObject({ type: z.literal('taux'), numerateur: Quantite.min(0), denominateur: Quantite.min(0) }),
  /** Only the target of a taux. */
  z.strictObject({ type: z.literal('pourcent'), pourcent: z.number().min(0).max(1000).multipleOf(0.1) }),
  z.strictObject({ type: z.literal('texte'), texte: paragraphe(4000).min(1) }),
  z.strictObject({ type: z.literal('jalon'), atteint: z.boolean(), le: Jour.nullable() }),
])
export type Valeur = z.infer<typeof Valeur>

/** Kinds of value that an indicator takes. */
export const genreAdmis = (type: TypeIndicateur, genre: GenreValeur, valeur: Valeur): boolean =>
  valeur.type === attendus[type][genre]

const attendus: Readonly<Record<TypeIndicateur, Readonly<Record<GenreValeur, Valeur['type']>>>> = {
  nombre: { cible: 'nombre', realise: 'nombre' },
  taux: { cible: 'pourcent', realise: 'taux' },
  liste: { cible: 'texte', realise: 'texte' },
  qualitatif: { cible: 'texte', realise: 'texte' },
  jalon: { cible: 'jalon', realise: 'jalon' },
}

/** What was typed in a cell: « 12 », « 3/12 », « 80 % », « oui », « 12/03/2013 »; null when emptied, undefined when it can't be read. */
export const lireValeur = (type: TypeIndicateur, genre: GenreValeur, texte: string): Valeur | null | undefined => {
  const tape = texte.trim()
  if (tape === '') return null
  const lue = lecteurs[attendus[type][genre]](tape)
  return lue === undefined || !Valeur.safeParse(lue).success ? undefined : lue
}

const lecteurs: Readonly<Record<Valeur['type'], (tape: string) => Valeur | undefined>> = {
  nombre: (tape) => {
    const nombre = lireNombre(tape)
    return nombre === undefined ? undefined : { type: 'nombre', nombre }
  },
  taux: (tape) => {
    const [numerateur, denominateur, reste] = tape.split(/\/|\bsur\b/u).map(lireNombre)
    if (numerateur === undefined || denominateur === undefined || reste !== undefined) return undefined
    // Of nobody, nothing can be counted.
    return denominateur === 0 && numerateur > 0 ? undefined : { type: 'taux', numerateur, denominateur }
  },
  pourcent: (tape) => {
    const pourcent = lireNombre(tape.replace(/\s*%$/u, ''))
    return pourcent === undefined ? undefined : { type: 'pourcent', pourcent }
  },
  texte: (texte) => ({ type: 'texte', texte }),
  jalon: (tape) => {
    if (/^(?:oui|fait|o|x)$/iu.test(tape)) return { type: 'jalon', atteint: true, le: null }
    if (/^(?:non|n)$/iu.test(tape)) return { type: 'jalon', atteint: false, le: null }
    const [jour = '', mois = '', annee = ''] = tape.split(/[/.-]/u)
    const le = `${annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`
    return estDateIso(le) ? { type: 'jalon', atteint: true, le } : undefined
  },
}

/** « 1 200 », « 12,5 », « 12.5 »; thousands may be spaced. */
const lireNombre = (texte: string): number | undefined => {
  const net = texte.replaceAll(/[\s\u00A0\u202F]/gu, '').replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/u.test(net) ? Number(net) : undefined
}

/** A value as it is typed: reading it back gives the same. */
export const ecrireValeur = (valeur: Valeur): string => {
  if (valeur.type === 'nombre') return ecrireNombre(valeur.nombre)
  if (valeur.type === 'taux') return `${ecrireNombre(valeur.numerateur)}/${ecrireNombre(valeur.denominateur)}`
  if (valeur.type === 'pourcent') return `${ecrireNombre(valeur.pourcent)} %`
  if (valeur.type === 'texte') return valeur.texte
  if (!valeur.atteint) return 'non'
  return valeur.le === null ? 'oui' : dateFrancaise(valeur.le)
}

const ecrireNombre = (nombre: number): string => String(nombre).replace('.', ',')
