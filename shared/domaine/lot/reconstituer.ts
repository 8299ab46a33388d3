import type { Question, Recensement } from '../bilan/recensement.ts'
import { NON, OUI } from '../secret/trajectoires.ts'
import { type RecensementLot, reponsesDeLAxe, estDansAxe } from './recensement-lot.ts'

/**
 * Units that agree with every count of a lot: cliques are joined one after the other on what they share, which an exact lot
 * always allows. Nobody in particular: which answers of two cliques go together is not known, nor does any table tell it.
 * Persons behind acts are never more than there are behind any cell, so that what is of few is held to be of few. Null
 * when cliques contradict one another.
 */
export const reconstituer = (
  lot: string,
  { unite, effectif, questions, cliques, peu }: RecensementLot,
  declarees: readonly Question[],
): Recensement['unites'] | null => {
  const feuilles = new Map(questions.map((q) => [q.id, q.feuilles]))
  const nommees = cliques.map((c) => nommer(c, feuilles))
  const faites: Faite[] = Array.from({ length: effectif }, () => ({ dites: new Map() }))
  if (!nommees.every((c) => joindre(faites, simplifier(c)))) return null
  const exclusives = new Map(declarees.map((q) => [q.id, q.sansReponse]))
  // The answer that excludes the others first: these then share out the units it leaves.
  const multiples = nommees
    .flatMap(multiplesDe)
    .toSorted((a, b) => Number(exclusives.get(b.question) === b.code) - Number(exclusives.get(a.question) === a.code))
  const tours = new Map<string, number>()
  for (const m of multiples) if (!repartir(faites, m, exclusives.get(m.question) ?? null, tours)) return null
  const unites = faites.map(({ dites }, i) => ({
    id: `${lot}:${unite}:${i + 1}`,
    reponses: declarees.map((q) => reponsesDe(q, dites, feuilles.get(q.id) ?? [])),
  }))
  const personnes = unite === 'personnes' ? unites.map((_, i) => i) : partagerPersonnes(unites, declarees, peu)
  const genre = unite === 'personnes' ? '' : 'actes:'
  return unites.map((u, i) => Object.assign(u, { personnes: [`${lot}:${genre}${(personnes[i] ?? 0) + 1}`] }))
}

/** The lot that a unit was made of. */
export const lotDe = (unite: { readonly id: string }): string => unite.id.split(':')[0] ?? ''

type Faite = { readonly dites: Map<string, string> }
type Axe = { readonly question: string; readonly code: string | null; readonly cle: string }
type Clique = {
  readonly axes: readonly Axe[]
  readonly cases: readonly { readonly dites: readonly string[]; readonly unites: number }[]
}

const cleDAxe = (question: string, code: string | null): string => (code === null ? question : `${question} ${code}`)

const nommer = (
  { axes, cases }: RecensementLot['cliques'][number],
  feuilles: ReadonlyMap<string, readonly string[]>,
): Clique => ({
  axes: axes.map((a) => ({ ...a, cle: cleDAxe(a.question, a.code) })),
  cases: cases.map(({ rangs, unites }) => ({
    dites: axes.map((a, i) => reponsesDeLAxe(a, feuilles.get(a.question) ?? [])[rangs[i] ?? -1] ?? ''),
    unites,
  })),
})

/** A clique without its questions of several answers. */
const simplifier = ({ axes, cases }: Clique): Clique => {
  const gardes = axes.flatMap((a, i) => (a.code === null ? [i] : []))
  const reunies = Map.groupBy(
    cases.map((c) => ({ ...c, dites: gardes.map((i) => c.dites[i] ?? '') })),
    (c) => c.dites.join('\n'),
  )
  return {
    axes: gardes.flatMap((i) => axes[i] ?? []),
    cases: [...reunies.values()].map((memes) => ({
      dites: memes[0]?.dites ?? [],
      unites: memes.reduce((n, c) => n + c.unites, 0),
    })),
  }
}

/** Gives each unit its answers to a clique, in accordance with those it has. */
const joindre = (faites: readonly Faite[], { axes, cases }: Clique): boolean => {
  if (axes.length === 0) return true
  const communes = axes.filter((a) => faites[0]?.dites.has(a.cle) === true)
  const attentes = Map.groupBy(faites, (f) => communes.map((a) => f.dites.get(a.cle)).join('\n'))
  for (const { dites, unites } of cases) {
    const cle = communes.map((a) => dites[axes.indexOf(a)]).join('\n')
    const prises = attentes.get(cle)?.splice(0, unites) ?? []
    if (prises.length < unites || dites.includes('')) return false
    for (const faite of prises) for (const [i, a] of axes.entries()) faite.dites.set(a.cle, dites[i] ?? '')
  }
  return [...attentes.values()].every((reste) => reste.length === 0)
}

/** One answer of several, and for each group of units how many gave it. */
type Multiple = {
  readonly question: string
  readonly code: string
  readonly cle: string
  readonly autour: readonly Axe[]
  readonly cases: Clique['cases']
}

const multiplesDe = ({ axes, cases }: Clique): readonly Multiple[] =>
  axes.flatMap(({ question, code, cle }, rang) => {
    if (code === null) return []
    const autres = axes.flatMap((a, i) => (a.code === null ? [i] : []))
    return [
      {
        question,
        code,
        cle,
        autour: autres.flatMap((i) => axes[i] ?? []),
        cases: cases.map((c) => ({ ...c, dites: [c.dites[rang] ?? '', ...autres.map((i) => c.dites[i] ?? '')] })),
      },
    ]
  })

/** Each answer goes on where the one before it stopped, in turn: everybody gets one at least, and the exclusive one alone. */
const repartir = (
  faites: readonly Faite[],
  { question, code, cle, autour, cases }: Multiple,
  exclusive: string | null,
  tours: Map<string, number>,
): boolean => {
  const groupes = Map.groupBy(faites, (f) => autour.map((a) => f.dites.get(a.cle)).join('\n'))
  const parGroupe = Map.groupBy(cases, (c) => c.dites.slice(1).join('\n'))
  for (const [nom, groupe] of groupes) {
    const compter = (dite: string): number =>
      (parGroupe.get(nom) ?? []).reduce((n, c) => n + (c.dites[0] === dite ? c.unites : 0), 0)
    const oui = compter(OUI)
    if (oui + compter(NON) !== groupe.length) return false
    const libres =
      code === exclusive || exclusive === null
        ? groupe
        : groupe.filter((f) => f.dites.get(cleDAxe(question, exclusive)) !== OUI)
    if (oui > libres.length) return false
    const tour = `${question}\n${nom}`
    const debut = code === exclusive ? 0 : (tours.get(tour) ?? 0)
    const choisies = new Set(Array.from({ length: oui }, (_, i) => libres[(debut + i) % libres.length]))
    if (code !== exclusive) tours.set(tour, debut + oui)
    for (const faite of groupe) faite.dites.set(cle, choisies.has(faite) ? OUI : NON)
  }
  return true
}

/** A question that the post does not ask has no answer. */
const reponsesDe = (
  { id, multiple, sansReponse, feuilles: toutes }: Question,
  dites: ReadonlyMap<string, string>,
  feuilles: readonly string[],
): readonly string[] => {
  const lues = multiple
    ? feuilles.filter((f) => dites.get(cleDAxe(id, f)) === OUI)
    : [dites.get(id) ?? ''].filter((f) => f !== '')
  return lues.length > 0 ? lues : [sansReponse ?? toutes[0] ?? '']
}

/**
 * Who stands behind acts: somebody else behind each, until a cell would be of more persons than it is. Two of them are then
 * taken for one, which makes no cell of more persons.
 */
const partagerPersonnes = (
  unites: readonly Pick<Recensement['unites'][number], 'reponses'>[],
  questions: readonly Question[],
  peu: RecensementLot['peu'],
): readonly number[] => {
  const qui = unites.map((_, i) => i)
  for (const { axes, personnes } of peu) {
    const tests = axes.map((axe) => ({ axe, rang: questions.findIndex((q) => q.id === axe.question) }))
    const dedans = unites.flatMap(({ reponses }, i) =>
      tests.every((t) => estDansAxe(t.axe, reponses[t.rang] ?? [])) ? [i] : [],
    )
    const classes = [...new Set(dedans.map((i) => qui[i] ?? i))]
    const gardees = Math.max(personnes, 1)
    const vers = new Map(classes.slice(gardees).map((c, i) => [c, classes[i % gardees] ?? c]))
    if (vers.size > 0) for (const [i, c] of qui.entries()) qui[i] = vers.get(c) ?? c
  }
  return qui
}
