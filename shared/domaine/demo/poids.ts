/** Weights of the invented year, after the figures that posts publish (isc.md §2); a value without weight never comes. */
export const roles = ['victime', 'mis-en-cause', 'hors-champ-penal'] as const
export type RoleDemo = (typeof roles)[number]
export type ParRole = Readonly<Record<RoleDemo, number>>
export type Poids = Readonly<Record<string, number>>

/** Nobody asked, or nothing written down: it happens, and the report must count it. */
export const SANS_REPONSE = ''

export const poidsSexe: Readonly<Record<RoleDemo, Poids>> = {
  victime: { femme: 84, homme: 14, [SANS_REPONSE]: 2 },
  'mis-en-cause': { femme: 13, homme: 85, [SANS_REPONSE]: 2 },
  'hors-champ-penal': { femme: 58, homme: 38, [SANS_REPONSE]: 4 },
}

/** Age bands as « min-max », in years. */
export const poidsAge: Readonly<Record<RoleDemo, Poids>> = {
  victime: { '9-17': 9, '18-25': 18, '26-45': 47, '46-64': 19, '65-84': 7 },
  'mis-en-cause': { '14-17': 7, '18-25': 23, '26-45': 48, '46-64': 19, '65-78': 3 },
  'hors-champ-penal': { '8-17': 12, '18-25': 14, '26-45': 37, '46-64': 24, '65-91': 13 },
}

export const poidsProblematique: Readonly<Record<RoleDemo, Poids>> = {
  victime: {
    'violences-conjugales': 42,
    'violences-intrafamiliales': 15,
    'violences-sexuelles': 5,
    'violences-physiques': 7,
    harcelement: 9,
    separation: 7,
    'differend-voisinage': 5,
    'mineur-danger': 6,
    'abus-confiance': 4,
  },
  'mis-en-cause': {
    'violences-conjugales': 26,
    'violences-intrafamiliales': 11,
    'differend-conjugal': 13,
    'differend-familial': 10,
    'differend-voisinage': 9,
    addictions: 18,
    'troubles-psychiatriques': 7,
    'rupture-sociale': 6,
  },
  'hors-champ-penal': {
    'violences-conjugales': 17,
    'violences-intrafamiliales': 8,
    'rupture-sociale': 17,
    'troubles-psychiatriques': 11,
    logement: 8,
    'differend-familial': 8,
    'differend-conjugal': 7,
    'differend-voisinage': 6,
    'difficultes-educatives': 7,
    'mineur-fugue': 4,
    addictions: 3,
    'personne-vulnerable': 4,
    suicide: 2,
    deuil: 1,
    autre: 1,
  },
}

export const poidsSaisine: Poids = {
  'reperage-isc': 27,
  plainte: 13,
  'main-courante': 15,
  intervention: 11,
  'brigade-famille': 7,
  'autre-service-enquete': 5,
  'police-municipale': 3,
  'services-sociaux': 6,
  justice: 2,
  elu: 1,
  association: 3,
  'personne-elle-meme': 5,
  entourage: 1,
  [SANS_REPONSE]: 1,
}

export const poidsConnu: Poids = { non: 60, oui: 34, [SANS_REPONSE]: 6 }
export const poidsModalite: Poids = { presentiel: 63, telephone: 32, 'visite-domicile': 3, visio: 2 }
export const poidsLieu: Poids = { commissariat: 74, mairie: 16, permanence: 10 }
export const poidsAction: Poids = {
  'accueil-ecoute': 30,
  'diagnostic-social': 16,
  'information-droits': 22,
  'aide-demarches': 12,
  soutien: 9,
  mediation: 5,
  'preparation-plainte': 3,
  'ordonnance-protection': 2,
  'mise-a-labri': 1,
}

/** Where people are sent, by group of problématique. */
export const poidsDestination: Readonly<Record<string, Poids>> = {
  violences: {
    'aide-victimes': 24,
    'association-vif': 14,
    cidff: 14,
    'service-social-secteur': 16,
    avocat: 8,
    jaf: 5,
    psychologue: 8,
    hebergement: 6,
    soins: 5,
  },
  conflits: { cidff: 20, mjd: 22, jaf: 10, 'service-social-secteur': 24, psychologue: 12, bailleur: 12 },
  mineurs: { crip: 16, 'service-social-secteur': 44, psychologue: 26, 'mission-locale': 14 },
  sante: { cmp: 44, soins: 30, psychologue: 14, 'service-social-secteur': 12 },
  social: { ccas: 30, '115': 16, 'service-social-secteur': 28, bailleur: 10, hebergement: 10, emploi: 6 },
  autres: { mjd: 40, 'aide-victimes': 30, psychologue: 20, autre: 10 },
}

export const poidsStatut = {
  ancien: { aboutie: 46, acceptee: 18, refusee: 8, 'sans-suite': 19, attente: 9 },
  recent: { aboutie: 12, acceptee: 18, refusee: 4, 'sans-suite': 2, attente: 64 },
} as const

export const poidsMotifCloture: Poids = { relais: 52, 'plus-de-besoin': 21, refus: 8, injoignable: 15, autre: 4 }

/** Share of a month's days that see a first entretien: August is quiet, January and autumn are not. */
export const rythme = [1, 0.95, 0.9, 0.85, 0.85, 0.9, 0.7, 0.45, 0.95, 1, 0.95, 0.75] as const
