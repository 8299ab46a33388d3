import { lireEdition, type Trouvee } from './attaquer.ts'
import { anneeDe } from './document.ts'
import { type Case, cle, type Fait, type Regle, TOTAL } from './savoir.ts'
import { encadrer, type Expression, type Ligne } from './solveur.ts'
import { combiner, poserSysteme, reponsesVides, traduire } from './systeme.ts'

/**
 * Two editions of the same perimeter, some persons having come or gone in between: who are they? A person whose answers
 * changed goes and comes back. It assumes that nobody else changed, which gives the attacker more (secret-statistique.md §4.5).
 */
export const attaquerFlux = async (
  dossiers: readonly [avant: string, apres: string],
  regle: Regle,
  mouvements: { readonly entres: number; readonly sortis: number },
  unite = 'personnes',
): Promise<{ readonly entres: readonly Trouvee[]; readonly sortis: readonly Trouvee[] }> => {
  const [avant, apres] = await Promise.all([lireEdition(dossiers[0], regle), lireEdition(dossiers[1], regle)])
  const annee = anneeDe(avant.document)
  const { tableaux } = avant.document
  const dites = (faits: readonly Fait[]) =>
    faits.filter((f) => f.termes.every(([, c]) => c.unite === unite && c.annee === annee))
  const [faitsAvant, faitsApres] = [dites(avant.lecture.faits), dites(apres.lecture.faits)]
  const videsApres = reponsesVides(unite, apres.document.tableaux, faitsApres)
  const vides = new Set([...reponsesVides(unite, tableaux, faitsAvant)].filter((v) => videsApres.has(v)))
  const { inconnues, lignes, exprimer } = poserSysteme(unite, annee, tableaux, [], vides)

  // Three populations: those of both editions, those of the first alone, those of the second alone.
  const decaler = (expression: Expression, rang: number): Expression =>
    new Map([...expression].map(([colonne, c]) => [colonne + rang * inconnues, c]))
  const presents = (cible: Case, parti: number) =>
    combiner([
      [1, exprimer(cible)],
      [1, decaler(exprimer(cible), parti)],
    ])
  const nombreux = (rang: number, n: number): Ligne => ({ termes: new Map([[rang * inconnues, 1]]), bas: n, haut: n })
  const toutes = [0, 1, 2]
    .flatMap((rang) => lignes.map(({ termes, bas, haut }) => ({ termes: decaler(termes, rang), bas, haut })))
    .concat(
      traduire(faitsAvant, (c) => presents(c, 1)),
      traduire(faitsApres, (c) => presents(c, 2)),
      [nombreux(1, mouvements.sortis), nombreux(2, mouvements.entres)],
    )
  const marges = [...new Map(faitsAvant.flatMap((f) => f.termes.map(([, c]) => [cle(c), c] as const))).values()].filter(
    ({ codes }) => codes.filter((c) => c !== TOTAL).length === 1,
  )
  const chercher = async (rang: number, combien: number): Promise<readonly Trouvee[]> => {
    if (combien === 0) return []
    const cibles = marges.map((c) => decaler(exprimer(c), rang))
    const intervalles = await encadrer(3 * inconnues, toutes, cibles)
    return marges.flatMap((cible, i) => {
      const intervalle = intervalles[i]
      return intervalle === undefined ? [] : [{ cible, intervalle, deduite: false }]
    })
  }
  return { entres: await chercher(2, mouvements.entres), sortis: await chercher(1, mouvements.sortis) }
}
