import { z } from 'zod'
import { Id } from './communs.ts'

/**
 * One line of the journal: who did what to which record, and when; never a word of its content (CNIL, délibération
 * 2021-122). `empreinte` chains it to the line before: nothing can be changed, removed or put in between unseen.
 */
export const LigneJournal = z.strictObject({
  rang: z.int().min(1),
  le: z.iso.datetime(),
  /** Id of the user; null for the titulaire. */
  agent: Id.nullable(),
  /** « personnes.enregistrer »: a call of the contract, or a command of the command line. */
  geste: z.string().max(80),
  objet: Id.nullable(),
  empreinte: z.string().regex(/^[\da-f]{64}$/),
})
export type LigneJournal = z.infer<typeof LigneJournal>

/** What is about to be written in the journal. */
export type Geste = Pick<LigneJournal, 'agent' | 'geste' | 'objet'>

/** What goes into the fingerprint of a line, in one text. */
export const texteAEmpreindre = (
  precedente: string,
  { rang, le, agent, geste, objet }: Omit<LigneJournal, 'empreinte'>,
) => JSON.stringify([precedente, rang, le, agent, geste, objet])

/** Months that a line is kept (CNIL, délibération 2021-122: six months to one year; DP-08). */
export const MOIS_GARDES = 12

/** Reading these is an act in itself: somebody's file is opened, or leaves the coffre. */
const consultations: ReadonlySet<string> = new Set([
  'personnes.lire',
  'parcours.lire',
  'tig.lire',
  'instances.lireReunion',
  'bilans.rapport',
])

/** Typing that is not an act yet, and the life of the window. */
const sansTrace: ReadonlySet<string> = new Set(['brouillons', 'reprises'])
const sansActe: ReadonlySet<string> = new Set([
  'coffre.presence',
  'coffre.verrouiller',
  'coffre.essayer',
  'coffre.quitterEssai',
  'reglages.changerDispositif',
])

/** Whether a call leaves a line. */
export const laisseTrace = (feature: string, method: string, kind: 'query' | 'command'): boolean =>
  kind === 'query'
    ? consultations.has(`${feature}.${method}`)
    : !sansTrace.has(feature) && !sansActe.has(`${feature}.${method}`)

/** The record that a call is about: an id, never anything typed. */
export const objetDe = (input: unknown): string | null => {
  if (typeof input !== 'object' || input === null) return null
  for (const nom of ['id', 'suiviId', 'personneId', 'accueilId', 'orientationId', 'reunionId', 'ficheId']) {
    const lu = Id.safeParse(Object.getOwnPropertyDescriptor(input, nom)?.value)
    if (lu.success) return lu.data
  }
  return null
}

/** A journal as one compares it with another: its lines, after the end of what was purged (`rang` 0 when nothing was). */
export type Chaine = readonly Pick<LigneJournal, 'rang' | 'geste' | 'empreinte'>[]

/**
 * How a coffre stands to another one, by their journals and without any clock: the last line they have in common, then which of
 * them holds acts that the other lacks. `divergent` when both do; `inconnu` when they have no line in common, or none says more.
 */
export const situer = (une: Chaine, autre: Chaine): 'plus-ancien' | 'plus-recent' | 'divergent' | 'inconnu' => {
  const empreintes = new Map(autre.map(({ rang, empreinte }) => [rang, empreinte]))
  const commun = une.findLast(({ rang, empreinte }) => empreintes.get(rang) === empreinte)
  if (commun === undefined) return 'inconnu'
  const seul = (chaine: Chaine): boolean =>
    chaine.some(({ rang, geste }) => rang > commun.rang && changeLeCoffre(geste))
  if (seul(une)) return seul(autre) ? 'divergent' : 'plus-recent'
  return seul(autre) ? 'plus-ancien' : 'inconnu'
}

/** Opening, reading and copying leave a line, and the coffre as it was. */
const changeLeCoffre = (geste: string): boolean =>
  geste !== '' && !/^(?:coffre|sauvegardes|restauration)\./u.test(geste) && !lectures.has(geste)

const lectures: ReadonlySet<string> = new Set([
  ...consultations,
  'commande.sauvegarder',
  'commande.emporter',
  'commande.verifier',
])
