import { retenir } from '../../utils/partage.ts'
import type { Question, Recensement } from '../bilan/recensement.ts'
import type { Liaison } from './liaison.ts'
import type { Impossible, Multiple, Profil, TableauCroise } from './moteur/univers.ts'
import { NON, OUI, type Plan } from './trajectoires.ts'

/** Units that answered alike are counted together, with the persons behind them: `sortes` says how many of each kind there are. */
export const profilsDe = (
  { unites }: Liaison,
  plan: Plan,
): { readonly profils: readonly Profil[]; readonly sortes: readonly number[] } => {
  const numeroter = creerNumeros()
  const profils: { readonly feuilles: readonly number[]; effectif: number; readonly parts: Set<Part> }[] = []
  const parts = new Map<string, Part>()
  for (const unite of unites) {
    const feuilles = plan.placer(unite)
    const rang = numeroter(feuilles)
    const profil = profils[rang] ?? { feuilles, effectif: 0, parts: new Set() }
    profils[rang] = profil
    profil.effectif += 1
    for (const personne of unite.personnes) {
      const sienne = parts.get(personne) ?? new Map<number, number>()
      parts.set(personne, sienne)
      sienne.set(rang, (sienne.get(rang) ?? 0) + 1)
      profil.parts.add(sienne)
    }
  }
  const sortes = trier([...parts.values()])
  return {
    sortes: sortes.effectifs,
    profils: profils.map(({ feuilles, effectif, parts: siennes }, rang) => ({
      feuilles,
      effectif,
      parts: [...new Set(Array.from(siennes, sortes.de))].map(
        (sorte) => [sorte, sortes.exemples[sorte]?.get(rang) ?? 0] as const,
      ),
    })),
  }
}

/** How many units of each profile a person stands behind. */
type Part = Map<number, number>

/** Persons who stand behind as many units of the same profiles are of one kind: nothing tells them apart. */
const trier = (parts: readonly Part[]) => {
  const numeros = new Map<string, number>()
  const sortes = new Map<Part, number>()
  const exemples: Part[] = []
  const effectifs: number[] = []
  for (const part of parts) {
    const cle = [...part]
      .map(([profil, nombre]) => `${profil}x${nombre}`)
      .toSorted()
      .join(' ')
    const sorte = numeros.get(cle) ?? numeros.size
    numeros.set(cle, sorte)
    sortes.set(part, sorte)
    exemples[sorte] ??= part
    effectifs[sorte] = (effectifs[sorte] ?? 0) + 1
  }
  return { exemples, effectifs, de: (part: Part): number => sortes.get(part) ?? 0 }
}

/** Numbers lists from 0, the same for equal ones. */
const creerNumeros = (): ((liste: readonly number[]) => number) => {
  const rangs = new Map<string, number>()
  return retenir((liste) => {
    const cle = liste.join()
    const rang = rangs.get(cle) ?? rangs.size
    rangs.set(cle, rang)
    return rang
  })
}

/** What nobody answers: an answer that is not among his others, one that a release does not have. */
export const impossiblesDe = (
  { questions }: Liaison,
  plan: Plan,
  releases: readonly Recensement[],
): readonly Impossible[] =>
  questions.flatMap((q, i) =>
    releases.flatMap((recensement, release) => {
      const posee = recensement.questions.find((autre) => autre.id === q.id)
      if (posee === undefined) return []
      const colonnes = plan.colonnes[i] ?? []
      const inconnues = q.feuilles.flatMap((code, rang) => {
        const dimension = colonnes[q.multiple ? rang : 0] ?? 0
        return plan.releases !== null && ignore(recensement, posee, code)
          ? combinaisons(plan, release, [[dimension, q.multiple ? OUI : code]])
          : []
      })
      const large = questions.findIndex((autre) => autre.id === q.parmi)
      const toutes = recensement.questions.find((autre) => autre.id === q.parmi)
      const hors = posee.feuilles.flatMap((code) =>
        (toutes?.feuilles ?? []).flatMap((autre) => {
          const exclue =
            autre === code ? NON : autre === toutes?.sansReponse || code === q.sansReponse ? OUI : undefined
          const colonne = plan.colonnes[large]?.[questions[large]?.feuilles.indexOf(autre) ?? -1] ?? 0
          return exclue === undefined
            ? []
            : combinaisons(plan, release, [
                [colonnes[0] ?? 0, code],
                [colonne, exclue],
              ])
        }),
      )
      return [...inconnues, ...hors]
    }),
  )

/** These answers together, in all the ways to be in this release. */
const combinaisons = (
  plan: Plan,
  release: number,
  reponses: readonly (readonly [dimension: number, reponse: string])[],
): readonly Impossible[] =>
  reponses
    .map(([dimension, dite]) => ({ dimension, feuilles: plan.feuillesEn(dimension, release, (r) => r === dite) }))
    .concat(plan.releases === null ? [] : [{ dimension: plan.releases, feuilles: plan.presencesDe(release) }])
    .reduce<readonly Impossible[]>(
      (debuts, { dimension, feuilles }) =>
        debuts.flatMap((d) =>
          feuilles.map((f) => ({ dimensions: [...d.dimensions, dimension], feuilles: [...d.feuilles, f] })),
        ),
      [{ dimensions: [], feuilles: [] }],
    )

/** A release that asks the question, has not that answer, and has no row for « all the others ». */
const ignore = ({ tableaux }: Recensement, { id, feuilles }: Question, code: string): boolean =>
  !feuilles.includes(code) &&
  !tableaux.some((t) => t.dimensions.some((d) => d.question === id && d.modalites.some((m) => m.reste)))

/** In each release, everybody gives one of the answers that it knows of. */
export const multiplesDe = (
  { questions }: Liaison,
  plan: Plan,
  releases: readonly Recensement[],
  tableaux: readonly TableauCroise[],
): readonly Multiple[] => {
  const croisees = new Set(tableaux.flatMap((t) => t.map((a) => a.dimension)))
  return questions.flatMap((q, i) =>
    releases.flatMap((recensement, release): readonly Multiple[] => {
      const posee = recensement.questions.find((autre) => autre.id === q.id)
      if (!q.multiple || posee === undefined) return []
      const reponses = posee.feuilles.map((code) => {
        const dimension = plan.colonnes[i]?.[q.feuilles.indexOf(code)] ?? 0
        return { dimension, oui: plan.feuillesEn(dimension, release, (r) => r === OUI) }
      })
      if (!reponses.every((r) => croisees.has(r.dimension))) return []
      const exclusive = posee.feuilles.findIndex((f) => f === q.sansReponse)
      const dans = plan.releases === null ? null : { dimension: plan.releases, feuilles: plan.presencesDe(release) }
      const { recoupementPublic } = posee
      return [{ reponses, exclusive: exclusive === -1 ? null : exclusive, recoupementPublic, dans }]
    }),
  )
}
