import { z } from 'zod'
import { Jour } from '../communs.ts'
import { CodeEtape, type CodeRepere, dateDe, etapes } from './etape.ts'
import type { FaitsParcours } from './faits.ts'
import { liberations } from './passage.ts'

/** A stage reached, with its first day when it is known. */
export const EtapeAtteinte = z.strictObject({ etape: CodeEtape, atteinte: z.boolean(), date: Jour.nullable() })
export type EtapeAtteinte = z.infer<typeof EtapeAtteinte>

/** Where a suivi stands on each of the ten stages, from what is stored: a stage may be reached before those above it. */
export const avancementDe = (faits: FaitsParcours, aujourdhui: string): EtapeAtteinte[] =>
  etapes.map((etape) => {
    const date = premierJour(jours[etape](faits), aujourdhui)
    return { etape, atteinte: date !== null, date }
  })

const premierJour = (dates: readonly (string | null | undefined)[], aujourdhui: string): string | null =>
  dates
    .filter((d) => d !== null && d !== undefined)
    .filter((d) => d <= aujourdhui)
    .toSorted()
    .at(0) ?? null

const jours: Readonly<Record<CodeEtape, (faits: FaitsParcours) => readonly (string | null | undefined)[]>> = {
  reperage: ({ suivi, entretiens }) => [suivi.saisineDate ?? entretiens[0]],
  'premier-entretien': ({ entretiens }) => entretiens.slice(0, 1),
  diagnostic: ({ situations }) => situations.flatMap((s) => (s.moment === 'entree' ? s.date : [])),
  preparation: (faits) => [
    ...lire(faits, 'preparation', 'domiciliation', 'examen-lsc', 'debat-contradictoire'),
    ...faits.demarches.map((d) => d.ouverteLe).filter((d) => avantLiberation(faits, d)),
  ],
  liberation: ({ passages }) => liberations(passages).map((l) => l.date),
  'accueil-dehors': (faits) => [
    ...lire(faits, 'rendez-vous-dehors'),
    ...faits.entretiens.filter((jour) => apresLiberation(faits, jour)),
  ],
  accompagnement: ({ demarches }) => demarches.map((d) => d.ouverteLe),
  comite: ({ decisions }) => decisions.map((d) => d.date),
  'sortie-dispositif': ({ suivi }) => [suivi.closLe],
  'apres-sortie': ({ situations }) =>
    situations.flatMap((s) => (s.moment === 'six-mois' || s.moment === 'douze-mois' ? s.date : [])),
}

const lire = ({ reperes }: FaitsParcours, ...codes: readonly CodeRepere[]) => codes.map((code) => dateDe(reperes, code))

const premiereLiberation = ({ passages }: FaitsParcours): string | undefined => liberations(passages).at(0)?.date

/** Before the release, or while none is known of somebody who has been inside. */
const avantLiberation = (faits: FaitsParcours, jour: string): boolean => {
  const liberation = premiereLiberation(faits)
  return liberation === undefined ? faits.passages.length > 0 : jour <= liberation
}

/** The release takes place in the morning (art. R510-1, code pénitentiaire): an entretien of that day is outside. */
const apresLiberation = (faits: FaitsParcours, jour: string): boolean => {
  const liberation = premiereLiberation(faits)
  return liberation !== undefined && jour >= liberation
}
