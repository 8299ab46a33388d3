import type { PersonneASaisir } from '../personne.ts'
import { aUnParcours } from '../parcours/a-un-parcours.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { Reponses } from '../reponses.ts'
import { type Connus, PARCOURS_INCONNU } from './connus.ts'
import type { LigneLue } from './lire-ligne.ts'
import { type ContexteFaits, type FaitsPlan, planifierFaits } from './plan-faits.ts'
import type { PersonnePlan } from './plan-personnes.ts'
import type { SuiviPlan } from './plan-suivis.ts'
import type { Avertissement, ProblemeLigne } from './rapport.ts'

export type Rattachee = { readonly ligne: LigneLue; readonly personne: PersonnePlan; readonly suivi: SuiviPlan }

/** A suivi opened or completed without any new entretien, and the person it is about. */
export type SuiviSansEntretien = {
  readonly suiviId: string
  /** Day it opens; null when the coffre has it. */
  readonly date: string | null
  readonly saisineDate: string | null
  readonly reponses: Reponses
  readonly personneId: string
  readonly fiche: PersonneASaisir | null
  readonly role: string | null
  readonly participation: Reponses
}

export type ParcoursPlan = { readonly suiviId: string } & FaitsPlan

export type PlanParcours = {
  readonly suivis: readonly SuiviSansEntretien[]
  readonly parcours: readonly ParcoursPlan[]
  readonly problemes: readonly ProblemeLigne[]
  readonly avertissements: readonly Avertissement[]
  /** Lines that add something besides their entretien. */
  readonly utiles: ReadonlySet<number>
}

const SANS_ACTE =
  'Ni date d’entretien ni date d’orientation : rien ne dit quand ce suivi commence. Complétez l’une des deux.'

const PLUSIEURS_SUIVIS =
  'Cette personne a plusieurs suivis, et rien ne dit duquel parle cette ligne : donnez-lui une date d’entretien ou d’orientation.'

/** What the lines of a file add to each suivi besides entretiens. `nouvelles` are the lines whose entretien is to be written. */
export const planifierParcours = (
  rattachees: readonly Rattachee[],
  nouvelles: ReadonlySet<LigneLue>,
  connus: Connus,
  contexte: ContexteFaits,
): PlanParcours => {
  const suivis: SuiviSansEntretien[] = []
  const parcours: ParcoursPlan[] = []
  const problemes: ProblemeLigne[] = []
  const avertissements = new Map<string, Set<number>>()
  const utiles = new Set<number>()
  if (!aUnParcours(contexte.nomenclature)) return { suivis, parcours, problemes, avertissements: [], utiles }
  const seuls = suivisParPersonne(rattachees, connus)
  for (const [suivi, siennes] of Map.groupBy(rattachees, (r) => r.suivi)) {
    const lignes = siennes.map((r) => r.ligne)
    for (const { ligne, personne } of siennes)
      if (ligne.date === null && ligne.saisineDate === null && (seuls.get(personne.id)?.size ?? 0) > 1)
        problemes.push({ ligne: ligne.numero, colonne: null, raison: PLUSIEURS_SUIVIS })
    const ouverture = lignes.some((l) => l.date !== null && nouvelles.has(l)) ? [] : ouvrir(suivi, siennes, connus)
    if (ouverture === undefined) {
      problemes.push(...lignes.map(({ numero }) => ({ ligne: numero, colonne: null, raison: SANS_ACTE })))
      continue
    }
    suivis.push(...ouverture)
    if (ouverture.length > 0) for (const { numero } of lignes) utiles.add(numero)
    const plan = planifierFaits(lignes, connus.parcours.get(suivi.id) ?? PARCOURS_INCONNU, contexte)
    const { problemes: refuses, avertissements: dits, utiles: siens, refuser: _r, avertir: _a, ...faits } = plan
    for (const [raison, numeros] of refuses)
      problemes.push(...[...numeros].map((ligne) => ({ ligne, colonne: null, raison })))
    for (const [message, numeros] of dits)
      avertissements.set(message, (avertissements.get(message) ?? new Set()).union(numeros))
    for (const numero of siens) utiles.add(numero)
    if (siens.size > 0) parcours.push({ suiviId: suivi.id, ...faits })
  }
  return {
    suivis,
    parcours,
    problemes,
    avertissements: [...avertissements].map(([message, numeros]) => ({
      lignes: [...numeros].toSorted((a, b) => a - b),
      message,
    })),
    utiles,
  }
}

/** Suivis of each person, in the file and in the coffre. */
const suivisParPersonne = (
  rattachees: readonly Rattachee[],
  connus: Connus,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const paires = [
    ...rattachees.map(({ personne, suivi }) => ({ personneId: personne.id, suiviId: suivi.id })),
    ...connus.suivis.flatMap(({ id, participations }) =>
      participations.map(({ personneId }) => ({ personneId, suiviId: id })),
    ),
  ]
  return new Map(
    [...Map.groupBy(paires, (p) => p.personneId)].map(([id, siens]) => [id, new Set(siens.map((p) => p.suiviId))]),
  )
}

/** None when the coffre has it as the lines say; undefined when nothing says the day it opens. */
const ouvrir = (
  suivi: SuiviPlan,
  rattachees: readonly Rattachee[],
  connus: Connus,
): readonly SuiviSansEntretien[] | undefined => {
  const connu = connus.suivis.find((s) => s.id === suivi.id)
  if (connu === undefined && suivi.saisineDate === null) return undefined
  return [...new Set(rattachees.map((r) => r.personne))].flatMap((personne) => {
    const part = suivi.participations.get(personne.id)
    const sienne = connu?.participations.find((p) => p.personneId === personne.id)
    const inchange =
      connu !== undefined &&
      personne.fiche === null &&
      connu.saisineDate === suivi.saisineDate &&
      meme(connu.reponses, suivi.reponses) &&
      meme(sienne?.reponses ?? {}, part?.reponses ?? {})
    if (inchange) return []
    return {
      suiviId: suivi.id,
      date: connu === undefined ? suivi.saisineDate : null,
      saisineDate: suivi.saisineDate,
      reponses: suivi.reponses,
      personneId: personne.id,
      fiche: personne.fiche,
      role: part === undefined || part.role === NON_RENSEIGNE ? null : part.role,
      participation: part?.reponses ?? {},
    }
  })
}

/** Answers are only ever completed: as many are the same. */
const meme = (a: Reponses, b: Reponses): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([champ, reponse]) => JSON.stringify(b[champ]) === JSON.stringify(reponse))
