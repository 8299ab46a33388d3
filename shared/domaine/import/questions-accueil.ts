import type { Liste } from '../dispositif.ts'
import { type Nomenclature, trouverListe } from '../nomenclature.ts'
import { mesuresTig, reglesMesure } from '../tig/mesure.ts'
import { avecEcritures } from './ecritures.ts'
import type { Question } from './questions.ts'

/** The columns of a host of TIG: what a host may know of whom it receives (field reference §2.3), read by `lire-accueil.ts`. */
export const questionsAccueil = (nomenclature: Nomenclature): readonly Question[] => [
  {
    ...choix('mesure', 'Mesure', listeMesures, [
      'type de mesure',
      'nature de la mesure',
      'cadre',
      'cadre judiciaire',
      'type d’accueil',
      'type',
      'TIG/TNR',
    ]),
    ancre: true,
  },
  {
    champ: 'service',
    libelle: 'Service référent',
    titres: [
      'Service référent',
      'service prescripteur',
      'prescripteur',
      'service mandant',
      'service orienteur',
      'orienté par',
      'service de suivi',
      'service chargé du suivi',
      'SPIP/PJJ',
    ],
    liste: avecEcritures(trouverListe(nomenclature, nomenclature.listeDestinations)),
    multiple: false,
  },
  texte('referent', 'Interlocuteur du service', ['CPIP', 'éducateur', 'référent', 'nom du CPIP', 'agent référent']),
  {
    ...texte('heures', 'Heures à faire ici', [
      'heures à effectuer',
      'heures à faire',
      'nombre d’heures à effectuer',
      'nb heures à effectuer',
      'heures à réaliser',
      'volume horaire',
      'nombre d’heures',
      'nb d’heures',
      'nb heures',
      'heures',
    ]),
    ancre: true,
  },
  texte('prononcees', 'Heures prononcées', [
    'nombre d’heures prononcées',
    'nb heures prononcées',
    'heures de TIG',
    'heures ordonnées',
    'heures totales',
  ]),
  texte('faites', 'Heures déjà faites', [
    'heures effectuées',
    'heures faites',
    'heures réalisées',
    'nombre d’heures effectuées',
    'nb heures effectuées',
    'heures accomplies',
  ]),
  jour('decideLe', 'Décision du', [
    'date de décision',
    'date de la décision',
    'décision',
    'date de la mesure',
    'date de notification',
    'date du prononcé',
  ]),
  jour('echeance', 'À faire avant le', [
    'échéance',
    'date d’échéance',
    'date limite',
    'délai',
    'fin du délai',
    'à exécuter avant le',
  ]),
  jour('debutLe', 'Premier jour', [
    'début',
    'date de début',
    'début du TIG',
    'date d’entrée',
    'date d’accueil',
    'date de prise en charge',
    'commencé le',
    'premier jour convenu',
  ]),
  jour('finLe', 'Fin', ['date de fin', 'fin du TIG', 'terminé le', 'date de sortie', 'dernier jour']),
  texte('poste', 'Poste', [
    'poste de travail',
    'poste occupé',
    'intitulé du poste',
    'affectation',
    'lieu d’affectation',
    'lieu d’accueil',
    'chantier',
  ]),
  texte('accueil', 'Service d’accueil', [
    'service accueillant',
    'service d’affectation',
    'service municipal',
    'service',
  ]),
  texte('encadrant', 'Encadrant technique', ['encadrant', 'tuteur', 'responsable technique', 'chef d’équipe']),
  choix('issue', 'Issue', avecEcritures(trouverListe(nomenclature, nomenclature.listeMotifs)), [
    'issue de la mesure',
    'résultat',
    'motif de fin',
    'motif de sortie',
    'statut',
    'état',
    'bilan',
    'fin de mesure',
  ]),
  texte('attestation', 'Attestation remise', [
    'attestation',
    'attestation remise le',
    'date de l’attestation',
    'attestation d’exécution',
    'certificat remis',
  ]),
]

/** What everybody writes of a person, of the questions that all dispositifs share. */
export const communesDAccueil: ReadonlySet<string> = new Set([
  'nom',
  'prenom',
  'nomComplet',
  'naissance',
  'telephone',
  'commune',
])

const texte = (champ: string, libelle: string, titres: readonly string[]): Question => ({
  champ,
  libelle,
  titres: [libelle, ...titres],
  multiple: false,
})

const jour = (champ: string, libelle: string, titres: readonly string[]): Question => ({
  ...texte(champ, libelle, titres),
  ancre: true,
})

/** The list is the law's: an import adds nothing to it. */
const choix = (champ: string, libelle: string, liste: Liste, titres: readonly string[]): Question => ({
  ...texte(champ, libelle, titres),
  liste,
  fermee: true,
})

const listeMesures: Liste = avecEcritures({
  code: 'mesure-tig',
  libelle: 'Mesure',
  modalites: mesuresTig.map((code) => ({
    code,
    libelle: reglesMesure[code].libelle,
    synonymes: [...reglesMesure[code].synonymes],
  })),
})
