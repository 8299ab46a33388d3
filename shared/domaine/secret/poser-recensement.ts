import type { Presentation, Recensement } from '../bilan/recensement.ts'
import { TOTAL } from '../bilan/tableau.ts'
import { impossiblesDe, multiplesDe, profilsDe } from './declarer.ts'
import { lier, type Liaison } from './liaison.ts'
import type { Intervalle } from './moteur/savoir.ts'
import type { Place } from './moteur/systeme.ts'
import type { Tache } from './moteur/tache.ts'
import { type Axe, produit, TOUT } from './moteur/univers.ts'
import { dansLigne, recouper } from './recouper.ts'
import { OUI, type Plan, tracer } from './trajectoires.ts'

/** What a release printed: the value of each cell, or null where it was hidden. */
export type Imprime = { readonly tableau: string; readonly codes: readonly string[]; readonly valeur: number | null }

/** A release already published that counts some of the same units. */
export type Ancienne = {
  readonly recensement: Recensement
  readonly imprimes: readonly Imprime[]
  readonly bases: Bases
  /** The grand total; null when it was hidden. */
  readonly total: number | null
}

/** The base that the numbers of a table are rounded to; a table whose numbers are exact has none. */
export type Bases = Readonly<Record<string, number>>

/** A census posed for the engine, and the name of each of its places. */
export type Posee = { readonly tache: Tache; readonly adresses: readonly Adresse[] }
export type Adresse = { readonly place: Place; readonly tableau: string; readonly codes: readonly string[] }

export type ChoixTache = Pick<Tache, 'seuil' | 'mode' | 'budget'>

/** Poses a census, and with it the releases that a reader can hold beside it. */
export const poserRecensement = (
  recensement: Recensement,
  anciennes: readonly Ancienne[],
  choix: ChoixTache,
): Posee => {
  const releases = [recensement, ...anciennes.map((a) => a.recensement)]
  const liaison = lier(releases)
  const plan = tracer(liaison, releases)
  const poses = releases.map((r, release) => poserTableaux(r, liaison, plan, release))
  const tableaux = poses.flatMap((p) => p.map((t) => t.axes))
  const debuts = poses.map((_, i) => poses.slice(0, i).reduce((n, p) => n + p.length, 0))
  const adresses = poses.map((p, i) => p.flatMap((t, rang) => adressesDe(t, rang + (debuts[i] ?? 0))))
  const [siennes = [], ...leurs] = adresses
  const imprimes = poses[0]?.length ?? 0
  return {
    adresses: siennes,
    tache: {
      univers: {
        dimensions: plan.dimensions,
        tableaux,
        ...profilsDe(liaison, plan),
        impossibles: impossiblesDe(liaison, plan, releases),
        multiples: multiplesDe(liaison, plan, releases, tableaux),
      },
      imprimes,
      dites: leurs.flatMap((ancienne, i) => direDe(ancienne, anciennes[i])),
      sues: releases.flatMap((r, i) => suesDe(r, adresses[i] ?? [], choix.seuil)),
      sensibles: liaison.questions.flatMap((q, i) =>
        q.sensible
          ? (plan.colonnes[i] ?? []).map((dimension) => ({
              dimension,
              muettes: plan.feuillesEn(dimension, 0, (reponse) => reponse === q.sansReponse),
            }))
          : [],
      ),
      releases: plan.releases,
      recoupements: recouper(liaison, plan, releases),
      inclusions: inclusionsDe(recensement, siennes),
      arrondisAvant: leurs.flatMap((ancienne, i) => arrondisDe(ancienne, anciennes[i], siennes)),
      ...choix,
    },
  }
}

/** A table as the engine takes it, and the code of each node of its axes; one axis or more may bear none. */
type TableauPose = {
  readonly id: string
  readonly axes: readonly Axe[]
  readonly codes: readonly (readonly string[] | null)[]
}

const poserTableaux = (
  recensement: Recensement,
  { questions }: Liaison,
  plan: Plan,
  release: number,
): readonly TableauPose[] => {
  const presence =
    plan.releases === null
      ? []
      : [
          {
            axe: { dimension: plan.releases, noeuds: [plan.noeudDe(plan.releases, plan.presencesDe(release))] },
            codes: null,
          },
        ]
  const rangDe = (id: string): number => questions.findIndex((q) => q.id === id)
  return recensement.tableaux.flatMap(({ id, dimensions }) => {
    const poser = (poses: readonly { readonly axe: Axe; readonly codes: readonly string[] | null }[]): TableauPose => ({
      id,
      axes: [...poses, ...presence].map((p) => p.axe),
      codes: [...poses, ...presence].map((p) => p.codes),
    })
    const [premiere] = dimensions
    if (premiere?.multiple !== true)
      return [poser(dimensions.map((d) => poserAxe(d, plan, release, plan.colonnes[rangDe(d.question)]?.[0] ?? 0)))]
    if (dimensions.length > 1) throw new Error(`plusieurs réponses dans un croisement : ${id}`)
    const question = rangDe(premiere.question)
    return premiere.modalites.map(({ code }) => {
      const dimension = plan.colonnes[question]?.[questions[question]?.feuilles.indexOf(code) ?? -1]
      if (dimension === undefined) throw new Error(`réponse hors de la question ${premiere.question}`)
      const noeud = plan.noeudDe(
        dimension,
        plan.feuillesEn(dimension, release, (r) => r === OUI),
      )
      return poser([{ axe: { dimension, noeuds: [TOUT, noeud] }, codes: [TOTAL, code] }])
    })
  })
}

const poserAxe = (presentation: Presentation, plan: Plan, release: number, dimension: number) => {
  const lignes = presentation.modalites
    .map((m) => ({ code: m.code, feuilles: plan.feuillesEn(dimension, release, dansLigne(presentation, m)) }))
    .filter((l) => l.feuilles.length > 0)
  const noeuds = lignes.map((l) => plan.noeudDe(dimension, l.feuilles))
  return { axe: { dimension, noeuds: [TOUT, ...noeuds] }, codes: [TOTAL, ...lignes.map((l) => l.code)] }
}

const adressesDe = ({ id, axes, codes }: TableauPose, tableau: number): readonly Adresse[] =>
  produit(axes.map((a) => a.noeuds.map((_, i) => i))).map((rangs) => ({
    tableau: id,
    place: { tableau, noeuds: rangs.map((rang, i) => axes[i]?.noeuds[rang] ?? TOUT) },
    codes: rangs.flatMap((rang, i) => codes[i]?.[rang] ?? []),
  }))

/**
 * Of a text typed freely only the frequent values have a row: whoever reads its name knows that it reaches the threshold,
 * in this period or in one beside it. Taken as known of this one whenever it is true.
 */
const suesDe = (recensement: Recensement, adresses: readonly Adresse[], seuil: number): Tache['sues'] =>
  recensement.tableaux.flatMap(({ id, dimensions: [seule, ...autres] }) => {
    if (seule === undefined || autres.length > 0 || !seule.modalites.some((m) => m.reste)) return []
    const question = recensement.questions.findIndex((q) => q.id === seule.question)
    const listes = compterListes(recensement, question)
    const frequentes = seule.modalites.filter(({ code, reste, feuilles }) => {
      const sans = recensement.questions[question]?.sansReponse === code
      const siennes = [...listes].filter(([reponses]) => reponses.some((r) => feuilles.includes(r)))
      return !reste && !sans && siennes.reduce((n, [, unites]) => n + unites, 0) >= seuil
    })
    const codes = new Set(frequentes.map((m) => m.code))
    return adresses
      .filter((a) => a.tableau === id && codes.has(a.codes[0] ?? ''))
      .map(({ place }) => ({ place, dit: [seuil, Number.POSITIVE_INFINITY] as const }))
  })

/** How many units gave each list of answers to a question. */
const compterListes = ({ unites }: Recensement, question: number): ReadonlyMap<readonly string[], number> => {
  const listes = new Map<readonly string[], number>()
  for (const { reponses } of unites) {
    const liste = reponses[question] ?? []
    listes.set(liste, (listes.get(liste) ?? 0) + 1)
  }
  return listes
}

/** Who gives an answer last gave it among the others; who gave none is the same person in both. */
const inclusionsDe = ({ questions, tableaux }: Recensement, adresses: readonly Adresse[]): Tache['inclusions'] => {
  const marges = (question: string | null) =>
    tableaux.flatMap(({ id, dimensions }) =>
      dimensions.flatMap((d, rang) =>
        d.question === question
          ? adresses.filter((a) => a.tableau === id && a.codes.every((c, i) => (i === rang) === (c !== TOTAL)))
          : [],
      ),
    )
  return questions.flatMap((q) => {
    const larges = marges(q.parmi)
    return marges(q.id).flatMap((petite) =>
      larges.flatMap((grande) => {
        const code = petite.codes.find((c) => c !== TOTAL)
        if (code === undefined || !grande.codes.includes(code)) return []
        const inclusion = { petite: petite.place, grande: grande.place }
        return code === q.sansReponse ? [inclusion, { petite: grande.place, grande: petite.place }] : [inclusion]
      }),
    )
  })
}

const direDe = (adresses: readonly Adresse[], ancienne: Ancienne | undefined): Tache['dites'] => {
  const imprimes = new Map(ancienne?.imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur]))
  return adresses.flatMap(({ place, tableau, codes }) => {
    const valeur = imprimes.get(`${tableau} ${codes.join(' ')}`)
    if (valeur === undefined) return []
    return [{ place, dit: valeur === null ? null : direValeur(valeur, ancienne?.bases[tableau] ?? 1, codes) }]
  })
}

/** Rounded numbers are less than a base away from the truth; grand totals are exact. */
export const direValeur = (valeur: number, base: number, codes: readonly string[]): Intervalle =>
  base === 1 || codes.every((c) => c === TOTAL) ? [valeur, valeur] : [Math.max(0, valeur - base + 1), valeur + base - 1]

/** What earlier editions said of the same cells, for as little as possible to change. */
const arrondisDe = (leurs: readonly Adresse[], ancienne: Ancienne | undefined, siennes: readonly Adresse[]) => {
  if (ancienne === undefined) return []
  const places = new Map(siennes.map((a) => [`${a.tableau} ${a.codes.join(' ')}`, a.place]))
  const imprimes = new Map(ancienne.imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur]))
  return leurs.flatMap(({ tableau, codes }) => {
    const cle = `${tableau} ${codes.join(' ')}`
    const [place, valeur] = [places.get(cle), imprimes.get(cle)]
    const exacte = ancienne.bases[tableau] === undefined
    return place === undefined || valeur === undefined || valeur === null ? [] : [{ place, valeur, exacte }]
  })
}
