import type { Dispositif } from '../../dispositif.ts'
import { champsCvp } from './champs.ts'
import { listesCvp } from './listes.ts'

/** Correspondant ville-prison, coordinateur justice, référent of those who leave prison (field reference §1). */
export const cvp: Dispositif = {
  code: 'cvp',
  libelle: 'Correspondant ville-prison, coordinateur justice',
  libelleCourt: 'Ville-prison',
  nature: 'entretiens',
  motSuivi: { singulier: 'suivi', pluriel: 'suivis', genre: 'masculin' },
  listes: listesCvp,
  champs: champsCvp,
  listeRoles: 'role-cvp',
  listeDestinations: 'destination-justice',
  roleParDefaut: 'accompagnee',
  roleSousEntendu: 'accompagnee',
  listeMotifs: 'motif-sortie',
  tranchesAge: [
    { code: 'moins-18', libelle: 'Moins de 18 ans', jusqua: 17 },
    { code: '18-24', libelle: '18 à 24 ans', jusqua: 24 },
    { code: '25-39', libelle: '25 à 39 ans', jusqua: 39 },
    { code: '40-59', libelle: '40 à 59 ans', jusqua: 59 },
    { code: '60-plus', libelle: '60 ans et plus', jusqua: null },
  ],
  sections: [
    { code: 'contexte', titre: 'Contexte', aide: 'Le poste, ses établissements, ce qui a changé dans l’année.' },
    {
      code: 'partenariat',
      titre: 'Partenariat',
      aide: 'Le SPIP, le comité de suivi, les conventions, les permanences en établissement.',
    },
    {
      code: 'parcours',
      titre: 'Parcours et effets',
      aide: 'Ce que les chiffres ne disent pas, sans qu’aucune personne puisse être reconnue.',
    },
    { code: 'difficultes', titre: 'Difficultés', aide: 'Ce qui a manqué : hébergement, délais, papiers, relais.' },
    { code: 'perspectives', titre: 'Perspectives', aide: 'Ce qui est prévu ou demandé pour l’année suivante.' },
  ],
  conservation: {
    mois: 24,
    depuis: 'dernier-contact',
    sort: 'effacement',
    visa: false,
    source:
      'CNIL, délibération n° 2023-095 (secteur social et médico-social) : base active deux ans après le dernier contact. Un cadre pénal ne se garde pas au-delà, même sans nom (loi n° 78-17, art. 46).',
  },
}
