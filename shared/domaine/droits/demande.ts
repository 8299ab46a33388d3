import { z } from 'zod'
import { Id, Jour } from '../communs.ts'
import { ajouterMois, type DateIso, joursEntre } from '../../utils/dates.ts'

/** What somebody may ask about her data (RGPD, art. 15 to 21). */
export const genresDemande = {
  acces: 'Accès à ses données',
  rectification: 'Rectification',
  effacement: 'Effacement',
  limitation: 'Limitation',
  opposition: 'Opposition',
} as const
export type GenreDemande = keyof typeof genresDemande

export const reponsesDemande = {
  satisfaite: 'Satisfaite',
  partielle: 'Satisfaite en partie',
  refusee: 'Refusée, avec son motif et les voies de recours',
  'sans-objet': 'Aucune donnée sur cette personne',
} as const
export type ReponseDemande = keyof typeof reponsesDemande

const cles = <C extends string>(liste: Readonly<Record<C, string>>) => Object.keys(liste) as [C, ...C[]]

/** One request, with what became of it: nothing is typed freely, for the register outlives the file. */
export const Demande = z.strictObject({
  id: Id,
  personneId: Id.nullable(),
  genre: z.enum(cles(genresDemande)),
  recueLe: Jour,
  prolongee: z.boolean(),
  repondueLe: Jour.nullable(),
  reponse: z.enum(cles(reponsesDemande)).nullable(),
})
export type Demande = z.infer<typeof Demande>

/** As shown: the name of the person, when the coffre still knows her, and the day when an answer is due. */
export const DemandeLue = Demande.extend({ nom: z.string().nullable(), pourLe: Jour })
export type DemandeLue = z.infer<typeof DemandeLue>

/** One month after it came, two more when it is complex and the person was told so (RGPD, art. 12 §3). */
export const pourLe = ({ recueLe, prolongee }: Pick<Demande, 'recueLe' | 'prolongee'>): DateIso =>
  ajouterMois(recueLe, prolongee ? 3 : 1)

/** Days left to answer; negative once late. */
export const joursRestants = (demande: Pick<Demande, 'recueLe' | 'prolongee'>, aujourdhui: DateIso): number =>
  joursEntre(aujourdhui, pourLe(demande))

export const erreursDeDemande = (
  { recueLe, repondueLe, reponse }: Demande,
  aujourdhui: DateIso,
): Readonly<Record<string, string>> => ({
  ...(recueLe > aujourdhui ? { recueLe: 'futur' } : {}),
  ...(repondueLe !== null && repondueLe > aujourdhui ? { repondueLe: 'futur' } : {}),
  ...(repondueLe !== null && repondueLe < recueLe ? { repondueLe: 'avant-demande' } : {}),
  ...((repondueLe === null) === (reponse === null) ? {} : { reponse: 'incomplete' }),
})
