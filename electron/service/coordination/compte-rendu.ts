import {
  type BilanCoordination,
  codeTexteAction,
  type FicheImprimee,
  nomDeFiche,
} from '#shared/domaine/bilan-coordination/composer.ts'
import { type CoteCompte, dresserCompte, type LigneCompte } from '#shared/domaine/bilan-coordination/compte.ts'
import { sectionsCompteRendu } from '#shared/domaine/bilan-coordination/documents.ts'
import { type Bloc, type DocumentImprime, liste, paragraphe, paragraphes, tableau, titre } from '../export/blocs.ts'
import type { Grille, Ligne } from '../export/grille.ts'
import { couvertureDe } from './couverture.ts'
import { blocsIndicateurs } from './fiche.ts'
import { casesMontants } from './grilles.ts'

/** The account of one funded action (arrêté du 11 octobre 2006), laid out as the parts 6-1 to 6-3 of Cerfa 15059. */
export const compteRendu = (bilan: BilanCoordination, fiche: FicheImprimee): DocumentImprime => {
  const { annee, strategie } = bilan
  const nom = `Compte rendu financier ${annee}`
  return {
    titre: `${nom} – ${nomDeFiche(fiche)} – ${strategie.territoire}`,
    le: `${annee}-12-31`,
    couverture: { ...couvertureDe(bilan, nom), periode: `Action ${nomDeFiche(fiche)}` },
    tuiles: [],
    sommaire: false,
    blocs: [
      titre(1, '6-1 Bilan qualitatif de l’action', 'bilan-qualitatif'),
      ...qualitatif(fiche, annee),
      ...rediges('6-1', bilan, fiche),
      titre(1, '6-2 Tableau de synthèse', 'synthese'),
      ...synthese(fiche, annee),
      titre(1, '6-3 Données chiffrées : annexe', 'annexe'),
      ...rediges('6-3', bilan, fiche),
      ...signature.map(paragraphe),
    ],
  }
}

const qualitatif = (fiche: FicheImprimee, annee: number): readonly Bloc[] => {
  const { contenu, annee: dite } = fiche
  const avancement = paragraphes(dite.avancement)
  const indicateurs = blocsIndicateurs(fiche, annee)
  return [
    titre(2, 'Objectifs', 'objectifs'),
    ...(contenu.objectifs.length === 0 ? [paragraphe('Non renseignés.')] : liste(contenu.objectifs)),
    titre(2, 'Mise en œuvre de l’action', 'mise-en-oeuvre'),
    ...(avancement.length === 0 ? [paragraphe('Non renseignée.')] : avancement),
    ...(dite.difficultes === '' ? [] : paragraphes(`Difficultés : ${dite.difficultes}`)),
    ...(dite.suites === '' ? [] : paragraphes(`Suites : ${dite.suites}`)),
    titre(2, 'Objectifs atteints au regard des indicateurs', 'indicateurs'),
    ...(indicateurs.length === 0 ? [paragraphe('Aucun indicateur renseigné.')] : indicateurs),
  ]
}

/** What was typed of a part; a form keeps its empty headings, to be completed by hand. */
const rediges = (partie: '6-1' | '6-3', { textes }: BilanCoordination, { id }: FicheImprimee): readonly Bloc[] =>
  sectionsCompteRendu
    .filter((s) => s.partie === partie)
    .flatMap(({ code, titre: nom }) => redige(nom, code, textes.get(codeTexteAction(code, id)) ?? ''))

const redige = (nom: string, code: string, texte: string): readonly Bloc[] => [
  titre(2, nom, `texte-${code}`),
  ...paragraphes(texte === '' ? 'Néant.' : texte),
]

const signature = [
  'Je soussigné(e), représentant légal de l’organisme, certifie exactes les informations du présent compte rendu.',
  'Fait le …………………… à …………………………………………',
  'Nom, qualité et signature :',
]

const synthese = ({ budget }: FicheImprimee, annee: number): readonly Bloc[] => {
  const { charges, produits, resultat } = dresserCompte(budget)
  return [
    tableau(grilleCote('charges', `Charges de l’exercice ${annee}`, 'Charges', charges)),
    tableau(grilleCote('produits', `Produits de l’exercice ${annee}`, 'Produits', produits)),
    tableau({
      id: 'resultat',
      titre: `Résultat de l’action en ${annee}`,
      coin: 'Résultat',
      colonnes,
      lignes: [
        {
          libelle: 'Produits moins charges',
          role: 'total',
          cases: [...casesMontants(resultat).slice(0, 3), { genre: 'vide' }],
        },
      ],
      base: '',
      definition: '',
      notes: [noteEcart],
    }),
  ]
}

const colonnes = ['Prévision', 'Réalisation', 'Écart (€)', 'Écart en %']

const noteEcart =
  'Écart : réalisation moins prévision, et en pourcentage de la prévision ; « sans objet » quand rien n’était prévu. « – » : aucun montant.'

const grilleCote = (id: string, nom: string, coin: string, cote: CoteCompte): Grille => ({
  id,
  titre: nom,
  coin,
  colonnes,
  lignes: [
    ...cote.rubriques.flatMap(lignesDe),
    { libelle: `Total des ${id}`, role: 'total', cases: casesMontants(cote.total) },
    ...lignesDe(cote.contributions),
    { libelle: 'Total général', role: 'total', cases: casesMontants(cote.totalGeneral) },
  ],
  base: 'Montants en euros.',
  definition: '',
  notes: [],
})

/** A rubrique, then what it holds. */
const lignesDe = ({ code, libelle, montants, details }: LigneCompte): readonly Ligne[] => [
  { libelle: `${code} – ${libelle}`, role: 'courante', cases: casesMontants(montants) },
  ...details.map((d): Ligne => ({
    libelle: `dont ${d.libelle}`,
    role: 'non-renseigne',
    cases: casesMontants(d.montants),
  })),
]
