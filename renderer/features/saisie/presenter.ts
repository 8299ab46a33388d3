import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { accorder } from '#app/mots.ts'
import { enMots } from '#app/reponses.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'

/** What tells two namesakes apart: birth year, commune, last contact. */
export const reperes = (personne: PersonneResume): string =>
  [
    personne.naissance === null ? '' : `né·e en ${personne.naissance.slice(0, 4)}`,
    personne.commune ?? '',
    personne.dernierEntretien === null ? '' : `vu·e le ${dateFrancaise(personne.dernierEntretien)}`,
  ]
    .filter((repere) => repere !== '')
    .join(' · ')

/** « n° 12 · ouverte le 03/02/2026 · Plainte · Violences conjugales » */
export const libelleSuivi = (nomenclature: Nomenclature, suivi: Suivi): string =>
  [
    `n° ${suivi.numero}`,
    `${accorder(nomenclature.motSuivi).ouvert} le ${dateFrancaise(suivi.ouvertLe)}`,
    ...nomenclature.champs
      .filter((c) => c.porteur === 'suivi' && c.type === 'choix')
      .map((c) => enMots(nomenclature, c, suivi.reponses[c.code])),
  ]
    .filter((partie) => partie !== '')
    .join(' · ')
