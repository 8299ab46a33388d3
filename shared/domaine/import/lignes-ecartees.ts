import { cleIdentite } from '../personne.ts'
import type { Lecture } from './lecture.ts'

/** Leaves out the lines of persons set aside on their request: a file does not undo what they asked. */
export const sansEcartees = (lecture: Lecture, cles: Pick<ReadonlySet<string>, 'has'>): Lecture => {
  const ecartee = ({ personne }: Lecture['lignes'][number]): boolean =>
    !personne.anonyme && cles.has(cleIdentite(personne))
  const otees = [...new Set(lecture.lignes.filter(ecartee).map((l) => l.numero))]
  return {
    ...lecture,
    lignes: lecture.lignes.filter((l) => !ecartee(l)),
    ignorees: [...lecture.ignorees, ...otees.map((ligne) => ({ ligne, raison: ECARTEE }))],
  }
}

const ECARTEE = 'La personne de cette ligne a demandé que ses données ne servent plus.'
