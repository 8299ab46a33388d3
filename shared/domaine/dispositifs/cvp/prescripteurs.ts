import type { Liste } from '../../dispositif.ts'

/** Who refers somebody (field reference §1.5). A closed list and nothing else: no file of the police is ever its source. */
export const prescripteurs: Liste = {
  code: 'prescripteur',
  libelle: 'Prescripteur',
  groupes: [
    { code: 'justice', libelle: 'Justice' },
    { code: 'insertion', libelle: 'Insertion et action sociale' },
    { code: 'sante', libelle: 'Santé' },
    { code: 'personne', libelle: 'La personne ou son entourage' },
    { code: 'autres', libelle: 'Autres' },
  ],
  modalites: [
    {
      code: 'spip-milieu-ferme',
      libelle: 'SPIP, milieu fermé',
      groupe: 'justice',
      synonymes: ['SPIP MF', 'SPIP fermé', 'SPIP milieu fermé', 'SPIP en détention'],
    },
    {
      code: 'spip-milieu-ouvert',
      libelle: 'SPIP, milieu ouvert',
      groupe: 'justice',
      synonymes: ['SPIP MO', 'SPIP ouvert', 'SPIP milieu ouvert'],
    },
    {
      code: 'spip',
      libelle: 'SPIP, milieu non précisé',
      groupe: 'justice',
      masquee: true,
      synonymes: ['SPIP', 'CPIP'],
    },
    {
      code: 'jap-parquet',
      libelle: 'Juge de l’application des peines, parquet',
      groupe: 'justice',
      synonymes: ['JAP', 'parquet', 'procureur', 'tribunal'],
    },
    { code: 'pjj', libelle: 'PJJ', groupe: 'justice', synonymes: ['protection judiciaire de la jeunesse'] },
    {
      code: 'avocat-point-justice',
      libelle: 'Avocat, point-justice',
      groupe: 'justice',
      synonymes: ['avocat', 'point justice', 'MJD'],
    },
    { code: 'mission-locale', libelle: 'Mission locale', groupe: 'insertion', synonymes: ['ML'] },
    {
      code: 'france-travail',
      libelle: 'France Travail',
      groupe: 'insertion',
      synonymes: ['Pôle emploi', 'conseiller justice', 'France Travail justice'],
    },
    {
      code: 'ccas',
      libelle: 'CCAS, service social',
      groupe: 'insertion',
      synonymes: ['CCAS', 'CIAS', 'service social', 'assistante sociale'],
    },
    { code: 'departement', libelle: 'Département', groupe: 'insertion', synonymes: ['conseil départemental', 'MDS'] },
    { code: 'siao-115', libelle: 'SIAO, 115', groupe: 'insertion', synonymes: ['SIAO', '115', 'CHRS'] },
    {
      code: 'association',
      libelle: 'Association',
      groupe: 'insertion',
      synonymes: ['associations', 'visiteur de prison'],
    },
    {
      code: 'sante',
      libelle: 'Santé (USMP, CSAPA, CMP)',
      groupe: 'sante',
      synonymes: ['USMP', 'UCSA', 'CSAPA', 'CMP', 'hôpital', 'santé'],
    },
    {
      code: 'spontanee',
      libelle: 'La personne elle-même',
      groupe: 'personne',
      synonymes: ['spontanée', 'spontané', 'elle-même', 'lui-même', 'courrier de la personne'],
    },
    {
      code: 'famille-proche',
      libelle: 'Famille, proche',
      groupe: 'personne',
      synonymes: ['famille', 'proche', 'entourage', 'parent', 'conjoint'],
    },
    { code: 'elu', libelle: 'Élu, cabinet', groupe: 'autres', synonymes: ['élu', 'mairie', 'maire', 'cabinet'] },
    {
      code: 'iscg',
      libelle: 'Intervenant social en commissariat ou gendarmerie',
      groupe: 'autres',
      synonymes: ['ISCG', 'ISC', 'intervenant social'],
    },
    { code: 'autre', libelle: 'Autre', groupe: 'autres', synonymes: ['autres', 'divers'] },
  ],
}
