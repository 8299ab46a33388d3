import type { Bilan } from '../bilan/bilan.ts'
import type { CodeDispositif } from '../dispositifs/index.ts'
import { type CodeLiaison, trouverLiaison } from '../strategie/liaisons.ts'
import type { Valeur } from '../strategie/valeur.ts'

/** What may be printed of a number: itself, that it is hidden, that no published bilan gives it, or nothing. */
export type Imprime =
  { readonly etat: 'publie'; readonly valeur: Valeur } | { readonly etat: 'secret' | 'non-publie' | 'vide' }

/** The last bilan that a job published of a whole year. */
export type BilanPublie = { readonly dispositif: CodeDispositif; readonly annee: number; readonly bilan: Bilan }

/**
 * What a bound indicator of persons may print: the headline number of the same definition in a published bilan, never a count
 * of its own, which would refine or contradict it. None is published of a year whose bilan is not, nor of what no bilan tells.
 */
export const lirePublie = (publies: readonly BilanPublie[], liaison: CodeLiaison, annee: number): Imprime => {
  const id = memeChiffre[liaison]
  const siens = publies.filter((p) => p.dispositif === trouverLiaison(liaison).dispositif)
  if (id === undefined) return { etat: 'non-publie' }
  const suivante = siens.find((p) => p.annee === annee + 1)?.bilan.chiffres.find((c) => c.id === id)
  const propre = siens.find((p) => p.annee === annee)?.bilan.chiffres.find((c) => c.id === id)
  const lu = propre ?? suivante?.precedents.find((p) => p.annee === annee)
  if (lu === undefined) return { etat: 'non-publie' }
  if (lu.valeur === null) return { etat: lu.etat === 'masque' ? 'secret' : 'vide' }
  return {
    etat: 'publie',
    valeur:
      propre?.unite === '%' || suivante?.unite === '%'
        ? { type: 'pourcent', pourcent: lu.valeur }
        : { type: 'nombre', nombre: lu.valeur },
  }
}

/** Headline numbers that count what a liaison does, by their id in the bilan of its job. */
const memeChiffre: Readonly<Partial<Record<CodeLiaison, string>>> = {
  'tig-accueillis': 'personnes',
  'tig-remplissage': 'remplissage',
  'isc-personnes': 'personnes',
  'isc-entretiens': 'entretiens',
  'cvp-personnes': 'personnes',
  'cvp-entretiens': 'entretiens',
}

/** What the bilan of the coordinator tells of each job, by the ids of its headline numbers. */
export const chiffresTransversaux: Readonly<Partial<Record<CodeDispositif, readonly string[]>>> = {
  tig: ['personnes', 'premiersAccueils', 'accueilsTermines', 'heuresEffectuees', 'tauxHeures', 'postesOuverts'],
  cvp: ['personnes', 'personnesNouvelles', 'entretiens', 'suivisInitiesEnDetention', 'partSortiesEncadrees'],
  isc: ['personnes', 'personnesNouvelles', 'entretiens', 'saisines', 'orientations'],
  'mission-locale': ['personnes', 'personnesNouvelles', 'entretiens', 'jeunesEmploiFormation', 'partEmploiDurable'],
}
