import type { Liste } from '../../dispositif.ts'
import { sexe } from '../communs.ts'
import { lieux } from '../lieux.ts'
import { domainesDemarche, libellesDomaineDemarche } from './demarches.ts'
import { destinationsJustice } from './destinations.ts'
import { listesParcours } from './parcours.ts'
import { prescripteurs } from './prescripteurs.ts'

/** Ways of meeting somebody: those of the social services, and the visit in detention (field reference §1.5). */
const modalites: Liste = {
  code: 'modalite-justice',
  libelle: 'Modalité',
  modalites: [
    {
      code: 'detention',
      libelle: 'En détention (parloir, permanence)',
      synonymes: ['parloir', 'permanence en détention', 'en détention', 'intra-muros', 'détention'],
    },
    {
      code: 'rendez-vous',
      libelle: 'Accueil sur rendez-vous',
      synonymes: ['sur rendez-vous', 'rdv', 'rendez-vous', 'présentiel', 'entretien physique', 'physique'],
    },
    {
      code: 'spontane',
      libelle: 'Accueil sans rendez-vous',
      synonymes: ['sans rendez-vous', 'sans rdv', 'spontané', 'accueil spontané'],
    },
    {
      code: 'telephone',
      libelle: 'Téléphone',
      synonymes: ['tél', 'tel', 'téléphonique', 'appel', 'entretien téléphonique'],
    },
    { code: 'visio', libelle: 'Visioconférence', synonymes: ['visio'] },
    {
      code: 'visite-domicile',
      libelle: 'Visite à domicile',
      synonymes: ['VAD', 'à domicile', 'rendez-vous à domicile'],
    },
    {
      code: 'rendez-vous-exterieur',
      libelle: 'Rendez-vous extérieur, accompagnement physique',
      synonymes: ['rendez-vous extérieur', 'accompagnement physique', 'accompagnement'],
    },
    { code: 'courrier', libelle: 'Courrier', synonymes: ['lettre'] },
    { code: 'courriel', libelle: 'Courriel', synonymes: ['mail', 'e-mail', 'mel'] },
    { code: 'tiers', libelle: 'Entretien avec un tiers', synonymes: ['tiers', 'avec un partenaire'] },
  ],
}

const domaines: Liste = {
  code: 'domaine',
  libelle: 'Domaine',
  modalites: domainesDemarche.map((code) => ({ code, libelle: libellesDomaineDemarche[code] })),
}

/** Why a follow-up ends (field reference §1.5). A known return to prison is counted as that, never as a new offence. */
const motifs: Liste = {
  code: 'motif-sortie',
  libelle: 'Motif de sortie',
  modalites: [
    { code: 'objectifs-atteints', libelle: 'Objectifs atteints' },
    { code: 'relais', libelle: 'Relais vers le droit commun' },
    { code: 'plus-de-besoin', libelle: 'Fin de mesure, sans autre besoin' },
    { code: 'demenagement', libelle: 'Déménagement, départ du territoire' },
    { code: 'reincarceration', libelle: 'Réincarcération connue du service' },
    { code: 'perdu-de-vue', libelle: 'Perdu de vue (sans contact depuis trois mois)' },
    { code: 'refus', libelle: 'Refus de la personne' },
    { code: 'non-respect', libelle: 'Non-respect du cadre' },
    { code: 'hospitalisation', libelle: 'Hospitalisation' },
    { code: 'eloignement', libelle: 'Éloignement du territoire national' },
    { code: 'deces', libelle: 'Décès' },
    { code: 'orientation-inadaptee', libelle: 'Orientation inadaptée' },
    { code: 'autre', libelle: 'Autre' },
  ],
}

/** The only detail ever kept, and only where the post asks it (CNIL, délib. 2021-028 of 11 March 2021). */
const nationalites: Liste = {
  code: 'nationalite',
  libelle: 'Nationalité',
  modalites: [
    { code: 'francaise', libelle: 'Française', synonymes: ['FR', 'français', 'France'] },
    { code: 'ue', libelle: 'Union européenne', synonymes: ['UE', 'européenne'] },
    { code: 'hors-ue', libelle: 'Hors Union européenne', synonymes: ['hors UE', 'étrangère hors UE'] },
  ],
}

/** Lists that every follow-up of persons under judicial authority shares. */
export const listesJustice: readonly Liste[] = [
  sexe,
  nationalites,
  prescripteurs,
  modalites,
  lieux,
  domaines,
  destinationsJustice,
  motifs,
  ...listesParcours,
]

/** Closed lists of the correspondant ville-prison (field reference §1.3 to §1.5). */
export const listesCvp: readonly Liste[] = [
  {
    code: 'role-cvp',
    libelle: 'Qualité',
    modalites: [
      {
        code: 'accompagnee',
        libelle: 'Personne accompagnée',
        synonymes: ['accompagné', 'accompagnée', 'bénéficiaire', 'usager', 'PPSMJ', 'sortant'],
      },
      { code: 'proche', libelle: 'Proche', synonymes: ['famille', 'conjoint', 'conjointe', 'parent', 'entourage'] },
    ],
  },
  ...listesJustice,
]
