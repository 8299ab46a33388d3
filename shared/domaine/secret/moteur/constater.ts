import type { Audit } from './audit.ts'
import type { Posee } from './poser.ts'
import { estProtegee } from './regle.ts'
import type { Solveur } from './solveur.ts'

/** The part of the certificate that masking and rounding share. */
export const constater = ({ nom, version }: Solveur, posee: Posee, audit: Audit) => {
  const { systeme, primaires, regle } = posee.probleme
  return {
    solveur: `${nom} ${version}`,
    cellules: new Set(posee.imprimees.map((i) => i.rang)).size,
    primaires: compterImprimees(posee, primaires),
    unitesPrimaires: sommer(posee, primaires),
    unanimes: posee.unanimes,
    liees: posee.liees,
    intervalles: [...primaires].map((cellule) => {
      const valeur = systeme.valeurs[cellule] ?? 0
      const [bas, haut] = audit.intervalles.get(cellule) ?? [valeur, valeur]
      return {
        place: systeme.places[cellule]?.[0] ?? null,
        valeur,
        bas,
        haut: Number.isFinite(haut) ? haut : null,
        protegee: estProtegee(regle, valeur, [bas, haut]),
      }
    }),
    attaquants: systeme.inities.length,
    retrouveesParInities: audit.inities.length,
    calculs: audit.nbCalculs,
  }
}

const imprimeesParmi = ({ imprimees }: Posee, rangs: ReadonlySet<number>): readonly number[] => [
  ...new Set(imprimees.map((i) => i.rang).filter((rang) => rangs.has(rang))),
]

export const compterImprimees = (posee: Posee, rangs: ReadonlySet<number>): number =>
  imprimeesParmi(posee, rangs).length

export const sommer = (posee: Posee, rangs: ReadonlySet<number>): number =>
  imprimeesParmi(posee, rangs).reduce((total, rang) => total + (posee.probleme.systeme.valeurs[rang] ?? 0), 0)
