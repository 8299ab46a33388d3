import { direRefus, type Erreurs } from '#app/refus.ts'
import { lireJour } from '#app/jours.ts'
import { aujourdhui } from '#app/dates.ts'
import { frequences } from '#shared/domaine/instances/frequence.ts'
import { genresInstance } from '#shared/domaine/instances/genres.ts'
import type { Instance, InstanceSuivie } from '#shared/domaine/instances/instance.ts'
import { etatDeReunion, type EtatReunion, type Reunion } from '#shared/domaine/instances/reunion.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'

/** Refusals of the service, field by field, in words that say what to do. */
export const enPhrases = (champs: Readonly<Record<string, string>>): Erreurs => direRefus(champs, phrases)

const phrases: Readonly<Record<string, string>> = {
  futur: 'Ce jour est à venir. Notez-le une fois passé.',
  'avant-debut': 'Ce jour vient avant le début.',
  'avant-reunion': 'Ce jour vient avant la réunion.',
  'apres-reunion': 'Ce jour vient après la réunion.',
  'avant-signature': 'Ce jour vient avant la signature.',
  'plus-de-25-ans': 'Rien n’est gardé d’une personne de 25 ans ou plus (CNIL, AU-038).',
  'une-seule': 'Désignez la personne.',
  'points-nominatifs':
    'Des personnes ont été évoquées ici. Rien n’a été retiré : détruisez d’abord ces situations, dans « Situations nominatives ».',
  doublon: 'Cette réponse est donnée deux fois.',
}

/** « 14h30 », « 14:30 », « 9 h » → « 14:30 », « 09:00 »; null when empty, undefined when it cannot be read. */
export const lireHeure = (texte: string): string | null | undefined => {
  if (texte.trim() === '') return null
  const lu = /^(\d{1,2})\s*[h:]\s*(\d{2})?$/i.exec(texte.trim())
  if (lu === null) return undefined
  const [heures, minutes] = [Number(lu[1]), Number(lu[2] ?? 0)]
  if (heures > 23 || minutes > 59) return undefined
  return `${String(heures).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

export const libellesEtatReunion: Readonly<Record<EtatReunion, string>> = {
  prevue: 'Prévue',
  tenue: 'Tenue',
  'a-completer': 'Présences à noter',
}

export const etatDe = (reunion: Reunion): string => libellesEtatReunion[etatDeReunion(reunion, aujourdhui())]

/** « Séance plénière · Une fois par an » */
export const resumeInstance = ({ genre, frequence, secteur }: Instance): string =>
  [genresInstance[genre].libelle, secteur === null ? '' : `secteur ${secteur}`, frequences[frequence].libelle]
    .filter((t) => t !== '')
    .join(' · ')

/** What is expected of an instance, in words: late first, so that it is seen. */
export const attenduDe = ({ regularite, au, frequence }: InstanceSuivie): string => {
  const { prochaine, avantLe, enRetard } = regularite
  const prevue = prochaine === null ? '' : `prévue le ${dateFrancaise(prochaine)}`
  if (frequence === 'besoin') return prevue === '' ? 'au besoin' : prevue
  if (avantLe === null) return au === null ? prevue : `réunie jusqu’au ${dateFrancaise(au)}`
  const auPlusTard = `à réunir au plus tard le ${dateFrancaise(avantLe)}`
  const attendue = enRetard ? `en retard : ${auPlusTard}` : auPlusTard
  return prevue === '' ? attendue : `${attendue} ; ${prevue}`
}

/** « 2 / 4 »: meetings held in the year, and those its frequency asks for when it asks for some. */
export const compteDe = ({ tenues, annee }: InstanceSuivie): string =>
  annee === null || annee.attendues === 0 ? String(tenues) : `${tenues} / ${annee.attendues}`

/** A meeting as its form holds it: dates and hours as typed, the agenda one item a line. */
export const depuisReunion = (reunion: Reunion) => ({
  date: dateFrancaise(reunion.date),
  heure: reunion.heure?.replace(':', 'h') ?? '',
  lieu: reunion.lieu ?? '',
  convoqueeLe: reunion.convoqueeLe === null ? '' : dateFrancaise(reunion.convoqueeLe),
  ordreDuJour: reunion.ordreDuJour.join('\n'),
  presences: reunion.presences.map((p) => Object.assign({}, p)),
  decisions: reunion.decisions.map((d) => ({
    id: d.id,
    decision: d.decision,
    acteur: d.acteur as string | null,
    pourLe: d.pourLe === null ? '' : dateFrancaise(d.pourLe),
    faiteLe: d.faiteLe === null ? '' : dateFrancaise(d.faiteLe),
  })),
})
export type SaisieReunion = ReturnType<typeof depuisReunion>

/** Undefined while a date, an hour or an answer cannot be read: the form says which one. */
export const versReunion = (saisie: SaisieReunion, { id, instanceId }: Reunion): Reunion | undefined => {
  const [date, convoqueeLe, heure] = [lireJour(saisie.date), lireJour(saisie.convoqueeLe), lireHeure(saisie.heure)]
  const decisions = saisie.decisions.flatMap(({ id: decisionId, decision, acteur, ...jours }) => {
    const [pourLe, faiteLe] = [lireJour(jours.pourLe), lireJour(jours.faiteLe)]
    return acteur === null || pourLe === undefined || faiteLe === undefined
      ? []
      : [{ id: decisionId, decision, acteur, pourLe, faiteLe }]
  })
  if (date == null || convoqueeLe === undefined || heure === undefined) return undefined
  if (decisions.length < saisie.decisions.length) return undefined
  const lieu = saisie.lieu.trim()
  return {
    id,
    instanceId,
    date,
    heure,
    lieu: lieu === '' ? null : lieu,
    convoqueeLe,
    ordreDuJour: saisie.ordreDuJour.split('\n').flatMap((ligne) => (ligne.trim() === '' ? [] : [ligne.trim()])),
    presences: saisie.presences,
    decisions,
  }
}
