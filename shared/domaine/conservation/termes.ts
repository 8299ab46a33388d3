import type { CodeDispositif } from '../dispositifs/index.ts'
import { ajouterMois, type DateIso } from '../../utils/dates.ts'
import type { Regle } from './regle.ts'

/** Days before its term when a dossier is announced, so that nothing goes unseen. */
export const JOURS_ANNONCE = 30

/** What is known of one suivi, no name among it. */
export type SuiviDate = {
  readonly id: string
  readonly dispositif: CodeDispositif
  readonly personnes: readonly string[]
  /** Last day when somebody of it was met, waited for or written about. */
  readonly dernierContact: DateIso
  readonly closLe: DateIso | null
}

/** Suivis of one dispositif that share persons: they come to their term together, for a contact with one is with all. */
export type Dossier = {
  readonly dispositif: CodeDispositif
  readonly suivis: readonly string[]
  readonly personnes: readonly string[]
  readonly dernierContact: DateIso
  readonly terme: DateIso
}

/**
 * Dossiers by their terms, the earliest first. An open suivi whose rule counts from its end holds its dossier without a term:
 * it is not told.
 */
export const dossiersATerme = (
  suivis: readonly SuiviDate[],
  regles: ReadonlyMap<CodeDispositif, Regle>,
): readonly Dossier[] =>
  [...Map.groupBy(suivis, (s) => s.dispositif)]
    .flatMap(([dispositif, siens]) => {
      const regle = regles.get(dispositif)
      return regle === undefined ? [] : regrouper(siens).flatMap((groupe) => dossierDe(groupe, regle))
    })
    .toSorted((a, b) => (a.terme < b.terme ? -1 : a.terme > b.terme ? 1 : 0))

const dossierDe = (groupe: readonly SuiviDate[], { dispositif, mois, depuis }: Regle): readonly Dossier[] => {
  if (depuis === 'cloture' && groupe.some((s) => s.closLe === null)) return []
  const contacts = groupe.flatMap((s) => (s.closLe === null ? s.dernierContact : [s.dernierContact, s.closLe]))
  const dernierContact = contacts.toSorted().at(-1)
  if (dernierContact === undefined) return []
  return [
    {
      dispositif,
      suivis: groupe.map((s) => s.id),
      personnes: [...new Set(groupe.flatMap((s) => s.personnes))],
      dernierContact,
      terme: ajouterMois(dernierContact, mois),
    },
  ]
}

/** Suivis that a chain of shared persons binds. */
const regrouper = (suivis: readonly SuiviDate[]): readonly (readonly SuiviDate[])[] => {
  const parPersonne = new Map<string, SuiviDate[]>()
  for (const suivi of suivis)
    for (const personne of suivi.personnes) {
      const deja = parPersonne.get(personne)
      if (deja === undefined) parPersonne.set(personne, [suivi])
      else deja.push(suivi)
    }
  const vus = new Set<string>()
  return suivis.flatMap((depart) => {
    if (vus.has(depart.id)) return []
    vus.add(depart.id)
    const groupe = [depart]
    for (const suivi of groupe)
      for (const voisin of suivi.personnes.flatMap((p) => parPersonne.get(p) ?? [])) {
        if (vus.has(voisin.id)) continue
        vus.add(voisin.id)
        groupe.push(voisin)
      }
    return [groupe]
  })
}

/**
 * A birth date that says no more than the year, or a day when she came, and gives the same age on each of those days: what is
 * counted by age does not change.
 */
export const naissanceAttenuee = (naissance: string, jours: readonly DateIso[]): string => {
  if (naissance.length === 4) return naissance
  const [annee, jour] = [naissance.slice(0, 4), naissance.slice(5)]
  const apres = jours.map((j) => j.slice(5)).filter((j) => j >= jour)
  if (apres.length === jours.length) return annee
  const premier = apres.toSorted()[0]
  return premier === undefined ? String(Number(annee) + 1) : `${annee}-${premier}`
}
