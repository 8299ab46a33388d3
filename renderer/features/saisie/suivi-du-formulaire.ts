import type { Entretien } from '#shared/domaine/entretien.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { ecrireDate } from '#ui/lire-date.ts'
import { type Formulaire, nouveauSuivi, type Precedent, type Presence, presenceConnue } from './formulaire.ts'

/** What the post knows of somebody, enough to start from: her suivis and her entretiens, the latest first. */
type Passe = {
  readonly suivis: readonly Suivi[]
  readonly entretiens: readonly {
    readonly suiviId: string
    readonly date: string
    readonly reponses: Precedent['reponses']
    readonly reponsesSuivi: Precedent['reponses']
  }[]
}

/** The form with somebody known in it: her part as last time, her open suivi, what was answered then to compare with. */
export const avecConnue = (f: Formulaire, personne: PersonneResume, passe: Passe): Partial<Formulaire> => {
  // Who comes along may have another part than in a suivi of her own: there, it is asked.
  const siens = f.presences.length === 0 ? passe.suivis : passe.suivis.filter((s) => s.id === f.suivi.id)
  const part = partDe(personne.id, siens)
  const presence: Presence = {
    ...presenceConnue(personne),
    ...(part === undefined
      ? {}
      : { role: part.role, reponses: part.reponses, repris: ['role', ...Object.keys(part.reponses)] }),
  }
  const suite = { ...f, presences: [...f.presences, presence], recherche: '' }
  const ouvert = passe.suivis.find((s) => s.closLe === null)
  return {
    ...suite,
    precedent: f.precedent ?? precedentDe(passe),
    ...(f.suivi.choisi || ouvert === undefined ? {} : rattacher(suite, ouvert)),
  }
}

/**
 * A new form that starts from an entretien: the persons known by name, their part, what was answered. What was sent, due
 * or written that day is not said again; a closed suivi is not reopened.
 */
export const depuisPrecedent = (f: Formulaire, e: Entretien): Partial<Formulaire> => {
  const nommes = e.presences.filter((p) => !p.personne.anonyme)
  return {
    presences: nommes.map(({ personne, role, reponses }) => ({
      ...presenceConnue(personne),
      role,
      reponses,
      repris: ['role', ...Object.keys(reponses)],
    })),
    ...(e.suivi.closLe === null && nommes.length > 0 ? { suivi: depuisSuivi(e.suivi) } : {}),
    reponses: { ...f.reponses, ...e.reponses },
    duree: e.dureeMinutes === null ? '' : String(e.dureeMinutes),
    repris: [...f.repris, ...Object.keys(e.reponses), ...Object.keys(e.suivi.reponses)],
    precedent: {
      date: e.date,
      reponses: e.reponses,
      reponsesSuivi: e.suivi.reponses,
      parts: Object.fromEntries(nommes.map(({ personne, role, reponses }) => [personne.id, { role, reponses }])),
    },
  }
}

const depuisSuivi = (
  suivi: Pick<Entretien['suivi'], 'id' | 'numero' | 'saisineDate' | 'reponses'>,
): Formulaire['suivi'] => ({
  id: suivi.id,
  numero: suivi.numero,
  choisi: true,
  saisineDate: ecrireDate(suivi.saisineDate),
  reponses: suivi.reponses,
})

const partDe = (personneId: string, suivis: readonly Suivi[]) =>
  suivis.flatMap((s) => s.participations).find((p) => p.personne.id === personneId)

const precedentDe = ({ suivis, entretiens: [dernier] }: Passe): Precedent | null => {
  if (dernier === undefined) return null
  const parts = suivis.find((s) => s.id === dernier.suiviId)?.participations ?? []
  return {
    date: dernier.date,
    reponses: dernier.reponses,
    reponsesSuivi: dernier.reponsesSuivi,
    parts: Object.fromEntries(parts.map(({ personne, role, reponses }) => [personne.id, { role, reponses }])),
  }
}

/** Puts the form in this suivi, or in a new one: its answers come along, and the roles its persons already have. */
export const rattacher = (
  f: Formulaire,
  suivi: Suivi | undefined,
  defautsSuivi: Reponses = {},
): Partial<Formulaire> => {
  if (suivi === undefined)
    return f.suivi.numero === null ? {} : { suivi: { ...nouveauSuivi(defautsSuivi), choisi: true } }
  const reprendre = (p: Presence): Presence => {
    const part = suivi.participations.find((s) => s.personne.id === p.personneId)
    return part === undefined
      ? p
      : { ...p, role: part.role, reponses: part.reponses, repris: ['role', ...Object.keys(part.reponses)] }
  }
  return {
    suivi: depuisSuivi(suivi),
    presences: f.presences.map(reprendre),
  }
}

/** A question whose answer changed is no longer « repris ». */
export const toucher = (
  f: Formulaire,
  avant: Readonly<Record<string, unknown>>,
  apres: Readonly<Record<string, unknown>>,
): Pick<Formulaire, 'repris'> => ({ repris: f.repris.filter((code) => avant[code] === apres[code]) })
