import { aujourdhui } from '#app/dates.ts'
import { ecrireMoment, lireMoment } from '#shared/domaine/observatoire/moment.ts'
import type { Intervention, Signalement } from '#shared/domaine/observatoire/signalement.ts'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'

/** A fiche as it is typed. */
export type SaisieSignalement = {
  readonly fonction: string | null
  readonly secteurId: string | null
  readonly date: string
  readonly moment: string
  readonly trouble: string | null
  readonly lieu: string | null
  readonly frequence: string | null
  readonly note: string
  readonly noteRelue: boolean
}

export const signalementVide = (): SaisieSignalement => ({
  fonction: null,
  secteurId: null,
  date: ecrireDate(aujourdhui()),
  moment: '',
  trouble: null,
  lieu: null,
  frequence: null,
  note: '',
  noteRelue: false,
})

export const depuisSignalement = ({ date, moment, ...reste }: Signalement): SaisieSignalement => ({
  ...reste,
  date: ecrireDate(date),
  moment: ecrireMoment(moment),
})

/** The next one of a burst: who tells, where and when are often the same. */
export const suivant = ({ fonction, secteurId, date }: SaisieSignalement): SaisieSignalement => ({
  ...signalementVide(),
  fonction,
  secteurId,
  date,
})

/** The fiche to write; only after `erreursSignalement` found nothing. */
export const versSignalement = (id: string, saisie: SaisieSignalement): Signalement => ({
  id,
  secteurId: saisie.secteurId ?? '',
  date: lireDate(saisie.date, aujourdhui()) ?? '',
  moment: lireMoment(saisie.moment) ?? null,
  trouble: saisie.trouble ?? '',
  lieu: saisie.lieu,
  fonction: saisie.fonction ?? '',
  frequence: saisie.frequence,
  note: saisie.note.trim(),
  noteRelue: saisie.noteRelue,
})

export const regles = {
  date: (texte: string): string | null => {
    const date = lireDate(texte, aujourdhui())
    if (date === undefined) return 'Une date, comme 9/3.'
    return date > aujourdhui() ? 'Cette date est à venir.' : null
  },
  moment: (texte: string): string | null =>
    texte.trim() !== '' && lireMoment(texte) === undefined ? '21h30, ou soir.' : null,
  choisi: (code: string | null): string | null => (code === null ? 'À choisir.' : null),
}

/** An intervention as it is typed. */
export type SaisieIntervention = {
  readonly secteurId: string | null
  readonly date: string
  readonly intervention: string | null
  readonly signalementId: string | null
  readonly resultat: string | null
  readonly mediateurs: number | string
}

export const interventionVide = (): SaisieIntervention => ({
  secteurId: null,
  date: ecrireDate(aujourdhui()),
  intervention: null,
  signalementId: null,
  resultat: null,
  mediateurs: 2,
})

export const depuisIntervention = ({ date, ...reste }: Intervention): SaisieIntervention => ({
  ...reste,
  date: ecrireDate(date),
})

export const versIntervention = (id: string, saisie: SaisieIntervention): Intervention => ({
  id,
  secteurId: saisie.secteurId ?? '',
  date: lireDate(saisie.date, aujourdhui()) ?? '',
  intervention: saisie.intervention ?? '',
  signalementId: saisie.signalementId,
  resultat: saisie.resultat,
  mediateurs: Number(saisie.mediateurs),
})
