import { type DateIso, joursEntre } from '#shared/utils/dates.ts'

/** How far a due date is, in words; `retard` is also said by the words, never by the colour alone. */
export const delai = (date: DateIso, jour: DateIso): { readonly texte: string; readonly retard: boolean } => {
  const jours = joursEntre(jour, date)
  if (jours < -1) return { texte: `en retard de ${-jours} jours`, retard: true }
  if (jours === -1) return { texte: 'en retard d’un jour', retard: true }
  if (jours === 0) return { texte: 'aujourd’hui', retard: false }
  return { texte: jours === 1 ? 'demain' : `dans ${jours} jours`, retard: false }
}

/** How long an answer has been awaited, in words. */
export const attente = (depuis: DateIso, jour: DateIso): string => {
  const jours = joursEntre(depuis, jour)
  if (jours <= 0) return 'depuis aujourd’hui'
  return jours === 1 ? 'depuis hier' : `depuis ${jours} jours`
}

/** « 14 de plus », « 3 de moins », « autant » than over the same days of the year before. */
export const ecart = (maintenant: number, avant: number): string => {
  if (maintenant === 0 && avant === 0) return ''
  if (maintenant === avant) return 'autant que l’an dernier à la même date'
  const sens = maintenant > avant ? 'de plus' : 'de moins'
  return `${Math.abs(maintenant - avant)} ${sens} que l’an dernier à la même date (${avant})`
}

export const nomsDes = (personnes: readonly { readonly libelle: string }[]): string =>
  personnes.map((p) => p.libelle).join(', ')
