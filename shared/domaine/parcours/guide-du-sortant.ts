import type { BesoinSortie } from '../dispositifs/cvp/demarches.ts'

/** One chapter of the « guide du sortant » (fiche 2.2 of the Aix plan, source 004): plain words, then who to go and see. */
export type Chapitre = {
  readonly code: string
  readonly titre: string
  /** Needs of the release that it answers: those not met put it first for one person. */
  readonly besoins: readonly BesoinSortie[]
  readonly conseils: readonly string[]
  /** Kinds of partenaires, codes of the list of destinations. */
  readonly genres: readonly string[]
  /** Group of that list whose other kinds, added by the post, come here too. */
  readonly groupe?: string
}

export const chapitres: readonly Chapitre[] = [
  {
    code: 'logement',
    titre: 'Dormir, se loger',
    besoins: ['logement'],
    conseils: [
      'Pas d’endroit où dormir ce soir ? Appelez le 115. C’est gratuit, jour et nuit.',
      'Sans adresse, demandez une domiciliation au CCAS : elle sert à recevoir votre courrier et à ouvrir vos droits. Elle vaut un an.',
    ],
    genres: ['siao', '115', 'hebergement', 'residence-sociale', 'bailleur'],
    groupe: 'logement',
  },
  {
    code: 'papiers',
    titre: 'Vos papiers',
    besoins: ['papiers'],
    conseils: [
      'Gardez votre billet de sortie : c’est lui qui prouve votre date de sortie.',
      'Carte d’identité perdue ou périmée : prenez rendez-vous en mairie dès maintenant, les délais sont longs.',
    ],
    genres: ['prefecture', 'france-services'],
  },
  {
    code: 'sante',
    titre: 'Se soigner',
    besoins: ['sante'],
    conseils: [
      'Dites votre sortie à l’assurance maladie, pour que vos droits continuent : téléphone 36 46.',
      'Un traitement en cours ? Demandez vos ordonnances avant de sortir, et un rendez-vous dehors.',
    ],
    genres: ['cpam', 'soins', 'cmp', 'csapa', 'psychologue', 'mdph'],
    groupe: 'sante',
  },
  {
    code: 'ressources',
    titre: 'Argent et droits',
    besoins: ['ressources'],
    conseils: [
      'RSA, aide au logement, allocation adulte handicapé : demandez-les à la CAF (32 30) dès la sortie.',
      'Des dettes ? Parlez-en vite : des services gratuits aident à les étaler.',
    ],
    genres: ['caf', 'ccas', 'service-social-secteur', 'surendettement'],
  },
  {
    code: 'emploi',
    titre: 'Travail et formation',
    besoins: ['emploi'],
    conseils: [
      'Inscrivez-vous à France Travail (39 49) avec votre billet de sortie ou le certificat de présence.',
      'Moins de 26 ans : la mission locale vous suit pour l’emploi, la formation et l’argent.',
      'Le billet de sortie ouvre l’emploi d’insertion (chantiers, associations) pendant moins de six mois : ne tardez pas.',
    ],
    genres: ['mission-locale', 'emploi', 'iae', 'formation', 'employeur'],
    groupe: 'emploi',
  },
  {
    code: 'famille',
    titre: 'Famille, enfants',
    besoins: [],
    conseils: ['Revenir chez soi prend du temps. Des lieux neutres aident à retrouver ses enfants et ses proches.'],
    genres: ['parentalite'],
  },
  {
    code: 'justice',
    titre: 'Justice et droits',
    besoins: ['rendez-vous'],
    conseils: [
      'Une convocation au SPIP ? Allez-y, à l’heure. Un empêchement ? Appelez avant le rendez-vous.',
      'Même sans convocation, le SPIP peut vous aider pendant les six mois qui suivent votre sortie.',
    ],
    genres: ['spip-milieu-ouvert', 'pjj', 'mjd', 'avocat'],
    groupe: 'droits',
  },
  {
    code: 'quotidien',
    titre: 'Manger, s’habiller',
    besoins: [],
    conseils: ['Le CCAS de votre commune sait où trouver un repas, des vêtements, une douche.'],
    genres: ['aide-alimentaire'],
    groupe: 'social',
  },
  { code: 'autres', titre: 'Autres adresses', besoins: [], conseils: [], genres: ['autre'], groupe: 'autres' },
]

/** What to have in hand on the way out (art. R511-2, D511-3, D422-4 and R522-1, code pénitentiaire). */
export const aEmporter: readonly string[] = [
  'Votre billet de sortie',
  'Vos papiers d’identité et vos clés',
  'L’argent de votre compte nominatif',
  'Le certificat de présence, pour France Travail',
  'Vos ordonnances et vos attestations',
  'La convocation au SPIP, si vous en avez une',
  'L’adresse où vous dormez ce soir',
  'Votre téléphone, son chargeur, les numéros des proches',
]

/** What the law says of that day, in plain words, each with its article (code pénitentiaire). */
export const jourDeSortie: readonly { readonly texte: string; readonly article: string }[] = [
  { texte: 'Vous sortez le matin, avant midi.', article: 'R510-1' },
  {
    texte: 'Sans vêtements corrects ou sans argent pour le trajet, demandez-les avant de sortir.',
    article: 'R522-1',
  },
]

/** Delays that run from the release, or from the day it starts, in months. */
export const delais: readonly {
  readonly texte: string
  readonly article: string
  readonly mois: number
  readonly depuis: 'sortie' | 'domiciliation'
}[] = [
  { texte: 'Demander l’aide du SPIP', article: 'D522-4 code pénitentiaire', mois: 6, depuis: 'sortie' },
  {
    texte: 'Montrer le billet de sortie pour un emploi d’insertion (moins de six mois)',
    article: 'critère IAE de niveau 2',
    mois: 6,
    depuis: 'sortie',
  },
  { texte: 'Renouveler la domiciliation', article: 'D264-1 CASF', mois: 12, depuis: 'domiciliation' },
]

/** Numbers of France that cost nothing more than a local call. */
export const numerosUtiles: readonly (readonly [numero: string, pour: string])[] = [
  ['115', 'Dormir ce soir'],
  ['112', 'Urgence'],
  ['3114', 'Idées noires : parler, jour et nuit'],
  ['36 46', 'Assurance maladie'],
  ['39 49', 'France Travail'],
  ['32 30', 'CAF'],
]
