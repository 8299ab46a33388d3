import { isc } from '../dispositifs/isc/index.ts'
import { trouverListe } from '../nomenclature.ts'
import type { Reponses } from '../reponses.ts'
import type { Hasard } from './hasard.ts'
import { choisirPlusieurs, inventerPart, type PartDemo, reponse } from './personnes.ts'
import { poidsProblematique, poidsSaisine, type RoleDemo } from './poids.ts'

/** One invented suivi; its entretiens refer to it. */
export type SuiviDemo = {
  readonly id: string
  readonly reponses: Reponses
  readonly parts: readonly PartDemo[]
  /** Days between the saisine and the first entretien; null when nobody wrote it down. */
  readonly delaiSaisine: number | null
  /** Where the problématique rolls up: what the orientations depend on. */
  readonly groupe: string
  /** Link of the second person to the first, when they live together. */
  readonly lien: string | null
}

export type GroupeDemo = readonly [RoleDemo, ...RoleDemo[]]

/** Links of a household, with the age and sex they make likely. */
const liens: Readonly<Record<string, { readonly sexe: string; readonly age: string }>> = {
  conjointe: { sexe: 'femme', age: '24-62' },
  conjoint: { sexe: 'homme', age: '24-62' },
  fils: { sexe: 'homme', age: '8-22' },
  fille: { sexe: 'femme', age: '8-22' },
}

export const inventerSuivi = (h: Hasard, parts: readonly PartDemo[]): SuiviDemo => {
  const premier = parts[0]?.role ?? 'hors-champ-penal'
  const problematique = h.choisirPoids(poidsProblematique[premier])
  const secondaires = h.arrive(0.3)
    ? choisirPlusieurs(h, poidsProblematique[premier], h.entier(1, 2)).filter((code) => code !== problematique)
    : []
  const anonyme = parts.every((p) => p.fiche.anonyme)
  return {
    id: h.uuid(),
    parts,
    delaiSaisine: anonyme || h.arrive(0.05) ? null : h.entier(0, 6),
    groupe: groupeDe(problematique),
    lien: lienDe(parts),
    reponses: anonyme
      ? {}
      : {
          ...reponse('saisine', h.choisirPoids(poidsSaisine)),
          problematique,
          ...(secondaires.length > 0 ? { problematiquesSecondaires: secondaires } : {}),
        },
  }
}

/** Two members of one household, or a victim and the person she accuses, who then lives elsewhere. */
export const inventerGroupe = (h: Hasard, groupe: GroupeDemo, annee: number): PartDemo[] => {
  const [role, ...autres] = groupe
  const premier = inventerPart(h, role, annee, { age: '24-62', commune: 'Valombre' })
  const foyer = autres.every((autre) => autre === role) && !premier.fiche.anonyme
  return [
    premier,
    ...autres.map((autre) => {
      if (!foyer || premier.fiche.anonyme) return inventerPart(h, autre, annee, { sexe: 'homme' })
      const lien = h.choisir(Object.keys(liens))
      return inventerPart(h, autre, annee, { nom: premier.fiche.nom, commune: 'Valombre', ...liens[lien] })
    }),
  ]
}

/** The link is read back from who the second person is, so that it is true. */
const lienDe = ([premier, second]: readonly PartDemo[]): string | null => {
  if (premier === undefined || second === undefined || premier.fiche.anonyme || second.fiche.anonyme) return null
  if (premier.fiche.nom !== second.fiche.nom || premier.role !== second.role) return null
  const enfant = ecartAge(premier.fiche.naissance, second.fiche.naissance) > 15
  const femme = second.fiche.reponses['sexe'] === 'femme'
  if (enfant) return femme ? 'fille' : 'fils'
  return femme ? 'conjointe' : 'conjoint'
}

const ecartAge = (aine: string | null, cadet: string | null): number =>
  aine === null || cadet === null ? 0 : Number(cadet.slice(0, 4)) - Number(aine.slice(0, 4))

const groupeDe = (problematique: string): string =>
  trouverListe(isc, 'problematique').modalites.find((m) => m.code === problematique)?.groupe ?? 'autres'
