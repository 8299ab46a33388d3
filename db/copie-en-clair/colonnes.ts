import type { Database } from '../schema.ts'

export type Table = keyof Database

/** How a value is written, in the CSV and in the JSON of a plain copy. */
export type TypeColonne = 'texte' | 'entier' | 'decimal' | 'jour' | 'instant' | 'oui-non' | 'json' | 'reponses'

export type Colonne = {
  /** Its French header, one of a kind in its table. */
  readonly titre: string
  readonly type: TypeColonne
  /** The table whose `id` it holds. */
  readonly vers?: Table
}

/** Bytes, written as a file of their own; the column then holds its path. */
export type Fichier = {
  readonly titre: string
  readonly type: 'fichier'
  readonly place: (ligne: Readonly<Record<string, unknown>>) => string
}

/**
 * Why a table or a column is left out: `calcule` is made again from the rest, `secret` opens or signs something, `preuve` is what
 * the ledger must never let out, `prive` belongs to somebody else than the coffre.
 */
export type Omise = { readonly omise: 'calcule' | 'secret' | 'preuve' | 'prive' }

export type TableEnClair<T extends Table = Table> = {
  /** Its CSV and JSON, without extension. */
  readonly fichier: string
  readonly titre: string
  readonly cle: readonly (keyof Database[T] & string)[]
  /** Every column: one without a line does not compile. */
  readonly colonnes: Readonly<Record<keyof Database[T] & string, Colonne | Fichier | Omise>>
}

/** Tables of one subject. */
export type TablesEnClair<B> = { readonly [T in keyof B & Table]: TableEnClair<T> | Omise }

export const texte = (titre: string): Colonne => ({ titre, type: 'texte' })
export const entier = (titre: string): Colonne => ({ titre, type: 'entier' })
export const decimal = (titre: string): Colonne => ({ titre, type: 'decimal' })
export const jour = (titre: string): Colonne => ({ titre, type: 'jour' })
export const instant = (titre: string): Colonne => ({ titre, type: 'instant' })
export const ouiNon = (titre: string): Colonne => ({ titre, type: 'oui-non' })
export const json = (titre: string): Colonne => ({ titre, type: 'json' })
export const reponses = (titre = 'Réponses'): Colonne => ({ titre, type: 'reponses' })
export const vers = (table: Table, titre: string): Colonne => ({ titre, type: 'texte', vers: table })
export const fichier = (titre: string, place: Fichier['place']): Fichier => ({ titre, type: 'fichier', place })
export const omise = (raison: Omise['omise']): Omise => ({ omise: raison })

export const id = texte('Identifiant')
export const suivi = vers('suivi', 'Suivi')
export const personne = vers('personne', 'Personne')
export const modifieLe = instant('Modifié le')
export const supprimeLe = instant('Supprimé le')
export const creeLe = instant('Créé le')
export const dispositif = texte('Dispositif')
