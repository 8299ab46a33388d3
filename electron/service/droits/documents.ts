import type { BlocPapier } from '../instances/papier.ts'
import type { Constat } from './constater.ts'
import {
  A_COMPLETER,
  baseLegale,
  conservation,
  donneesNotees,
  droitsDesPersonnes,
  finalites,
  mesures,
  paragraphe,
  puces,
  titre,
} from './traitement.ts'

const tableauDonnees = (constat: Constat): BlocPapier => ({
  type: 'tableau',
  entetes: ['Donnée', 'De qui ou de quoi', 'Ce qui peut être noté'],
  parts: [28, 22, 50],
  lignes: donneesNotees(constat),
})

const jamais =
  'Jalon n’a pas de champ pour l’infraction, le jugement, le casier, la victime d’un mis en cause, le numéro d’écrou, le numéro de sécurité sociale, la religion, l’origine, l’opinion, la vie sexuelle, ni aucun contenu médical.'

/** Entry of the register of processing (RGPD, art. 30 §1), heading by heading. */
export const registre = (constat: Constat): readonly BlocPapier[] => [
  titre('a) Responsable et délégué'),
  puces([
    `Responsable du traitement : ${A_COMPLETER}`,
    `Délégué à la protection des données : ${A_COMPLETER}`,
    `Poste : ${constat.poste}`,
  ]),
  titre('b) Finalités'),
  paragraphe(finalites[constat.regle.dispositif]),
  paragraphe(baseLegale),
  titre('c) Personnes et données'),
  paragraphe(
    `${constat.nomenclature.libelle} : ${constat.suivis} ${constat.nomenclature.motSuivi.pluriel} au coffre ce jour.`,
  ),
  tableauDonnees(constat),
  paragraphe(jamais),
  titre('d) Destinataires'),
  puces([
    `Utilisateurs qui lisent ces suivis : ${constat.lecteurs.join(', ')}`,
    'Partenaires : les lettres et convocations que le poste écrit, une à une',
    'Élus, préfet, financeurs : le bilan anonyme, jamais un nom',
    'Coordonnateur : des lots de nombres, scellés pour lui',
  ]),
  titre('e) Transferts hors de l’Union européenne'),
  paragraphe('Aucun : rien ne quitte le poste que ce que l’utilisateur exporte.'),
  titre('f) Durées de conservation'),
  puces(conservation(constat)),
  titre('g) Mesures de sécurité'),
  puces(mesures(constat)),
]

/** Risks as CNIL's method names them, what limits each here, and what is left to the person in charge to weigh. */
const risques: readonly (readonly string[])[] = [
  [
    'Accès illégitime',
    'Vol du poste ou d’une clé USB, collègue curieux, bilan qui désigne un voisin',
    'Chiffrement, verrouillage, rôles, journal, secret statistique prouvé',
  ],
  [
    'Modification non désirée',
    'Erreur de saisie, fusion de deux personnes, base retouchée',
    'Corrections tracées, fusion réversible, journal enchaîné, relecture après chaque enregistrement',
  ],
  [
    'Disparition',
    'Panne, phrase oubliée, purge par erreur',
    'Sauvegardes relues, code de secours, annonce de 30 jours, sauvegardes gardées 30 jours après une purge',
  ],
]

/** Data protection impact assessment (RGPD, art. 35 §7), pre-filled with what is known and no more. */
export const aipd = (constat: Constat): readonly BlocPapier[] => [
  {
    type: 'avertissement',
    texte: `Prérempli par Jalon d’après ce que le coffre fait vraiment. À relire et à compléter par le responsable, avec son délégué : ce qui manque est marqué ${A_COMPLETER}.`,
  },
  titre('Pourquoi une analyse d’impact'),
  paragraphe(
    'L’accompagnement social des personnes est sur la liste des traitements pour lesquels la CNIL demande une analyse d’impact.',
  ),
  titre('1. Description du traitement'),
  paragraphe(finalites[constat.regle.dispositif]),
  tableauDonnees(constat),
  paragraphe(jamais),
  puces([`Utilisateurs : ${constat.lecteurs.join(', ')}`, ...conservation(constat)]),
  titre('2. Nécessité et proportionnalité'),
  paragraphe(baseLegale),
  puces([
    'Listes fermées et une note courte : rien d’autre ne peut être noté.',
    'Une personne peut être reçue sans dire son nom, et être comptée.',
    ...droitsDesPersonnes,
  ]),
  titre('3. Risques pour les personnes'),
  {
    type: 'tableau',
    entetes: ['Risque', 'Sources', 'Ce qui le limite', 'Gravité et vraisemblance'],
    parts: [18, 26, 36, 20],
    lignes: risques.map((r) => r.concat(A_COMPLETER)),
  },
  titre('4. Mesures'),
  puces(mesures(constat)),
  titre('Ce que Jalon ne couvre pas'),
  puces([
    'Qui tient la phrase du titulaire, ou la clé de la base hors de Jalon, lit tout ce que la base contient.',
    'Les notes en texte libre : Jalon avertit, il n’empêche pas d’y nommer quelqu’un.',
    'Ce qui est exporté, imprimé ou emporté sur une clé USB : le poste en répond.',
    'Après une purge, les bilans publiés gardent des profils de réponses sous des identifiants que plus rien ne porte, pour que deux bilans comparés ne désignent personne.',
  ]),
  titre('5. Avis et décision'),
  puces([
    `Avis du délégué : ${A_COMPLETER}`,
    `Avis des personnes ou de leurs représentants : ${A_COMPLETER}`,
    `Décision du responsable, date : ${A_COMPLETER}`,
  ]),
]
