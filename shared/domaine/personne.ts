import { z } from 'zod'
import { Id, Jour, ligne, Naissance } from './communs.ts'
import { Reponses } from './reponses.ts'
import { normaliser } from '../utils/texte.ts'

/** What is typed of somebody who gave a name: the least that lets the post recognise her. */
export const Identite = z.strictObject({
  nom: ligne(80).min(1),
  prenom: ligne(80),
  naissance: Naissance.nullable(),
  telephone: ligne(30).nullable(),
  commune: ligne(80).nullable(),
})
export type Identite = z.infer<typeof Identite>

/** A person received without a name: still counted, never searched. */
export const PersonneASaisir = z.discriminatedUnion('anonyme', [
  Identite.extend({ id: Id, anonyme: z.literal(false), reponses: Reponses }),
  z.strictObject({
    id: Id,
    anonyme: z.literal(true),
    commune: ligne(80).nullable(),
    naissance: Naissance.nullable(),
    reponses: Reponses,
  }),
])
export type PersonneASaisir = z.infer<typeof PersonneASaisir>

/** One line of a list of persons. `nom` and `prenom` are empty for an anonymous one. */
export const PersonneResume = z.strictObject({
  id: Id,
  anonyme: z.boolean(),
  nom: z.string(),
  prenom: z.string(),
  naissance: z.string().nullable(),
  telephone: z.string().nullable(),
  commune: z.string().nullable(),
  reponses: Reponses,
  entretiens: z.int(),
  dernierEntretien: Jour.nullable(),
})
export type PersonneResume = z.infer<typeof PersonneResume>

/**
 * Key of the strict identity rule: same name and same birth date is the same person (produit.md §5). Two lines with the
 * same name and no date at all are the same person too; a date on one side only is a possible duplicate, never a merge.
 */
export const cleIdentite = (personne: Pick<Identite, 'nom' | 'prenom' | 'naissance'>): string =>
  [normaliser(personne.nom), normaliser(personne.prenom), personne.naissance ?? ''].join('|')

/** Key of a possible duplicate: the same two names, even exchanged, whatever their spaces (« Le Gall », « LEGALL »). */
export const cleDoublon = (personne: Pick<Identite, 'nom' | 'prenom'>): string =>
  [personne.nom, personne.prenom]
    .map((nom) => normaliser(nom).replaceAll(' ', ''))
    .toSorted()
    .join('|')

export const nomComplet = (personne: {
  readonly anonyme: boolean
  readonly nom: string
  readonly prenom: string
}): string =>
  personne.anonyme ? 'Personne anonyme' : `${personne.nom.toLocaleUpperCase('fr')} ${personne.prenom}`.trim()
