import { EntretienASaisir, NOTE_MAX } from '#shared/domaine/entretien.ts'
import { erreursDEntretien } from '#shared/domaine/entretien-regles.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { lireDate, lireNaissance } from '#ui/lire-date.ts'
import type { Formulaire, Presence } from './formulaire.ts'

/** Path of a field → what to tell beside it. Paths are those of the command, so that the service's refusals fit too. */
export type Erreurs = Readonly<Record<string, string>>

/** The form as a command, or what prevents it. */
export const versEntretien = (
  saisi: Formulaire,
  nomenclature: Nomenclature,
  aujourdhui: string,
): { readonly entretien: EntretienASaisir } | { readonly erreurs: Erreurs } => {
  const formulaire = avecRoles(saisi, nomenclature.roleSousEntendu)
  const manques = erreursDeSaisie(formulaire, aujourdhui)
  if (Object.keys(manques).length > 0) return { erreurs: manques }
  const lu = EntretienASaisir.safeParse(convertir(formulaire, aujourdhui))
  if (!lu.success)
    return {
      erreurs: Object.fromEntries(lu.error.issues.map((i) => [i.path.join('.'), 'Cette réponse n’est pas valable.'])),
    }
  const refus = erreursDEntretien(nomenclature, lu.data, aujourdhui)
  return refus === undefined ? { entretien: lu.data } : { erreurs: enPhrases(refus.champs) }
}

/** The role that goes without saying needs no key. */
const avecRoles = (formulaire: Formulaire, sousEntendu: string | undefined): Formulaire =>
  sousEntendu === undefined
    ? formulaire
    : { ...formulaire, presences: formulaire.presences.map((p) => ({ ...p, role: p.role ?? sousEntendu })) }

/** The service's reasons, in words. */
export const enPhrases = (champs: Readonly<Record<string, string>>): Erreurs =>
  Object.fromEntries(
    Object.entries(champs).map(([champ, raison]) => [champ, raisons[raison] ?? 'Cette réponse n’est pas valable.']),
  )

const raisons: Readonly<Record<string, string>> = {
  futur: 'Cette date est dans le futur.',
  doublon: 'La même personne figure deux fois.',
  'valeur-inconnue': 'Cette réponse ne figure plus dans la liste.',
}

const erreursDeSaisie = (f: Formulaire, aujourdhui: string): Erreurs => {
  const lignes: readonly (readonly [boolean, string, string])[] = [
    [lireDate(f.date, aujourdhui) === undefined, 'date', 'Date attendue : jj/mm/aaaa.'],
    [f.heure !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(f.heure), 'heure', 'Heure attendue : 14:30.'],
    [f.duree !== '' && !(Number(f.duree) >= 1 && Number(f.duree) <= 1440), 'dureeMinutes', 'Entre 1 et 1440 minutes.'],
    [f.presences.length === 0, 'presences', 'Indiquez la personne reçue, ou « Personne anonyme ».'],
    [
      f.recherche.trim() !== '' && f.presences.length > 0,
      'presences',
      'Choisissez ou créez la personne tapée ici, ou effacez ce texte.',
    ],
    [estIllisible(f.suivi.saisineDate, aujourdhui), 'suivi.saisineDate', 'Date attendue : jj/mm/aaaa.'],
    [f.note.length > NOTE_MAX, 'note', `La note dépasse ${NOTE_MAX} caractères.`],
    ...f.presences.flatMap((p, i) => erreursDePresence(p, `presences.${i}`, aujourdhui)),
    ...f.orientations.map(
      (o, i) =>
        [
          o.destination === null,
          `orientations.${i}.destination`,
          'Choisissez la destination, ou retirez la ligne.',
        ] as const,
    ),
    ...f.echeances.flatMap((e, i) =>
      estVide(e)
        ? []
        : [
            [
              lireDate(e.date, aujourdhui) === undefined,
              `echeances.${i}.date`,
              'Date attendue : jj/mm/aaaa ou +7.',
            ] as const,
            [e.libelle.trim() === '', `echeances.${i}.libelle`, 'Dites ce qui est attendu.'] as const,
          ],
    ),
  ]
  return Object.fromEntries(lignes.filter(([faux]) => faux).map(([, champ, texte]) => [champ, texte]))
}

/** The line that stands ready and was not touched. */
const estVide = ({ date, libelle }: Formulaire['echeances'][number]): boolean =>
  date.trim() === '' && libelle.trim() === ''

const erreursDePresence = ({ fiche, genre, role }: Presence, champ: string, aujourdhui: string) => [
  [role === null, `${champ}.role`, 'Choisissez le rôle.'] as const,
  [genre !== 'anonyme' && fiche?.nom.trim() === '', `${champ}.fiche.nom`, 'Le nom est attendu.'] as const,
  [
    fiche !== null && fiche.naissance.trim() !== '' && lireNaissance(fiche.naissance, aujourdhui) === undefined,
    `${champ}.fiche.naissance`,
    'Attendu : jj/mm/aaaa, ou l’année seule.',
  ] as const,
]

const estIllisible = (date: string, aujourdhui: string): boolean =>
  date.trim() !== '' && lireDate(date, aujourdhui) === undefined

const convertir = (f: Formulaire, aujourdhui: string) => ({
  id: f.id,
  suivi: { id: f.suivi.id, saisineDate: lireDate(f.suivi.saisineDate, aujourdhui) ?? null, reponses: f.suivi.reponses },
  date: lireDate(f.date, aujourdhui),
  heure: f.heure === '' ? null : f.heure,
  dureeMinutes: f.duree === '' ? null : Number(f.duree),
  note: f.note,
  reponses: f.reponses,
  presences: f.presences.map((p, rang) => ({
    personneId: p.personneId,
    fiche: convertirFiche(p, aujourdhui),
    role: p.role,
    reponses: p.reponses,
    ...(p.lien === null || rang === 0 ? {} : { lien: p.lien }),
  })),
  orientations: f.orientations,
  ...(f.honore === null ? {} : { honore: f.honore }),
  echeances: f.echeances
    .filter((e) => !estVide(e))
    .map(({ id, date, libelle }) => ({ id, date: lireDate(date, aujourdhui), libelle })),
})

const convertirFiche = ({ personneId: id, fiche, genre }: Presence, aujourdhui: string) => {
  if (fiche === null) return null
  const { nom, prenom, reponses } = fiche
  const naissance = lireNaissance(fiche.naissance, aujourdhui) ?? null
  const commune = ouNull(fiche.commune)
  return genre === 'anonyme'
    ? { id, anonyme: true, commune, naissance, reponses }
    : { id, anonyme: false, nom, prenom, naissance, telephone: ouNull(fiche.telephone), commune, reponses }
}

const ouNull = (texte: string): string | null => (texte.trim() === '' ? null : texte)
