import { borner, type Intervalle } from './intervalles.ts'
import type { CelluleSecrete, Ligne, Systeme } from './systeme.ts'

/** Chooses what a release hides. */
export type Masquage = (systeme: Systeme, seuil: number) => ReadonlySet<string>

/**
 * A reader who tries to find the masked cells: for the time of `travail`, tells of any of them whether it stays
 * indistinguishable from a publishable one.
 */
export type Attaque = <T>(
  systeme: Systeme,
  masquees: ReadonlySet<string>,
  seuil: number,
  travail: (resiste: (cellule: CelluleSecrete) => boolean) => T,
) => T

/** With a pencil: one sum at a time, by {@link borner}. */
export const attaquerAuCrayon: Attaque = (systeme, masquees, seuil, travail) => {
  const bornes = borner(systeme, masquees)
  return travail((cellule) => {
    const intervalle = bornes.get(cellule.cle)
    return intervalle === undefined || estCouverte(cellule, intervalle, seuil)
  })
}

/**
 * Threshold suppression over all the tables at once. A number is sensitive when it is itself under the threshold, or when
 * fewer persons than that stand behind it (twelve entretiens of two persons); zero is not. Then cells are hidden one at a
 * time, the cheapest first, until no sum gives a hidden cell back, and until every sensitive cell resists the attack.
 * Deterministic: the order of the rows read has no effect.
 */
export const masquerContre =
  (attaque: Attaque): Masquage =>
  (systeme, seuil) => {
    const cellules = [...systeme.cellules.values()]
    const sensibles = new Set(sensiblesDe(systeme, seuil).map((c) => c.cle))
    const masquees = new Set([...sensibles, ...cellules.filter((c) => c.deduite).map((c) => c.cle)])
    const etat: Etat = { systeme, seuil, attaque, sensibles, masquees, voisines: lignesParCellule(systeme) }
    for (;;) {
      const suivante = aCompleter(etat) ?? aBrouiller(etat)
      if (suivante === undefined) break
      masquees.add(suivante)
    }
    rendre(etat, masquees)
    return masquees
  }

export const masquerParSeuil: Masquage = masquerContre(attaquerAuCrayon)

export const sensiblesDe = ({ cellules }: Systeme, seuil: number): readonly CelluleSecrete[] =>
  [...cellules.values()].filter((c) => estSensible(c, seuil))

/** Cells hidden one at a time end up more than needed: shows again, the dearest first, each one the others can do without. */
const rendre = (etat: Etat, masquees: Set<string>): void => {
  const secondaires = [...masquees]
    .flatMap((cle) => etat.systeme.cellules.get(cle) ?? [])
    .filter((c) => c.imprimee && !etat.sensibles.has(c.cle))
  for (const { cle } of secondaires.toSorted((a, b) => comparer(b, a))) {
    masquees.delete(cle)
    if (aCompleter(etat) !== undefined || aBrouiller(etat) !== undefined) masquees.add(cle)
  }
}

export const estSensible = ({ valeur, personnes }: Pick<CelluleSecrete, 'valeur' | 'personnes'>, seuil: number) =>
  valeur > 0 && (valeur < seuil || personnes.size < seuil)

type Etat = {
  readonly systeme: Systeme
  readonly seuil: number
  readonly attaque: Attaque
  readonly sensibles: ReadonlySet<string>
  readonly masquees: ReadonlySet<string>
  readonly voisines: ReadonlyMap<string, readonly Ligne[]>
}

/** A cell to hide because some sum gives another one back, or bounds it under the threshold. */
const aCompleter = (etat: Etat): string | undefined => {
  for (const ligne of etat.systeme.lignes) {
    const cachees = ligne.filter((t) => etat.masquees.has(t.cle))
    if (!cachees.some((t) => estAProteger(etat, t.cle))) continue
    const seule = cachees.length === 1
    if (!seule && !sommeTropPetite(etat, cachees)) continue
    const choix = moinsChere(etat, [ligne], seule)
    if (choix !== undefined) return choix
  }
  return undefined
}

const estAProteger = ({ systeme, sensibles }: Etat, cle: string): boolean =>
  sensibles.has(cle) || systeme.cellules.get(cle)?.deduite === false

/** Hidden cells of one side of a sum are worth what the others leave: that too must reach the threshold, in persons. */
const sommeTropPetite = ({ systeme, seuil, sensibles }: Etat, cachees: Ligne): boolean => {
  if (!cachees.some((t) => sensibles.has(t.cle)) || cachees.some((t) => t.signe !== cachees[0]?.signe)) return false
  const cellules = cachees.flatMap((t) => systeme.cellules.get(t.cle) ?? [])
  if (cellules.reduce((total, c) => total + c.valeur, 0) < seuil) return true
  const personnes = new Set<string>()
  for (const cellule of cellules) {
    for (const personne of cellule.personnes) personnes.add(personne)
    if (personnes.size >= seuil) return false
  }
  return true
}

/** A cell to hide because the attack says too much of a sensitive one: near it, then along the sums it hides behind. */
const aBrouiller = (etat: Etat): string | undefined =>
  etat.attaque(etat.systeme, etat.masquees, etat.seuil, (resiste) => {
    for (const cle of etat.sensibles) {
      const cellule = etat.systeme.cellules.get(cle)
      if (cellule === undefined || resiste(cellule)) continue
      const choix = autourDe(etat, cle)
      if (choix !== undefined) return choix
    }
    return undefined
  })

const autourDe = (etat: Etat, cle: string): string | undefined => {
  const vues = new Set([cle])
  for (let front = [cle]; front.length > 0;) {
    const lignes = front.flatMap((c) => etat.voisines.get(c) ?? [])
    const choix = moinsChere(etat, lignes, true)
    if (choix !== undefined) return choix
    front = [...new Set(lignes.flatMap((l) => l.map((t) => t.cle)))].filter((c) => etat.masquees.has(c) && !vues.has(c))
    for (const c of front) vues.add(c)
  }
  return undefined
}

/** The reader cannot tell the cell from a publishable one: it may be nil or nearly, and it may reach the threshold. */
export const estCouverte = ({ valeur }: Pick<CelluleSecrete, 'valeur'>, [min, max]: Intervalle, seuil: number) =>
  min <= Math.min(valeur, 1) && max >= Math.max(seuil, valeur)

/** Inner cells before margins, margins before grand totals; then the smallest; a zero only where it is of use. */
const moinsChere = (etat: Etat, lignes: readonly Ligne[], zeroUtile: boolean): string | undefined => {
  const candidates = lignes
    .flat()
    .flatMap((t) => etat.systeme.cellules.get(t.cle) ?? [])
    .filter((c) => c.imprimee && !etat.masquees.has(c.cle) && (zeroUtile || c.valeur > 0))
  const [premiere, ...autres] = candidates
  if (premiere === undefined) return undefined
  return autres.reduce((a, b) => (comparer(b, a) < 0 ? b : a), premiere).cle
}

const comparer = (a: CelluleSecrete, b: CelluleSecrete): number =>
  b.conditions - a.conditions ||
  Number(a.valeur === 0) - Number(b.valeur === 0) ||
  a.valeur - b.valeur ||
  (a.cle < b.cle ? -1 : 1)

const lignesParCellule = (systeme: Systeme): ReadonlyMap<string, readonly Ligne[]> => {
  const parCellule = new Map<string, Ligne[]>()
  for (const ligne of systeme.lignes)
    for (const { cle } of ligne) {
      const siennes = parCellule.get(cle)
      if (siennes === undefined) parCellule.set(cle, [ligne])
      else siennes.push(ligne)
    }
  return parCellule
}
