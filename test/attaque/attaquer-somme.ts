import { anneeDe } from './document.ts'
import { lireEdition } from './attaquer.ts'
import { type Case, cle, type Fait, type Regle } from './savoir.ts'
import { encadrer, type Expression, type Intervalle } from './solveur.ts'
import { combiner, poserSysteme, reponsesVides, traduire } from './systeme.ts'

/** `poste`: whose number it is, by rank; null for the sum. */
export type TrouveeEnSomme = { readonly poste: number | null; readonly cible: Case; readonly intervalle: Intervalle }

/**
 * A reader who holds the report that adds up many posts, and what each of them published: the unknowns of each post side by
 * side, bound by its own files, and the sum of them all bound by the files of the coordinator. A post without files is bound
 * by the sum alone.
 */
export const attaquerSomme = async (
  somme: string,
  postes: readonly (string | null)[],
  regle: Regle,
  unites?: readonly string[],
): Promise<{ readonly trouvees: readonly TrouveeEnSomme[]; readonly faits: number }> => {
  const coordination = await lireEdition(somme, regle)
  const leurs = await Promise.all(postes.map(async (p) => (p === null ? null : lireEdition(p, regle))))
  const annee = anneeDe(coordination.document)
  const trouvees: TrouveeEnSomme[] = []
  let lus = 0
  for (const unite of new Set(coordination.document.tableaux.map((t) => t.unite))) {
    if (unites?.includes(unite) === false) continue
    const ici = (faits: readonly Fait[]) =>
      faits.filter((f) => f.termes.every(([, c]) => c.unite === unite && c.annee === annee))
    const faitsSomme = ici(coordination.lecture.faits)
    const siens = coordination.document.tableaux.filter((t) => t.unite === unite)
    const nulles = reponsesVides(unite, siens, faitsSomme)
    let debut = 0
    const blocs = leurs.map((edition) => {
      const tableaux = edition?.document.tableaux.filter((t) => t.unite === unite) ?? []
      const faits = edition === null || edition === undefined ? [] : ici(edition.lecture.faits)
      const vides = new Set([...nulles, ...(tableaux.length === 0 ? [] : reponsesVides(unite, tableaux, faits))])
      const systeme = poserSysteme(unite, annee, [...siens, ...tableaux], faits, vides)
      const ceDebut = debut
      debut += systeme.inconnues
      return {
        lignes: systeme.lignes.map((l) => ({ ...l, termes: decale(l.termes, ceDebut) })),
        exprimer: (c: Case) => decale(systeme.exprimer(c), ceDebut),
        cachees:
          edition?.lecture.masquees.map((m) => m.cible).filter((c) => c.unite === unite && c.annee === annee) ?? [],
      }
    })
    const sommer = (c: Case): Expression => combiner(blocs.map((b) => [1, b.exprimer(c)] as const))
    const lignes = [...blocs.flatMap((b) => b.lignes), ...traduire(faitsSomme, sommer)]
    lus += faitsSomme.length
    const visees = [
      ...uniques(coordination.lecture.masquees.map((m) => m.cible))
        .filter((c) => c.unite === unite && c.annee === annee)
        .map((cible) => ({ poste: null, cible, expression: sommer(cible) })),
      ...blocs.flatMap((b, poste) =>
        uniques(b.cachees).map((cible) => ({ poste, cible, expression: b.exprimer(cible) })),
      ),
    ]
    const intervalles = await encadrer(
      debut,
      lignes,
      visees.map((v) => v.expression),
    )
    for (const [i, { poste, cible }] of visees.entries()) {
      const intervalle = intervalles[i]
      if (intervalle !== undefined) trouvees.push({ poste, cible, intervalle })
    }
  }
  return { trouvees, faits: lus }
}

const decale = (e: Expression, de: number): Expression => new Map([...e].map(([i, k]) => [i + de, k]))

const uniques = (cases: readonly Case[]): readonly Case[] => [...new Map(cases.map((c) => [cle(c), c])).values()]
