import { enListe } from '#app/reponses.ts'
import type { Champ } from '#shared/domaine/dispositif.ts'
import type { EntretienResume } from '#shared/domaine/entretien.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'

export const nomsDe = ({ personnes }: EntretienResume): string =>
  personnes.map((p) => p.libelle).join(', ') || 'Personne anonyme'

export const rolesDe = (nomenclature: Nomenclature, { personnes }: EntretienResume): string =>
  [...new Set(personnes.map((p) => libelleDe(nomenclature, nomenclature.listeRoles, p.role)))].join(', ')

/** An answer of the suivi or of the entretien, in words. */
export const reponseDe = (nomenclature: Nomenclature, champ: Champ, ligne: EntretienResume): string =>
  enMotsDe(nomenclature, champ, champ.porteur === 'suivi' ? ligne.reponsesSuivi : ligne.reponses)

/** Questions of the list worth a column or a filter: those one answers by choosing. */
export const champsFiltrables = (nomenclature: Nomenclature): readonly Champ[] =>
  nomenclature.champs.filter(
    (c) => c.actif && c.type !== 'nombre' && (c.porteur === 'suivi' || c.porteur === 'entretien'),
  )

/** The single-choice ones have a column of their own, fewer when the detail takes its place beside. */
export const champsEnColonne = (nomenclature: Nomenclature, etroit: boolean): readonly Champ[] =>
  champsFiltrables(nomenclature)
    .filter((c) => c.type === 'choix' && !(etroit && c.porteur === 'entretien'))
    .slice(0, 4)

const enMotsDe = (nomenclature: Nomenclature, champ: Champ, reponses: Reponses): string =>
  enListe(reponses[champ.code])
    .map((code) => libelleDe(nomenclature, champ.liste, code))
    .join(', ')

/** « 45 min », « 1 h 30 » */
export const dureeEnMots = (minutes: number | null): string => {
  if (minutes === null) return ''
  if (minutes < 60) return `${minutes} min`
  const reste = minutes % 60
  return `${Math.floor(minutes / 60)} h${reste === 0 ? '' : ` ${String(reste).padStart(2, '0')}`}`
}
