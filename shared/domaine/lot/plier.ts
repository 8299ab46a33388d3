import type { MotsDits, Presentation, Recensement } from '../bilan/recensement.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { TableauDefini } from './definition.ts'
import { HORS_LISTE, PERSONNES_PAR_MOT } from './tabuler.ts'

/** A census whose rare words are put away, and the answer that stands for each of its former ones. */
export type Pli = {
  readonly recensement: Recensement
  readonly replier: (question: string, code: string) => string
  readonly plierTableau: (tableau: Tableau) => Tableau
}
type Tableau = Recensement['tableaux'][number]

/**
 * Puts away the values that fewer than 5 persons of a post share and that are not declared: they become one value of
 * `hors-liste` per row of the coarser tables, or one of the others where texts are typed freely and were not printed yet.
 */
export const plier = (recensement: Recensement, definis: readonly TableauDefini[], dits: MotsDits): Pli => {
  const { questions, tableaux, unites } = recensement
  const dimensions = tableaux.flatMap((t) => t.dimensions)
  const definies = new Map(definis.flatMap((t) => t.dimensions.map((d) => [d.id, d])))
  const plis = new Map(
    questions.map((q) => {
      const { libre = false, codes = [] } = definies.get(q.id) ?? {}
      const gardes = new Set([...codes, NON_RENSEIGNE])
      const juge = questions.findIndex((autre) => autre.id === (q.parmi ?? q.id))
      const nommees = new Set(
        dimensions
          .find((d) => d.id === q.id)
          ?.modalites.filter((m) => !m.reste)
          .map((m) => m.code) ?? [],
      )
      const qui = new Map<string, Set<string>>()
      for (const { personnes, reponses } of unites)
        for (const code of reponses[juge] ?? []) qui.set(code, (qui.get(code) ?? new Set()).union(new Set(personnes)))
      const plie = (code: string): string => {
        const connu = (qui.get(code)?.size ?? 0) >= PERSONNES_PAR_MOT || dits.get(q.id)?.has(code) === true
        const frequent = !q.multiple && nommees.has(code) && connu
        if (gardes.has(code) || frequent) return code
        return libre ? 'autres' : q.multiple ? HORS_LISTE : [HORS_LISTE, ...rangDe(dimensions, q.id, code)].join('.')
      }
      return [q.id, plie] as const
    }),
  )
  const replier = (question: string, code: string): string => plis.get(question)?.(code) ?? code
  const plierTableau = ({ id, dimensions: siennes }: Tableau): Tableau => ({
    id,
    dimensions: siennes.map((d) => ({ ...d, modalites: plierLignes(d, replier) })),
  })
  return {
    replier,
    plierTableau,
    recensement: {
      ...recensement,
      questions: questions.map((q) => ({
        ...q,
        feuilles: uniques(q.feuilles.map((f) => replier(q.id, f))),
      })),
      tableaux: tableaux.map(plierTableau),
      unites: unites.map(({ id, personnes, reponses }) => ({
        id,
        personnes,
        reponses: questions.map((q, i) => uniques((reponses[i] ?? []).map((r) => replier(q.id, r)))),
      })),
    },
  }
}

/** Rows of the coarser tables where an answer stands. */
const rangDe = (dimensions: readonly Presentation[], question: string, code: string): readonly string[] =>
  uniques(
    dimensions
      .filter((d) => d.question === question && d.id !== question)
      .flatMap((d) => d.modalites.filter((m) => m.feuilles.includes(code)).map((m) => m.code)),
  )

const plierLignes = (d: Presentation, replier: Pli['replier']): Presentation['modalites'] => {
  const fine = d.id === d.question
  const lignes = new Map<string, Presentation['modalites'][number]>()
  for (const ligne of d.modalites) {
    const plie = fine && !ligne.reste ? replier(d.question, ligne.code) : ligne.code
    const code = plie.startsWith(`${HORS_LISTE}.`) ? HORS_LISTE : plie
    const feuilles = ligne.feuilles.map((f) => replier(d.question, f))
    const deja = lignes.get(code)
    lignes.set(code, {
      code,
      libelle: deja?.libelle ?? ligne.libelle,
      reste: ligne.reste || deja?.reste === true,
      feuilles: uniques([...(deja?.feuilles ?? []), ...feuilles]),
    })
  }
  return [...lignes.values()]
}

const uniques = <T>(liste: readonly T[]): T[] => [...new Set(liste)]
