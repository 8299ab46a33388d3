import type { Dispositif } from '../../dispositif.ts'
import { champsIsc } from './champs.ts'
import { listesIsc } from './listes.ts'

/** Intervenant social en commissariat ou gendarmerie (circulaires of 1 August and 21 December 2006). */
export const isc: Dispositif = {
  code: 'isc',
  libelle: 'Intervenant social en commissariat et gendarmerie',
  libelleCourt: 'ISC',
  nature: 'entretiens',
  motSuivi: { singulier: 'situation', pluriel: 'situations', genre: 'feminin' },
  listes: listesIsc,
  champs: champsIsc,
  listeRoles: 'type-public',
  listeDestinations: 'destination',
  roleParDefaut: 'hors-champ-penal',
  listeMotifs: 'motif-cloture',
  tranchesAge: [
    { code: 'moins-18', libelle: 'Moins de 18 ans', jusqua: 17 },
    { code: '18-25', libelle: '18 à 25 ans', jusqua: 25 },
    { code: '26-45', libelle: '26 à 45 ans', jusqua: 45 },
    { code: '46-64', libelle: '46 à 64 ans', jusqua: 64 },
    { code: '65-plus', libelle: '65 ans et plus', jusqua: null },
  ],
  sections: [
    { code: 'contexte', titre: 'Contexte', aide: 'Le poste, son territoire, ce qui a changé dans l’année.' },
    { code: 'partenariat', titre: 'Partenariat', aide: 'Réunions, conventions, liens avec les services.' },
    { code: 'difficultes', titre: 'Difficultés', aide: 'Ce qui a manqué : temps, relais, hébergement, moyens.' },
    { code: 'perspectives', titre: 'Perspectives', aide: 'Ce qui est prévu ou demandé pour l’année suivante.' },
  ],
  conservation: {
    mois: 24,
    depuis: 'dernier-contact',
    sort: 'anonymisation',
    visa: false,
    source:
      'CNIL, délibération n° 2023-095 (secteur social et médico-social) : base active deux ans après le dernier contact.',
  },
}
