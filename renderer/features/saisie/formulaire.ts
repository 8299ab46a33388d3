import { z } from 'zod'
import type { Entretien } from '#shared/domaine/entretien.ts'
import { nomComplet, PersonneResume } from '#shared/domaine/personne.ts'
import { Reponses } from '#shared/domaine/reponses.ts'
import { ecrireDate } from '#ui/lire-date.ts'

/** A person's file as typed: dates stay text until they are saved. */
const Fiche = z.object({
  nom: z.string(),
  prenom: z.string(),
  naissance: z.string(),
  telephone: z.string(),
  commune: z.string(),
  reponses: Reponses,
})
export type Fiche = z.infer<typeof Fiche>

const Presence = z.object({
  personneId: z.string(),
  genre: z.enum(['connue', 'nouvelle', 'anonyme']),
  /** What the post knows of a known person; null for the two others. */
  connue: PersonneResume.nullable(),
  /** What is typed of her; null for a known person whose file is not being changed. */
  fiche: Fiche.nullable(),
  role: z.string().nullable(),
  reponses: Reponses,
  /** Who she is in the household of the first person; null when the form says nothing of it. */
  lien: z.string().nullable().default(null),
  /** Questions of her part, and `role`, `nom`, `commune`, still as the post knew them. */
  repris: z.array(z.string()).default([]),
})
export type Presence = z.infer<typeof Presence>

/** What was answered the time before, to show what changes. */
const Precedent = z.object({
  date: z.string(),
  reponses: Reponses,
  reponsesSuivi: Reponses,
  parts: z.record(z.string(), z.object({ role: z.string(), reponses: Reponses })),
})
export type Precedent = z.infer<typeof Precedent>

/** The form as it is on screen, half-typed things included: exactly what a draft gives back. */
export const Formulaire = z.object({
  version: z.literal(1),
  id: z.string(),
  /** True when it changes an entretien already saved. */
  modification: z.boolean(),
  date: z.string(),
  heure: z.string(),
  duree: z.string(),
  note: z.string(),
  /** What is being typed in the field that finds a person. */
  recherche: z.string(),
  reponses: Reponses,
  presences: z.array(Presence),
  suivi: z.object({
    id: z.string(),
    /** Number of the suivi when it exists already. */
    numero: z.number().nullable(),
    /** Chosen, by hand or by default: not to be proposed again. */
    choisi: z.boolean(),
    saisineDate: z.string(),
    reponses: Reponses,
  }),
  orientations: z.array(
    z.object({ id: z.string(), destination: z.string().nullable(), partenaireId: z.string().nullable() }),
  ),
  echeances: z.array(z.object({ id: z.string(), date: z.string(), libelle: z.string() })),
  /** Questions whose answer comes from the last entretien and was not touched. */
  repris: z.array(z.string()),
  precedent: Precedent.nullable().default(null),
  /** The appointment that this entretien is. */
  honore: z.string().nullable().default(null),
})
export type Formulaire = z.infer<typeof Formulaire>

type Defauts = { readonly reponses: Reponses; readonly reponsesSuivi: Reponses }

/** A blank form for today, starting from the last entretien of the post. */
export const creerFormulaire = (aujourdhui: string, heure: string, defauts: Defauts): Formulaire => ({
  version: 1,
  id: crypto.randomUUID(),
  modification: false,
  date: ecrireDate(aujourdhui),
  heure,
  duree: '',
  note: '',
  recherche: '',
  reponses: defauts.reponses,
  presences: [],
  suivi: nouveauSuivi(defauts.reponsesSuivi),
  orientations: [],
  echeances: [echeanceVide()],
  repris: ['date', 'heure', ...Object.keys(defauts.reponses), ...Object.keys(defauts.reponsesSuivi)],
  precedent: null,
  honore: null,
})

/** Ready to be typed in; left blank, it is nothing. */
const echeanceVide = (): Formulaire['echeances'][number] => ({ id: crypto.randomUUID(), date: '', libelle: '' })

export const nouveauSuivi = (reponses: Reponses): Formulaire['suivi'] => ({
  id: crypto.randomUUID(),
  numero: null,
  choisi: false,
  saisineDate: '',
  reponses,
})

/** A saved entretien, back in its form. */
export const depuisEntretien = (entretien: Entretien): Formulaire => ({
  version: 1,
  id: entretien.id,
  modification: true,
  date: ecrireDate(entretien.date),
  heure: entretien.heure ?? '',
  duree: entretien.dureeMinutes === null ? '' : String(entretien.dureeMinutes),
  note: entretien.note,
  recherche: '',
  reponses: entretien.reponses,
  presences: entretien.presences.map(({ personne, role, reponses }) => ({
    personneId: personne.id,
    genre: personne.anonyme ? 'anonyme' : 'connue',
    connue: personne,
    fiche: personne.anonyme ? ficheDe(personne) : null,
    role,
    reponses,
    lien: null,
    repris: [],
  })),
  suivi: {
    id: entretien.suivi.id,
    numero: entretien.suivi.numero,
    choisi: true,
    saisineDate: ecrireDate(entretien.suivi.saisineDate),
    reponses: entretien.suivi.reponses,
  },
  orientations: entretien.orientations.map(({ id, destination, partenaireId }) => ({ id, destination, partenaireId })),
  echeances: entretien.echeances.map(({ id, date, libelle }) => ({ id, date: ecrireDate(date), libelle })),
  repris: [],
  precedent: null,
  honore: null,
})

export const ficheDe = (personne: PersonneResume): Fiche => ({
  nom: personne.nom,
  prenom: personne.prenom,
  naissance: ecrireDate(personne.naissance),
  telephone: personne.telephone ?? '',
  commune: personne.commune ?? '',
  reponses: personne.reponses,
})

export const presenceConnue = (personne: PersonneResume): Presence => ({
  personneId: personne.id,
  genre: 'connue',
  connue: personne,
  fiche: null,
  role: null,
  reponses: {},
  lien: null,
  repris: [],
})

/** Somebody new, named as typed in the search field: « DUPONT Marie », « Dupont Marie » or « dupont marie ». */
export const presenceNouvelle = (saisi: string): Presence => ({
  personneId: crypto.randomUUID(),
  genre: 'nouvelle',
  connue: null,
  fiche: { ...ficheVide, ...lireNoms(saisi) },
  role: null,
  reponses: {},
  lien: null,
  repris: [],
})

export const presenceAnonyme = (): Presence => ({
  personneId: crypto.randomUUID(),
  genre: 'anonyme',
  connue: null,
  fiche: ficheVide,
  role: null,
  reponses: {},
  lien: null,
  repris: [],
})

/** Somebody who came along and lives with the first person: her name, her commune, what the post last said of such. */
export const presenceMembre = (premiere: Presence, role: string | null): Presence => {
  const { nom, commune } = premiere.fiche ?? {
    nom: premiere.connue?.nom ?? '',
    commune: premiere.connue?.commune ?? '',
  }
  return {
    ...presenceNouvelle(''),
    fiche: { ...ficheVide, nom, commune },
    role,
    lien: '',
    repris: [nom === '' ? [] : 'nom', commune === '' ? [] : 'commune', role === null ? [] : 'role'].flat(),
  }
}

const ficheVide: Fiche = { nom: '', prenom: '', naissance: '', telephone: '', commune: '', reponses: {} }

/** Words in capitals are the surname; otherwise the first word is, as in every French list. */
const lireNoms = (saisi: string): Pick<Fiche, 'nom' | 'prenom'> => {
  const mots = saisi.trim().split(/\s+/u)
  const capitales = mots.filter((m) => m.length > 1 && m === m.toLocaleUpperCase('fr'))
  const noms = capitales.length > 0 && capitales.length < mots.length ? capitales : mots.slice(0, 1)
  const prenoms = mots.filter((m) => !noms.includes(m))
  return { nom: noms.map(capitaliser).join(' '), prenom: prenoms.map(capitaliser).join(' ') }
}

const capitaliser = (mot: string): string =>
  mot.toLocaleLowerCase('fr').replaceAll(/(^|[-'’])(\p{L})/gu, (tout) => tout.toLocaleUpperCase('fr'))

export const libellePresence = ({ genre, fiche, connue }: Presence): string => {
  if (genre === 'anonyme') return 'Personne anonyme'
  const { nom, prenom } = fiche ?? connue ?? { nom: '', prenom: '' }
  return nomComplet({ anonyme: false, nom, prenom }) || 'Nouvelle personne'
}

/** What the list of drafts shows. */
export const titreBrouillon = ({ presences, recherche, modification }: Formulaire): string => {
  const noms = presences.map(libellePresence).join(', ') || recherche.trim() || 'Entretien sans personne'
  return `${modification ? 'Modification : ' : ''}${noms}`
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, 120)
    .trim()
}
