import type { Systeme } from '#shared/domaine/secret/systeme.ts'

/** Cells of persons, and sums written « total part part ». */
export const unSysteme = (valeurs: Readonly<Record<string, number>>, sommes: readonly string[]): Systeme => ({
  cellules: new Map(
    Object.entries(valeurs).map(([cle, valeur]) => [
      cle,
      {
        cle,
        valeur,
        personnes: new Set(Array.from({ length: valeur }, (_, i) => `${cle}${i}`)),
        conditions: cle.startsWith('T') ? 1 : 2,
        imprimee: true,
        deduite: false,
      },
    ]),
  ),
  lignes: sommes.map((somme) => somme.split(' ').map((cle, i) => ({ cle, signe: i === 0 ? -1 : 1 }))),
})
