import { z } from 'zod'
import { joursEntre } from '../../utils/dates.ts'
import { Id, Jour } from '../communs.ts'
import { horloges } from '../dispositifs/cvp/horloges.ts'
import { Quartier } from '../etablissements.ts'
import type { Nomenclature } from '../nomenclature.ts'
import { dateDe } from './etape.ts'
import type { FaitsParcours } from './faits.ts'
import { EcheanceLegale, echeancesLegales } from './horloge.ts'
import { mesureEnCours, natureMesure } from './mesure.ts'
import { liberations, passageAu } from './passage.ts'
import { BesoinSortieSchema, Preparation, preparationDe } from './preparation.ts'
import { statutPenalAu } from './statut-penal.ts'

/** When a release is expected: `depassee` is a day announced that has gone by without a release noted. */
export const delaisSortie = ['depassee', '30-jours', '60-jours', '90-jours', 'plus-tard', 'sans-date'] as const
export const DelaiSortie = z.enum(delaisSortie)
export type DelaiSortie = z.infer<typeof DelaiSortie>

export const libellesDelaiSortie: Readonly<Record<DelaiSortie, string>> = {
  depassee: 'Date passée, à vérifier',
  '30-jours': 'Dans les 30 jours',
  '60-jours': 'Dans les 60 jours',
  '90-jours': 'Dans les 90 jours',
  'plus-tard': 'Plus tard',
  'sans-date': 'Sans date',
}

/** Risk of a « sortie sèche », a release without any mesure: `ecarte` when one is known to run, else by what is not ready. */
export const risquesSortie = ['ecarte', 'faible', 'modere', 'eleve'] as const
export const RisqueSortie = z.enum(risquesSortie)
export type RisqueSortie = z.infer<typeof RisqueSortie>

export const libellesRisqueSortie: Readonly<Record<RisqueSortie, string>> = {
  ecarte: 'Sortie encadrée par une mesure',
  faible: 'Risque de sortie sèche : faible',
  modere: 'Risque de sortie sèche : modéré',
  eleve: 'Risque de sortie sèche : élevé',
}

/** One coming release, as the board shows it. `manques` are the needs that make the risk. */
export const Sortie = z.strictObject({
  suiviId: Id,
  numero: z.int(),
  personnes: z.array(z.strictObject({ id: Id, libelle: z.string() })),
  /** Code of the list of établissements. */
  etablissement: z.string().nullable(),
  quartier: Quartier.nullable(),
  sortiePrevue: Jour.nullable(),
  /** Whole days from today; negative once gone by. */
  jours: z.int().nullable(),
  delai: DelaiSortie,
  preparation: z.array(Preparation),
  risque: RisqueSortie,
  manques: z.array(BesoinSortieSchema),
  /** Legal clocks from today on, soonest first. */
  prochaines: z.array(EcheanceLegale),
})
export type Sortie = z.infer<typeof Sortie>

/** The coming release of a suivi that is open, and whose person is inside or has a date; nothing otherwise. */
export const sortieDe = (nomenclature: Nomenclature, faits: FaitsParcours, aujourdhui: string): Sortie | undefined => {
  const passage = passageAu(faits.passages, aujourdhui)
  const sortiePrevue = sortieAttendue(faits, aujourdhui)
  if (faits.suivi.closLe !== null || (passage === undefined && sortiePrevue === null)) return undefined
  const jours = sortiePrevue === null ? null : joursEntre(aujourdhui, sortiePrevue)
  const preparation = preparationDe(faits, sortiePrevue)
  const manques = manquesDe(preparation, jours)
  return {
    suiviId: faits.suivi.id,
    numero: faits.suivi.numero,
    personnes: faits.personnes.map(({ id, libelle }) => ({ id, libelle })),
    etablissement: passage?.etablissement ?? null,
    quartier: passage?.quartier ?? null,
    sortiePrevue,
    jours,
    delai: delaiDe(jours),
    preparation,
    risque: estEncadree(nomenclature, faits, sortiePrevue ?? aujourdhui) ? 'ecarte' : risqueDe(manques),
    manques,
    prochaines: echeancesLegales(horloges, faits, aujourdhui).filter((e) => e.date >= aujourdhui),
  }
}

/** The day announced, or the end of the sentence; none once somebody was released since. */
const sortieAttendue = ({ reperes, passages }: FaitsParcours, aujourdhui: string): string | null => {
  const date = dateDe(reperes, 'sortie-prevue') ?? dateDe(reperes, 'fin-de-peine')
  if (date === undefined) return null
  const present = passageAu(passages, aujourdhui)
  const liberee = liberations(passages).at(-1)
  return present === undefined && liberee !== undefined ? null : date
}

const delaiDe = (jours: number | null): DelaiSortie => {
  if (jours === null) return 'sans-date'
  if (jours < 0) return 'depassee'
  if (jours <= 30) return '30-jours'
  if (jours <= 60) return '60-jours'
  return jours <= 90 ? '90-jours' : 'plus-tard'
}

/** In the last month, what is only on its way is not there yet. */
const manquesDe = (preparation: readonly Preparation[], jours: number | null) =>
  preparation
    .filter(({ etat }) => etat === 'a-faire' || etat === 'inconnu' || (etat === 'en-cours' && (jours ?? 31) <= 30))
    .map((p) => p.besoin)

/** Nowhere to sleep, or half of the needs unmet, is what makes a release fail. */
const risqueDe = (manques: readonly Preparation['besoin'][]): RisqueSortie => {
  if (manques.includes('logement') || manques.length >= 3) return 'eleve'
  return manques.length > 0 ? 'modere' : 'faible'
}

const estEncadree = (nomenclature: Nomenclature, { mesures, statuts }: FaitsParcours, jour: string): boolean =>
  statutPenalAu(statuts, jour) !== 'prevenu' &&
  mesures.some(
    (m) =>
      mesureEnCours(m, jour) &&
      m.mesure !== 'permission' &&
      (natureMesure(nomenclature, m.mesure) === 'amenagement' ||
        natureMesure(nomenclature, m.mesure) === 'milieu-ouvert'),
  )
