import { arrondirTableaux, baseDe, sontTrahies } from './arrondi.ts'
import { auditer } from './audit.ts'
import { constater } from './constater.ts'
import type { Posee } from './poser.ts'
import type { Intervalle } from './savoir.ts'
import type { Solveur } from './solveur.ts'
import { cleDePlace } from './systeme.ts'
import type { Constat, Tache } from './tache.ts'

/**
 * The release rounded, grand totals exact. Nothing when rounding does not suit it: a grand total under the threshold cannot
 * be told exactly, and a cell of many units and few persons would still be told, to a base nearly.
 */
export const arrondirPublication = (solveur: Solveur, tache: Tache, posee: Posee): Constat | undefined => {
  const { systeme, primaires, regle } = posee.probleme
  if ([...primaires].some((c) => systeme.totaux.has(c) || (systeme.valeurs[c] ?? 0) >= regle.seuil)) return undefined
  const base = baseDe(regle.seuil)
  const rangDe = new Map(posee.imprimees.map(({ place, rang }) => [cleDePlace(place), rang]))
  const rangs = new Set(rangDe.values())
  const additions = systeme.additions.filter(({ total, parties }) => [total, ...parties].every((c) => rangs.has(c)))
  const avant = new Map(
    tache.arrondisAvant.flatMap(({ place, valeur, exacte }) => {
      const rang = rangDe.get(cleDePlace(place))
      if (rang === undefined) return []
      const proche = exacte ? procheDe(valeur, systeme.valeurs[rang] ?? 0, base) : valeur
      return proche === undefined ? [] : [[rang, proche] as const]
    }),
  )
  const inclusions = tache.inclusions.flatMap(({ petite, grande }) => {
    const [a, b] = [rangDe.get(cleDePlace(petite)), rangDe.get(cleDePlace(grande))]
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
    { ...regle, exigence: 'exact' },
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

/**
 * The rounding of a number that does not leave behind the exact one told before: shown 50, a cell that was 45 would be known
 * to have grown. Nothing when both neighbours do, or none.
 */
const procheDe = (avant: number, valeur: number, base: number): number | undefined => {
  const bas = Math.floor(valeur / base) * base
  const voisins = valeur === bas ? [bas] : [bas, bas + base]
  const [seul, ...autres] = voisins.filter((r) => Math.abs(r - avant) < base)
  return autres.length === 0 ? seul : undefined
}
