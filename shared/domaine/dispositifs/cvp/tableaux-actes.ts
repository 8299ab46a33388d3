import type { DemarcheComptee, EntretienCompte, OrientationComptee, SuiviCompte } from '../../bilan/comptes.ts'
import { codesDe, declarerTableau, groupe, groupesDe, type TableauDeclare, valeursDe } from '../../bilan/tableau.ts'
import { domainesDemarche, libellesDomaineDemarche } from './demarches.ts'
import { milieuDe, milieux } from './tableaux-cadre.ts'

/** Entretiens from which a suivi is long: those whose results are told apart (field reference §1.7). */
const ENTRETIENS_SUIVI_LONG = 4

export const estLong = (entretiens: number): 'long' | 'court' =>
  entretiens >= ENTRETIENS_SUIVI_LONG ? 'long' : 'court'

export const longueurs = () => [
  { code: 'long', libelle: `${ENTRETIENS_SUIVI_LONG} entretiens et plus` },
  { code: 'court', libelle: `Moins de ${ENTRETIENS_SUIVI_LONG} entretiens` },
]

const prescripteur = {
  id: 'saisine',
  libelle: 'Prescripteur',
  modalites: valeursDe('prescripteur'),
  classer: (s: SuiviCompte) => codesDe(s.reponses['prescripteur']),
}

const premier = (texte: unknown): string | null => (typeof texte === 'string' ? texte : null)

const actifs = 'Suivis pour lesquels un acte au moins est daté de la période : entretien, démarche ou comité de suivi.'
const orientees = 'Suivis dont l’orientation est datée de la période (à défaut de date, l’ouverture).'
const demarches = 'Démarches ouvertes pendant la période, ou dont le statut y a changé ; statut à son dernier jour.'

const domaine = {
  id: 'demarche',
  libelle: 'Domaine',
  sensible: true,
  sansReponse: null,
  modalites: () => domainesDemarche.map((code) => ({ code, libelle: libellesDomaineDemarche[code] })),
  regroupements: [
    { code: 'autres', libelle: 'Autres domaines', membres: ['mobilite', 'numerique', 'langue', 'famille'] },
  ],
  classer: (d: DemarcheComptee) => [d.domaine],
} as const

const resultat = {
  id: 'resultat',
  libelle: 'Résultat',
  sansReponse: null,
  modalites: () => [
    { code: 'aboutie', libelle: 'Aboutie' },
    { code: 'refusee', libelle: 'Refusée' },
    { code: 'interrompue', libelle: 'Ajournée, abandonnée ou sans suite' },
    { code: 'en-cours', libelle: 'En cours' },
  ],
  classer: ({ statut, terminee }: DemarcheComptee) =>
    statut === 'aboutie' || statut === 'refusee' ? [statut] : [terminee ? 'interrompue' : 'en-cours'],
}

const orientation = {
  id: 'orientation',
  libelle: 'Orientation',
  modalites: valeursDe('destination-justice'),
  sansReponse: null,
  classer: (o: OrientationComptee) => [o.destination],
}

/** What was asked and done: orientations received, suivis, entretiens, démarches, orientations given. */
export const tableauxActes: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'saisine',
    titre: 'Suivis proposés, par prescripteur',
    definition: orientees,
    unite: 'saisines',
    champ: 'prescripteur',
    detail: true,
    dimensions: [prescripteur],
  }),
  declarerTableau({
    id: 'saisine-groupe',
    titre: 'Suivis proposés, par type de prescripteur',
    definition: orientees,
    unite: 'saisines',
    champ: 'prescripteur',
    dimensions: [
      {
        id: 'saisineGroupe',
        libelle: 'Type de prescripteur',
        groupeDe: 'saisine',
        modalites: groupesDe('prescripteur'),
        classer: (s, n) => prescripteur.classer(s).map((code) => groupe(n, 'prescripteur', code)),
      },
    ],
  }),
  declarerTableau({
    id: 'accord',
    titre: 'Accords et refus',
    definition: `${orientees} Dernière réponse de la personne elle-même à la fin de la période. L’accompagnement est volontaire : un refus ne ferme aucun droit.`,
    unite: 'saisines',
    dimensions: [
      {
        id: 'accord',
        libelle: 'Accord pour l’accompagnement',
        modalites: () => [
          { code: 'donne', libelle: 'Accepté' },
          { code: 'refuse', libelle: 'Refusé' },
          { code: 'retire', libelle: 'Accord retiré' },
        ],
        sansReponse: 'Réponse non connue',
        classer: (s) => (s.parcours.accord === null ? [] : [s.parcours.accord]),
      },
    ],
  }),
  declarerTableau({
    id: 'nouvelle-situation',
    titre: 'Suivis ouverts et déjà ouverts',
    definition: actifs,
    unite: 'suivis',
    dimensions: [
      {
        id: 'nouvelleSituation',
        libelle: 'Ouverture',
        modalites: () => [
          { code: 'oui', libelle: 'Ouvert pendant la période' },
          { code: 'non', libelle: 'Déjà ouvert' },
        ],
        sansReponse: null,
        classer: (s) => [s.ouvertDansLaPeriode ? 'oui' : 'non'],
      },
    ],
  }),
  declarerTableau({
    id: 'suivi-long',
    titre: 'Suivis longs',
    definition: `${actifs} Entretiens comptés depuis l’ouverture.`,
    unite: 'suivis',
    dimensions: [
      {
        id: 'suiviLong',
        libelle: 'Entretiens',
        modalites: longueurs,
        sansReponse: null,
        classer: (s) => [estLong(s.parcours.contacts)],
      },
    ],
  }),
  declarerTableau({
    id: 'modalite',
    titre: 'Entretiens par modalité',
    definition: 'Entretiens datés de la période.',
    unite: 'entretiens',
    champ: 'modalite',
    dimensions: [
      {
        id: 'modalite',
        libelle: 'Modalité',
        modalites: valeursDe('modalite-justice'),
        classer: (e) => codesDe(e.reponses['modalite']),
      },
    ],
  }),
  declarerTableau({
    id: 'milieu',
    titre: 'Entretiens en détention et dehors',
    definition: 'Entretiens datés de la période, selon le lieu ; à défaut de lieu, selon la modalité.',
    unite: 'entretiens',
    dimensions: [
      {
        id: 'milieu',
        libelle: 'Milieu',
        modalites: milieux,
        classer: (e, n) =>
          milieuDe(n, {
            etablissement: premier(e.reponses['etablissement']),
            modalite: premier(e.reponses['modalite']),
          }),
      },
    ],
  }),
  declarerTableau({
    id: 'domaine',
    titre: 'Entretiens par domaine abordé',
    definition: 'Entretiens datés de la période ; plusieurs domaines sont possibles pendant un entretien.',
    unite: 'entretiens',
    champ: 'domaines',
    dimensions: [
      {
        id: 'domaine',
        libelle: 'Domaine',
        modalites: valeursDe('domaine'),
        multiple: true,
        sensible: true,
        sansReponse: 'Aucun indiqué',
        classer: (e: EntretienCompte) => codesDe(e.reponses['domaines']),
      },
    ],
  }),
  declarerTableau({
    id: 'demarche',
    titre: 'Démarches par domaine',
    definition: demarches,
    unite: 'demarches',
    dimensions: [domaine],
  }),
  declarerTableau({
    id: 'demarche-resultat',
    titre: 'Démarches par résultat',
    definition: `${demarches} Seule une démarche aboutie est un résultat.`,
    unite: 'demarches',
    dimensions: [resultat],
  }),
  declarerTableau({
    id: 'demarche_x_resultat',
    titre: 'Domaine et résultat des démarches',
    definition: `${demarches} Seule une démarche aboutie est un résultat.`,
    unite: 'demarches',
    detail: true,
    dimensions: [domaine, resultat],
  }),
  declarerTableau({
    id: 'orientation',
    titre: 'Orientations par destination',
    definition: 'Orientations décidées pendant les entretiens de la période ; un entretien peut en compter plusieurs.',
    unite: 'orientations',
    detail: true,
    dimensions: [orientation],
  }),
  declarerTableau({
    id: 'orientation-groupe',
    titre: 'Orientations par type de service',
    definition: 'Les mêmes orientations, par type de service.',
    unite: 'orientations',
    dimensions: [
      {
        id: 'orientationGroupe',
        libelle: 'Type de service',
        groupeDe: 'orientation',
        modalites: groupesDe('destination-justice'),
        sansReponse: null,
        classer: (o, n) => [groupe(n, 'destination-justice', o.destination)],
      },
    ],
  }),
]
