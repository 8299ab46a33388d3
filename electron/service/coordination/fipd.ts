import { type BilanCoordination, codeTexteAction, nomDeFiche } from '#shared/domaine/bilan-coordination/composer.ts'
import type { FicheImprimee } from '#shared/domaine/bilan-coordination/composer.ts'
import { subventionFipd } from '#shared/domaine/bilan-coordination/compte.ts'
import { totalBudget } from '#shared/domaine/strategie/budget.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { type Bloc, type DocumentImprime, liste, paragraphe, paragraphes, tableau, titre } from '../export/blocs.ts'
import type { Grille } from '../export/grille.ts'
import { couvertureDe } from './couverture.ts'
import { blocsIndicateurs } from './fiche.ts'
import { casesMontants, chargesDe } from './grilles.ts'

/** The yearly report to the préfet on the actions that the FIPD funds (art. R132-10-1, code de la sécurité intérieure). */
export const rapportFipd = (bilan: BilanCoordination, nomenclature: Nomenclature): DocumentImprime => {
  const financees = bilan.fiches.filter((f) => f.fipd)
  const nom = `Rapport ${bilan.annee} sur les actions financées par le FIPD`
  return {
    titre: `${nom} – ${bilan.strategie.territoire}`,
    le: `${bilan.annee}-12-31`,
    couverture: couvertureDe(bilan, nom),
    tuiles: [],
    sommaire: false,
    blocs: [
      titre(1, 'Ensemble des actions', 'ensemble'),
      paragraphe(
        'Rapport présenté au conseil local de sécurité et de prévention de la délinquance et transmis au préfet (art. R132-10-1 du code de la sécurité intérieure).',
      ),
      ...(financees.length === 0
        ? [paragraphe(`Aucune action de ${bilan.annee} n’est financée par le FIPD.`)]
        : [tableau(grilleDEnsemble(financees, bilan.annee))]),
      ...financees.flatMap((fiche) => blocsAction(fiche, bilan, nomenclature)),
    ],
  }
}

const blocsAction = (
  fiche: FicheImprimee,
  { annee, textes }: BilanCoordination,
  nomenclature: Nomenclature,
): readonly Bloc[] => {
  const { id, contenu, annee: dite } = fiche
  const partie = (nom: string, code: string, blocs: readonly Bloc[], sinon: string): readonly Bloc[] => [
    titre(2, nom, `${code}-${id}`),
    ...(blocs.length === 0 ? [paragraphe(sinon)] : blocs),
  ]
  const realise = [
    paragraphe(`Statut : ${libelleDe(nomenclature, 'statut-fiche', dite.statut)}.`),
    ...paragraphes(dite.avancement),
    ...(dite.difficultes === '' ? [] : paragraphes(`Difficultés : ${dite.difficultes}`)),
    ...(dite.suites === '' ? [] : paragraphes(`Suites : ${dite.suites}`)),
  ]
  const publics = textes.get(codeTexteAction('publics', id)) ?? ''
  return [
    titre(1, nomDeFiche(fiche), `action-${id}`),
    ...partie('Objectifs', 'objectifs', liste(contenu.objectifs), 'Non renseignés.'),
    ...partie('Réalisation', 'realisation', realise, ''),
    ...partie('Indicateurs', 'indicateurs', blocsIndicateurs(fiche, annee), 'Aucun indicateur renseigné.'),
    ...partie('Public touché', 'publics', paragraphes(publics), 'Non renseigné.'),
    ...partie('Budget', 'budget', [tableau(grilleBudget(fiche, annee))], ''),
  ]
}

const colonnes = ['Prévu (€)', 'Réalisé (€)', 'Écart (€)', 'Écart en %']

const grilleDEnsemble = (fiches: readonly FicheImprimee[], annee: number): Grille => ({
  id: 'ensemble-fipd',
  titre: `Charges des actions financées en ${annee}`,
  coin: 'Action',
  colonnes,
  lignes: [
    ...fiches.map((fiche) => ({
      libelle: nomDeFiche(fiche),
      role: 'courante' as const,
      cases: casesMontants(chargesDe(fiche)),
    })),
    { libelle: 'Ensemble', role: 'total', cases: casesMontants(totalBudget(fiches.map(chargesDe))) },
  ],
  base: '',
  definition: 'Écart : réalisé moins prévu, et en pourcentage du prévu. Hors contributions volontaires en nature.',
  notes: [],
})

const grilleBudget = ({ id, numero, budget }: FicheImprimee, annee: number): Grille => ({
  id: `budget-${id}`,
  titre: `Budget ${annee} de l’action ${numero}`,
  coin: 'Budget',
  colonnes,
  lignes: [
    { libelle: 'Charges', role: 'courante', cases: casesMontants(chargesDe({ budget })) },
    { libelle: 'dont payées par le FIPD', role: 'courante', cases: casesMontants(subventionFipd(budget)) },
  ],
  base: '',
  definition: '',
  notes: [],
})
