import type { Unite } from '../bilan/bilan.ts'
import type { Comptes } from '../bilan/comptes.ts'
import { declarations } from '../bilan/preparer.ts'
import { type Finesse, type Presentation, recenser, type Recensement, regrouper } from '../bilan/recensement.ts'
import { SANS_GROUPE } from '../bilan/tableau.ts'
import { type CodeDispositif, dispositifs } from '../dispositifs/index.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { Lot } from './lot.ts'
import { reconstituer } from './reconstituer.ts'
import type { RecensementLot } from './recensement-lot.ts'
import { HORS_LISTE } from './tabuler.ts'

export type LotAssemble = Pick<Lot, 'id' | 'recensements'>

/** The cliques of a lot contradict one another. */
export class ErreurLotIncoherent extends Error {}

/**
 * The census of many posts as one: every unit of every lot, nobody recognised from one to another. Values that posts added
 * are one row, « Valeurs propres à un poste », and add up in their group; a text typed freely has a row where one post alone
 * reaches the threshold with it.
 */
export const assembler = (
  dispositif: CodeDispositif,
  lots: readonly LotAssemble[],
  seuil: number,
  finesse: Finesse,
): readonly Recensement[] => {
  const declares = declarations[dispositif].tableaux.filter((t) =>
    lots.some((l) => l.recensements.some((r) => r.tableaux.some((autre) => autre.id === t.id))),
  )
  const gabarit = (f: Finesse): readonly Recensement[] =>
    recenser(declares, [rien], dispositifs[dispositif], seuil, f)[0] ?? []
  const connues = new Map(
    declares.flatMap((t) =>
      t.dimensions.map((d) => [
        d.id,
        d.modalites(dispositifs[dispositif]).map((m) => ligne(m.code, [m.code], m.libelle)),
      ]),
    ),
  )
  const fins = gabarit('detaillee').map((g) => completer(g, lots, seuil, connues))
  if (finesse === 'detaillee') return fins
  const regroupements = new Map(declares.flatMap((t) => t.dimensions.map((d) => [d.id, d])))
  const groupes = new Map(gabarit('regroupee').map((g) => [g.unite, new Set(g.tableaux.map((t) => t.id))]))
  return fins.map(({ unite, questions, unites, tableaux }) => ({
    unite,
    questions,
    unites,
    tableaux: tableaux
      .filter((t) => groupes.get(unite)?.has(t.id) === true)
      .map(({ id, dimensions }) => ({
        id,
        dimensions: dimensions.map((d) => ({ ...d, modalites: regrouper(d.modalites, regroupements.get(d.id) ?? {}) })),
      })),
  }))
}

const completer = (
  gabarit: Recensement,
  lots: readonly LotAssemble[],
  seuil: number,
  connues: ReadonlyMap<string, readonly Ligne[]>,
): Recensement => {
  const siens = lots.flatMap((l) =>
    l.recensements.filter((r) => r.unite === gabarit.unite).map((recensement) => ({ id: l.id, recensement })),
  )
  const questions = gabarit.questions.map((q) => ({
    ...q,
    feuilles: uniques([...q.feuilles, ...siens.flatMap(({ recensement: r }) => feuillesDe(r, q.id))]),
  }))
  return {
    unite: gabarit.unite,
    questions,
    tableaux: gabarit.tableaux.map(({ id, dimensions }) => ({
      id,
      dimensions: dimensions.map((d) => {
        const lus = siens.map((s) => s.recensement)
        const toutes = questions.find((q) => q.id === d.question)?.feuilles ?? []
        if (d.modalites.some((m) => m.reste)) return nommer(d, toutes, frequentes(lus, d.question, seuil))
        return d.id === d.question ? ranger(d, toutes, connues.get(d.id) ?? []) : grouper(d, id, toutes, lus)
      }),
    })),
    unites: siens.flatMap(({ id, recensement }) => {
      const unites = reconstituer(id, recensement, questions)
      if (unites === null) throw new ErreurLotIncoherent(`cliques of ${id}`)
      return unites
    }),
  }
}

/** Texts that one lot at least says of a threshold of units and of persons. */
const frequentes = (lus: readonly RecensementLot[], question: string, seuil: number): ReadonlySet<string> =>
  new Set(
    lus.flatMap((r) =>
      r.cliques
        .filter((c) => c.axes.length === 1 && c.axes[0]?.question === question)
        .flatMap((c) =>
          c.cases
            .filter((k) => k.unites >= seuil)
            .map((k) => feuillesDe(r, question)[k.rangs[0] ?? -1] ?? NON_RENSEIGNE),
        ),
    ),
  )

const nommer = (d: Presentation, toutes: readonly string[], nommees: ReadonlySet<string>): Presentation => {
  const dites = toutes.filter((f) => nommees.has(f) && f !== NON_RENSEIGNE && f !== 'autres')
  const autres = toutes.filter((f) => !dites.includes(f) && f !== NON_RENSEIGNE)
  return {
    ...d,
    modalites: [
      ...dites.map((code) => ({ code, libelle: enMots(code), reste: false, feuilles: [code] })),
      ...d.modalites.map((m) => (m.reste ? { ...m, feuilles: autres } : m)),
    ],
  }
}

/** A commune is known by its spelling put in order. */
const enMots = (code: string): string => code.replaceAll('-', ' ').toUpperCase()

/** A declared value that is not on offer has a row where a post used it. */
const ranger = (d: Presentation, toutes: readonly string[], connues: readonly Ligne[]): Presentation => {
  const dites = new Set(d.modalites.map((m) => m.code))
  const cachees = connues.filter((m) => !dites.has(m.code) && toutes.includes(m.code))
  const propres = toutes.filter((f) => !dites.has(f) && !cachees.some((m) => m.code === f))
  const nouvelles = [...cachees, ...(propres.length === 0 ? [] : [ligne(HORS_LISTE, propres)])]
  return { ...d, modalites: nouvelles.reduce(avantDernier, d.modalites) }
}

const grouper = (
  d: Presentation,
  tableau: string,
  toutes: readonly string[],
  lus: readonly RecensementLot[],
): Presentation => {
  const lignes = lus.flatMap((r) =>
    r.tableaux
      .filter((t) => t.id === tableau)
      .flatMap((t) => t.dimensions.filter((autre) => autre.id === d.id).flatMap((autre) => autre.lignes)),
  )
  const membres = Map.groupBy(
    lignes.flatMap((l) => l.feuilles.map((feuille) => ({ code: l.code, feuille }))),
    (m) => m.feuille,
  )
  // Declared values keep their declared group, and one answer has one group whatever the posts say.
  const places = new Map(d.modalites.flatMap((m) => m.feuilles.map((f) => [f, m.code] as const)))
  for (const f of toutes) if (!places.has(f)) places.set(f, membres.get(f)?.[0]?.code ?? SANS_GROUPE)
  const completees = d.modalites.map((m) => ({ ...m, feuilles: toutes.filter((f) => places.get(f) === m.code) }))
  const nouveaux = uniques([...places.values()]).filter((code) => !d.modalites.some((m) => m.code === code))
  return {
    ...d,
    modalites: nouveaux.reduce(
      (m, code) =>
        avantDernier(
          m,
          ligne(
            code,
            toutes.filter((f) => places.get(f) === code),
          ),
        ),
      completees as Presentation['modalites'],
    ),
  }
}

type Ligne = Presentation['modalites'][number]

const ligne = (
  code: string,
  feuilles: readonly string[],
  libelle = code === SANS_GROUPE ? 'Sans regroupement' : 'Valeurs propres à un poste',
): Ligne => ({
  code,
  libelle,
  reste: false,
  feuilles,
})

/** Before the missing answer, which is printed last. */
const avantDernier = (lignes: readonly Ligne[], nouvelle: Ligne): readonly Ligne[] => {
  const fin = lignes.findIndex((l) => l.code === NON_RENSEIGNE)
  return fin === -1 ? [...lignes, nouvelle] : [...lignes.slice(0, fin), nouvelle, ...lignes.slice(fin)]
}

const feuillesDe = (r: RecensementLot, question: string): readonly string[] =>
  r.questions.find((q) => q.id === question)?.feuilles ?? []

const uniques = <T>(liste: readonly T[]): T[] => [...new Set(liste)]

const aucun: Readonly<Record<Unite, readonly never[]>> = {
  personnes: [],
  suivis: [],
  saisines: [],
  entretiens: [],
  orientations: [],
  demarches: [],
  clotures: [],
  incidents: [],
  executions: [],
}
const rien: Comptes = { ...aucun, delais: [], tig: null }
