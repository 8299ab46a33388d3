import { type FicheImprimee, nomDeFiche } from '#shared/domaine/bilan-coordination/composer.ts'
import type { IndicateurImprime } from '#shared/domaine/bilan-coordination/proteger.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { totalBudget } from '#shared/domaine/strategie/budget.ts'
import { type Bloc, paragraphe, paragraphes, tableau, titre } from '../export/blocs.ts'
import { texteCase } from '../export/grille.ts'
import { casesMontants, chargesDe, estEnTableau, grilleIndicateurs } from './grilles.ts'

/** One fiche in the bilan: where it stands, its indicators, its budget, what is hard and what comes next. */
export const blocsFiche = (fiche: FicheImprimee, annee: number, nomenclature: Nomenclature): readonly Bloc[] => {
  const { id, annee: dite, contenu } = fiche
  const tetes = [
    `Statut : ${libelleDe(nomenclature, 'statut-fiche', dite.statut)}.`,
    ...(contenu.pilotage.length === 0 ? [] : [`Pilotage : ${contenu.pilotage.join(' ; ')}.`]),
  ]
  const dits = [
    ...paragraphes(dite.avancement),
    ...blocsIndicateurs(fiche, annee),
    ...ligneBudget(fiche),
    ...precede('Difficultés', dite.difficultes),
    ...precede('Suites', dite.suites),
  ]
  return [
    titre(2, nomDeFiche(fiche), `fiche-${id}`),
    paragraphe(tetes.join(' ')),
    ...dits,
    ...(dits.length === 0 ? [paragraphe(`Rien n’a été noté de cette fiche pour ${annee}.`)] : []),
  ]
}

/** The table of what is counted, then what is told in words; a fiche of which nothing is followed yet has neither. */
export const blocsIndicateurs = ({ id, indicateurs, ...fiche }: FicheImprimee, annee: number): readonly Bloc[] => {
  const comptes = indicateurs.filter(estEnTableau).map((indicateur) => ({ prefixe: '', indicateur }))
  const aDire = comptes.some(
    ({ indicateur: i }) => [i.realise.etat, i.precedent.etat].some((e) => e !== 'vide') || i.cible !== null,
  )
  const titreTable = `Indicateurs de la fiche ${fiche.numero}`
  return [
    ...(aDire ? [tableau(grilleIndicateurs(comptes, { id: `indicateurs-${id}`, titre: titreTable, annee }))] : []),
    ...indicateurs.flatMap((i) => (estEnTableau(i) ? [] : precede(i.libelle, texteDe(i)))),
  ]
}

const texteDe = ({ realise }: IndicateurImprime): string =>
  realise.etat === 'publie' && realise.valeur.type === 'texte' ? realise.valeur.texte : ''

/** « Budget : 12 000 € prévus, 11 250 € dépensés (−6,3 %). » */
const ligneBudget = (fiche: FicheImprimee): readonly Bloc[] => {
  const charges = chargesDe(fiche)
  if (charges.prevu === null && charges.realise === null) return []
  const [prevu = '', depense = '', , part = ''] = casesMontants(charges, 'euros').map(texteCase)
  const ecart = charges.prevu === null || charges.realise === null || charges.prevu === 0 ? '' : ` (${part})`
  const recu = totalBudget(fiche.budget.filter((l) => l.rubrique === '74')).realise
  const subventions =
    recu === null ? '' : ` Subventions reçues : ${texteCase({ genre: 'nombre', valeur: recu / 100, format: 'euros' })}.`
  const dits = [
    charges.prevu === null ? 'rien de prévu' : `${prevu} prévus`,
    charges.realise === null ? 'dépense non notée' : `${depense} dépensés${ecart}`,
  ]
  return [paragraphe(`Budget : ${dits.join(', ')}.${subventions}`)]
}

/** « Difficultés : … », nothing when nothing was typed. */
const precede = (nom: string, texte: string): readonly Bloc[] => paragraphes(texte === '' ? '' : `${nom} : ${texte}`)
