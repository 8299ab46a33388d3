import { type BilanCoordination, type FicheImprimee, nomDeFiche } from '#shared/domaine/bilan-coordination/composer.ts'
import { subventionFipd } from '#shared/domaine/bilan-coordination/compte.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { totalBudget } from '#shared/domaine/strategie/budget.ts'
import { type Bloc, type DocumentImprime, paragraphe, paragraphes, tableau, titre } from '../export/blocs.ts'
import { mentionContexte, noticesContexte } from '../export/contexte.ts'
import { euros, nombreFrancais } from '../export/nombres.ts'
import type { Grille } from '../export/grille.ts'
import { couvertureDe } from './couverture.ts'
import { blocsFiche } from './fiche.ts'
import { casesMontants, chargesDe, estEnTableau, grilleIndicateurs, mot } from './grilles.ts'
import { blocsInstances } from './instances.ts'
import { blocsTransversaux } from './transversaux.ts'

/** The yearly bilan for the plénière (field reference §4.4): what is read aloud there names no fiche for what it lacks. */
export const bilanDeLAnnee = (bilan: BilanCoordination, nomenclature: Nomenclature): DocumentImprime => {
  const blocs = [
    ...chapitres.flatMap((chapitre, rang) => ouvrir(chapitre, rang, bilan, nomenclature)),
    titre(1, 'Méthode et protection des personnes', 'methode'),
    ...methode.map(paragraphe),
  ]
  return {
    titre: `Bilan ${bilan.annee} de la stratégie territoriale – ${bilan.strategie.territoire}`,
    le: `${bilan.annee}-12-31`,
    couverture: couvertureDe(bilan, `Bilan ${bilan.annee} de la stratégie territoriale`),
    tuiles: tuiles(bilan),
    sommaire: true,
    blocs,
    feuilles: [
      ...blocs.flatMap((b) => (b.type === 'tableau' && !b.grille.id.startsWith('indicateurs-') ? [b.grille] : [])),
      tousLesIndicateurs(bilan),
    ],
  }
}

const ouvrir = (
  { code, nom, blocs }: Chapitre,
  rang: number,
  bilan: BilanCoordination,
  nomenclature: Nomenclature,
): readonly Bloc[] => [titre(1, `${rang + 1}. ${nom}`, code), ...blocs(bilan, nomenclature)]

/** In a spreadsheet, one sheet holds the indicators of every fiche. */
const tousLesIndicateurs = ({ fiches, annee }: BilanCoordination): Grille =>
  grilleIndicateurs(
    fiches.flatMap(({ numero, indicateurs }) =>
      indicateurs.filter(estEnTableau).map((indicateur) => ({ prefixe: `${numero} `, indicateur })),
    ),
    { id: 'indicateurs', titre: 'Indicateurs', annee },
  )

type Chapitre = {
  readonly code: string
  readonly nom: string
  readonly blocs: (bilan: BilanCoordination, nomenclature: Nomenclature) => readonly Bloc[]
}

/** In the order of the plénière; a chapter of which nothing is known says so in one line. */
const chapitres: readonly Chapitre[] = [
  {
    // The anchor, and so the look, of what others published in every bilan.
    code: 'chiffres-contexte',
    nom: 'Données de contexte',
    blocs: (bilan) => {
      const notices = noticesContexte({ contexte: [...bilan.contexte] })
      return [
        ...narratif(bilan, 'contexte'),
        ...(notices.length === 0
          ? [paragraphe(`Aucun chiffre de contexte n’a été noté pour ${bilan.annee}.`)]
          : [paragraphe(mentionContexte), { type: 'contexte' as const, notices }]),
      ]
    },
  },
  { code: 'instances', nom: 'Vie des instances', blocs: blocsInstances },
  {
    code: 'fiches',
    nom: 'Fiche par fiche',
    blocs: (bilan, nomenclature) => [
      tableau(grilleFiches(bilan, nomenclature)),
      ...bilan.axes.flatMap((axe) => [
        titre(1, `Axe ${axe.numero} – ${axe.titre}`, `axe-${axe.id}`),
        ...axe.fiches.flatMap((fiche) => blocsFiche(fiche, bilan.annee, nomenclature)),
      ]),
    ],
  },
  { code: 'transversaux', nom: 'Dispositifs transversaux', blocs: blocsTransversaux },
  { code: 'fipd', nom: 'Actions financées par le FIPD', blocs: (bilan) => blocsFipd(bilan) },
  {
    code: 'priorites',
    nom: 'Bilan qualitatif et priorités',
    blocs: (bilan, { sections }) => {
      const dits = sections
        .filter((s) => s.code !== 'contexte')
        .flatMap((s) => sousTitre(s.titre, `section-${s.code}`, narratif(bilan, s.code)))
      return dits.length === 0 ? [paragraphe(`Aucune priorité n’a été notée à l’issue de ${bilan.annee}.`)] : dits
    },
  },
]

const methode = [
  'Ce bilan ne porte que des nombres, des actions et des montants : aucune situation individuelle.',
  'Ce que les partenaires ont transmis est imprimé tel qu’il a été noté dans la stratégie. Un nombre qui compterait de 1 à 4 personnes n’est pas imprimé ; un taux ne l’est pas non plus quand son numérateur, son dénominateur ou leur différence sont de cet ordre.',
  'Ce que Jalon compte de personnes n’est jamais recompté ici : seuls paraissent les nombres des bilans que chaque métier a publiés, protégés en leur temps.',
  'Les évolutions sont en pourcentage de l’année précédente : (N − N‑1) / N‑1.',
]

const sousTitre = (nom: string, ancre: string, corps: readonly Bloc[]): readonly Bloc[] =>
  corps.length === 0 ? [] : [titre(2, nom, ancre), ...corps]

const narratif = ({ textes }: BilanCoordination, code: string): readonly Bloc[] => paragraphes(textes.get(code) ?? '')

const tuiles = ({ fiches, instances }: BilanCoordination): DocumentImprime['tuiles'] => {
  const menees = fiches.filter((f) => f.annee.statut === 'en-cours' || f.annee.statut === 'realisee')
  const depense = totalBudget(fiches.map(chargesDe)).realise
  return [
    tuile('Fiches action', nombreFrancais(fiches.length)),
    tuile('en cours ou réalisées', nombreFrancais(menees.length)),
    tuile('Réunions tenues', nombreFrancais(instances.reduce((n, i) => n + i.tenues, 0))),
    ...(depense === null ? [] : [tuile('Dépensé', euros(Math.round(depense / 100)))]),
  ]
}

const tuile = (libelle: string, dit: string): DocumentImprime['tuiles'][number] => ({ libelle, nombre: dit, mot: '' })

/** Every fiche on one line, then the whole budget. Targets are counted among the numbers that are printed. */
const grilleFiches = ({ fiches, annee }: BilanCoordination, nomenclature: Nomenclature): Grille => {
  const total = totalBudget(fiches.map(chargesDe))
  return {
    id: 'fiches',
    titre: `Les fiches action en ${annee}`,
    coin: 'Fiche action',
    colonnes: ['Statut', 'Cibles atteintes', 'Prévu', 'Dépensé'],
    lignes: [
      ...fiches.map((fiche) => ({
        libelle: nomDeFiche(fiche),
        role: 'courante' as const,
        cases: [
          mot(libelleDe(nomenclature, 'statut-fiche', fiche.annee.statut)),
          mot(ciblesDites(fiche)),
          ...casesMontants(chargesDe(fiche), 'euros').slice(0, 2),
        ],
      })),
      {
        libelle: 'Ensemble',
        role: 'total',
        cases: [mot(''), mot(''), ...casesMontants(total, 'euros').slice(0, 2)],
      },
    ],
    base: 'Montants : charges de l’année, hors contributions volontaires en nature.',
    definition: '',
    notes: fiches.some((f) => f.indicateurs.some((i) => i.cible !== null && i.realise.etat === 'secret'))
      ? ['Une cible dont le résultat est masqué n’est pas comptée.']
      : [],
  }
}

/** « 1 sur 2 ». */
const ciblesDites = ({ indicateurs }: FicheImprimee): string => {
  const jugees = indicateurs.filter((i) => i.atteint !== null)
  return jugees.length === 0 ? '–' : `${jugees.filter((i) => i.atteint).length} sur ${jugees.length}`
}

const blocsFipd = ({ fiches, annee }: BilanCoordination): readonly Bloc[] => {
  const financees = fiches.filter((f) => f.fipd)
  if (financees.length === 0) return [paragraphe(`Aucune action de ${annee} n’est financée par le FIPD.`)]
  const lignes = financees.map((fiche) => ({
    libelle: nomDeFiche(fiche),
    role: 'courante' as const,
    montants: { fipd: subventionFipd(fiche.budget), charges: chargesDe(fiche) },
  }))
  const total = {
    fipd: totalBudget(lignes.map((l) => l.montants.fipd)),
    charges: totalBudget(lignes.map((l) => l.montants.charges)),
  }
  const cases = ({ fipd, charges }: typeof total) => [
    ...casesMontants(fipd, 'euros').slice(0, 2),
    ...casesMontants(charges, 'euros'),
  ]
  return [
    tableau({
      id: 'fipd',
      titre: `Actions financées par le FIPD en ${annee}`,
      coin: 'Action',
      colonnes: ['FIPD prévu', 'FIPD reçu', 'Charges prévues', 'Charges réalisées', 'Écart', 'Écart en %'],
      lignes: [
        ...lignes.map(({ libelle, role, montants }) => ({ libelle, role, cases: cases(montants) })),
        { libelle: 'Ensemble', role: 'total', cases: cases(total) },
      ],
      base: '',
      definition:
        'L’écart est celui des charges : réalisé moins prévu. Le rapport de chaque action, présenté au conseil avec ce bilan, est transmis au préfet (art. R132-10-1 du code de la sécurité intérieure).',
      notes: [],
    }),
  ]
}
