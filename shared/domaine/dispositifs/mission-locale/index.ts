import type { Dispositif } from '../../dispositif.ts'
import { champsMissionLocale } from './champs.ts'
import { listesMissionLocale } from './listes.ts'

/** Référent justice of a mission locale, for youths of 16 to 25 (art. L5314-2, code du travail; field reference §3). */
export const missionLocale: Dispositif = {
  code: 'mission-locale',
  libelle: 'Référent justice de mission locale',
  libelleCourt: 'Mission locale',
  nature: 'entretiens',
  motSuivi: { singulier: 'accompagnement', pluriel: 'accompagnements', genre: 'masculin' },
  listes: listesMissionLocale,
  champs: champsMissionLocale,
  listeRoles: 'role-mission-locale',
  listeDestinations: 'destination-justice',
  roleParDefaut: 'jeune',
  roleSousEntendu: 'jeune',
  listeMotifs: 'motif-sortie',
  tranchesAge: [
    { code: 'moins-16', libelle: 'Moins de 16 ans', jusqua: 15 },
    { code: '16-17', libelle: '16 et 17 ans', jusqua: 17 },
    { code: '18-21', libelle: '18 à 21 ans', jusqua: 21 },
    { code: '22-25', libelle: '22 à 25 ans', jusqua: 25 },
    { code: '26-plus', libelle: '26 ans et plus', jusqua: null },
  ],
  sections: [
    { code: 'contexte', titre: 'Contexte', aide: 'Le poste, ses établissements, ce qui a changé dans l’année.' },
    {
      code: 'partenariat',
      titre: 'Partenariat',
      aide: 'Le SPIP, la PJJ, les missions locales du département et celles qui prennent le relais.',
    },
    {
      code: 'parcours',
      titre: 'Parcours et effets',
      aide: 'Ce que les chiffres ne disent pas, sans qu’aucun jeune puisse être reconnu.',
    },
    { code: 'difficultes', titre: 'Difficultés', aide: 'Ce qui a manqué : délais, mobilité, logement, relais.' },
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
