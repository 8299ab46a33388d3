import type { DateIso } from '../../utils/dates.ts'
import type { Nomenclature } from '../nomenclature.ts'
import type { Consentement } from '../parcours/consentement.ts'
import type { Repere } from '../parcours/etape.ts'
import { type Mesure, mesuresContredites } from '../parcours/mesure.ts'
import type { Passage } from '../parcours/passage.ts'
import type { Situation } from '../parcours/situation.ts'
import type { StatutPenalDate } from '../parcours/statut-penal.ts'
import type { ParcoursConnu } from './connus.ts'
import { PREVENU } from './faits-lus.ts'
import type { LigneLue } from './lire-ligne.ts'
import { planifierCloture, planifierSituations } from './plan-fin.ts'
import { planifierSejours } from './plan-sejours.ts'
import { createRemarques, type Remarques } from './remarques.ts'

/** What a file adds to the parcours of one suivi. */
export type FaitsPlan = {
  readonly passages: readonly Passage[]
  readonly statuts: readonly StatutPenalDate[]
  readonly mesures: readonly Mesure[]
  readonly reperes: readonly Repere[]
  readonly consentements: readonly Pick<Consentement, 'id' | 'objet' | 'reponse' | 'date'>[]
  readonly situations: readonly (Pick<Situation, 'reponses'> & {
    readonly moment: 'entree' | 'sortie'
    readonly date: DateIso
    readonly validee: boolean
  })[]
  readonly cloture: { readonly date: DateIso; readonly motif: string | null } | null
}

export type ContexteFaits = {
  readonly nomenclature: Nomenclature
  /** Mesures and statuts may be kept (art. 46, loi 78-17). */
  readonly necessite: boolean
  readonly nouvelId: () => string
}

const DEUX_STATUTS = 'Deux statuts pénaux sans date dans un même suivi : dites depuis quand, ou n’en gardez qu’un.'
const SANS_NECESSITE =
  'Statut pénal et mesures ne sont pas gardés : personne n’a déclaré qu’ils sont nécessaires (Réglages, art. 46 de la loi du 6 janvier 1978).'
const ACCORD_SANS_DATE = 'Accord ou refus sans date : noté au jour de l’entretien de la ligne.'

/** Decides what the lines of one suivi add to what the coffre knows of it: completed, never replaced, and what was deleted stays so. */
export const planifierFaits = (
  lignes: readonly LigneLue[],
  connu: ParcoursConnu,
  { nomenclature, necessite, nouvelId }: ContexteFaits,
): FaitsPlan & Remarques => {
  const remarques = createRemarques()
  for (const { numero, faits } of lignes) for (const remarque of faits.remarques) remarques.avertir(numero, remarque)
  const { passages, ...sejours } = planifierSejours(lignes, connu.passages, nouvelId)
  absorber(remarques, sejours)
  const cadre = planifierCadre(lignes, connu, nomenclature, nouvelId, remarques)
  if (!necessite)
    for (const { numero, faits } of lignes)
      if (faits.statut !== null || faits.mesures.length > 0) remarques.avertir(numero, SANS_NECESSITE)
  if (necessite) for (const numero of cadre.lignes) remarques.utiles.add(numero)
  return {
    ...remarques,
    passages,
    statuts: necessite ? cadre.statuts : [],
    mesures: necessite ? cadre.mesures : [],
    reperes: planifierReperes(lignes, connu, remarques),
    consentements: planifierConsentements(lignes, connu, nouvelId, remarques),
    situations: planifierSituations(lignes, connu, remarques),
    cloture: planifierCloture(lignes, connu, remarques),
  }
}

const absorber = (remarques: Remarques, autres: Remarques): void => {
  for (const [texte, lignes] of autres.problemes) for (const n of lignes) remarques.refuser(n, texte)
  for (const [texte, lignes] of autres.avertissements) for (const n of lignes) remarques.avertir(n, texte)
  for (const n of autres.utiles) remarques.utiles.add(n)
}

type Cadre = {
  readonly statuts: readonly StatutPenalDate[]
  readonly mesures: readonly Mesure[]
  readonly lignes: ReadonlySet<number>
}

/** The judicial frame is checked whole, whether or not it may be kept: a line that contradicts itself is corrected where it was typed. */
const planifierCadre = (
  lignes: readonly LigneLue[],
  connu: ParcoursConnu,
  nomenclature: Nomenclature,
  nouvelId: () => string,
  remarques: Remarques,
): Cadre => {
  const utiles = new Set<number>()
  const statuts: StatutPenalDate[] = []
  const mesures = new Map<string, { readonly mesure: Mesure; readonly ligne: number }>()
  for (const { numero, faits } of lignes) {
    const { statut } = faits
    const duCoffre = connu.statuts.filter((s) => !s.supprime)
    if (statut !== null && contreditSansDate(statut, duCoffre))
      remarques.avertir(numero, 'Statut pénal sans date que le coffre a autrement : le sien est gardé.')
    else if (statut !== null && contreditSansDate(statut, statuts)) remarques.refuser(numero, DEUX_STATUTS)
    else if (
      statut !== null &&
      ![...connu.statuts, ...statuts].some((s) => repete(s.statut, s.du, statut.statut, statut.du))
    ) {
      statuts.push({ id: nouvelId(), ...statut })
      utiles.add(numero)
    }
    for (const dite of faits.mesures) {
      const deja = [...connu.mesures, ...[...mesures.values()].map((m) => Object.assign({ supprime: false }, m.mesure))]
        .toReversed()
        .find((m) => repete(m.mesure, m.du, dite.mesure, dite.du))
      const complete = deja === undefined ? { id: nouvelId(), ...dite } : completer(deja, dite)
      if (deja?.supprime === true || (deja !== undefined && JSON.stringify(complete) === JSON.stringify(nue(deja))))
        continue
      mesures.set(complete.id, { mesure: complete, ligne: numero })
      utiles.add(numero)
    }
  }
  const tous = [...connu.statuts.filter((s) => !s.supprime), ...statuts]
  const toutes = [
    ...connu.mesures.filter((m) => !m.supprime && !mesures.has(m.id)),
    ...[...mesures.values()].map((m) => m.mesure),
  ]
  if (utiles.size > 0)
    for (const { id } of mesuresContredites(nomenclature, toutes, tous))
      remarques.refuser(mesures.get(id)?.ligne ?? [...utiles][0] ?? 0, PREVENU)
  return { statuts, mesures: [...mesures.values()].map((m) => m.mesure), lignes: utiles }
}

type Statut = Omit<StatutPenalDate, 'id'>

/** Of two statuts without a day, nobody can say which holds now. */
const contreditSansDate = ({ statut, du }: Statut, autres: readonly Statut[]): boolean =>
  du === null && autres.some((s) => s.du === null && s.statut !== statut)

/** The same thing said again, with its day or without. */
const repete = (a: string, du: string | null, b: string, autre: string | null): boolean =>
  a === b && (du === autre || du === null || autre === null)

const completer = (deja: Mesure, dite: Omit<Mesure, 'id'>): Mesure => ({
  id: deja.id,
  mesure: deja.mesure,
  du: deja.du ?? dite.du,
  finPrevue: deja.finPrevue ?? dite.finPrevue,
  au: deja.au ?? dite.au,
})

const nue = ({ id, mesure, du, finPrevue, au }: Mesure): Mesure => ({ id, mesure, du, finPrevue, au })

const planifierReperes = (
  lignes: readonly LigneLue[],
  connu: ParcoursConnu,
  remarques: Remarques,
): readonly Repere[] => {
  const notes = new Map<Repere['repere'], string>()
  for (const { numero, faits } of lignes)
    for (const { repere, date } of faits.reperes) {
      const duCoffre = connu.reperes.find((r) => r.repere === repere)?.date
      if (duCoffre !== undefined && duCoffre !== date)
        remarques.avertir(numero, 'Date que le coffre a autrement : la sienne est gardée.')
      if (duCoffre !== undefined || notes.get(repere) === date) continue
      if (notes.has(repere))
        remarques.avertir(numero, 'Dates différentes d’une ligne à l’autre : la dernière est gardée.')
      notes.set(repere, date)
      remarques.utiles.add(numero)
    }
  return [...notes].map(([repere, date]) => ({ repere, date }))
}

const planifierConsentements = (
  lignes: readonly LigneLue[],
  connu: ParcoursConnu,
  nouvelId: () => string,
  remarques: Remarques,
): FaitsPlan['consentements'] => {
  const notes: (FaitsPlan['consentements'][number] & { readonly supprime: boolean })[] = []
  for (const { numero, date: jour, faits } of lignes)
    for (const { objet, reponse, date } of faits.consentements) {
      const memes = [...connu.consentements, ...notes].filter((c) => c.objet === objet && c.reponse === reponse)
      if (memes.some((c) => date === null || c.date === date)) continue
      const noteLe = date ?? jour
      if (noteLe === null) {
        remarques.refuser(
          numero,
          'Accord ou refus sans date, sur une ligne sans entretien : dites quel jour il a été donné.',
        )
        continue
      }
      if (date === null) remarques.avertir(numero, ACCORD_SANS_DATE)
      notes.push({ id: nouvelId(), objet, reponse, date: noteLe, supprime: false })
      remarques.utiles.add(numero)
    }
  return notes.map(({ id, objet, reponse, date }) => ({ id, objet, reponse, date }))
}
