// Labels of the file of 2012 → codes of the report, and the groups they roll up to, written out again on purpose.

export const nu = (texte = ''): string =>
  texte
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim()

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Sexe: { f: 'femme', femme: 'femme', h: 'homme', homme: 'homme' },
  Public: { victime: 'victime', 'mis en cause': 'mis-en-cause', 'hors champ penal': 'hors-champ-penal' },
  Saisine: {
    'main courante': 'main-courante',
    plainte: 'plainte',
    intervention: 'intervention',
    'services sociaux': 'services-sociaux',
    'police municipale': 'police-municipale',
    'la personne elle meme': 'personne-elle-meme',
    'autre partenaire': 'autre-partenaire',
  },
  Problème: {
    'violences conjugales': 'violences-conjugales',
    'differend de voisinage': 'differend-voisinage',
    'rupture sociale errance': 'rupture-sociale',
    addictions: 'addictions',
    'violences intrafamiliales': 'violences-intrafamiliales',
    'mineur en danger': 'mineur-danger',
    logement: 'logement',
    'troubles psychiatriques': 'troubles-psychiatriques',
  },
  Modalité: { presentiel: 'presentiel', telephone: 'telephone', 'visite a domicile': 'visite-domicile' },
  Orientation: {
    'service social de secteur': 'service-social-secteur',
    ccas: 'ccas',
    '115': '115',
    'mission locale': 'mission-locale',
    avocat: 'avocat',
    bailleur: 'bailleur',
    'association d aide aux victimes': 'aide-victimes',
    cmp: 'cmp',
  },
}
export const code = (liste: string, texte = ''): string => codes[liste]?.[nu(texte)] ?? `?${texte}`

export const famille: Readonly<Record<string, string>> = {
  'violences-conjugales': 'violences',
  'violences-intrafamiliales': 'violences',
  'differend-voisinage': 'conflits',
  'mineur-danger': 'mineurs',
  'troubles-psychiatriques': 'sante',
  addictions: 'sante',
  'rupture-sociale': 'social',
  logement: 'social',
}
export const origine: Readonly<Record<string, string>> = {
  'main-courante': 'service',
  plainte: 'service',
  intervention: 'service',
  'services-sociaux': 'exterieur',
  'police-municipale': 'exterieur',
  'autre-partenaire': 'exterieur',
  'personne-elle-meme': 'personne',
}
export const service: Readonly<Record<string, string>> = {
  'service-social-secteur': 'social',
  ccas: 'social',
  '115': 'logement',
  bailleur: 'logement',
  'mission-locale': 'insertion',
  avocat: 'justice',
  'aide-victimes': 'victimes',
  cmp: 'sante',
}
