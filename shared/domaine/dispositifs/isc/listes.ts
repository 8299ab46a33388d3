import type { Liste } from '../../dispositif.ts'
import { ouiNon, sexe } from '../communs.ts'
import { destination } from './destinations.ts'
import { saisine } from './prescripteurs.ts'
import { problematique } from './problematiques.ts'

/**
 * Closed lists of the intervenant social en commissariat ou gendarmerie.
 * No national grid is public: each list is the union of what real posts print (circulaires of 2006, guide DIV 2008,
 * Aubervilliers 2012, Hauts-de-Seine 2015, Parthenay, Bressuire, Villefontaine …), one label per idea.
 */
export const listesIsc: readonly Liste[] = [
  {
    code: 'type-public',
    libelle: 'Type de public',
    groupes: [
      { code: 'champ-penal', libelle: 'Champ pénal' },
      { code: 'hors-champ-penal', libelle: 'Hors champ pénal' },
    ],
    modalites: [
      {
        code: 'victime',
        libelle: 'Victime',
        groupe: 'champ-penal',
        synonymes: ['victimes', 'victime directe', 'plaignant', 'plaignante'],
      },
      {
        code: 'mis-en-cause',
        libelle: 'Mis en cause',
        groupe: 'champ-penal',
        synonymes: [
          'mise en cause',
          'mis en causes',
          'mec',
          'auteur',
          'auteurs',
          'auteur d’infraction',
          'auteur présumé',
        ],
      },
      {
        code: 'hors-champ-penal',
        libelle: 'Hors champ pénal',
        groupe: 'hors-champ-penal',
        synonymes: [
          'hcp',
          'personne en difficulté',
          'personnes en difficultés, isolées, SDF, hors champ pénal',
          'ni victime ni auteur',
          'isolé',
          'SDF',
        ],
      },
      { code: 'temoin', libelle: 'Témoin', groupe: 'champ-penal', synonymes: ['témoin direct'] },
      {
        code: 'mineur-present',
        libelle: 'Mineur présent ou exposé',
        groupe: 'champ-penal',
        synonymes: ['mineur exposé', 'enfant exposé', 'victime indirecte'],
      },
      { code: 'entourage', libelle: 'Entourage', groupe: 'hors-champ-penal', synonymes: ['famille', 'proche'] },
    ],
  },
  sexe,
  saisine,
  problematique,
  ouiNon,
  {
    code: 'modalite',
    libelle: 'Modalité',
    modalites: [
      {
        code: 'presentiel',
        libelle: 'Présentiel',
        synonymes: ['physique', 'sur place', 'entretien physique', 'en présence'],
      },
      {
        code: 'telephone',
        libelle: 'Téléphone',
        synonymes: ['tél', 'tel', 'téléphonique', 'appel', 'entretien téléphonique'],
      },
      { code: 'visite-domicile', libelle: 'Visite à domicile', synonymes: ['VAD', 'domicile', 'à domicile'] },
      { code: 'visio', libelle: 'Visioconférence', synonymes: ['visio'] },
    ],
  },
  {
    code: 'accueil',
    libelle: 'Accueil',
    modalites: [
      { code: 'rendez-vous', libelle: 'Sur rendez-vous', synonymes: ['rdv', 'rendez-vous', 'sur rdv'] },
      { code: 'sans-rendez-vous', libelle: 'Sans rendez-vous', synonymes: ['sans rdv', 'spontané'] },
      { code: 'urgence', libelle: 'En urgence', synonymes: ['urgent', 'urgence'] },
    ],
  },
  {
    code: 'lieu',
    libelle: 'Lieu',
    modalites: [
      { code: 'commissariat', libelle: 'Commissariat', synonymes: ['CSP', 'hôtel de police'] },
      { code: 'brigade', libelle: 'Brigade de gendarmerie', synonymes: ['gendarmerie', 'brigade', 'COB'] },
      { code: 'mairie', libelle: 'Mairie', synonymes: ['hôtel de ville'] },
      { code: 'permanence', libelle: 'Permanence extérieure', synonymes: ['permanence'] },
      {
        code: 'maison-departement',
        libelle: 'Maison du Département',
        synonymes: ['MDD', 'MDS', 'maison des solidarités'],
      },
      { code: 'domicile', libelle: 'Domicile de la personne', synonymes: ['domicile'] },
    ],
  },
  {
    code: 'action',
    libelle: 'Action',
    modalites: [
      { code: 'accueil-ecoute', libelle: 'Accueil et écoute', synonymes: ['accueil', 'écoute active', 'écoute'] },
      { code: 'soutien', libelle: 'Soutien moral', synonymes: ['soutien', 'action de soutien'] },
      { code: 'diagnostic-social', libelle: 'Diagnostic social', synonymes: ['évaluation', 'évaluation sociale'] },
      {
        code: 'information-droits',
        libelle: 'Information sur les droits et procédures',
        synonymes: ['information', 'information sur les droits'],
      },
      {
        code: 'aide-demarches',
        libelle: 'Aide aux démarches administratives',
        synonymes: ['démarches', 'démarches administratives'],
      },
      { code: 'mediation', libelle: 'Médiation sociale', synonymes: ['médiation'] },
      { code: 'acte-educatif', libelle: 'Acte éducatif', synonymes: ['actes éducatifs'] },
      { code: 'preparation-plainte', libelle: 'Préparation au dépôt de plainte', synonymes: ['dépôt de plainte'] },
      { code: 'presence-audition', libelle: 'Présence à l’audition', synonymes: ['audition'] },
      {
        code: 'ordonnance-protection',
        libelle: 'Dossier d’ordonnance de protection',
        synonymes: ['ordonnance de protection'],
      },
      {
        code: 'mise-a-labri',
        libelle: 'Mise à l’abri, hébergement d’urgence',
        synonymes: ['mise à l’abri', 'hébergement d’urgence'],
      },
      { code: 'information-preoccupante', libelle: 'Information préoccupante', synonymes: ['IP'] },
      { code: 'signalement-procureur', libelle: 'Signalement au procureur', synonymes: ['signalement'] },
      { code: 'conseil-technique', libelle: 'Conseil technique au service', synonymes: ['assistance technique'] },
    ],
  },
  destination,
  {
    code: 'motif-cloture',
    libelle: 'Motif de clôture',
    modalites: [
      { code: 'relais', libelle: 'Relais effectif' },
      { code: 'plus-de-besoin', libelle: 'Plus de besoin' },
      { code: 'refus', libelle: 'Refus de la personne' },
      { code: 'injoignable', libelle: 'Injoignable' },
      { code: 'autre', libelle: 'Autre' },
    ],
  },
]
