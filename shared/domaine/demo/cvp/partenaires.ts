import type { Partenaire } from '../../partenaire.ts'
import type { Hasard } from '../hasard.ts'

const annuaire = [
  ['SPIP du Val, milieu ouvert', 'spip-milieu-ouvert', '4, place du Palais', 'Du lundi au vendredi, 9 h à 17 h.'],
  ['SIAO du Val', 'siao', '18, rue des Tilleuls', 'Accueil le matin, sur appel l’après-midi.'],
  ['Résidence sociale Les Peupliers', 'residence-sociale', '7, allée des Peupliers', 'Visites le mardi à 14 h.'],
  ['Mairie de Valombre, état civil', 'prefecture', '1, place de la Mairie', 'Cartes d’identité sur rendez-vous.'],
  ['France services de Rivemont', 'france-services', '22, Grande-Rue', 'Sans rendez-vous, sauf le jeudi.'],
  ['CAF du Val', 'caf', '60, avenue de la Gare', 'Sur rendez-vous.'],
  ['CPAM du Val', 'cpam', '58, avenue de la Gare', 'Sans rendez-vous le matin.'],
  ['Permanence d’accès aux soins de Rivemont', 'soins', '5, rue de l’Hôpital', 'Sans avance de frais.'],
  ['CSAPA Le Seuil', 'csapa', '11, rue Basse', 'Accueil gratuit, de 10 h à 18 h.'],
  ['France Travail de Valombre', 'emploi', '30, rue du Commerce', 'Un conseiller connaît les sortants.'],
  ['Chantier d’insertion Les Jardins du Val', 'iae', 'Chemin des Serres', 'Réunion d’accueil le premier lundi.'],
  ['GRETA du Val', 'formation', '2, rue du Lycée', 'Remise à niveau toute l’année.'],
  ['Épicerie solidaire La Huche', 'aide-alimentaire', '9, rue du Four', 'Mercredi et samedi matin.'],
  ['Relais enfants parents du Val', 'parentalite', '3, impasse des Écoles', 'Un samedi sur deux.'],
] as const

/** Services that do not exist, with the address and hours that a guide prints. */
export const inventerPartenairesCvp = (h: Hasard): Partenaire[] =>
  annuaire.map(([nom, genre, adresse, note], i) => ({
    id: h.uuid(),
    nom,
    genre,
    interlocuteur: null,
    telephone: `01 99 00 20 ${String(10 + i)}`,
    courriel: `contact-${genre}@demonstration.invalid`,
    adresse,
    commune: nom.includes('Rivemont') ? 'Rivemont-le-Haut' : 'Valombre',
    note,
    actif: true,
  }))
