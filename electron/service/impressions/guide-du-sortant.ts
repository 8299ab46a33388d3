import { type BesoinSortie, besoinsSortie, libellesBesoinSortie } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import { libelleDe, type Nomenclature, trouverListe } from '#shared/domaine/nomenclature.ts'
import { libelleDeGenre, type Partenaire } from '#shared/domaine/partenaire.ts'
import { estTerminee } from '#shared/domaine/parcours/demarche.ts'
import { dateDe } from '#shared/domaine/parcours/etape.ts'
import type { FaitsParcours } from '#shared/domaine/parcours/faits.ts'
import {
  aEmporter,
  type Chapitre,
  chapitres,
  delais,
  jourDeSortie,
  numerosUtiles,
} from '#shared/domaine/parcours/guide-du-sortant.ts'
import { preparationDe } from '#shared/domaine/parcours/preparation.ts'
import { liberations } from '#shared/domaine/parcours/passage.ts'
import { ajouterJours, ajouterMois, dateFrancaise } from '#shared/utils/dates.ts'
import { echapper } from '../export/xml.ts'
import { caseACocher } from './document.ts'

export type Guide = {
  readonly nomenclature: Nomenclature
  readonly partenaires: readonly Partenaire[]
  /** The person it is made for, who is not named in it; null for everybody. */
  readonly faits: FaitsParcours | null
  readonly interlocuteurs: boolean
  readonly notes: boolean
}

/** The guide handed to somebody who leaves: what to do first, then where to go, need by need. It names nobody and no mesure. */
export const guideDuSortant = (guide: Guide): string => {
  const manques = guide.faits === null ? [] : besoinsManquants(guide.faits)
  const ranges = chapitres
    .map((chapitre) => ({ chapitre, adresses: adressesDe(guide, chapitre) }))
    .filter(({ chapitre, adresses }) => adresses.length > 0 || chapitre.conseils.length > 0)
    .toSorted((a, b) => rang(a.chapitre, manques) - rang(b.chapitre, manques))
  return `${guide.faits === null ? '' : pourVous(guide, guide.faits, manques)}
<section><h2>Le jour de la sortie</h2>
<ul>${jourDeSortie.map((j) => `<li>${echapper(j.texte)}</li>`).join('')}</ul>
<h3>Avant de passer la porte, vérifiez :</h3>
<ul class="cases deux">${aEmporter.map(caseACocher).join('')}</ul></section>
${echeancier(guide.faits)}
<div class="encadre"><h2>Numéros utiles</h2>
<dl class="numeros">${numerosUtiles.map(([n, pour]) => `<div><dt>${n}</dt><dd>${echapper(pour)}</dd></div>`).join('')}</dl></div>
${ranges.map(({ chapitre, adresses }) => section(guide, chapitre, adresses)).join('\n')}`
}

/** Needs not met first, in the order of the guide. */
const rang = ({ besoins }: Chapitre, manques: readonly BesoinSortie[]): number =>
  besoins.some((b) => manques.includes(b)) ? 0 : 1

const besoinsManquants = (faits: FaitsParcours): readonly BesoinSortie[] => {
  const preparation = preparationDe(faits, sortieConnue(faits) ?? null)
  return besoinsSortie.filter((b) => preparation.find((p) => p.besoin === b)?.etat !== 'pret')
}

const sortieConnue = ({ passages, reperes }: FaitsParcours): string | undefined =>
  liberations(passages).at(-1)?.date ?? dateDe(reperes, 'sortie-prevue') ?? dateDe(reperes, 'fin-de-peine')

const pourVous = ({ nomenclature }: Guide, faits: FaitsParcours, manques: readonly BesoinSortie[]): string => {
  const rendezVous = dateDe(faits.reperes, 'rendez-vous-dehors')
  const enCours = faits.demarches.filter((d) => !estTerminee(d.statut))
  return `<div class="encadre"><h2>D’abord, pour vous</h2>
${rendezVous === undefined ? '' : `<p><strong>Premier rendez-vous dehors : le ${dateFrancaise(rendezVous)}.</strong></p>`}
${manques.length === 0 ? '<p>Tout est prêt. Gardez ce guide pour la suite.</p>' : '<p>Ce qu’il reste à régler :</p>'}
<ul class="cases deux">${manques.map((b) => caseACocher(libellesBesoinSortie[b])).join('')}</ul>
${enCours.length === 0 ? '' : `<p>Déjà commencé : ${echapper(enCours.map((d) => libelleDe(nomenclature, 'demarche', d.demarche)).join(' ; '))}.</p>`}
</div>`
}

/** With a known release, the last day of each delay; the rule alone otherwise. */
const echeancier = (faits: FaitsParcours | null): string => {
  const depuis = {
    sortie: faits === null ? undefined : sortieConnue(faits),
    domiciliation: faits === null ? undefined : dateDe(faits.reperes, 'domiciliation'),
  }
  const lignes = delais.map(({ texte, article, mois, depuis: debut }) => {
    const jour = depuis[debut]
    const regle = debut === 'sortie' ? `dans les ${mois} mois après la sortie` : 'avant un an'
    const limite = jour === undefined ? regle : `jusqu’au ${dateFrancaise(ajouterJours(ajouterMois(jour, mois), -1))}`
    return `<tr><td>${echapper(texte)}<br><span class="discret">${echapper(article)}</span></td><td><strong>${limite}</strong></td></tr>`
  })
  return `<section><h2>Les délais à ne pas laisser passer</h2><table><tbody>${lignes.join('\n')}</tbody></table></section>`
}

type Adresse = { readonly partenaire: Partenaire; readonly attendu: boolean }

/** Partenaires in use of the kinds of the chapter; those where something is under way for the person come first. */
const adressesDe = ({ nomenclature, partenaires, faits }: Guide, chapitre: Chapitre): Adresse[] => {
  const attendus = new Set([
    ...(faits?.demarches ?? []).filter((d) => !estTerminee(d.statut)).map((d) => d.partenaireId),
    faits?.rattachement?.relaisId,
  ])
  return partenaires
    .filter((p) => p.actif && chapitreDe(nomenclature, p.genre) === chapitre.code)
    .map((partenaire) => ({ partenaire, attendu: attendus.has(partenaire.id) }))
    .toSorted((a, b) => Number(b.attendu) - Number(a.attendu))
}

/** A kind that this dispositif does not know (an association for victims) is not in the guide. */
const chapitreDe = (nomenclature: Nomenclature, genre: string): string | undefined => {
  const declare = chapitres.find((c) => c.genres.includes(genre))
  if (declare !== undefined) return declare.code
  const { modalites } = trouverListe(nomenclature, nomenclature.listeDestinations)
  const groupe = modalites.find((m) => m.code === genre)?.groupe
  return groupe === undefined ? undefined : chapitres.find((c) => c.groupe === groupe)?.code
}

const section = (guide: Guide, { titre, conseils }: Chapitre, adresses: readonly Adresse[]): string => `<section>
<h2>${echapper(titre)}</h2>
${conseils.map((c) => `<p class="conseil">${echapper(c)}</p>`).join('')}
<div class="adresses">${adresses.map((a) => adresse(guide, a)).join('\n')}</div></section>`

const adresse = (
  { nomenclature, interlocuteurs, notes }: Guide,
  { partenaire: p, attendu }: Adresse,
): string => `<div class="adresse">
<h3>${echapper(p.nom)}</h3>
<p class="discret">${echapper(libelleDeGenre(nomenclature, p.genre))}</p>
${attendu ? '<p class="marque">Une démarche est en cours ici pour vous.</p>' : ''}
${texte([p.adresse, p.commune].filter((t) => t !== null && t !== '').join(', '))}
${p.telephone === null ? '' : `<p class="telephone">${echapper(p.telephone)}</p>`}
${interlocuteurs ? texte(p.interlocuteur === null ? '' : `Demander : ${p.interlocuteur}`) : ''}
${notes ? texte(p.note ?? '') : ''}
</div>`

const texte = (t: string): string => (t === '' ? '' : `<p>${echapper(t).replaceAll('\n', '<br>')}</p>`)
