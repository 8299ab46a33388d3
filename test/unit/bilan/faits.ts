import { actesDesFaits } from '#shared/domaine/bilan/actes.ts'
import { type FaitsDuParcours, sansParcours } from '#shared/domaine/bilan/faits-parcours.ts'
import type { Faits, FaitEntretien, FaitPersonne, FaitSuivi } from '#shared/domaine/bilan/faits.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'

type Venue = {
  readonly qui: string
  readonly le: string
  readonly suivi?: string
  readonly role?: string
  readonly commune?: string | null
  readonly entretien?: Reponses
  readonly connu?: 'oui' | 'non'
  readonly destinations?: readonly string[]
}

/** Facts told as visits: who came, when, in which suivi. Each visit is one entretien. */
export const desFaits = (
  venues: readonly Venue[],
  personnes: Readonly<Record<string, Partial<FaitPersonne>>> = {},
  suivis: Readonly<Record<string, Partial<FaitSuivi>>> = {},
  parcours: Partial<FaitsDuParcours> = {},
): Faits => {
  const completes = venues.map((v, i) => ({ id: `e${i}`, suivi: v.suivi ?? `s-${v.qui}`, ...v }))
  const autres = actesDesFaits({ parcours: { ...sansParcours, ...parcours }, tig: null })
  const dates = (filtre: (v: (typeof completes)[number]) => boolean): readonly string[] =>
    completes
      .filter(filtre)
      .map((v) => v.le)
      .toSorted()
  return {
    entretiens: completes.map((v): FaitEntretien => ({
      id: v.id,
      suiviId: v.suivi,
      date: v.le,
      reponses: v.entretien ?? {},
    })),
    presences: completes.map((v) => ({ entretienId: v.id, personneId: v.qui, commune: v.commune ?? null })),
    orientations: completes.flatMap((v) =>
      (v.destinations ?? []).map((destination, i) => ({ id: `${v.id}-${i}`, entretienId: v.id, destination })),
    ),
    suivis: [...new Set(completes.map((v) => v.suivi))].map((id) =>
      unSuivi(
        id,
        dates((v) => v.suivi === id),
        suivis[id],
      ),
    ),
    participations: [...new Map(completes.map((v) => [`${v.suivi} ${v.qui}`, v])).values()].map((v) => ({
      suiviId: v.suivi,
      personneId: v.qui,
      role: v.role ?? 'victime',
      accompagnee: v.role !== 'proche',
      commenceLe: premierDe([
        ...dates((autre) => autre.suivi === v.suivi && autre.qui === v.qui),
        ...autres.filter((a) => v.role !== 'proche' && a.suiviId === v.suivi).map((a) => a.date),
      ]),
      reponses: v.connu === undefined ? {} : { connuServicesSociaux: v.connu },
    })),
    personnes: [...new Set(completes.map((v) => v.qui))].map((id) =>
      unePersonne(
        id,
        dates((v) => v.qui === id),
        personnes[id],
      ),
    ),
    parcours: { ...sansParcours, ...parcours },
    tig: null,
  }
}

const premierDe = (jours: readonly string[]): string | null => jours.toSorted()[0] ?? null

const unSuivi = (id: string, [premier = '']: readonly string[], reste: Partial<FaitSuivi> = {}): FaitSuivi => ({
  id,
  saisineLe: premier,
  saisineNotee: true,
  ouvertLe: premier,
  closLe: null,
  reponses: {},
  ...reste,
})

const unePersonne = (
  id: string,
  [premier = '']: readonly string[],
  reste: Partial<FaitPersonne> = {},
): FaitPersonne => ({ id, anonyme: false, naissance: null, reponses: {}, premierActe: premier, ...reste })
