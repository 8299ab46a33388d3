import type { Audit } from './audit.ts'
import type { Posee } from './poser.ts'
import { estProtegee } from './regle.ts'
import type { Solveur } from './solveur.ts'
import type { Controle } from './tache.ts'

/** The part of the certificate that masking and rounding share; `secondaires` are the cells hidden beside the primary ones. */
export const constater = (
  { nom, version }: Solveur,
  posee: Posee,
  audit: Audit,
  secondaires: ReadonlySet<number> = new Set(),
): Omit<Controle, 'cout' | 'borneInferieure' | 'optimal' | 'prudents'> => {
  const { systeme, primaires, regle } = posee.probleme
  const places = new Map(posee.imprimees.toReversed().map(({ place, rang }) => [rang, place]))
  const rangs = [...places.keys()]
  const compter = (ensemble: ReadonlySet<number>): number => rangs.filter((rang) => ensemble.has(rang)).length
  const sommer = (ensemble: ReadonlySet<number>): number =>
    rangs.filter((rang) => ensemble.has(rang)).reduce((total, rang) => total + (systeme.valeurs[rang] ?? 0), 0)
  return {
    solveur: `${nom} ${version}`,
    cellules: rangs.length,
    primaires: compter(primaires),
    unitesPrimaires: sommer(primaires),
    secondaires: compter(secondaires),
    unitesSecondaires: sommer(secondaires),
    unanimes: posee.unanimes,
    liees: posee.liees,
    statuts: posee.imprimees.map(({ place, rang }) => ({
      place,
      valeur: systeme.valeurs[rang] ?? 0,
      statut: primaires.has(rang) ? 'A' : secondaires.has(rang) || posee.tues.has(rang) ? 'D' : 'V',
    })),
    intervalles: [...primaires].map((cellule) => {
      const valeur = systeme.valeurs[cellule] ?? 0
      const [bas, haut] = audit.intervalles.get(cellule) ?? [valeur, valeur]
      return {
        place: places.get(cellule) ?? null,
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
