import { libellesObjetConsentement, libellesReponseConsentement } from '#shared/domaine/parcours/consentement.ts'
import { libellesStatutDemarche } from '#shared/domaine/parcours/demarche.ts'
import { libellesModeSortie } from '#shared/domaine/parcours/passage.ts'
import { libellesMomentSituation, libellesMotifCorrection } from '#shared/domaine/parcours/situation.ts'
import { genresDemande, reponsesDemande } from '#shared/domaine/droits/demande.ts'
import { genresRestriction } from '#shared/domaine/droits/restriction.ts'
import { motifsProlongation } from '#shared/domaine/conservation/prolongation.ts'
import { reperes } from '#shared/domaine/parcours/etape.ts'

type Rubrique = {
  readonly titre: string
  /** Column → what it is, for somebody who never saw a base. */
  readonly colonnes: Readonly<Record<string, string>>
}

/** What each table says of somebody, in the order of her copy. A column that is not here is an id, or the clock of the PC. */
export const rubriques: Readonly<Record<string, Rubrique>> = {
  suivi: {
    titre: 'Suivi',
    colonnes: {
      numero: 'Numéro',
      saisine_date: 'Date de la saisine',
      ouvert_le: 'Ouvert le',
      clos_le: 'Clos le',
      motif_cloture: 'Motif de clôture',
      reponses: 'Réponses',
    },
  },
  participation: { titre: 'Personnes de ce suivi', colonnes: { role: 'Rôle', reponses: 'Réponses' } },
  entretien: {
    titre: 'Entretiens où vous étiez',
    colonnes: {
      date: 'Date',
      heure: 'Heure',
      duree_minutes: 'Durée (minutes)',
      note: 'Note',
      reponses: 'Réponses',
      supprime_le: 'Retiré le',
    },
  },
  presence: { titre: 'Présences', colonnes: { commune: 'Commune ce jour-là' } },
  orientation: {
    titre: 'Orientations',
    colonnes: { destination: 'Vers', partenaire_id: 'Partenaire', statut: 'Suite', repondu_le: 'Répondu le' },
  },
  echeance: { titre: 'Échéances', colonnes: { date: 'Date', libelle: 'Objet', faite_le: 'Faite le' } },
  remise_notice: { titre: 'Notice d’information', colonnes: { date: 'Remise le' } },
  reperage: { titre: 'Repérage', colonnes: { date: 'Date' } },
  parcours_repere: { titre: 'Étapes du parcours', colonnes: { repere: 'Étape', date: 'Date' } },
  consentement: {
    titre: 'Consentements',
    colonnes: {
      objet: 'Objet',
      reponse: 'Réponse',
      date: 'Date',
      par: 'Recueilli par',
      aupres_de: 'Auprès de',
      supprime_le: 'Retiré le',
    },
  },
  statut_penal: { titre: 'Statut pénal', colonnes: { statut: 'Statut', du: 'Depuis', supprime_le: 'Retiré le' } },
  mesure: {
    titre: 'Mesures',
    colonnes: { mesure: 'Mesure', du: 'Du', fin_prevue: 'Fin prévue', au: 'Au', supprime_le: 'Retirée le' },
  },
  passage: {
    titre: 'Passages en établissement',
    colonnes: {
      etablissement: 'Établissement',
      quartier: 'Quartier',
      entree: 'Entrée',
      sortie: 'Sortie',
      mode: 'Mode de sortie',
      supprime_le: 'Retiré le',
    },
  },
  situation: {
    titre: 'Situations',
    colonnes: {
      moment: 'Moment',
      date: 'Date',
      jointe: 'Personne jointe',
      reponses: 'Réponses',
      validee_le: 'Validée le',
    },
  },
  situation_correction: {
    titre: 'Corrections de situation',
    colonnes: {
      moment: 'Moment',
      motif: 'Motif',
      date_avant: 'Date d’avant',
      reponses_avant: 'Réponses d’avant',
      corrigee_le: 'Corrigée le',
    },
  },
  demarche: {
    titre: 'Démarches',
    colonnes: {
      domaine: 'Domaine',
      demarche: 'Démarche',
      partenaire_id: 'Partenaire',
      ouverte_le: 'Ouverte le',
      echeance: 'Échéance',
      precision: 'Précision',
      supprime_le: 'Retirée le',
    },
  },
  demarche_statut: {
    titre: 'Avancement des démarches',
    colonnes: { statut: 'Statut', date: 'Date', supprime_le: 'Retiré le' },
  },
  comite_decision: {
    titre: 'Décisions de comité',
    colonnes: {
      decision: 'Décision',
      acteur: 'Qui s’en charge',
      pour_le: 'Pour le',
      faite_le: 'Faite le',
      supprime_le: 'Retirée le',
    },
  },
  rattachement: {
    titre: 'Rattachement',
    colonnes: { referent_id: 'Référent', relais_id: 'Relais', relais_le: 'Relais le' },
  },
  contrat: { titre: 'Contrats', colonnes: { type: 'Contrat', du: 'Du', au: 'Au', supprime_le: 'Retiré le' } },
  accueil: {
    titre: 'Accueil',
    colonnes: {
      mesure: 'Mesure',
      service: 'Service',
      referent: 'Référent',
      heures: 'Heures',
      decide_le: 'Décidé le',
      echeance: 'Échéance',
      debut_le: 'Début',
      poste_id: 'Poste',
      encadrant: 'Encadrant',
      heures_emploi: 'Heures d’emploi',
      examen_requis: 'Examen médical demandé',
      examen_vu: 'Examen médical passé',
      attestation_le: 'Attestation le',
      minutes_reprises: 'Minutes déjà faites',
      supprime_le: 'Retiré le',
    },
  },
  journee: {
    titre: 'Journées',
    colonnes: {
      date: 'Date',
      debut: 'Début (minutes)',
      fin: 'Fin (minutes)',
      pause: 'Pause (minutes)',
      repas: 'Repas (minutes)',
      trajet: 'Trajet (minutes)',
      supprime_le: 'Retirée le',
    },
  },
  journee_correction: {
    titre: 'Journées telles qu’elles étaient avant correction',
    colonnes: {
      date: 'Date',
      debut: 'Début (minutes)',
      fin: 'Fin (minutes)',
      pause: 'Pause (minutes)',
      repas: 'Repas (minutes)',
      trajet: 'Trajet (minutes)',
      corrigee_le: 'Corrigée le',
    },
  },
  incident: {
    titre: 'Incidents',
    colonnes: { date: 'Date', genre: 'Incident', signale_le: 'Signalé le', supprime_le: 'Retiré le' },
  },
  prolongation: { titre: 'Conservation prolongée', colonnes: { motif: 'Motif', jusqu_au: 'Jusqu’au' } },
  suivi_anonymise: { titre: 'Anonymisation', colonnes: { le: 'Le' } },
  note_privee: { titre: 'Notes personnelles de l’auteur de cette copie', colonnes: { texte: 'Note' } },
  point_nominatif: {
    titre: 'Points d’un groupe de l’article L132-5',
    colonnes: {
      designation: 'Désignation',
      naissance: 'Année de naissance',
      origine: 'Origine',
      besoin: 'Besoin',
      decision: 'Décision',
      acteur: 'Qui s’en charge',
      pour_le: 'Pour le',
      faite_le: 'Faite le',
      fin_suivi: 'Fin du suivi',
    },
  },
  demande_droit: {
    titre: 'Vos demandes',
    colonnes: {
      genre: 'Demande',
      recue_le: 'Reçue le',
      prolongee: 'Délai prolongé',
      repondue_le: 'Répondue le',
      reponse: 'Réponse',
    },
  },
  restriction: { titre: 'Mises à l’écart', colonnes: { genre: 'Demande', depuis: 'Depuis', levee_le: 'Levée le' } },
}

/** Labels of the codes that no list of the post holds. */
export const motsFixes: Readonly<Record<string, string>> = {
  ...libellesObjetConsentement,
  ...libellesReponseConsentement,
  ...libellesStatutDemarche,
  ...libellesModeSortie,
  ...libellesMomentSituation,
  ...libellesMotifCorrection,
  ...genresDemande,
  ...reponsesDemande,
  ...genresRestriction,
  ...motifsProlongation,
  ...Object.fromEntries(reperes.map(({ code, libelle }) => [code, libelle])),
}
