import type { BilanCoordination, CompteAnnuel } from '#shared/domaine/bilan-coordination/composer.ts'
import { type BilanPublie, chiffresTransversaux } from '#shared/domaine/bilan-coordination/publies.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { type Bloc, paragraphe, tableau, titre } from '../export/blocs.ts'
import { presenterChiffres } from '../export/chiffres.ts'
import type { Case, Ligne } from '../export/grille.ts'
import { mot, nombre, vide } from './grilles.ts'

/** What the jobs of the coffre published, what the posts that gave a lot published, and what the observatoire counted. */
export const blocsTransversaux = (bilan: BilanCoordination): readonly Bloc[] => [
  ...bilan.metiers.flatMap((metier) => [
    titre(2, dispositifs[metier].libelle, `metier-${metier}`),
    ...chiffresDuMetier(bilan, metier),
  ]),
  ...bilan.consolides.flatMap(ensembleDesPostes),
  ...postesSuivis(bilan),
  titre(2, 'Médiation et tranquillité publique', 'mediation'),
  ...observatoire(bilan),
]

const chiffresDuMetier = (
  { publies, annee }: BilanCoordination,
  metier: BilanPublie['dispositif'],
): readonly Bloc[] => {
  const publie = publies.find((p) => p.dispositif === metier && p.annee === annee)
  return publie === undefined
    ? [paragraphe(`Le bilan ${annee} n’est pas publié : aucun nombre de personnes ne peut encore être donné ici.`)]
    : [chiffresDe(publie, 'D’après le bilan publié.', '')]
}

/** Posts added up: read from the consolidated bilan, once it is published. */
const ensembleDesPostes = (publie: BilanPublie): readonly Bloc[] => [
  titre(2, `${dispositifs[publie.dispositif].libelle} : ensemble des postes`, `ensemble-${publie.dispositif}`),
  chiffresDe(
    publie,
    'D’après le bilan consolidé publié. Une personne suivie par deux postes y est comptée deux fois.',
    ', ensemble des postes',
  ),
]

const chiffresDe = ({ dispositif, annee, bilan }: BilanPublie, base: string, precision: string): Bloc => {
  const choisis = chiffresTransversaux[dispositif] ?? []
  const grille = presenterChiffres({
    ...bilan,
    chiffres: choisis.flatMap((id) => bilan.chiffres.filter((c) => c.id === id)),
  })
  return tableau({
    ...grille,
    id: `chiffres-${dispositif}${precision === '' ? '' : '-ensemble'}`,
    titre: `${dispositifs[dispositif].libelleCourt} en ${annee}${precision}`,
    base,
    notes: grille.lignes.some((l) => l.cases.some((c) => c.genre === 'secret'))
      ? ['s : nombre que le bilan publié ne donne pas, pour protéger les personnes.']
      : [],
  })
}

const postesSuivis = ({ postes, annee }: BilanCoordination): readonly Bloc[] => {
  if (postes.length === 0) return []
  return [
    titre(2, 'Postes suivis', 'postes-suivis'),
    tableau({
      id: 'postes-suivis',
      titre: `Postes qui ont remis leurs nombres de ${annee}`,
      coin: 'Poste',
      colonnes: ['Métier', `Personnes en ${annee}`],
      lignes: postes.map(({ nom, dispositif, publie, personnes }) => ({
        libelle: nom,
        role: 'courante',
        cases: [
          mot(dispositifs[dispositif].libelleCourt),
          !publie ? mot('non publié') : personnes === null ? { genre: 'secret' } : nombre(personnes),
        ],
      })),
      base: '',
      definition:
        'Total que chaque poste a lui-même publié. Une personne suivie par deux postes y est deux fois : ces nombres ne s’additionnent pas.',
      notes: [],
    }),
  ]
}

const observatoire = ({ observatoire: { annee: n, precedente }, annee }: BilanCoordination): readonly Bloc[] => {
  if (n.signalements + n.interventions + precedente.signalements + precedente.interventions === 0)
    return [paragraphe(`L’observatoire n’a rien compté en ${annee}.`)]
  const ligne = (libelle: string, lire: (compte: CompteAnnuel) => number): Ligne => ({
    libelle,
    role: 'courante',
    cases: [nombre(lire(n)), nombre(lire(precedente)), evolutionDe(lire(n), lire(precedente))],
  })
  const secteurs = n.parSecteur.filter((s) => s.signalements + s.interventions > 0)
  return [
    tableau({
      id: 'observatoire',
      titre: `Signalements et médiation en ${annee}`,
      coin: 'Observatoire',
      colonnes: [String(annee), String(annee - 1), 'Évolution'],
      lignes: [
        ligne('Signalements', (c) => c.signalements),
        ligne('dont suivis d’une intervention', (c) => c.suivis),
        ligne('Interventions de médiation', (c) => c.interventions),
      ],
      base: 'Fiches de signalement anonymes : elles ne désignent personne.',
      definition: '',
      notes: [],
    }),
    ...(secteurs.length === 0
      ? []
      : [
          tableau({
            id: 'observatoire-secteurs',
            titre: `Signalements et médiation par secteur en ${annee}`,
            coin: 'Secteur',
            colonnes: ['Signalements', 'Interventions'],
            lignes: [
              ...secteurs.map((s): Ligne => ({
                libelle: s.nom,
                role: 'courante',
                cases: [nombre(s.signalements), nombre(s.interventions)],
              })),
              { libelle: 'Ensemble', role: 'total', cases: [nombre(n.signalements), nombre(n.interventions)] },
            ],
            base: '',
            definition: '',
            notes: [],
          }),
        ]),
  ]
}

const evolutionDe = (n: number, avant: number): Case =>
  avant === 0 ? vide : nombre(((n - avant) / avant) * 100, 'evolution')
