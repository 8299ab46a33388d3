import { ageAu } from '../../utils/dates.ts'
import { type AccueilASaisir, EXECUTE_EN_ENTIER } from './accueil.ts'
import { direMinutes } from './heures.ts'
import type { Journee } from './journee.ts'
import { avertissementsDeTravail } from './limites-travail.ts'
import { avertissementsDeMesure } from './mesure.ts'

type Lu = AccueilASaisir & { readonly journees: readonly Journee[]; readonly minutes: number }

/** All that deserves a look in an accueil, in French. `voisins` are those on the same post now, with its places. */
export const avertissementsDAccueil = (
  accueil: Lu,
  naissance: string | null,
  places: number | null,
  voisins: number,
): readonly string[] => {
  const { heures, minutes, issue, debutLe, finLe, examenRequis } = accueil
  const mineur = naissance !== null && debutLe !== null && ageAu(naissance, debutLe) < 18
  return [
    ...(finLe === null ? avertissementsDeMesure(accueil, naissance) : []),
    ...(naissance === null ? ['Naissance inconnue : l’âge ne peut pas être vérifié, ni compté.'] : []),
    ...(mineur && !examenRequis && finLe === null
      ? ['Mineur au premier jour : un examen médical est demandé avant de commencer (R623-14 du code pénitentiaire).']
      : []),
    ...(finLe === null && places !== null && voisins > places
      ? [`${voisins} personnes sur ce poste, pour ${places} ${places === 1 ? 'place' : 'places'}.`]
      : []),
    ...(minutes > heures * 60 ? [`${direMinutes(minutes - heures * 60)} de plus que les ${heures} h prononcées.`] : []),
    ...(issue === EXECUTE_EN_ENTIER && minutes < heures * 60
      ? [`Dit exécuté en entier, mais il manque ${direMinutes(heures * 60 - minutes)} sur la feuille.`]
      : []),
    ...avertissementsDeTravail({ ...accueil, naissance }),
  ]
}
