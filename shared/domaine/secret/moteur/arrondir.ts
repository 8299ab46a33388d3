import { arrondirTableaux, baseDe, sontTrahies } from './arrondi.ts'
import { auditer } from './audit.ts'
import { constater } from './constater.ts'
import type { Posee } from './poser.ts'
import type { Intervalle } from './savoir.ts'
import type { Solveur } from './solveur.ts'
import type { Place } from './systeme.ts'
import type { Constat, Tache } from './tache.ts'

/**
 * The release rounded, grand totals exact. Nothing when rounding does not suit it: a grand total under the threshold cannot
 * be told exactly, and a cell of many units and few persons would still be told, to a base nearly.
 */
export const arrondirPublication = (solveur: Solveur, tache: Tache, posee: Posee): Constat | undefined => {
  const { systeme, primaires, regle } = posee.probleme
  if ([...primaires].some((c) => systeme.totaux.has(c) || (systeme.valeurs[c] ?? 0) >= regle.seuil)) return undefined
  const base = baseDe(regle.seuil)
  const printed = new Map(posee.imprimees.map(({ place, rang }) => [cleDe(place), rang]))
  const rangs = new Set(printed.values())
  const additions = systeme.additions.filter(({ total, parties }) => [total, ...parties].every((c) => rangs.has(c)))
  const avant = new Map(
    tache.arrondisAvant.flatMap(({ place, valeur }) => {
      const rang = printed.get(cleDe(place))
      return rang === undefined ? [] : [[rang, valeur] as const]
    }),
  )
  const inclusions = tache.inclusions.flatMap(({ petite, grande }) => {
    const [a, b] = [printed.get(cleDe(petite)), printed.get(cleDe(grande))]
    return a === undefined || b === undefined ? [] : [[a, b] as const]
  })
  const arrondies = arrondirTableaux(solveur, { ...systeme, additions }, base, avant, inclusions)
  const valeurDe = (rang: number): number => (posee.totaux.has(rang) ? systeme.valeurs[rang] : arrondies[rang]) ?? 0
  const lues = posee.imprimees.map(({ place, rang }) => {
    const valeur = valeurDe(rang)
    const dit: Intervalle = posee.totaux.has(rang)
      ? [valeur, valeur]
      : [Math.max(0, valeur - base + 1), valeur + base - 1]
    return { place, dit }
  })
  const savoir = posee.savoirDe([...tache.dites, ...lues])
  const vraies = new Map([...primaires].map((c) => [c, systeme.valeurs[c] ?? 0]))
  const audit = auditer(
    solveur,
    { structure: systeme, savoir, primaires: vraies, inities: systeme.inities },
    {
      ...regle,
      exigence: 'exact',
    },
  )
  const trahies = [...primaires].filter((c) => {
    const intervalle = audit.intervalles.get(c)
    return intervalle === undefined || sontTrahies(regle.seuil, intervalle)
  })
  const cout = [...rangs].reduce((total, c) => total + Math.abs(valeurDe(c) - (systeme.valeurs[c] ?? 0)), 0)
  const constat = constater(solveur, posee, audit)
  return {
    statut: trahies.length + audit.inities.length === 0 ? 'protege' : 'expose',
    arrondi: true,
    imprimees: posee.imprimees.map(({ place, rang }) => ({ place, valeur: valeurDe(rang) })),
    controle: {
      ...constat,
      intervalles: constat.intervalles.map((i) =>
        Object.assign({}, i, { protegee: !sontTrahies(regle.seuil, [i.bas, i.haut ?? Number.POSITIVE_INFINITY]) }),
      ),
      cout,
      borneInferieure: cout,
      optimal: true,
      prudents: 0,
    },
  }
}

const cleDe = ({ tableau, noeuds }: Place): string => `${tableau}:${noeuds.join(',')}`
