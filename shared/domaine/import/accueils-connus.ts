import type { DateIso } from '../../utils/dates.ts'
import { cleIdentite } from '../personne.ts'
import type { AccueilASaisir } from '../tig/accueil.ts'
import type { PersonneConnue } from './connus.ts'
import type { LigneDAccueil } from './plan-accueils.ts'

/** An accueil of the coffre. `supprime`: taken out of sight by the user; a file never brings it back. */
export type AccueilConnu = AccueilASaisir & {
  readonly attestationLe: DateIso | null
  /** Something is written on its presence sheet: hours done are counted there. */
  readonly aUneFeuille: boolean
  readonly supprime: boolean
}

type Retrouve = { readonly id: string; readonly connu: AccueilConnu | undefined }

type Contexte = {
  readonly personnes: readonly PersonneConnue[]
  readonly accueils: readonly AccueilConnu[]
  readonly idDe: (ligne: LigneDAccueil, rang: number) => string
}

/**
 * The accueil of each line: the one that the same line made before, else one of the same person typed by hand that says
 * nothing else (measure, hours, days that both know), else none. Two lines never share one.
 */
export const retrouverAccueils = (
  lignes: readonly LigneDAccueil[],
  { personnes, accueils, idDe }: Contexte,
): ReadonlyMap<LigneDAccueil, Retrouve> => {
  const parId = new Map(accueils.map((a) => [a.suiviId, a]))
  const parPersonne = Map.groupBy(accueils, (a) => a.personneId)
  const identites = Map.groupBy(personnes, cleIdentite)
  const ids = numeroter(lignes, idDe)
  const pris = new Set(lignes.map((ligne) => ids.get(ligne) ?? ''))
  return new Map(
    lignes.map((ligne): readonly [LigneDAccueil, Retrouve] => {
      const id = ids.get(ligne) ?? ''
      const importe = parId.get(id)
      if (importe !== undefined) return [ligne, { id, connu: importe }]
      const saisi = (identites.get(cleIdentite(ligne.personne)) ?? [])
        .flatMap((p) => parPersonne.get(p.id) ?? [])
        .find((a) => !pris.has(a.suiviId) && ditLaMeme(a, ligne))
      if (saisi === undefined) return [ligne, { id, connu: undefined }]
      pris.add(saisi.suiviId)
      return [ligne, { id: saisi.suiviId, connu: saisi }]
    }),
  )
}

/** Lines that say the same are told apart by their rank. */
const numeroter = (lignes: readonly LigneDAccueil[], idDe: Contexte['idDe']): ReadonlyMap<LigneDAccueil, string> => {
  const vus = new Set<string>()
  return new Map(
    lignes.map((ligne) => {
      let rang = 1
      while (vus.has(idDe(ligne, rang))) rang += 1
      vus.add(idDe(ligne, rang))
      return [ligne, idDe(ligne, rang)]
    }),
  )
}

const ditLaMeme = (a: AccueilConnu, { accueil: lu }: LigneDAccueil): boolean =>
  a.mesure === lu.mesure &&
  a.heures === lu.heures &&
  accordent(a.decideLe, lu.decideLe) &&
  accordent(a.debutLe, lu.debutLe)

const accordent = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/**
 * What a line adds to an accueil: what the coffre does not say is completed, what it says is never replaced. Null when there
 * is nothing to write.
 */
export const completerAccueil = (
  lu: AccueilASaisir,
  attestationLe: DateIso | null,
  connu: AccueilConnu | undefined,
  avertir: (message: string) => void,
): { readonly accueil: AccueilASaisir; readonly attestationLe: DateIso | null } | null => {
  if (connu === undefined) return { accueil: lu, attestationLe }
  const { attestationLe: remise, aUneFeuille, supprime: _supprime, ...avant } = connu
  const ouvert = avant.finLe === null
  const comptees = aUneFeuille || avant.minutesReprises > 0
  if (comptees && !aUneFeuille && lu.minutesReprises > avant.minutesReprises)
    avertir(
      'Plus d’heures faites que dans le coffre : celles du coffre sont gardées, complétez la feuille de présence.',
    )
  const accueil: AccueilASaisir = {
    ...avant,
    referent: avant.referent ?? lu.referent,
    decideLe: avant.decideLe ?? lu.decideLe,
    echeance: avant.echeance ?? lu.echeance,
    debutLe: avant.debutLe ?? lu.debutLe,
    posteId: avant.posteId ?? lu.posteId,
    encadrant: avant.encadrant ?? lu.encadrant,
    minutesReprises: comptees ? avant.minutesReprises : lu.minutesReprises,
    finLe: ouvert ? lu.finLe : avant.finLe,
    issue: ouvert ? lu.issue : avant.issue,
  }
  const donnee = remise === null ? attestationLe : null
  return donnee === null && memes(accueil, avant) ? null : { accueil, attestationLe: donnee }
}

const memes = (a: AccueilASaisir, b: AccueilASaisir): boolean =>
  (Object.keys(b) as (keyof AccueilASaisir)[]).every((champ) => a[champ] === b[champ])
