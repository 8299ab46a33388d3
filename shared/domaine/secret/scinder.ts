import { creerPartage, retenir } from '../../utils/partage.ts'
import type { Recensement } from '../bilan/recensement.ts'
import { totalDe } from './juger.ts'
import type { Ancienne } from './poser-recensement.ts'

/** Questions that something crosses, with what each linked release counts of them. */
export type Partie = { readonly recensement: Recensement; readonly anciennes: readonly Ancienne[] }

/**
 * Cuts a census where nothing crosses one question with another. The parts share nothing but the grand totals: once these
 * are published, what is known of a part tells nothing of the others, and each is proved alone. A unit whose answers to a
 * part did not change since a release is then known to be the same, whatever else changed of it.
 */
export const scinder = (recensement: Recensement, anciennes: readonly Ancienne[], seuil: number): readonly Partie[] => {
  const cachees = anciennes.some((a) => a.total === null) || totalDe(recensement, seuil) === null
  if (cachees) return [{ recensement, anciennes }]
  return composantes([recensement, ...anciennes.map((a) => a.recensement)]).flatMap((questions) => {
    const partie = restreindre(recensement, questions)
    if (partie.tableaux.length === 0) return []
    const liees = anciennes.map(({ recensement: ancien, ...reste }) => ({
      recensement: restreindre(ancien, questions),
      imprimes: reste.imprimes,
      bases: reste.bases,
      total: reste.total,
    }))
    return [{ recensement: partie, anciennes: liees.filter((a) => a.recensement.tableaux.length > 0) }]
  })
}

/** Sets of questions that tables cross, or whose answers depend on one another. */
const composantes = (releases: readonly Recensement[]): readonly ReadonlySet<string>[] => {
  const liens = releases.flatMap((r) => [
    ...r.tableaux.map((t) => t.dimensions.map((d) => d.question)),
    ...r.questions.map((q) => (q.parmi === null ? [q.id] : [q.id, q.parmi])),
  ])
  return liens.reduce<readonly ReadonlySet<string>[]>((groupes, lien) => {
    const touches = groupes.filter((g) => lien.some((id) => g.has(id)))
    const uni = new Set([...lien, ...touches.flatMap((g) => [...g])])
    return [...groupes.filter((g) => !touches.includes(g)), uni]
  }, [])
}

const restreindre = (recensement: Recensement, questions: ReadonlySet<string>): Recensement => {
  const rangs = recensement.questions.flatMap((q, i) => (questions.has(q.id) ? [i] : []))
  const partager = creerPartage<readonly string[]>()
  const lire = retenir((reponses: Reponses) => partager(rangs.map((i) => reponses[i] ?? [])))
  return {
    unite: recensement.unite,
    questions: rangs.flatMap((i) => recensement.questions[i] ?? []),
    tableaux: recensement.tableaux.filter((t) => t.dimensions.some((d) => questions.has(d.question))),
    unites: recensement.unites.map(({ id, personnes, reponses }) => ({ id, personnes, reponses: lire(reponses) })),
  }
}

type Reponses = Recensement['unites'][number]['reponses']
