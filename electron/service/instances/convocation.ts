import { genresInstance } from '#shared/domaine/instances/genres.ts'
import { admetNominatif, type Instance } from '#shared/domaine/instances/instance.ts'
import type { Reunion } from '#shared/domaine/instances/reunion.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { dateFrancaise, jourEnLettres } from '#shared/utils/dates.ts'
import type { BlocPapier, PapierInstance } from './papier.ts'

export type Seance = { readonly reunion: Reunion; readonly instance: Instance; readonly nomenclature: Nomenclature }

/** The letter that calls the members of an instance, each by function: to be signed, with what it lacks said in plain words. */
export const convocationDe = ({ reunion, instance, nomenclature }: Seance, poste: string): PapierInstance => ({
  poste,
  titre: 'Convocation',
  sousTitres: [titreInstance(instance), `Réunion du ${jourEnLettres(reunion.date)}`],
  le: reunion.convoqueeLe ?? reunion.date,
  blocs: [
    { type: 'paragraphe', texte: 'Madame, Monsieur,' },
    {
      type: 'paragraphe',
      texte: `J’ai l’honneur de vous convier à la réunion de l’instance « ${instance.nom} », le ${jourEnLettres(reunion.date)}, ${quand(reunion)}.`,
    },
    { type: 'paragraphe', texte: `Lieu : ${reunion.lieu ?? 'à préciser'}.` },
    { type: 'titre', texte: 'Ordre du jour' },
    ...(reunion.ordreDuJour.length === 0
      ? [{ type: 'paragraphe' as const, texte: 'À préciser.' }]
      : [{ type: 'numeros' as const, lignes: reunion.ordreDuJour }]),
    ...convies(reunion, nomenclature),
    { type: 'titre', texte: 'Cadre' },
    { type: 'paragraphe', texte: cadre(instance, reunion) },
    {
      type: 'paragraphe',
      texte:
        reunion.convoqueeLe === null
          ? 'Fait le ……………………, le coordonnateur.'
          : `Fait le ${dateFrancaise(reunion.convoqueeLe)}, le coordonnateur.`,
    },
  ],
})

/** « CLSPD plénier (Séance plénière) », « Cellule de veille », « Groupe territorial Nord (Groupe territorial, secteur Nord) » */
export const titreInstance = ({ nom, genre, secteur }: Instance): string => {
  const { libelle } = genresInstance[genre]
  const precisions = [libelle === nom ? null : libelle, secteur === null ? null : `secteur ${secteur}`]
  const dites = precisions.filter((t) => t !== null).join(', ')
  return dites === '' ? nom : `${nom} (${dites})`
}

/** « à 14 h 30 », « à 9 h » */
const quand = ({ heure }: Reunion): string => {
  if (heure === null) return 'à une heure à préciser'
  const [heures = '', minutes = ''] = heure.split(':')
  return `à ${Number(heures)} h${minutes === '00' ? '' : ` ${minutes}`}`
}

const convies = ({ presences }: Reunion, nomenclature: Nomenclature): readonly BlocPapier[] =>
  presences.length === 0
    ? []
    : [
        { type: 'titre', texte: 'Fonctions conviées' },
        { type: 'puces', lignes: presences.map((p) => libelleDe(nomenclature, 'fonction-instance', p.fonction)) },
      ]

const cadre = (instance: Instance, { date }: Reunion): string =>
  admetNominatif(instance, date)
    ? 'Groupe de l’article L132-5 du code de la sécurité intérieure, prévu par le règlement intérieur du conseil. Les échanges sont confidentiels et ne peuvent être communiqués à des tiers. Seuls les signataires de la charte déontologique y prennent part.'
    : `${genresInstance[instance.genre].fondement} ${sansPersonne(instance)}`.trim()

/** What an ordinary paper says of persons: a CDDF speaks of families, of whom nothing is here. */
export const sansPersonne = ({ genre }: Instance): string =>
  genresInstance[genre].nominatif === 'ailleurs'
    ? 'Ce document ne porte aucune situation individuelle.'
    : 'Aucune situation individuelle n’y est évoquée : seuls des chiffres et des actions.'
