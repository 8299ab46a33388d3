import type { TableauLu } from './document.ts'
import { type Case, type Fait, type Lecture, parmi, TOTAL } from './savoir.ts'

/** The table says under it when its numbers are rounded: to a multiple of how much; 1 where they are exact. */
export const pasDe = ({ notes, arrondi }: Pick<TableauLu, 'notes' | 'arrondi'>): number =>
  notes.reduce(
    (pas, note) => Math.max(pas, Number(/arrondis à un multiple de (\d+)/u.exec(note)?.[1] ?? 1)),
    arrondi ?? 1,
  )

/** Truth behind a number shown: itself, or less than one step around it; grand totals are always exact. */
export const fourchette = (cible: Case, valeur: number, pas: number): readonly [number, number] => {
  const ecart = cible.codes.every((c) => c === TOTAL) ? 0 : pas - 1
  return [Math.max(0, valeur - ecart), valeur + ecart]
}

/** A number as a file shows it, with its share: masked, it still tells something if the share is there. */
export const lireNombre = (
  cible: Case,
  valeur: number | null,
  part: number | null,
  base: number | null,
  fichier: string,
  tableau: Pick<TableauLu, 'notes' | 'arrondi'>,
): Lecture => {
  const faits: Fait[] = []
  if (valeur !== null) {
    const [bas, haut] = fourchette(cible, valeur, pasDe(tableau))
    faits.push({ termes: [[1, cible]], bas, haut, fichier, par: 'valeur' })
  }
  if (part !== null && base !== null && base > 0) {
    const [bas, haut] = parmi(part, base)
    // A share worked out of the number shown adds nothing; any other comes from the truth. A number rounded over the exact
    // total is told as the whole of it.
    const dite = valeur === null || pasDe(tableau) === 1 ? valeur : Math.min(valeur, base)
    if (dite === null || dite < bas || dite > haut)
      faits.push({ termes: [[1, cible]], bas, haut, fichier, par: 'part' })
  }
  return { faits, masquees: valeur === null ? [{ cible, fichier }] : [], incomprises: [] }
}
