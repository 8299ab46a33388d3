import type { Presentation, Recensement } from '../bilan/recensement.ts'
import { TOTAL } from '../bilan/tableau.ts'
import { lier, type Liaison } from './liaison.ts'
import type { Intervalle } from './moteur/savoir.ts'
import type { Place } from './moteur/systeme.ts'
import type { Tache } from './moteur/tache.ts'
import {
  type Axe,
  type Dimension,
  type Impossible,
  type Multiple,
  produit,
  type Profil,
  TOUT,
} from './moteur/univers.ts'

/** What a release printed: the value of each cell, or null where it was hidden. */
export type Imprime = { readonly tableau: string; readonly codes: readonly string[]; readonly valeur: number | null }

/** A release already published that counts some of the same units. */
export type Ancienne = {
  readonly recensement: Recensement
  readonly imprimes: readonly Imprime[]
  /** 1 when numbers are exact, else the base they were rounded to. */
  readonly base: number
}

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
  const plan = planDe(liaison, releases, anciennes.length > 0)
  const poses = releases.map((r, release) => poserTableaux(r, plan, release))
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
        profils: profilsDe(liaison, plan),
        impossibles: impossiblesDe(liaison, plan),
        multiples: multiplesDe(liaison, plan, tableaux),
      },
      imprimes,
      dites: leurs.flatMap((ancienne, i) => direDe(ancienne, anciennes[i])),
      sues: releases.flatMap((r, i) => suesDe(r, adresses[i] ?? [], choix.seuil)),
      sensibles: liaison.questions.flatMap((q, i) => (q.sensible ? (plan.colonnes[i] ?? []) : [])),
      releases: plan.releases,
      arrondisAvant: leurs.flatMap((ancienne, i) => arrondisDe(ancienne, anciennes[i], siennes)),
      ...choix,
    },
  }
}

/** The dimension of each question (several for one with several answers), and the one of presence in the releases. */
type Plan = {
  readonly dimensions: readonly Dimension[]
  readonly colonnes: readonly (readonly number[])[]
  readonly releases: number | null
  readonly noeudDe: (dimension: number, feuilles: readonly number[]) => number
  readonly questions: ReadonlyMap<string, number>
  readonly presencesDe: (release: number) => readonly number[]
  readonly feuilleDe: (question: number, code: string) => number
}

const planDe = ({ questions, presences }: Liaison, releases: readonly Recensement[], liees: boolean): Plan => {
  const dimensions: { feuilles: number; groupes: (readonly number[])[] }[] = []
  const colonnes = questions.map((q) => {
    const premiere = dimensions.length
    const nombres = q.multiple ? q.feuilles.map(() => 2) : [q.feuilles.length]
    dimensions.push(...nombres.map((feuilles) => ({ feuilles, groupes: [] })))
    return nombres.map((_, i) => premiere + i)
  })
  if (liees) dimensions.push({ feuilles: presences.length, groupes: [] })
  const rangs = questions.map((q) => new Map(q.feuilles.map((f, i) => [f, i])))
  return {
    dimensions,
    colonnes,
    releases: liees ? dimensions.length - 1 : null,
    questions: new Map(questions.map((q, i) => [q.id, i])),
    presencesDe: (release) => presences.flatMap((p, i) => (p.includes(release) ? [i] : [])),
    feuilleDe: (question, code) => {
      const rang = rangs[question]?.get(code)
      if (rang === undefined) throw new Error(`réponse hors de la question : ${releases[0]?.unite ?? ''} ${code}`)
      return rang
    },
    noeudDe: (dimension, feuilles) => {
      const declaree = dimensions[dimension]
      if (declaree === undefined) throw new Error('dimension inconnue')
      const [seule, ...autres] = feuilles
      if (seule !== undefined && autres.length === 0) return seule
      const tries = feuilles.toSorted((a, b) => a - b)
      const deja = declaree.groupes.findIndex((g) => g.join() === tries.join())
      if (deja === -1) declaree.groupes.push(tries)
      return declaree.feuilles + (deja === -1 ? declaree.groupes.length - 1 : deja)
    },
  }
}

/** A table as the engine takes it, and the code of each node of its axes; one axis or more may bear none. */
type TableauPose = {
  readonly id: string
  readonly axes: readonly Axe[]
  readonly codes: readonly (readonly string[] | null)[]
}

const poserTableaux = (recensement: Recensement, plan: Plan, release: number): readonly TableauPose[] =>
  recensement.tableaux.flatMap(({ id, dimensions }) => {
    const presence =
      plan.releases === null
        ? []
        : [
            {
              axe: { dimension: plan.releases, noeuds: [plan.noeudDe(plan.releases, plan.presencesDe(release))] },
              codes: null,
            },
          ]
    const poser = (poses: readonly { readonly axe: Axe; readonly codes: readonly string[] | null }[]): TableauPose => ({
      id,
      axes: poses.map((p) => p.axe),
      codes: poses.map((p) => p.codes),
    })
    const [premiere] = dimensions
    if (premiere?.multiple !== true) return [poser([...dimensions.map((d) => poserAxe(d, plan)), ...presence])]
    if (dimensions.length > 1) throw new Error(`plusieurs réponses dans un croisement : ${id}`)
    const question = plan.questions.get(premiere.question) ?? 0
    return premiere.modalites.map(({ code }) => {
      const dimension = plan.colonnes[question]?.[plan.feuilleDe(question, code)] ?? 0
      return poser([{ axe: { dimension, noeuds: [TOUT, OUI] }, codes: [TOTAL, code] }, ...presence])
    })
  })

const OUI = 0

const poserAxe = ({ question: id, modalites }: Presentation, plan: Plan) => {
  const question = plan.questions.get(id) ?? 0
  const dimension = plan.colonnes[question]?.[0] ?? 0
  const pleines = modalites.filter((m) => m.feuilles.length > 0)
  const noeuds = pleines.map((m) =>
    plan.noeudDe(
      dimension,
      m.feuilles.map((f) => plan.feuilleDe(question, f)),
    ),
  )
  return { axe: { dimension, noeuds: [TOUT, ...noeuds] }, codes: [TOTAL, ...pleines.map((m) => m.code)] }
}

const adressesDe = ({ id, axes, codes }: TableauPose, tableau: number): readonly Adresse[] =>
  produit(axes.map((a) => a.noeuds.map((_, i) => i))).map((rangs) => ({
    tableau: id,
    place: { tableau, noeuds: rangs.map((rang, i) => axes[i]?.noeuds[rang] ?? TOUT) },
    codes: rangs.flatMap((rang, i) => codes[i]?.[rang] ?? []),
  }))

/** Units that answered alike are counted together, with the persons behind them. */
const profilsDe = ({ questions, unites }: Liaison, plan: Plan): readonly Profil[] => {
  const profils = new Map<string, { feuilles: readonly number[]; effectif: number; parts: Map<number, number> }>()
  const numeros = new Map<string, number>()
  for (const { personnes, presence, reponses } of unites) {
    const feuilles = [
      ...questions.flatMap((q, i) => {
        const donnees = reponses[i] ?? []
        if (q.multiple) return q.feuilles.map((f) => (donnees.includes(f) ? OUI : 1 - OUI))
        const [seule, ...autres] = donnees
        if (seule === undefined || autres.length > 0) throw new Error(`plusieurs réponses à la question ${q.id}`)
        return [plan.feuilleDe(i, seule)]
      }),
      ...(plan.releases === null ? [] : [presence]),
    ]
    const cle = feuilles.join()
    const profil = profils.get(cle) ?? { feuilles, effectif: 0, parts: new Map<number, number>() }
    profils.set(cle, profil)
    profil.effectif += 1
    for (const personne of personnes) {
      const numero = numeros.get(personne) ?? numeros.size
      numeros.set(personne, numero)
      profil.parts.set(numero, (profil.parts.get(numero) ?? 0) + 1)
    }
  }
  return [...profils.values()].map(({ feuilles, effectif, parts }) => ({ feuilles, effectif, parts: [...parts] }))
}

/** What nobody answers: an answer that is not among his others, one that a release does not have. */
const impossiblesDe = ({ questions, absentes }: Liaison, plan: Plan): readonly Impossible[] => {
  const hors = questions.flatMap((q, i) => {
    const large = questions.findIndex((autre) => autre.id === q.parmi)
    const dimension = plan.colonnes[i]?.[0] ?? 0
    const toutes = questions[large]
    if (toutes === undefined) return []
    return q.feuilles.flatMap((code, feuille) =>
      toutes.feuilles.flatMap((autre, rang) => {
        const exclue = autre === code ? 1 - OUI : autre === toutes.sansReponse || code === q.sansReponse ? OUI : null
        const colonne = plan.colonnes[large]?.[rang] ?? 0
        return exclue === null ? [] : [{ dimensions: [dimension, colonne], feuilles: [feuille, exclue] }]
      }),
    )
  })
  const inconnues = absentes.flatMap(({ question, feuille, release }) => {
    const { releases } = plan
    if (releases === null) return []
    const dimension = plan.colonnes[question]?.[questions[question]?.multiple === true ? feuille : 0] ?? 0
    const reponse = questions[question]?.multiple === true ? OUI : feuille
    return plan.presencesDe(release).map((p) => ({ dimensions: [dimension, releases], feuilles: [reponse, p] }))
  })
  return [...hors, ...inconnues]
}

const multiplesDe = (
  { questions }: Liaison,
  plan: Plan,
  tableaux: Tache['univers']['tableaux'],
): readonly Multiple[] => {
  const croisees = new Set(tableaux.flatMap((t) => t.map((a) => a.dimension)))
  return questions.flatMap((q, i) => {
    const dimensions = plan.colonnes[i] ?? []
    if (!q.multiple || !dimensions.every((d) => croisees.has(d))) return []
    const exclusive = dimensions[q.feuilles.indexOf(q.sansReponse ?? '')] ?? null
    return [{ dimensions, exclusive, par: plan.releases }]
  })
}

/**
 * Of a text typed freely only the frequent values have a row: whoever reads its name knows that it reaches the threshold,
 * in this period or in one beside it. Taken as known of this one whenever it is true.
 */
const suesDe = (recensement: Recensement, adresses: readonly Adresse[], seuil: number): Tache['sues'] =>
  recensement.tableaux.flatMap(({ id, dimensions: [seule, ...autres] }) => {
    if (seule === undefined || autres.length > 0 || !seule.modalites.some((m) => m.reste)) return []
    const question = recensement.questions.findIndex((q) => q.id === seule.question)
    const frequentes = seule.modalites.filter(({ code, reste, feuilles }) => {
      const sans = recensement.questions[question]?.sansReponse === code
      const combien = recensement.unites.filter((u) => u.reponses[question]?.some((r) => feuilles.includes(r)) === true)
      return !reste && !sans && combien.length >= seuil
    })
    const codes = new Set(frequentes.map((m) => m.code))
    return adresses
      .filter((a) => a.tableau === id && codes.has(a.codes[0] ?? ''))
      .map(({ place }) => ({ place, dit: [seuil, Number.POSITIVE_INFINITY] as const }))
  })

const direDe = (adresses: readonly Adresse[], ancienne: Ancienne | undefined): Tache['dites'] => {
  const imprimes = new Map(ancienne?.imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur]))
  const { base = 1 } = ancienne ?? {}
  return adresses.flatMap(({ place, tableau, codes }) => {
    const valeur = imprimes.get(`${tableau} ${codes.join(' ')}`)
    if (valeur === undefined) return []
    return [{ place, dit: valeur === null ? null : direValeur(valeur, base, codes) }]
  })
}

/** Rounded numbers are less than a base away from the truth; grand totals are exact. */
export const direValeur = (valeur: number, base: number, codes: readonly string[]): Intervalle =>
  base === 1 || codes.every((c) => c === TOTAL) ? [valeur, valeur] : [Math.max(0, valeur - base + 1), valeur + base - 1]

/** What the last rounding of the same cells said, for as little as possible to change. */
const arrondisDe = (leurs: readonly Adresse[], ancienne: Ancienne | undefined, siennes: readonly Adresse[]) => {
  if (ancienne === undefined || ancienne.base === 1) return []
  const places = new Map(siennes.map((a) => [`${a.tableau} ${a.codes.join(' ')}`, a.place]))
  const imprimes = new Map(ancienne.imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur]))
  return leurs.flatMap(({ tableau, codes }) => {
    const cle = `${tableau} ${codes.join(' ')}`
    const [place, valeur] = [places.get(cle), imprimes.get(cle)]
    return place === undefined || valeur === undefined || valeur === null ? [] : [{ place, valeur }]
  })
}
