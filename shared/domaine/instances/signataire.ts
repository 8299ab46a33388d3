import { z } from 'zod'
import { Code, Id, ligne } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'
import type { DateIso } from '../../utils/dates.ts'
import type { PresenceFonction } from './reunion.ts'

/** A professional who signed the charte déontologique: the only name of a person that the coordination holds outside L132-5. */
export const Signataire = z.strictObject({
  id: Id,
  fonction: Code,
  organisme: ligne(120).min(1),
  nom: ligne(120).min(1),
  signeeLe: JourNote,
  retireeLe: JourNote.nullable(),
})
export type Signataire = z.infer<typeof Signataire>

export const erreursDeSignataire = (
  { signeeLe, retireeLe }: Signataire,
  aujourdhui: DateIso,
): Readonly<Record<string, string>> => ({
  ...(signeeLe > aujourdhui ? { signeeLe: 'futur' } : {}),
  ...(retireeLe !== null && retireeLe < signeeLe ? { retireeLe: 'avant-signature' } : {}),
})

/** Whether a signature holds on a day. */
export const estEngage = (
  { signeeLe, retireeLe }: Pick<Signataire, 'signeeLe' | 'retireeLe'>,
  jour: DateIso,
): boolean => signeeLe <= jour && (retireeLe === null || retireeLe > jour)

/**
 * Functions present whom no signatory of that day stands for. The charter: who speaks of persons, or hears of them, has signed.
 * Nobody noted present is nobody signed.
 */
export const fonctionsSansSignataire = (
  presences: readonly PresenceFonction[],
  signataires: readonly Signataire[],
  date: DateIso,
): readonly string[] => {
  const engagees = new Set(signataires.filter((s) => estEngage(s, date)).map((s) => s.fonction))
  return presences.filter((p) => p.etat === 'present' && !engagees.has(p.fonction)).map((p) => p.fonction)
}

export const charteCouvre = (
  presences: readonly PresenceFonction[],
  signataires: readonly Signataire[],
  date: DateIso,
): boolean =>
  presences.some((p) => p.etat === 'present') && fonctionsSansSignataire(presences, signataires, date).length === 0
