import { arrondirPublication } from './arrondir.ts'
import { sontTrahies } from './arrondi.ts'
import { auditer, compterPourPrudent } from './audit.ts'
import { constater } from './constater.ts'
import type { Temps } from './optimum.ts'
import { type Posee, posees } from './poser.ts'
import { proteger } from './proteger.ts'
import type { Regle } from './regle.ts'
import type { Solveur } from './solveur.ts'
import type { Place } from './systeme.ts'
import type { Constat, Tache } from './tache.ts'

/** Hides or rounds what must be, then attacks the result. Throws `ErreurSolveur` when anything is left unproved. */
export const accomplir = (solveur: Solveur, tache: Tache, temps: Temps): Constat => {
  const posee = posees(tache)
  if (tache.mode === 'arrondi') {
    const arrondie = arrondirPublication(solveur, tache, posee)
    // Rounding protects nearly always; where it does not, hiding does.
    if (arrondie?.statut === 'protege') return arrondie
  }
  const { probleme } = posee
  const { secondaires, cout, borneInferieure, optimal, audit } = proteger(solveur, probleme, temps)
  const masquees = probleme.primaires.union(secondaires)
  const expose = audit.exposees.length + audit.inities.length > 0
  return {
    statut: expose ? 'expose' : 'protege',
    arrondi: false,
    imprimees: posee.imprimees.map(({ place, rang }) => ({
      place,
      valeur: masquees.has(rang) || posee.tues.has(rang) ? null : (probleme.systeme.valeurs[rang] ?? 0),
    })),
    controle: {
      ...constater(solveur, posee, audit, secondaires),
      cout,
      borneInferieure,
      optimal,
      prudents: compterPourPrudent(
        solveur,
        { structure: probleme.systeme, primaires: vraies(posee) },
        probleme.systeme.valeurs,
        masquees.union(probleme.libres),
        probleme.regle,
      ),
    },
  }
}

/**
 * What a file and the ledger say of each place, attacked by somebody who was not told how it was protected: an outsider, then
 * each person of the file.
 */
export const controlerLecture = (
  solveur: Solveur,
  tache: Tache,
  lues: Tache['dites'],
): { readonly statut: Constat['statut']; readonly exposees: readonly (Place | null)[]; readonly calculs: number } => {
  const posee = posees(tache)
  const { systeme } = posee.probleme
  const regle: Regle = { ...posee.probleme.regle, exigence: tache.mode === 'arrondi' ? 'exact' : 'intervalle' }
  const primaires = vraies(posee)
  const savoir = posee.savoirDe([...tache.dites, ...lues])
  const audit = auditer(solveur, { structure: systeme, savoir, primaires, inities: systeme.inities }, regle)
  const trahies = [...primaires.keys()].filter((c) => {
    const intervalle = audit.intervalles.get(c)
    return tache.mode === 'arrondi' && intervalle !== undefined && sontTrahies(regle.seuil, intervalle)
  })
  const fautives = new Set([...audit.exposees, ...trahies, ...audit.inities.map((i) => i.cellule)])
  return {
    statut: fautives.size === 0 ? 'protege' : 'expose',
    exposees: [...fautives].map((c) => systeme.places[c]?.[0] ?? null),
    calculs: audit.nbCalculs,
  }
}

const vraies = ({ probleme }: Posee): ReadonlyMap<number, number> =>
  new Map([...probleme.primaires].map((c) => [c, probleme.systeme.valeurs[c] ?? 0]))
