import { motifsProlongation } from '#shared/domaine/conservation/prolongation.ts'
import { sortsEnMots } from '#shared/domaine/conservation/mots.ts'
import { JOURS_SAUVEGARDES } from '#shared/domaine/conservation/apercu.ts'
import { MOIS_GARDES } from '#shared/domaine/journal.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { COUT } from '../coffre/entete.ts'
import { gardees } from '../coffre/sauvegardes-rotation.ts'
import type { BlocPapier } from '../instances/papier.ts'
import type { Constat } from './constater.ts'

/** What only the person in charge knows: left to her, and seen to be missing. */
export const A_COMPLETER = '[à compléter]'

/** Why each dispositif may exist at all, and what it is for (cvp-clspd.md §5.1). */
export const finalites: Readonly<Record<Constat['regle']['dispositif'], string>> = {
  isc: 'Accueillir, informer et orienter les personnes reçues au commissariat ou à la gendarmerie ; rendre compte de l’activité par un bilan anonyme.',
  cvp: 'Préparer la sortie de prison avec les personnes qui l’acceptent, les accompagner ensuite ; rendre compte de l’activité par un bilan anonyme.',
  'mission-locale':
    'Accompagner vers l’emploi et l’autonomie les jeunes placés sous main de justice ; rendre compte de l’activité par un bilan anonyme.',
  tig: 'Accueillir des travaux d’intérêt général et des réparations, tenir la feuille de présence, délivrer l’attestation ; rendre compte par un bilan anonyme.',
  coordination:
    'Conduire la stratégie locale de prévention ; dans les seuls groupes de l’article L132-5 du code de la sécurité intérieure, suivre des situations individuelles.',
}

export const baseLegale =
  'Mission d’intérêt public (RGPD, art. 6 §1 e). L’accompagnement est volontaire : un refus n’a pas d’effet sur une procédure ou une peine.'

/** Every question asked, one per line, with its possible answers: nothing else can be noted but a note. */
export const donneesNotees = ({ nomenclature, regle, necessite }: Constat): readonly (readonly string[])[] => {
  const champs = nomenclature.champs.filter((c) => c.actif)
  const deQui = {
    personne: 'la personne',
    participation: 'sa place dans le suivi',
    suivi: 'le suivi',
    entretien: 'l’entretien',
  }
  const communes: readonly (readonly string[])[] =
    regle.dispositif === 'coordination'
      ? [
          [
            'Point nominatif',
            'une personne du groupe L132-5',
            'désignation, année de naissance, origine, besoin, décision, en listes fermées',
          ],
        ]
      : [
          [
            'Identité',
            'la personne',
            'nom, prénom, date ou année de naissance, téléphone, commune ; ou rien, si elle reste anonyme',
          ],
        ]
  const roles = nomenclature.listes.find((l) => l.code === nomenclature.listeRoles)
  const role = roles?.modalites.filter((m) => m.masquee !== true).map((m) => m.libelle) ?? []
  return [
    ...communes,
    ...(regle.dispositif === 'coordination' ? [] : [['Rôle', 'sa place dans le suivi', role.join(', ')]]),
    ...champs.map((c) => {
      const liste = nomenclature.listes.find((l) => l.code === c.liste)
      const reponses = liste?.modalites.filter((m) => m.masquee !== true).map((m) => m.libelle) ?? ['un nombre']
      const dites = reponses.length > 8 ? [...reponses.slice(0, 8), `et ${reponses.length - 8} autres`] : reponses
      return [c.libelle, deQui[c.porteur], dites.join(', ')]
    }),
    ...(aUnParcours(nomenclature)
      ? [
          [
            'Statut pénal et mesures',
            'le suivi',
            necessite
              ? 'notés : leur nécessité a été déclarée (loi n° 78-17, art. 46)'
              : 'non notés : leur nécessité n’est pas déclarée',
          ],
          ['Passages en établissement, démarches, situations', 'le suivi', 'dates et listes fermées'],
        ]
      : []),
    ...(nomenclature.nature === 'accueils'
      ? [['Feuille de présence', 'l’accueil', 'jours, horaires, incidents en liste fermée, heures faites']]
      : []),
    ...(nomenclature.nature === 'entretiens'
      ? [['Note courte', 'l’entretien', 'texte libre, communicable à la personne ; Jalon avertit des mots sensibles']]
      : []),
  ]
}

export const conservation = ({ regle, purges, dernierePurge }: Constat): readonly string[] => [
  `${regle.mois} mois ${regle.depuis === 'cloture' ? 'après la fin du suivi' : 'après le dernier contact'}. Source : ${regle.source}`,
  ...(regle.choisie === null
    ? []
    : [`Durée choisie par le poste ; Jalon propose ${regle.declaree.mois} mois (${regle.declaree.source})`]),
  `Au terme : ${sortsEnMots[regle.sort].toLowerCase()}.`,
  `Au-delà, sur motif noté : ${Object.values(motifsProlongation).join(' ; ').toLowerCase()} ; trois ans au plus.`,
  regle.visa
    ? 'Destruction après le visa des archives publiques.'
    : 'Visa des archives publiques : non demandé par le poste.',
  `Annonce 30 jours avant, à l’écran. Sauvegardes d’avant une purge supprimées ${JOURS_SAUVEGARDES} jours après.`,
  dernierePurge === null
    ? 'Aucune purge n’a encore été faite.'
    : `${purges} purges faites, la dernière le ${dateFrancaise(dernierePurge)}.`,
  `Journal des gestes : ${MOIS_GARDES} mois.`,
]

export const mesures = ({ verrouillageMinutes, secondEmplacement, agents }: Constat): readonly string[] => [
  'Base entièrement chiffrée (SQLite au format SQLCipher, AES-256) par une clé tirée au hasard.',
  `Clé scellée par la phrase de passe et par un code de secours : scrypt N = ${COUT} (2^${Math.log2(COUT)}), r = 8, p = 1, puis AES-256-GCM.`,
  `Verrouillage après ${verrouillageMinutes} minutes sans geste ; délai croissant après chaque essai raté.`,
  `Sauvegardes chiffrées et relues : ${gardees.jours} jours, ${gardees.semaines} semaines, ${gardees.mois} mois${secondEmplacement ? ', copiées sur un second disque' : ' ; aucun second disque n’est choisi'}.`,
  'Aucune connexion à un réseau, aucune télémétrie.',
  `Journal enchaîné des gestes : qui, quoi, quand, sur quelle fiche, jamais le contenu.`,
  `${agents === 0 ? 'Un seul utilisateur' : `${agents + 1} utilisateurs, chacun sa phrase et son rôle`} ; les droits sont tenus par la base, pas par l’écran.`,
  'Bilans : aucun nombre de 1 à 4 personnes publié (seuil réglable), ni ce qui permettrait de le retrouver ; preuve gardée.',
  'Aucun texte libre dans un export ; aucune recherche par mesure judiciaire.',
]

export const droitsDesPersonnes: readonly string[] = [
  'Information : notice imprimable, date de remise notée.',
  'Accès : copie complète en PDF et JSON, tiers masqués sauf choix contraire, geste journalisé.',
  'Rectification : fiche modifiable, trace gardée.',
  'Opposition et limitation : la personne sort des listes, des recherches, des papiers, des imports et des comptes.',
  'Registre des demandes, avec le délai d’un mois (RGPD, art. 12 §3).',
]

export const paragraphe = (texte: string): BlocPapier => ({ type: 'paragraphe', texte })
export const titre = (texte: string): BlocPapier => ({ type: 'titre', texte })
export const puces = (lignes: readonly string[]): BlocPapier => ({ type: 'puces', lignes })
