import type { contract } from '../../ipc/contract.ts'
import { aDroit, type Droit, type RoleAcces } from './roles.ts'

/**
 * The right that each call asks for: one for a whole feature, or one per call. A call without a line does not compile. The
 * service enforces it before the handler runs, and the window reads it to know which places to show.
 */
export const droitsDuContrat = {
  coffre: {
    etat: 'ouverture',
    essayer: 'ouverture',
    quitterEssai: 'ouverture',
    creer: 'ouverture',
    ouvrir: 'ouverture',
    ouvrirParSecours: 'ouverture',
    verrouiller: 'ouverture',
    presence: 'ouverture',
    changerPhrase: 'tous',
    confirmerSecours: 'secours',
    renouvelerSecours: 'secours',
  },
  acces: {
    moi: 'tous',
    lister: 'acces',
    ajouter: 'acces',
    modifier: 'acces',
    retirer: 'acces',
    redonnerPhrase: 'acces',
    noterRevue: 'acces',
  },
  journal: 'acces',
  aujourdhui: 'suivi',
  agenda: {
    lire: 'suivi',
    apercu: 'suivi',
    imprimer: 'suivi',
    imprimerAvecNoms: 'suivi',
    reunions: 'coordination',
    apercuReunions: 'coordination',
    imprimerReunions: 'coordination',
  },
  entretiens: 'suivi',
  brouillons: 'suivi',
  rafale: 'suivi',
  reprises: 'suivi',
  // An act is undone, and a bin read, by whoever may do that act: the handler asks for its right.
  revisions: { annuler: 'tous', historique: 'suivi', corbeille: 'tous', viderCorbeille: 'tous' },
  personnes: 'suivi',
  suivis: 'suivi',
  echeances: 'suivi',
  partenaires: 'annuaire',
  nomenclature: { lire: 'tous', modifier: 'reglages', activerChamp: 'reglages' },
  lettres: {
    modeles: 'tous',
    examinerModele: 'reglages',
    ajouterModele: 'reglages',
    supprimerModele: 'reglages',
    exporterModele: 'tous',
    ecrire: 'suivi',
    remise: 'suivi',
    noterRemise: 'suivi',
  },
  listes: {
    effetFusion: 'fusion',
    fusionner: 'fusion',
    fusions: 'fusion',
    defaireFusion: 'fusion',
    repartition: 'bilans',
    exporter: 'reglages',
    examiner: 'reglages',
    importer: 'reglages',
  },
  bilans: {
    annees: 'bilans',
    apercu: 'bilans',
    lireTextes: 'bilans',
    ecrireTexte: 'bilans',
    exporter: 'bilans',
    preparer: 'bilans',
    comparer: 'bilans',
    abandonner: 'bilans',
    editions: 'publications',
    republier: 'publications',
    changements: 'bilans',
    rapport: 'bilans',
  },
  bilanCoordination: 'coordination',
  contexte: 'bilans',
  strategie: 'coordination',
  instances: 'coordination',
  echanges: 'suivi',
  copieEnClair: 'copie-en-clair',
  reglages: {
    lire: 'tous',
    ecrire: 'reglages',
    choisirDispositifs: 'reglages',
    changerDispositif: 'tous',
    postes: 'reglages',
    enregistrerPoste: 'reglages',
    supprimerPoste: 'reglages',
  },
  parcours: {
    ouvrir: 'suivi',
    lire: 'suivi',
    sorties: 'suivi',
    echeancesLegales: 'suivi',
    noterRepere: 'suivi',
    noterConsentement: 'suivi',
    enregistrerStatutPenal: 'suivi',
    enregistrerMesure: 'suivi',
    enregistrerPassage: 'suivi',
    enregistrerSituation: 'suivi',
    corrigerSituation: 'suivi',
    enregistrerDemarche: 'suivi',
    noterStatutDemarche: 'suivi',
    enregistrerRattachement: 'suivi',
    enregistrerContrat: 'suivi',
    comites: 'suivi',
    noterComite: 'suivi',
    retirer: 'suivi',
    retablir: 'suivi',
    lireNecessite: 'tous',
    declarerNecessite: 'reglages',
  },
  etablissements: 'suivi',
  impressions: 'suivi',
  // Exact numbers leave the coffre: the right of whoever counts and may read the confidential proof of a report.
  lots: 'bilans',
  postesSuivis: 'coordination',
  observatoire: 'coordination',
  sauvegardes: {
    etat: 'tous',
    sauvegarder: 'tous',
    choisirSecond: 'sauvegardes',
    oublierSecond: 'sauvegardes',
    emporter: 'sauvegardes',
  },
  // Usable while the coffre is closed: the session asks for `sauvegardes` itself, of whoever the secret of the backup designates.
  restauration: 'ouverture',
  // A file opened by double click may be a backup, before there is any coffre; a lot is sealed, and received by another call.
  ouvertures: 'ouverture',
  miseAJour: 'tous',
  tig: 'suivi',
  conservation: 'conformite',
  droits: 'conformite',
  notesPrivees: 'suivi',
} as const satisfies Droits

type Droits = {
  readonly [F in keyof typeof contract]: Droit | { readonly [M in keyof (typeof contract)[F]]: Droit }
}

/** The right that a call asks for, whatever the names; none for a call that is not declared. */
export const droitDe = (feature: unknown, method: unknown): Droit | undefined => {
  if (typeof feature !== 'string' || typeof method !== 'string' || !Object.hasOwn(droitsDuContrat, feature))
    return undefined
  const droit: Droit | Readonly<Record<string, Droit>> = droitsDuContrat[feature as keyof typeof droitsDuContrat]
  if (typeof droit === 'string') return droit
  return Object.hasOwn(droit, method) ? droit[method] : undefined
}

/** « personnes.lister »: a call by its name. */
export type NomAppel = {
  readonly [F in keyof typeof contract]: `${F}.${keyof (typeof contract)[F] & string}`
}[keyof typeof contract]

/** Whether somebody of that role may make that call at all. */
export const permet = (role: RoleAcces, appel: NomAppel): boolean => {
  const [feature, method] = appel.split('.')
  const droit = droitDe(feature, method)
  return droit !== undefined && aDroit(role, droit)
}
