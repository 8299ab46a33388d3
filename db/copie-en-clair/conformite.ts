import type { TablesConservation } from '../schema/conservation.ts'
import type { TablesDroits } from '../schema/droits.ts'
import {
  dispositif,
  entier,
  id,
  instant,
  jour,
  json,
  modifieLe,
  omise,
  ouiNon,
  personne,
  suivi,
  type TablesEnClair,
  texte,
} from './colonnes.ts'

type Sujet = TablesConservation & TablesDroits

/** How long things are kept, and what persons asked; a private note is its author's. */
export const tablesDeLaConformite: TablesEnClair<Sujet> = {
  duree_conservation: {
    fichier: 'durees-de-conservation',
    titre: 'Durées de conservation choisies',
    cle: ['dispositif'],
    colonnes: {
      dispositif,
      mois: entier('Mois'),
      sort: texte('Au terme'),
      visa: ouiNon('Visa des archives'),
      source: texte('Source'),
      par: texte('Décidée par'),
      modifie_le: modifieLe,
    },
  },
  visa_archives: {
    fichier: 'visas-des-archives',
    titre: 'Visas des archives',
    cle: ['id'],
    colonnes: {
      id,
      dispositif,
      jusqu_au: jour('À terme au'),
      obtenu_le: jour('Obtenu le'),
      reference: texte('Référence'),
      note_le: instant('Noté le'),
    },
  },
  prolongation: {
    fichier: 'conservations-prolongees',
    titre: 'Dossiers gardés plus longtemps',
    cle: ['suivi_id'],
    colonnes: { suivi_id: suivi, motif: texte('Motif'), jusqu_au: jour('Jusqu’au'), note_le: instant('Noté le') },
  },
  suivi_anonymise: {
    fichier: 'suivis-anonymises',
    titre: 'Suivis anonymisés',
    cle: ['suivi_id'],
    colonnes: { suivi_id: suivi, le: instant('Le') },
  },
  purge: {
    fichier: 'purges',
    titre: 'Purges faites',
    cle: ['id'],
    colonnes: {
      id,
      le: instant('Le'),
      agent: texte('Agent'),
      comptes: json('Comptes'),
      sauvegardes_jusqu_au: jour('Sauvegardes gardées jusqu’au'),
      sauvegardes_otees_le: instant('Sauvegardes supprimées le'),
    },
  },
  demande_droit: {
    fichier: 'demandes-des-personnes',
    titre: 'Demandes des personnes sur leurs données',
    cle: ['id'],
    colonnes: {
      id,
      personne_id: personne,
      genre: texte('Demande'),
      recue_le: jour('Reçue le'),
      prolongee: ouiNon('Délai prolongé'),
      repondue_le: jour('Répondue le'),
      reponse: texte('Réponse'),
      modifie_le: modifieLe,
    },
  },
  restriction: {
    fichier: 'mises-a-l-ecart',
    titre: 'Mises à l’écart',
    cle: ['id'],
    colonnes: {
      id,
      personne_id: personne,
      genre: texte('Demande'),
      depuis: jour('Depuis'),
      levee_le: jour('Levée le'),
      modifie_le: modifieLe,
    },
  },
  note_privee: omise('prive'),
}
