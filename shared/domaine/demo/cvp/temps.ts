import { ajouterJours, type DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'
import { type Horizon, poidsMotifSortie } from './poids.ts'

/** The days on which a suivi hangs, in order. */
export type Temps = {
  readonly entree: DateIso | null
  readonly orientation: DateIso
  /** First entretien. */
  readonly premier: DateIso
  readonly liberation: DateIso | null
  /** Day until which something may have been done. */
  readonly dernier: DateIso
  readonly cloture: { readonly date: DateIso; readonly motif: string } | null
}

export const tempsDe = (h: Hasard, horizon: Horizon, aujourdhui: DateIso): Temps => {
  if (horizon.genre === 'oriente') {
    const orientation = ajouterJours(aujourdhui, -horizon.ilYA)
    const entree = ajouterJours(orientation, -h.entier(20, 200))
    return { entree, orientation, premier: orientation, liberation: null, dernier: orientation, cloture: null }
  }
  if (horizon.genre === 'attend') {
    const orientation = ajouterJours(aujourdhui, -h.entier(45, 190))
    const premier = enSemaine(ajouterJours(orientation, h.entier(6, 25)))
    const entree = ajouterJours(orientation, -h.entier(40, 320))
    return { entree, orientation, premier, liberation: null, dernier: aujourdhui, cloture: null }
  }
  const debut = ajouterJours(aujourdhui, -horizon.ilYA)
  const dedans = horizon.genre === 'libere'
  const orientation = dedans ? ajouterJours(debut, -h.entier(50, 150)) : debut
  const premier = enSemaine(ajouterJours(orientation, h.entier(5, 28)))
  const fin = ajouterJours(dedans ? debut : premier, h.entier(120, 300))
  const finie = fin < aujourdhui && h.arrive(0.9)
  return {
    entree: dedans ? ajouterJours(orientation, -h.entier(40, 500)) : null,
    orientation,
    premier: premier > aujourdhui ? aujourdhui : premier,
    liberation: dedans ? debut : null,
    dernier: finie ? fin : aujourdhui,
    cloture: finie ? { date: fin, motif: h.choisirPoids(poidsMotifSortie) } : null,
  }
}

/** That day, or the Monday after it. */
export const enSemaine = (jour: DateIso): DateIso => {
  const numero = new Date(`${jour}T00:00:00Z`).getUTCDay()
  if (numero === 6) return ajouterJours(jour, 2)
  return numero === 0 ? ajouterJours(jour, 1) : jour
}
