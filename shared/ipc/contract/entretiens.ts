import { z } from 'zod'
import { Code, Id, Jour, ligne, Page, Tri } from '../../domaine/communs.ts'
import { ASaisir } from '../../domaine/a-saisir.ts'
import { Frequences } from '../../domaine/frequences.ts'
import { Brouillon, Entretien, EntretienASaisir, EntretienResume } from '../../domaine/entretien.ts'
import { StatutOrientation } from '../../domaine/orientation.ts'
import { ExamenRafale, LigneRafale, LIGNES_MAX } from '../../domaine/rafale/lignes.ts'
import { Reponses } from '../../domaine/reponses.ts'
import { command, query } from '../call.ts'

/** `reponses` filters on declared questions of the suivi or of the entretien: question code → accepted codes. */
export const FiltreEntretiens = z.strictObject({
  texte: ligne(80),
  du: Jour.nullable(),
  au: Jour.nullable(),
  role: Code.nullable(),
  reponses: z.record(z.string(), z.array(Code)),
  tri: Tri,
  page: Page,
})
export type FiltreEntretiens = z.infer<typeof FiltreEntretiens>

export const entretiens = {
  lister: query(FiltreEntretiens, z.strictObject({ total: z.int(), lignes: z.array(EntretienResume) })),
  lire: query(z.strictObject({ id: Id }), Entretien),
  /** Creates or replaces, by id, and deletes the draft of the same id in one transaction; answers after read-back. */
  enregistrer: command(EntretienASaisir, z.strictObject({ enregistreLe: z.iso.datetime() })),
  /** Takes it out of every list and count; `retablir` brings it back. */
  supprimer: command(z.strictObject({ id: Id }), z.void()),
  retablir: command(z.strictObject({ id: Id }), z.void()),
  /** One more anonymous contact, today, with this post's last place and modality. */
  compterAnonyme: command(z.strictObject({ id: Id }), z.strictObject({ enregistreLe: z.iso.datetime() })),
  /** Answers of the last entretien saved on this post, to start the next one from. */
  defauts: query(
    z.void(),
    z.strictObject({ reponses: Reponses, reponsesSuivi: Reponses, dureeMinutes: z.int().nullable() }),
  ),
  /** What this post answers most often, to be offered first. */
  frequences: query(z.void(), Frequences),
  /** Appointments past and persons not met yet that still wait for their entretien, oldest first. */
  aSaisir: query(z.strictObject({ jour: Jour }), z.array(ASaisir)),
  noterSuite: command(
    z.strictObject({ orientationId: Id, statut: StatutOrientation, date: Jour.nullable() }),
    z.void(),
  ),
}

export const brouillons = {
  lister: query(z.void(), z.array(Brouillon.omit({ contenu: true }))),
  lire: query(z.strictObject({ id: Id }), Brouillon),
  enregistrer: command(Brouillon.omit({ modifieLe: true }), z.strictObject({ modifieLe: z.iso.datetime() })),
  supprimer: command(z.strictObject({ id: Id }), z.void()),
}

/** A burst: lines of a grid read as an import reads a file, then saved one by one by `entretiens.enregistrer`. */
export const rafale = {
  examiner: query(z.strictObject({ lignes: z.array(LigneRafale).max(LIGNES_MAX) }), ExamenRafale),
}
