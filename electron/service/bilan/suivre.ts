import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Atelier, Suivi } from '../secret/atelier.ts'
import type { OutilsBilan } from './preparer.ts'

/**
 * Runs a long work whose progress is told calculation after calculation, and that the user may give up: it is then refused
 * with `annule`. There is one at a time; another one takes its place.
 */
export const suivre = async <T>(outils: OutilsBilan, travail: (outils: OutilsBilan) => Promise<T>): Promise<T> => {
  abandonner(outils.atelier)
  const abandon = new AbortController()
  enCours.set(outils.atelier, abandon)
  try {
    return await travail(avecSuivi(outils, abandon.signal))
  } finally {
    if (enCours.get(outils.atelier) === abandon) enCours.delete(outils.atelier)
  }
}

/** Gives up the long work under way, if there is one. */
export const abandonner = (atelier: Atelier): void => enCours.get(atelier)?.abort(new ErreurMetier('annule'))

const enCours = new WeakMap<Atelier, AbortController>()

const avecSuivi = (outils: OutilsBilan, signal: AbortSignal): OutilsBilan => {
  let [etape, fait, total, faits] = ['', 0, 0, 0]
  const suivi = (): Suivi => {
    signal.throwIfAborted()
    const avant = faits
    return {
      signal,
      progression: (calculs) => {
        faits = avant + calculs
        outils.progression(`${etape} ${faits.toLocaleString('fr-FR')} calculs`, fait, total)
      },
    }
  }
  return {
    ...outils,
    progression: (...nouvelle) => {
      ;[etape, fait, total] = nouvelle
      outils.progression(etape, fait, total)
    },
    atelier: {
      ...outils.atelier,
      accomplir: async (tache) => outils.atelier.accomplir(tache, suivi()),
      controler: async (tache, lues) => outils.atelier.controler(tache, lues, suivi()),
    },
  }
}
