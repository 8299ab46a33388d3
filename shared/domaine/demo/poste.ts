import type { Partenaire } from '../partenaire.ts'
import type { Poste } from '../poste.ts'
import type { Hasard } from './hasard.ts'

/** The post: one full-time and one half-time worker, at the grants of source 001, the second begun in October. */
export const inventerPostes = (h: Hasard, annee: number): Poste[] => [
  {
    id: h.uuid(),
    nom: 'Intervenant social, temps plein',
    etp: 1,
    financementAnnuel: 40_000,
    financeur: 'FIPD',
    du: `${annee - 2}-01-01`,
    au: null,
  },
  {
    id: h.uuid(),
    nom: 'Intervenant social, mi-temps',
    etp: 0.5,
    financementAnnuel: 18_000,
    financeur: 'FIPD',
    du: `${annee}-10-01`,
    au: null,
  },
]

const annuaire = [
  ['Maison du Département de Valombre', 'service-social-secteur', 'Secrétariat du service social'],
  ['Service social des Granges-Neuves', 'service-social-secteur', null],
  ['CCAS de Valombre', 'ccas', 'Accueil des droits'],
  ['Entraide Victimes du Val', 'aide-victimes', 'Permanence juridique'],
  ['CIDFF du Val', 'cidff', null],
  ['Association Les Éclaircies', 'association-vif', 'Équipe d’écoute'],
  ['115 du Val', '115', null],
  ['Foyer des Deux-Rives', 'hebergement', 'Chef de service'],
  ['Val Habitat', 'bailleur', 'Chargée de médiation'],
  ['CMP Paul-Lenoir', 'cmp', 'Accueil infirmier'],
  ['Hôpital de Rivemont, urgences médico-judiciaires', 'soins', null],
  ['Lieu d’écoute La Passerelle', 'psychologue', 'Psychologue'],
  ['Permanence des avocats de Valombre', 'avocat', null],
  ['Maison de justice et du droit de Valombre', 'mjd', 'Greffe'],
  ['Mission locale du Val', 'mission-locale', null],
] as const

/** A directory of services that do not exist; `.invalid` addresses reach nobody (RFC 2606). */
export const inventerPartenaires = (h: Hasard): Partenaire[] =>
  annuaire.map(([nom, genre, interlocuteur], i) => ({
    id: h.uuid(),
    nom,
    genre,
    interlocuteur,
    telephone: `01 99 00 10 ${String(10 + i)}`,
    courriel: `contact-${genre}@demonstration.invalid`,
    adresse: null,
    commune: 'Valombre',
    note: 'Partenaire inventé.',
    actif: nom !== 'Service social des Granges-Neuves',
  }))

/** The narrative of the report, by section. */
export const textes: Readonly<Record<string, string>> = {
  contexte:
    'Texte de démonstration, entièrement inventé. Le poste d’intervenant social est installé au commissariat de Valombre. Un second poste à mi-temps a été ouvert en octobre pour répondre aux demandes du commissariat et des services.',
  partenariat:
    'Texte de démonstration. Une réunion mensuelle réunit le service social de secteur, l’association d’aide aux victimes et la brigade de protection de la famille. Une fiche de liaison commune est utilisée depuis le printemps.',
  difficultes:
    'Texte de démonstration. Les places d’hébergement manquent pour les femmes seules avec enfants, et les délais du centre médico-psychologique dépassent deux mois.',
  perspectives:
    'Texte de démonstration. Le passage du mi-temps à un temps plein est demandé. Une permanence hebdomadaire en mairie sera essayée.',
}
