import type { Liste } from '../../dispositif.ts'

/** Who sends a person to the ISC. */
export const saisine: Liste = {
  code: 'saisine',
  libelle: 'Origine de la saisine',
  groupes: [
    { code: 'service', libelle: 'Police ou gendarmerie' },
    { code: 'reperage', libelle: 'Repérage par l’intervenant social' },
    { code: 'exterieur', libelle: 'Services extérieurs' },
    { code: 'personne', libelle: 'La personne ou son entourage' },
  ],
  modalites: [
    {
      code: 'intervention',
      libelle: 'Intervention',
      groupe: 'service',
      synonymes: ['message d’intervention', 'PV d’intervention', 'intervention de police', 'intervention police'],
    },
    { code: 'plainte', libelle: 'Plainte', groupe: 'service', synonymes: ['dépôt de plainte', 'plaintes'] },
    {
      code: 'main-courante',
      libelle: 'Main courante (transmise par un policier ou un gendarme)',
      groupe: 'service',
      synonymes: ['main courante', 'MC', 'mains courantes'],
    },
    {
      code: 'brigade-famille',
      libelle: 'Brigade de protection de la famille',
      groupe: 'service',
      synonymes: ['BPF', 'brigade famille', 'maison de protection des familles', 'MPF'],
    },
    { code: 'fiche-liaison', libelle: 'Fiche de liaison', groupe: 'service', synonymes: ['fiche navette'] },
    {
      code: 'autre-service-enquete',
      libelle: 'Autre service de police ou de gendarmerie',
      groupe: 'service',
      synonymes: ['police', 'gendarmerie', 'commissariat', 'brigade', 'police nationale'],
    },
    {
      code: 'reperage-isc',
      libelle: 'Repérage par l’intervenant social (main courante, synthèse)',
      groupe: 'reperage',
      synonymes: [
        'repérage',
        'repérage par l’ISC',
        'repérage ISCG',
        'exploitation des mains courantes',
        'synthèse du jour',
        'synthèse d’interventions',
      ],
    },
    { code: 'police-municipale', libelle: 'Police municipale', groupe: 'exterieur', synonymes: ['PM'] },
    {
      code: 'services-sociaux',
      libelle: 'Services sociaux',
      groupe: 'exterieur',
      synonymes: ['service social', 'assistante sociale', 'département', 'CCAS'],
    },
    {
      code: 'justice',
      libelle: 'Justice (parquet, maison de justice et du droit)',
      groupe: 'exterieur',
      synonymes: ['MJD', 'parquet', 'procureur', 'tribunal', 'maison de la justice et du droit', 'SPIP'],
    },
    { code: 'elu', libelle: 'Élu ou mairie', groupe: 'exterieur', synonymes: ['élus', 'mairie', 'maire'] },
    { code: 'association', libelle: 'Association', groupe: 'exterieur', synonymes: ['associations'] },
    {
      code: 'autre-partenaire',
      libelle: 'Autre partenaire',
      groupe: 'exterieur',
      synonymes: ['partenaire', 'partenaires', 'hôpital', 'éducation nationale', 'école', 'bailleur'],
    },
    {
      code: 'personne-elle-meme',
      libelle: 'Saisine directe de la personne',
      groupe: 'personne',
      synonymes: [
        'la personne elle-même',
        'personne elle-même',
        'elle-même',
        'lui-même',
        'spontanée',
        'spontané',
        'de lui-même',
        'd’elle-même',
        'accueil spontané',
      ],
    },
    {
      code: 'entourage',
      libelle: 'Entourage, témoin ou particulier',
      groupe: 'personne',
      synonymes: ['entourage', 'famille', 'témoin', 'particulier', 'voisin', 'proche'],
    },
  ],
}
