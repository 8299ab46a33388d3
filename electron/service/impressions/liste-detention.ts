import { besoinsSortie, libellesBesoinSortie } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import type { Etablissement } from '#shared/domaine/etablissements.ts'
import { libellesQuartier, libellesTypeEtablissement } from '#shared/domaine/etablissements.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { estTerminee, libellesStatutDemarche } from '#shared/domaine/parcours/demarche.ts'
import type { FaitsParcours } from '#shared/domaine/parcours/faits.ts'
import { type Designation, designer, questionsParloir } from '#shared/domaine/parcours/liste-detention.ts'
import { libellesEtatPreparation } from '#shared/domaine/parcours/preparation.ts'
import type { Sortie } from '#shared/domaine/parcours/sorties.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { echapper } from '../export/xml.ts'
import { caseACocher } from './document.ts'

export type FicheDetention = { readonly sortie: Sortie; readonly faits: FaitsParcours }

/**
 * The sheet for the visiting room: what is ready and what is not, boxes to tick, lines to write on. No mesure, no statut,
 * no risk: it may be read over a shoulder.
 */
export const listeDetention = (
  nomenclature: Nomenclature,
  etablissements: readonly Etablissement[],
  fiches: readonly FicheDetention[],
  designation: Designation,
): string => fiches.map((fiche) => ficheDe(nomenclature, etablissements, fiche, designation)).join('\n')

/** Left to write on, so that a sheet fills its page: one person, one page, that can be given back alone. */
const LIGNES = 5

const ficheDe = (
  nomenclature: Nomenclature,
  etablissements: readonly Etablissement[],
  { sortie, faits }: FicheDetention,
  designation: Designation,
): string => `<section class="fiche">
<h2>${echapper(designer(designation, sortie))}</h2>
<p>${echapper([lieuDe(etablissements, sortie), quand(sortie)].filter((t) => t !== '').join(' · '))}</p>
<table>
<thead><tr><th scope="col">Besoin</th><th scope="col">Où on en est</th><th scope="col">À voir ensemble</th></tr></thead>
<tbody>
${besoinsSortie.map((besoin) => ligne(sortie, besoin)).join('\n')}
</tbody>
</table>
${demarches(nomenclature, faits)}
<h3>À faire dehors, prochain rendez-vous</h3>
${'<div class="ligne"></div>'.repeat(LIGNES)}
<p class="discret">Des faits, rien sur l’affaire ni sur la santé. À reporter dans Jalon, puis à détruire.</p>
</section>`

const ligne = ({ preparation }: Sortie, besoin: (typeof besoinsSortie)[number]): string => {
  const etat = preparation.find((p) => p.besoin === besoin)?.etat ?? 'inconnu'
  return `<tr><th scope="row">${echapper(libellesBesoinSortie[besoin])}</th>
<td>${libellesEtatPreparation[etat]}</td>
<td><ul class="cases deux">${questionsParloir[besoin].map(caseACocher).join('')}</ul></td></tr>`
}

const demarches = (nomenclature: Nomenclature, faits: FaitsParcours): string => {
  const ouvertes = faits.demarches.filter((d) => !estTerminee(d.statut))
  if (ouvertes.length === 0) return ''
  const lignes = ouvertes.map(({ demarche, statut }) =>
    caseACocher(
      `${libelleDe(nomenclature, 'demarche', demarche)} : ${libellesStatutDemarche[statut].toLocaleLowerCase('fr')}`,
    ),
  )
  return `<h3>Démarches ouvertes</h3><ul class="cases deux">${lignes.join('')}</ul>`
}

const lieuDe = (etablissements: readonly Etablissement[], { etablissement, quartier }: Sortie): string => {
  const lieu = etablissements.find((e) => e.code === etablissement)
  if (lieu === undefined) return ''
  const nom = `${libellesTypeEtablissement[lieu.type]}, ${lieu.nom}`
  return quartier === null ? nom : `${nom} (${libellesQuartier[quartier].toLocaleLowerCase('fr')})`
}

const quand = ({ sortiePrevue, jours }: Sortie): string => {
  if (sortiePrevue === null) return 'sortie sans date'
  const date = dateFrancaise(sortiePrevue)
  return (jours ?? 0) < 0 ? `sortie prévue le ${date}, à vérifier` : `sortie prévue le ${date}`
}
