import type { CodeErreur } from './erreur.ts'

/** What a person reads for each failure: what happened, then what to do. Never a technical word. */
export const messagesErreur: Readonly<Record<CodeErreur, string>> = {
  'appel-inconnu': 'Cette fonction n’existe pas dans cette version de Jalon.',
  'entree-invalide': 'Certaines informations ne sont pas valables. Corrigez les champs signalés.',
  introuvable: 'Cet élément n’existe plus dans le coffre.',
  annule: 'Opération annulée : rien n’a été écrit.',
  verrouille: 'Le coffre est verrouillé. Ouvrez-le pour continuer.',
  'coffre-absent': 'Aucun coffre à cet emplacement.',
  'coffre-existant': 'Un coffre existe déjà à cet emplacement : il n’a pas été touché.',
  'coffre-incomplet': 'Une partie du coffre manque. Rien n’a été recréé ni modifié.',
  'coffre-illisible': 'Le coffre ne peut pas être lu. Rien n’a été recréé ni modifié.',
  'version-future': 'Ce coffre vient d’une version plus récente de Jalon : il n’a pas été touché.',
  'phrase-incorrecte': 'Cette phrase secrète n’est pas la bonne.',
  'phrase-trop-faible': 'Cette phrase secrète est trop facile à deviner. Choisissez-en une plus longue.',
  'trop-d-essais': 'Trop d’essais à la suite. Patientez avant de recommencer.',
  'code-secours-incorrect': 'Ce code de secours n’est pas le bon.',
  'emplacement-refuse':
    'Ce dossier ne convient pas : un lecteur réseau ou un dossier synchronisé abîmerait le coffre. Choisissez un dossier de cet ordinateur.',
  'migration-impossible': 'La mise à jour du coffre a échoué : il est resté tel qu’il était.',
  'fichier-illisible': 'Ce fichier ne peut pas être lu.',
  'fichier-trop-gros': 'Ce fichier est trop volumineux.',
  'import-refuse': 'Rien n’a été importé : des lignes ou des valeurs restent à régler.',
  'valeur-inconnue': 'Une réponse ne figure pas dans la liste de ce poste.',
  'valeur-utilisee': 'Cette valeur est utilisée : elle peut être masquée, pas supprimée.',
  'periode-invalide': 'La période n’est pas valable : le début doit précéder la fin.',
  'seuil-interdit': 'Ce seuil n’est pas permis.',
  'ecriture-impossible': 'L’écriture a échoué. Vérifiez la place libre et les droits sur le dossier.',
  'pdf-indisponible': 'Le PDF ne peut pas être produit sur cet ordinateur.',
  'service-arrete': 'Le service des données s’est arrêté. Rouvrez Jalon : les brouillons enregistrés seront là.',
  interne: 'Une erreur imprévue est survenue. Rien de ce qui était enregistré n’est perdu.',
}
