import type { Nomenclature } from '../nomenclature.ts'
import { type Question, questionsImportables } from '../import/questions.ts'

/** Columns of the grid, in the order of the interview: who, how it came, when and how, what followed. */
export const colonnesDeRafale = (nomenclature: Nomenclature): readonly Question[] => {
  const questions = new Map(questionsImportables(nomenclature).map((q) => [q.champ, q]))
  const de = (porteur: string): readonly string[] =>
    nomenclature.champs.filter((c) => c.porteur === porteur && c.actif).map((c) => c.code)
  return [
    'date',
    'nom',
    'prenom',
    'naissance',
    'commune',
    'role',
    ...de('personne'),
    ...de('participation'),
    ...de('suivi'),
    ...de('entretien'),
    'duree',
    'orientations',
    'note',
  ].flatMap((champ) => questions.get(champ) ?? [])
}

/** Spreadsheets write answers that hold several values with this between them, and the import reads it. */
export const SEPARATEUR = ' ; '
