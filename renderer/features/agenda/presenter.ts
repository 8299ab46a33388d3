import { semaineDe, type VueAgenda } from '#shared/domaine/agenda/calendrier.ts'
import { type Evenement, libellesGenreEvenement } from '#shared/domaine/agenda/evenement.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import { majuscule } from '#shared/utils/texte.ts'

const ecrire = (jour: DateIso, format: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('fr-FR', { ...format, timeZone: 'UTC' }).format(new Date(`${jour}T00:00:00Z`))

/** « Semaine du 23 au 29 novembre 2026 », « Novembre 2026 ». */
export const titreDe = (vue: VueAgenda, jour: DateIso): string => {
  if (vue === 'mois') return majuscule(ecrire(jour, { month: 'long', year: 'numeric' }))
  const [lundi = jour, , , , , , dimanche = jour] = semaineDe(jour)
  const memeMois = lundi.slice(0, 7) === dimanche.slice(0, 7)
  const memeAn = lundi.slice(0, 4) === dimanche.slice(0, 4)
  const debut = ecrire(lundi, {
    day: 'numeric',
    ...(memeMois ? {} : { month: 'long' }),
    ...(memeAn ? {} : { year: 'numeric' }),
  })
  return `Semaine du ${debut} au ${ecrire(dimanche, { day: 'numeric', month: 'long', year: 'numeric' })}`
}

/** « lun. 23 », with the month on its first day. */
export const jourCourt = (jour: DateIso): string =>
  jour.endsWith('-01') ? ecrire(jour, { day: 'numeric', month: 'short' }) : String(Number(jour.slice(8)))

export const joursDeSemaine = semaineDe('2024-01-01').map((jour) => ({
  court: ecrire(jour, { weekday: 'short' }),
  entier: majuscule(ecrire(jour, { weekday: 'long' })),
}))

/** Who, or else what: all that a narrow cell has room for. */
export const enBref = ({ personnes, titre }: Evenement): string => nomsDe(personnes) || titre

export const nomsDe = (personnes: Evenement['personnes']): string => personnes.map((p) => p.libelle).join(', ')

/** « Rendez-vous », or « Démarche : hébergement » where the kind is not in the words. */
export const quoi = ({ genre, titre, libre }: Evenement): string => {
  const libelle = libellesGenreEvenement[genre]
  return libre || titre === libelle || genre === 'reunion' || genre === 'comite' ? titre : `${libelle} : ${titre}`
}

/** What the look of a line says, in words for whoever does not see it. */
export const etatDe = ({ fait, date, genre }: Evenement, jour: DateIso): string => {
  if (fait) return 'fait'
  return date < jour && genre !== 'comite' && genre !== 'reunion' ? 'en retard' : ''
}
