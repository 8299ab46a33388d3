import { NON_RENSEIGNE, type Nomenclature } from '../nomenclature.ts'
import type { Reponse, Reponses } from '../reponses.ts'
import type { SuiviConnu } from './connus.ts'
import type { LigneLue } from './lire-ligne.ts'

type Participation = { readonly role: string; readonly acquis: Reponses; readonly reponses: Reponses }

/** One suivi being put together, line after line in the order of the facts. */
export type SuiviPlan = {
  readonly id: string
  /** Answers of the coffre: completed, never replaced. */
  readonly acquis: Reponses
  readonly dossiers: Set<string>
  readonly participations: Map<string, Participation>
  closLe: string | null
  saisineDate: string | null
  reponses: Reponses
}

export const depuisSuiviConnu = (suivi: SuiviConnu): SuiviPlan => ({
  ...suivi,
  acquis: suivi.reponses,
  dossiers: new Set(),
  participations: new Map(
    suivi.participations.map(({ personneId, role, reponses }) => [personneId, { role, reponses, acquis: reponses }]),
  ),
})

/**
 * The suivi that a line belongs to: same file number when the file has one, else same person; and never two different
 * roles of a person, dates of saisine or single-choice answers in one. A missing answer fits all. Otherwise a new one.
 */
export const rattacher = (
  ligne: LigneLue,
  personneId: string,
  suivis: readonly SuiviPlan[],
  nomenclature: Nomenclature,
  nouvelId: () => string,
): SuiviPlan => {
  const possibles = suivis
    .map((suivi) => ({ suivi, accord: accorder(suivi, ligne, personneId, nomenclature) }))
    .filter(({ accord }) => accord !== undefined)
  // The best agreement, and of two equal ones the latest.
  const suivi = possibles.toSorted((a, b) => (a.accord ?? 0) - (b.accord ?? 0)).at(-1)?.suivi ?? ouvrir(nouvelId())
  completer(suivi, ligne, personneId, nomenclature)
  return suivi
}

const ouvrir = (id: string): SuiviPlan => ({
  id,
  closLe: null,
  acquis: {},
  dossiers: new Set(),
  participations: new Map(),
  saisineDate: null,
  reponses: {},
})

/** How many answers a suivi and a line share; undefined when the line can't belong to it. */
const accorder = (
  suivi: SuiviPlan,
  ligne: LigneLue,
  personneId: string,
  nomenclature: Nomenclature,
): number | undefined => {
  // Without an entretien nobody comes into the suivi of somebody else.
  const memeDossier = ligne.date !== null && ligne.dossier !== null && suivi.dossiers.has(ligne.dossier)
  const part = suivi.participations.get(personneId)
  if (ligne.dossier !== null && !suivi.dossiers.has(ligne.dossier) && suivi.dossiers.size > 0) return undefined
  const acte = ligne.date ?? ligne.saisineDate
  if ((!memeDossier && part === undefined) || (suivi.closLe !== null && acte !== null && suivi.closLe < acte))
    return undefined
  const roles = [part?.role, ligne.role].map((role) => (role === NON_RENSEIGNE ? undefined : role))
  const uniques = nomenclature.champs.filter((c) => c.porteur === 'suivi' && c.type === 'choix')
  const paires: (readonly [Reponse | undefined, Reponse | undefined])[] = [
    [roles[0], roles[1]],
    [suivi.saisineDate ?? undefined, ligne.saisineDate ?? undefined],
    ...uniques.map((c) => [suivi.reponses[c.code], ligne.reponses.suivi[c.code]] as const),
  ]
  if (paires.some(([a, b]) => a !== undefined && b !== undefined && a !== b)) return undefined
  return paires.filter(([a, b]) => a !== undefined && a === b).length + (memeDossier ? paires.length : 0)
}

/** Adds to a suivi what one line says of it. */
export const completer = (suivi: SuiviPlan, ligne: LigneLue, personneId: string, nomenclature: Nomenclature): void => {
  if (ligne.dossier !== null) suivi.dossiers.add(ligne.dossier)
  suivi.saisineDate ??= ligne.saisineDate
  suivi.closLe ??= ligne.faits.cloture?.date ?? null
  suivi.reponses = {
    ...suivi.reponses,
    ...ligne.reponses.suivi,
    ...suivi.acquis,
    ...reunions(nomenclature, suivi.reponses, ligne.reponses.suivi),
  }
  const part = suivi.participations.get(personneId) ?? { role: NON_RENSEIGNE, acquis: {}, reponses: {} }
  suivi.participations.set(personneId, {
    role: part.role === NON_RENSEIGNE ? ligne.role : part.role,
    acquis: part.acquis,
    reponses: { ...part.reponses, ...ligne.reponses.participation, ...part.acquis },
  })
}

/** Multiple answers add up. */
const reunions = (nomenclature: Nomenclature, ...dites: readonly Reponses[]): Reponses =>
  Object.fromEntries<string[]>(
    nomenclature.champs
      .filter((c) => c.porteur === 'suivi' && c.type === 'choix-multiple')
      .map((c): [string, string[]] => [c.code, [...new Set(dites.flatMap((r) => r[c.code] ?? []).map(String))]])
      .filter(([, codes]) => codes.length > 0),
  )
