import { jeunes } from './aix-jeunes.ts'
import { recidive } from './aix-recidive.ts'
import { tranquillite } from './aix-tranquillite.ts'
import { aideAuxVictimes } from './aix-victimes.ts'
import type { Exemple } from './exemple.ts'

/**
 * Stratégie territoriale d'Aix-en-Provence, voted on 8 July 2013 (délibération n° 2013.397): facts of that document, not its
 * sentences. What a fiche does not say (4.1 has no indicator, 1.1 no calendar, 2.1 no funder…) is left out here too. The
 * report to the council lists the last two axes in the other order: numbers are shown, never relied on.
 */
export const aix: Exemple = {
  titre: 'Stratégie territoriale de sécurité et de prévention de la délinquance',
  territoire: 'Aix-en-Provence',
  du: 2013,
  au: 2015,
  axes: [jeunes, recidive, aideAuxVictimes, tranquillite],
}
