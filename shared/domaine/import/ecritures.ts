import type { Liste } from '../dispositif.ts'

/**
 * How follow-up spreadsheets write the answers of a parcours, by list then code, besides the labels. Only what can mean one
 * thing: « fin de peine » alone does not say whether a mesure follows, so it is asked.
 */
const ecritures: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'statut-penal': {
    prevenu: ['prévenue', 'en attente de jugement', 'en détention provisoire'],
    condamne: ['condamnée', 'condamné définitif', 'condamnée définitive', 'définitif'],
    'condamne-prevenu': ['condamné/prévenu', 'prévenu et condamné', 'prévenu/condamné', 'condamnée et prévenue'],
    'libre-mesure': ['libre sous mesure', 'suivi en milieu ouvert', 'milieu ouvert'],
    'libre-fin-de-peine': ['libre sans mesure', 'sans mandat', 'libre, fin de peine'],
  },
  'mode-sortie': {
    'fin-de-peine-sans-mesure': ['sortie sèche', 'sèche', 'fin de peine sèche', 'fin de peine sans mesure', 'FP sèche'],
    'fin-de-peine-avec-sp': ['fin de peine avec SP', 'fin de peine avec sursis probatoire', 'fin de peine + SP'],
    lc: ['LC', 'conditionnelle'],
    lsc: ['LSC'],
    'lsc-pd': ['LSC PD', 'LSC de plein droit', 'LSC-PD'],
    ddse: ['DDSE', 'PSE', 'bracelet', 'bracelet électronique'],
    sl: ['SL'],
    pe: ['PE', 'placement extérieur'],
    suspension: ['suspension'],
    'liberation-prevenu': ['mise en liberté', 'remise en liberté', 'fin de détention provisoire'],
    transfert: ['transféré', 'transférée', 'transfert', 'transfèrement', 'changement d’établissement'],
  },
  quartier: {
    qma: ['QMA', 'maison d’arrêt'],
    qcd: ['QCD', 'centre de détention'],
    qmc: ['QMC'],
    qsl: ['QSL', 'semi-liberté'],
    sas: ['SAS', 'QPS'],
    qm: ['QM', 'mineurs'],
  },
  'reponse-consentement': {
    donne: ['oui', 'O', 'x', 'ok', 'donné', 'signé', 'recueilli', 'accord', 'accepté', 'remise', 'remis', 'vrai'],
    refuse: ['refus', 'refusée', 'N', 'non', 'faux'],
    retire: ['retrait', 'retirée'],
  },
  mesure: {
    pse: ['bracelet', 'PSE', 'surveillance électronique'],
    'sursis-tig': ['sursis TIG'],
    sp: ['sursis probatoire'],
    spr: ['sursis probatoire renforcé'],
    tig: ['travail d’intérêt général'],
    'ddse-amenagement': ['DDSE aménagement', 'détention à domicile', 'DDSE ab initio'],
    'ddse-peine': ['DDSE peine'],
    emprisonnement: ['peine ferme', 'prison ferme', 'emprisonnement ferme'],
    'sp-tig': ['SP TIG', 'sursis probatoire TIG'],
    aucune: ['sans mesure', 'aucune mesure', 'fin de peine sans mesure'],
  },
  'motif-sortie': {
    'objectifs-atteints': ['objectif atteint'],
    relais: ['relais droit commun', 'droit commun', 'relais partenaire', 'relais vers partenaire'],
    'plus-de-besoin': ['fin de mesure', 'plus de besoin'],
    demenagement: ['déménagement', 'départ', 'changement de région'],
    reincarceration: ['réincarcération', 'réincarcéré', 'retour en détention'],
    'perdu-de-vue': ['perdu de vue', 'perdue de vue', 'sans nouvelles', 'PDV'],
    refus: ['refus', 'refus de l’accompagnement'],
    'non-respect': ['non respect', 'non-respect des engagements'],
    deces: ['décédé', 'décédée'],
  },
  'situation-logement': {
    'locataire-prive': ['locataire', 'parc privé', 'location privée'],
    'locataire-social': ['HLM', 'logement social', 'parc social'],
    'logement-accompagne': [
      'résidence sociale',
      'foyer',
      'FJT',
      'pension de famille',
      'ALT',
      'intermédiation locative',
    ],
    'chez-parents': ['parents', 'chez ses parents', 'domicile parental', 'hébergé chez ses parents'],
    'chez-tiers': [
      'hébergé',
      'hébergée',
      'tiers',
      'chez un tiers',
      'chez un proche',
      'famille',
      'amis',
      'chez sa compagne',
    ],
    hebergement: ['CHRS', 'CHU', 'hébergement d’urgence', 'CPH', 'CADA', '115', 'centre d’hébergement'],
    fortune: ['squat', 'caravane', 'logement de fortune'],
    'sans-abri': [
      'SDF',
      'rue',
      'à la rue',
      'sans abri',
      'sans logement',
      'sans hébergement',
      'sans domicile',
      'sans domicile fixe',
    ],
    detention: ['détenu', 'incarcéré', 'prison', 'détention'],
  },
  'situation-domiciliation': { ccas: ['CCAS'], association: ['association'], spip: ['SPIP'] },
  'situation-activite': {
    iae: ['IAE', 'CDDI', 'chantier d’insertion', 'ACI', 'insertion'],
    formation: ['en formation', 'formation qualifiante'],
    alternance: ['apprentissage'],
    recherche: [
      'demandeur d’emploi',
      'inscrit FT',
      'inscrit France Travail',
      'Pôle emploi',
      'France Travail',
      'recherche d’emploi',
    ],
    'non-inscrit': ['sans emploi', 'sans activité', 'sans', 'inactif', 'sans profession', 'non inscrit'],
    etudes: ['étudiant', 'scolarisé', 'lycéen'],
    retraite: ['retraité', 'retraitée'],
    'travail-detention': ['auxiliaire', 'atelier', 'travail en prison'],
  },
  'situation-ressources': {
    sans: ['aucune', 'aucun', 'sans', 'néant', 'sans ressource', '0'],
    'are-ass': ['ARE', 'ASS', 'chômage', 'allocation chômage'],
    retraite: ['ASPA', 'pension de retraite'],
    salaire: ['salaires', 'revenu d’activité'],
    cej: ['CEJ'],
  },
  'situation-papiers': {
    valide: ['CNI', 'CNI valide', 'à jour', 'valide', 'valides', 'oui', 'ok', 'passeport', 'carte d’identité'],
    perime: ['périmé', 'périmée', 'CNI périmée', 'expiré', 'expirée'],
    perdu: ['perdu', 'perdue', 'CNI perdue', 'volé', 'perdus ou volés'],
    'en-cours': ['en cours', 'CNI en cours', 'demande en cours'],
    'titre-valide': ['titre de séjour', 'carte de séjour', 'carte de résident'],
    'titre-en-cours': ['récépissé'],
    'sans-titre': ['sans papiers', 'sans titre'],
  },
  'mesure-tig': {
    tig: ['TIG majeur', 'peine de TIG', 'TIG peine principale'],
    'sp-tig': [
      'sursis probatoire-TIG',
      'sursis probatoire TIG',
      'SP-TIG',
      'sursis-TIG',
      'sursis avec TIG',
      'sursis assorti d’un TIG',
      'TIG sursis',
    ],
    'tig-mineur': ['TIG mineurs'],
    'tnr-cp': ['TNR composition pénale', 'TNR (composition pénale)', 'CP'],
    'tnr-maire': ['TNR transaction', 'TNR (transaction)', 'TNR du maire', 'transaction du maire'],
    reparation: ['réparation mineur', 'MRP', 'mesure de réparation pénale'],
  },
  'service-referent': {
    spip: ['service pénitentiaire d’insertion et de probation', 'SPIP MO'],
    pjj: ['protection judiciaire de la jeunesse', 'UEMO', 'STEMO/UEMO', 'éducateur'],
    'delegue-procureur': ['DP', 'délégué', 'délégué du procureur de la République', 'procureur'],
  },
  'issue-tig': {
    'execute-total': ['exécuté', 'effectué', 'terminé', 'total', 'exécution totale', 'accompli', 'fait', 'réalisé'],
    'execute-partiel-reoriente': ['partiel', 'exécution partielle', 'réorienté', 'partiellement exécuté'],
    'non-presente': ['non présenté', 'absent', 'jamais venu', 'ne s’est jamais présenté', 'non présentation'],
    'interrompu-faute': ['faute', 'exclusion', 'arrêt pour faute'],
    'interrompu-sante': ['santé', 'inaptitude', 'arrêt maladie'],
    suspendu: ['suspension'],
    annule: ['annulation', 'annulée'],
  },
  'situation-couverture': {
    aucune: ['sans', 'non', 'sans couverture'],
    'regime-general': ['sécurité sociale', 'CPAM'],
    css: ['CSS', 'CMU', 'CMU-C', 'C2S'],
  },
}

/** The list with the spellings that spreadsheets use for its answers. */
export const avecEcritures = (liste: Liste): Liste => {
  const siennes = ecritures[liste.code]
  if (siennes === undefined) return liste
  return {
    ...liste,
    modalites: liste.modalites.map((m) => ({ ...m, synonymes: [...(m.synonymes ?? []), ...(siennes[m.code] ?? [])] })),
  }
}
