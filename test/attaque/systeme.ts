import type { TableauLu } from './document.ts'
import { pasDe } from './nombre.ts'
import { parmiLesReponsesDe, racineDe } from './nomenclature.ts'
import { type Composante, composantesDe, feuillesDe, type Question, questionsDe } from './population.ts'
import { type Case, type Fait, NON_RENSEIGNE, TOTAL } from './savoir.ts'
import { Contradiction, type Expression, type Ligne } from './solveur.ts'

/** Unknown 0 is the number of units; the others are those of each component, one after the other. */
export type Systeme = {
  readonly inconnues: number
  readonly lignes: readonly Ligne[]
  readonly exprimer: (cible: Case) => Expression
  /** Numbers that no table prints, but that a subtraction gives: rows in excess (`+`), units outside a row (`!code`). */
  readonly deduites: readonly { readonly cible: Case; readonly expression: Expression }[]
}

/** The units of one period as a reader must imagine them, bound by the facts. */
export const poserSysteme = (
  unite: string,
  annee: string,
  tous: readonly TableauLu[],
  faits: readonly Fait[],
  vides = reponsesVides(unite, tous, faits),
): Systeme => {
  const tableaux = tous.filter((t) => t.unite === unite)
  const questions = questionsDe(tableaux)
  const composantes = composantesDe(tableaux, questions, {
    vides,
    uniques: reponsesUniques(tableaux, faits),
  })
  const debuts = composantes.map((_, i) => 1 + composantes.slice(0, i).reduce((n, c) => n + c.profils.length, 0))
  const lieuDe = (racine: string) => composantes.findIndex((c) => c.questions.some((q) => q.id === racine))

  /** Units whose answers to these questions meet each of these sets. */
  const compter = (criteres: readonly (readonly [racine: string, feuilles: readonly string[]])[]): Expression => {
    const i = lieuDe(criteres[0]?.[0] ?? '')
    const composante = composantes[i]
    if (composante === undefined) return new Map([[0, 1]])
    const places = criteres.map(([racine]) => composante.questions.findIndex((q) => q.id === racine))
    return new Map(
      composante.profils.flatMap((profil, p) =>
        criteres.every(([, feuilles], k) => profil[places[k] ?? -1]?.some((f) => feuilles.includes(f)) === true)
          ? [[(debuts[i] ?? 0) + p, 1] as const]
          : [],
      ),
    )
  }
  const exprimer = (cible: Case): Expression => {
    const dimensions = tableaux.find((t) => t.id === cible.tableau)?.dimensions ?? []
    const criteres = dimensions.flatMap((d, i) => {
      const code = cible.codes[i] ?? TOTAL
      const question = questions.find((q) => q.id === racineDe(d.id))
      return code === TOTAL || question === undefined ? [] : [[question.id, feuillesDe(d, code, question)] as const]
    })
    return compter(criteres)
  }
  const dire = (question: Question, codes: readonly string[]) => compter([[question.id, codes]])

  return {
    inconnues: 1 + composantes.reduce((n, c) => n + c.profils.length, 0),
    lignes: [
      ...composantes.flatMap((c, i) => structurer(c, debuts[i] ?? 0)),
      ...lierReponses(questions, dire),
      ...traduire(faits, exprimer),
    ],
    exprimer,
    deduites: questions
      .filter((q) => q.multiple)
      .flatMap((q) => {
        const id = tableaux.find((t) => t.dimensions.length === 1 && t.dimensions[0]?.id === q.id)?.id ?? q.id
        const deduire = (code: string, sommes: Parameters<typeof combiner>[0]) => ({
          cible: { unite, annee, tableau: id, codes: [code] },
          expression: combiner(sommes),
        })
        const rangees = q.feuilles.map((f) => [1, dire(q, [f])] as const)
        const dehors = q.feuilles.map((f) =>
          deduire(`!${f}`, [
            [1, TOUS],
            [-1, dire(q, [f])],
          ]),
        )
        return [deduire('+', [...rangees, [-1, TOUS]])].concat(dehors)
      }),
  }
}

const TOUS: Expression = new Map([[0, 1]])

/** Everybody stands somewhere; where answers are counted one by one, the rows may overlap but cover everybody. */
const structurer = ({ questions, profils }: Composante, debut: number): readonly Ligne[] => {
  const colonnes = profils.map((_, p) => debut + p)
  const seule = questions.length === 1 && questions[0]?.multiple === true
  const somme = new Map([[0, -1], ...colonnes.map((c) => [c, 1] as const)])
  if (!seule) return [{ termes: somme, bas: 0, haut: 0 }]
  const sans = profils.findIndex((profil) => profil[0]?.includes(NON_RENSEIGNE) === true)
  const muets = sans < 0 ? [] : [[debut + sans, -1] as const]
  return [
    { termes: somme, bas: 0, haut: Infinity },
    ...colonnes.map((c) => ({
      termes: new Map([[0, 1], ...muets, [c, -1]] as const),
      bas: 0,
      haut: Infinity,
    })),
  ]
}

/** One answer of a person is among those she gave; she who gave none has none. « Autres publics » are those not named. */
const lierReponses = (
  questions: readonly Question[],
  dire: (q: Question, codes: readonly string[]) => Expression,
): readonly Ligne[] =>
  Object.entries(parmiLesReponsesDe).flatMap(([une, plusieurs]) => {
    const [a, b] = [une, plusieurs].map((id) => questions.find((q) => q.id === id))
    if (a === undefined || b === undefined) return []
    const restantes = b.feuilles.filter((f) => !a.feuilles.includes(f))
    return a.feuilles.map((f) => {
      const larges = b.feuilles.includes(f)
        ? [[1, dire(b, [f])] as const]
        : restantes.map((r) => [1, dire(b, [r])] as const)
      return {
        termes: combiner([...larges, [-1, dire(a, [f])]]),
        bas: 0,
        haut: f === NON_RENSEIGNE ? 0 : Infinity,
      }
    })
  })

export const traduire = (faits: readonly Fait[], exprimer: (cible: Case) => Expression): readonly Ligne[] => {
  const lignes = new Map<string, Ligne>()
  for (const { termes, bas, haut, fichier } of faits) {
    const expression = combiner(termes.map(([k, cible]) => [k, exprimer(cible)] as const))
    const signature = JSON.stringify([...expression])
    const deja = lignes.get(signature)
    const ligne = {
      termes: expression,
      bas: Math.max(bas, deja?.bas ?? -Infinity),
      haut: Math.min(haut, deja?.haut ?? Infinity),
    }
    const contredit =
      ligne.bas > ligne.haut + 1e-6 || (expression.size === 0 && (ligne.bas > 1e-6 || ligne.haut < -1e-6))
    if (contredit) throw new Contradiction(`${fichier} contredit le reste : ${JSON.stringify(termes)}`)
    lignes.set(signature, ligne)
  }
  return [...lignes.values()].filter((l) => l.termes.size > 0)
}

export const combiner = (sommes: readonly (readonly [number, Expression])[]): Expression => {
  const total = new Map<number, number>()
  for (const [k, expression] of sommes)
    for (const [colonne, c] of expression) total.set(colonne, (total.get(colonne) ?? 0) + k * c)
  return new Map([...total].filter(([, c]) => c !== 0).toSorted(([a], [b]) => a - b))
}

/** Answers that nobody gave: printed as zero alone on a margin, or left out of a table (a row is left out when empty). */
export const reponsesVides = (
  unite: string,
  tous: readonly TableauLu[],
  faits: readonly Fait[],
): ReadonlySet<string> => {
  const tableaux = tous.filter((t) => t.unite === unite)
  const questions = questionsDe(tableaux)
  const nulles = new Set(faits.flatMap((f) => (f.haut === 0 && f.termes.length === 1 ? [nom(f.termes[0]?.[1])] : [])))
  return new Set(
    tableaux.flatMap((t) =>
      t.dimensions.flatMap((d, i) => {
        const question = questions.find((q) => q.id === racineDe(d.id))
        if (question === undefined) return []
        const marge = (code: string) =>
          nom({ tableau: t.id, codes: t.dimensions.map((_, j) => (i === j ? code : TOTAL)) })
        const nommees = new Set(d.modalites.flatMap((m) => feuillesDe(d, m.code, question)))
        const tues = pasDe(t) > 1 ? [] : question.feuilles.filter((f) => !nommees.has(f))
        const zeros = d.modalites.filter((m) => nulles.has(marge(m.code)))
        return [...tues, ...zeros.flatMap((m) => feuillesDe(d, m.code, question))].map((f) => `${question.id} ${f}`)
      }),
    ),
  )
}

/** Questions to several answers where the rows, all shown, add up to the total: nobody gave two. */
const reponsesUniques = (tableaux: readonly TableauLu[], faits: readonly Fait[]): ReadonlySet<string> => {
  const exacts = new Map(
    faits.flatMap((f) => (f.bas === f.haut && f.termes.length === 1 ? [[nom(f.termes[0]?.[1]), f.bas] as const] : [])),
  )
  return new Set(
    tableaux.flatMap((t) => {
      const [d, autre] = t.dimensions
      if (d === undefined || autre !== undefined || d.id === 'annee') return []
      const rangees = d.modalites.map((m) => exacts.get(nom({ tableau: t.id, codes: [m.code] })))
      const total = exacts.get(nom({ tableau: t.id, codes: [TOTAL] }))
      const somme = rangees.reduce<number | undefined>(
        (n, v) => (n === undefined || v === undefined ? undefined : n + v),
        0,
      )
      return total !== undefined && somme === total ? [d.id] : []
    }),
  )
}

const nom = (cible: Pick<Case, 'tableau' | 'codes'> | undefined): string =>
  cible === undefined ? '' : `${cible.tableau} ${cible.codes.join(' | ')}`
