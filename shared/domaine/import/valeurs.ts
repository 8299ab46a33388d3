import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { Liste } from '../dispositif.ts'
import { normaliser } from '../../utils/texte.ts'
import type { Question } from './questions.ts'
import type { ChoixValeur, Correspondance, RapportImport } from './rapport.ts'

/** A value that the user chose to add to a list. */
export type Ajout = {
  readonly liste: string
  readonly code: string
  readonly libelle: string
  readonly groupe?: string
}

type ValeurInconnue = RapportImport['valeursInconnues'][number]

export type LecteurDeValeurs = {
  /** Codes that a cell holds, without repetition; none when it is empty or says « non renseigné ». */
  readonly lire: (question: Question, texte: string, ligne: number) => readonly string[]
  /** Values in no list that still wait for a choice, with their lines. */
  readonly inconnues: () => readonly ValeurInconnue[]
  readonly ajouts: () => readonly Ajout[]
}

/** Longest label a list takes. */
export const LIBELLE_MAX = 120

/** Reads the cells of closed lists. A value that no list holds is kept aside, never dropped, until the user decides. */
export const createLecteurDeValeurs = (correspondance: Correspondance): LecteurDeValeurs => {
  const inconnues = new Map<string, ValeurInconnue & { readonly lignes: number[] }>()
  const ajouts = new Map<string, Ajout>()
  const index = memoiser(indexer)

  const resoudre = (question: Question, liste: Liste, valeur: string, ligne: number): string | undefined => {
    const choix = choisir(correspondance, question.champ, valeur)
    if (choix?.choix === 'non-renseigne') return undefined
    if (choix?.choix === 'code') return liste.fusionnees?.find((f) => f.code === choix.code)?.vers ?? choix.code
    if (choix?.choix === 'ajouter' || liste.ouverte === true) {
      const cle = `${liste.code}|${normaliser(valeur)}`
      const ajout = ajouts.get(cle) ?? {
        liste: liste.code,
        code: codeLibre(valeur, [...liste.modalites, ...(liste.fusionnees ?? []), ...ajouts.values()]),
        libelle: valeur,
      }
      ajouts.set(cle, ajout)
      return ajout.code
    }
    const cle = `${question.champ}|${normaliser(valeur)}`
    const connue = inconnues.get(cle)
    if (connue === undefined)
      inconnues.set(cle, { champ: question.champ, libelle: question.libelle, valeur, lignes: [ligne] })
    else if (connue.lignes.at(-1) !== ligne) connue.lignes.push(ligne)
    return undefined
  }

  return {
    lire: (question, texte, ligne) => {
      if (question.liste === undefined) return []
      const { liste } = question
      const codes = index(liste)
      const morceaux = question.multiple ? decouper(texte, codes) : [texte.replaceAll(/\s+/gu, ' ').trim()]
      const lus = morceaux
        .filter((morceau) => codes.has(normaliser(morceau)) || !estAbsente(morceau))
        .map((morceau) => codes.get(normaliser(morceau)) ?? resoudre(question, liste, morceau, ligne))
      return [...new Set(lus.filter((code) => code !== undefined))]
    },
    inconnues: () => [...inconnues.values()],
    ajouts: () => [...ajouts.values()],
  }
}

/**
 * Pieces of a cell that holds several values. Labels may themselves hold a comma or a slash (« Rupture sociale, errance »):
 * the longest run of pieces that the list knows wins.
 */
export const decouper = (texte: string, codes: ReadonlyMap<string, string>): readonly string[] => {
  const pieces = texte.split(/[|,;/\n]/u).map((piece) => piece.replaceAll(/\s+/gu, ' ').trim())
  const lus: string[] = []
  for (let debut = 0; debut < pieces.length;) {
    const fin = finDuPlusLong(pieces, debut, codes)
    lus.push(pieces.slice(debut, fin).join(', '))
    debut = fin
  }
  return lus.filter((piece) => piece !== '')
}

const finDuPlusLong = (pieces: readonly string[], debut: number, codes: ReadonlyMap<string, string>): number => {
  for (let fin = Math.min(pieces.length, debut + 6); fin > debut + 1; fin -= 1)
    if (pieces[fin - 1] !== '' && codes.has(normaliser(pieces.slice(debut, fin).join(' ')))) return fin
  return debut + 1
}

/** Spelling → code; a label wins over a synonym that another value also bears. */
const indexer = (liste: Liste): ReadonlyMap<string, string> =>
  new Map(
    [
      ...liste.modalites.map((m) => [m.libelle, m.code] as const),
      ...liste.modalites.map((m) => [m.code, m.code] as const),
      ...liste.modalites.flatMap((m) => (m.synonymes ?? []).map((synonyme) => [synonyme, m.code] as const)),
    ]
      .map(([texte, code]) => [normaliser(texte), code] as const)
      .filter(([texte]) => texte !== '')
      .toReversed(),
  )

const memoiser = <K extends object, V>(calculer: (cle: K) => V): ((cle: K) => V) => {
  const memoire = new WeakMap<K, V>()
  return (cle) => {
    const connu = memoire.get(cle) ?? calculer(cle)
    memoire.set(cle, connu)
    return connu
  }
}

/** What people write for « no answer », when no list takes it as a value. */
export const estAbsente = (texte: string): boolean => {
  const nu = normaliser(texte)
  return nu === '' || absences.has(nu)
}

const absences: ReadonlySet<string> = new Set([
  'nsp',
  'nr',
  'nc',
  'n a',
  'na',
  'non renseigne',
  'non renseignee',
  'non precise',
  'non precisee',
  'non communique',
  'non communiquee',
  'ne sait pas',
  'inconnu',
  'inconnue',
  'neant',
  'aucun',
  'aucune',
  'sans objet',
])

const choisir = (correspondance: Correspondance, champ: string, valeur: string): ChoixValeur | undefined => {
  const choix = correspondance.valeurs?.[champ] ?? {}
  if (Object.hasOwn(choix, valeur)) return choix[valeur]
  return Object.entries(choix).find(([autre]) => normaliser(autre) === normaliser(valeur))?.[1]
}

/** A code made from the label that no value of these bears, nor the report keeps for itself. */
export const codeLibre = (libelle: string, prises: readonly { readonly code: string }[]): string => {
  const codes = new Set([...prises.map((m) => m.code), 'total', NON_RENSEIGNE])
  const base =
    normaliser(libelle)
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '')
      .slice(0, 50) || 'valeur'
  for (let rang = 1; ; rang += 1) {
    const code = rang === 1 ? base : `${base}-${rang}`
    if (!codes.has(code)) return code
  }
}
