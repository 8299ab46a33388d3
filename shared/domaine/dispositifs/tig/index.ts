import type { Dispositif } from '../../dispositif.ts'
import { champSexe } from '../communs.ts'
import { listesTig } from './listes.ts'

/** Host of travaux d'intérêt général, of travail non rémunéré and of réparations (field reference §2). */
export const tig: Dispositif = {
  code: 'tig',
  libelle: 'Accueil de travaux d’intérêt général',
  libelleCourt: 'TIG',
  nature: 'accueils',
  motSuivi: { singulier: 'accueil', pluriel: 'accueils', genre: 'masculin' },
  listes: listesTig,
  champs: [champSexe],
  listeRoles: 'role-tig',
  listeDestinations: 'service-referent',
  roleParDefaut: 'accueillie',
  roleSousEntendu: 'accueillie',
  listeMotifs: 'issue-tig',
  tranchesAge: [
    { code: 'mineur', libelle: 'Mineurs', jusqua: 17 },
    { code: 'majeur', libelle: 'Majeurs', jusqua: null },
  ],
  sections: [
    { code: 'contexte', titre: 'Contexte', aide: 'Les postes ouverts, les services qui accueillent.' },
    { code: 'partenariat', titre: 'Partenariat', aide: 'Le SPIP, la PJJ, le parquet, les encadrants.' },
    { code: 'difficultes', titre: 'Difficultés', aide: 'Ce qui a manqué : postes, encadrement, délais.' },
    { code: 'perspectives', titre: 'Perspectives', aide: 'Ce qui est prévu ou demandé pour l’année suivante.' },
  ],
  conservation: {
    mois: 24,
    depuis: 'cloture',
    sort: 'effacement',
    visa: false,
    source:
      'Durée à fixer par le délégué à la protection des données, le temps qu’une attestation puisse être redonnée ; à défaut, celle du secteur social (CNIL, délibération n° 2023-095).',
  },
}
