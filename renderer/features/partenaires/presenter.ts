import type { Partenaire } from '#shared/domaine/partenaire.ts'

const champs = ['interlocuteur', 'telephone', 'courriel', 'adresse', 'commune', 'note'] as const

type Saisie = { readonly nom: string; readonly genre: string } & Readonly<Record<(typeof champs)[number], string>>

export const depuisPartenaire = (p: Partenaire): Saisie => ({
  nom: p.nom,
  genre: p.genre,
  interlocuteur: p.interlocuteur ?? '',
  telephone: p.telephone ?? '',
  courriel: p.courriel ?? '',
  adresse: p.adresse ?? '',
  commune: p.commune ?? '',
  note: p.note ?? '',
})

/** What was typed, as stored: an empty field is an absent one. */
export const versPartenaire = (saisie: Saisie, avant: Partenaire): Partenaire => ({
  ...avant,
  nom: saisie.nom.trim(),
  genre: saisie.genre,
  ...Object.fromEntries(champs.map((champ) => [champ, saisie[champ].trim() === '' ? null : saisie[champ].trim()])),
})
