import type { EntretienASaisir } from '../entretien.ts'
import type { DateIso } from '../../utils/dates.ts'
import { ecrireEntretien } from './entretiens.ts'
import type { Hasard } from './hasard.ts'
import { inventerPart, type PartDemo } from './personnes.ts'
import { type ParRole, type RoleDemo, roles, rythme } from './poids.ts'
import { type GroupeDemo, inventerGroupe, inventerSuivi, type SuiviDemo } from './suivis.ts'

/** How many persons of each role are received in the year, once each, and in how many entretiens. */
export type Cibles = { readonly personnes: ParRole; readonly entretiens: number }

export type AnneeDemo = {
  readonly suivis: readonly SuiviDemo[]
  readonly entretiens: readonly EntretienASaisir[]
}

/** Persons known from the year before: some go on with their suivi, some come back for another reason. */
const PART_SUITE = 0.05
const PART_RETOUR = 0.06

/** One year of a post, exactly on its targets, on the working days given. */
export const inventerAnnee = (
  h: Hasard,
  annee: number,
  jours: readonly DateIso[],
  cibles: Cibles,
  avant: AnneeDemo | undefined,
): AnneeDemo => {
  const reste: Record<RoleDemo, number> = { ...cibles.personnes }
  const suites = continuer(h, avant, `${annee - 1}-10-01`, reste)
  const dejaLa = new Set(suites.flatMap((s) => s.parts))
  const anciens = (avant?.suivis ?? []).flatMap((s) => s.parts).filter((p) => !dejaLa.has(p) && !p.fiche.anonyme)
  const nouveaux = grouper(h, reste).map((groupe) => inventerSuivi(h, inventerParts(h, groupe, annee, anciens)))
  const suivis = [...suites, ...nouveaux]
  const nombres = repartir(h, suivis.map(minimum), cibles.entretiens)
  return {
    suivis,
    entretiens: suivis.flatMap((suivi, i) => {
      const dates = choisirJours(h, jours, nombres[i] ?? 1, i < suites.length)
      return dates.map((date, rang) => ecrireEntretien(h, suivi, date, rang, i < suites.length))
    }),
  }
}

/** Suivis of the year before, still active on `depuis`, that go on, within what is left to count. */
const continuer = (
  h: Hasard,
  avant: AnneeDemo | undefined,
  depuis: DateIso,
  reste: Record<RoleDemo, number>,
): SuiviDemo[] => {
  const places = Math.floor(PART_SUITE * roles.reduce((somme, role) => somme + reste[role], 0))
  const actifs = new Set(avant?.entretiens.filter((e) => e.date >= depuis).map((e) => e.suivi.id))
  return h
    .melanger(avant?.suivis.filter((suivi) => actifs.has(suivi.id)) ?? [])
    .slice(0, places)
    .filter((suivi) => {
      const parts = roles.map((role) => [role, suivi.parts.filter((p) => p.role === role).length] as const)
      if (suivi.parts.some((p) => p.fiche.anonyme) || parts.some(([role, n]) => n > reste[role])) return false
      for (const [role, n] of parts) reste[role] -= n
      return true
    })
}

/** Everybody left to count, in suivis of one or two: a victim and who is accused, two members of a household. */
const grouper = (h: Hasard, reste: ParRole): GroupeDemo[] => {
  const couples = Math.floor(0.2 * Math.min(reste.victime, reste['mis-en-cause']))
  const foyers = Math.floor(0.1 * reste['hors-champ-penal'])
  return h.melanger([
    ...Array.from({ length: couples }, (): GroupeDemo => ['victime', 'mis-en-cause']),
    ...Array.from({ length: foyers }, (): GroupeDemo => ['hors-champ-penal', 'hors-champ-penal']),
    ...seuls('victime', reste.victime - couples),
    ...seuls('mis-en-cause', reste['mis-en-cause'] - couples),
    ...seuls('hors-champ-penal', reste['hors-champ-penal'] - 2 * foyers),
  ])
}

const seuls = (role: RoleDemo, nombre: number): GroupeDemo[] => Array.from({ length: nombre }, () => [role])

/** Takes from `anciens`, at times, the person of a suivi of one: nobody comes back twice in the year. */
const inventerParts = (h: Hasard, groupe: GroupeDemo, annee: number, anciens: PartDemo[]): readonly PartDemo[] => {
  const [role, ...autres] = groupe
  if (autres.length > 0) return inventerGroupe(h, groupe, annee)
  const rang = h.arrive(PART_RETOUR) ? anciens.findIndex((p) => p.role === role) : -1
  const [connu] = rang < 0 ? [] : anciens.splice(rang, 1)
  return [connu ?? inventerPart(h, role, annee)]
}

/** A victim and the person accused are never received together. */
const minimum = (suivi: SuiviDemo): number => (new Set(suivi.parts.map((p) => p.role)).size > 1 ? 2 : 1)

/** Numbers of entretiens drawn as posts see them (one for most, a few for some), then brought to the exact total. */
const repartir = (h: Hasard, minimums: readonly number[], total: number): number[] => {
  const nombres = minimums.map((min) => min + Number(h.choisirPoids({ '0': 58, '1': 23, '2': 11, '3': 5, '5': 3 })))
  let ecart = total - nombres.reduce((somme, n) => somme + n, 0)
  if (total < minimums.reduce((somme, n) => somme + n, 0)) throw new Error('fewer entretiens than suivis')
  while (ecart !== 0) {
    const i = h.entier(0, nombres.length - 1)
    const nombre = nombres[i] ?? 0
    const pas = Math.sign(ecart)
    if (pas < 0 && nombre === minimums[i]) continue
    nombres[i] = nombre + pas
    ecart -= pas
  }
  return nombres
}

/** Days of the entretiens of one suivi: a first one at the rhythm of the year, the next some days or weeks later. */
const choisirJours = (h: Hasard, jours: readonly DateIso[], nombre: number, enDebutDAnnee: boolean): DateIso[] => {
  const dernier = jours.length - 1
  const libre = Math.max(0, dernier - (nombre - 1))
  const borne = enDebutDAnnee ? Math.min(40, libre) : libre
  let rang = h.entier(0, borne)
  while (!h.arrive(rythme[Number(jours[rang]?.slice(5, 7)) - 1] ?? 1)) rang = h.entier(0, borne)
  return Array.from({ length: nombre }, (_, i) => {
    const jour = jours[rang]
    if (jour === undefined) throw new Error('no working day to choose')
    rang = Math.min(rang + h.entier(2, 18), Math.max(rang, dernier - (nombre - 2 - i)))
    return jour
  })
}
