import type { Liste, Modalite } from '../../dispositif.ts'

const une = (groupe: string, code: string, libelle: string, ...synonymes: readonly string[]): Modalite => ({
  code,
  libelle,
  groupe,
  synonymes,
})

/** Where a person leaving prison is sent. What the ISC also knows bears the same code: one directory serves all the jobs. */
export const destinationsJustice: Liste = {
  code: 'destination-justice',
  libelle: 'Orientation',
  groupes: [
    { code: 'droits', libelle: 'Droits et justice' },
    { code: 'logement', libelle: 'Logement et hébergement' },
    { code: 'emploi', libelle: 'Emploi et formation' },
    { code: 'sante', libelle: 'Santé' },
    { code: 'social', libelle: 'Action sociale et famille' },
    { code: 'autres', libelle: 'Autres' },
  ],
  modalites: [
    une('droits', 'spip-milieu-ouvert', 'SPIP, milieu ouvert', 'SPIP', 'SPIP MO'),
    une('droits', 'pjj', 'PJJ', 'protection judiciaire de la jeunesse'),
    une('droits', 'mjd', 'Point-justice, maison de justice et du droit', 'MJD', 'point justice', 'PAD'),
    une('droits', 'avocat', 'Avocat', 'barreau'),
    une('droits', 'france-services', 'France services'),
    une('droits', 'prefecture', 'Préfecture, mairie (titres)', 'préfecture', 'état civil', 'ANTS'),
    une('droits', 'caf', 'CAF, MSA', 'CAF', 'MSA'),
    une('logement', 'siao', 'SIAO', 'service intégré d’accueil et d’orientation'),
    une('logement', '115', '115 – Samusocial', '115', 'Samusocial'),
    une('logement', 'hebergement', 'Structure d’hébergement', 'CHRS', 'hébergement', 'foyer'),
    une('logement', 'residence-sociale', 'Résidence sociale, foyer de jeunes travailleurs', 'FJT', 'résidence sociale'),
    une('logement', 'bailleur', 'Bailleur', 'bailleur social', 'office HLM'),
    une('emploi', 'mission-locale', 'Mission locale', 'ML'),
    une('emploi', 'emploi', 'France Travail', 'Pôle emploi'),
    une('emploi', 'iae', 'Insertion par l’activité économique', 'IAE', 'SIAE', 'chantier d’insertion'),
    une('emploi', 'formation', 'Organisme de formation', 'formation', 'AFPA', 'GRETA', 'E2C'),
    une('emploi', 'employeur', 'Employeur, agence d’intérim', 'employeur', 'intérim'),
    une('sante', 'cpam', 'Assurance maladie', 'CPAM'),
    une('sante', 'soins', 'Structure de soins', 'médecin', 'hôpital', 'PASS'),
    une('sante', 'cmp', 'CMP', 'centre médico-psychologique'),
    une('sante', 'csapa', 'CSAPA, CAARUD', 'CSAPA', 'CAARUD', 'addictologie'),
    une('sante', 'psychologue', 'Psychologue, lieu d’écoute', 'psychologue', 'PAEJ'),
    une('sante', 'mdph', 'MDPH'),
    une('social', 'ccas', 'CCAS', 'CIAS', 'centre communal d’action sociale'),
    une('social', 'service-social-secteur', 'Service social de secteur', 'service social', 'département', 'MDS'),
    une('social', 'aide-alimentaire', 'Aide alimentaire, vestiaire', 'aide alimentaire', 'épicerie sociale'),
    une('social', 'surendettement', 'Point conseil budget, Banque de France', 'surendettement', 'PCB'),
    une('social', 'parentalite', 'Lien familial, parentalité', 'parentalité', 'relais parents enfants'),
    une('autres', 'autre', 'Autre', 'autres', 'divers', 'autre structure'),
  ],
}
