import { questionsSituation } from '../dispositifs/cvp/situations.ts'
import type { Liste } from '../dispositif.ts'
import { libellesQuartier } from '../etablissements.ts'
import { type Nomenclature, trouverListe } from '../nomenclature.ts'
import {
  libellesObjetConsentement,
  libellesReponseConsentement,
  type ObjetConsentement,
  objetsConsentement,
} from '../parcours/consentement.ts'
import { reperes } from '../parcours/etape.ts'
import { libellesModeSortie } from '../parcours/passage.ts'
import { libellesStatutPenal } from '../parcours/statut-penal.ts'
import { avecEcritures } from './ecritures.ts'
import type { Question } from './questions.ts'
import { datesSituation, titresConsentement, titresReperes, titresSituation, tournures } from './titres-parcours.ts'

/**
 * The columns of a follow-up out of prison: stays, judicial frame, dates noted, agreements, situations at both ends, closing.
 * Each says how its cells are read (`lecture`); `lire-parcours.ts` makes facts of the answers.
 */
export const questionsParcours = (nomenclature: Nomenclature): readonly Question[] => {
  const liste = (code: string): Liste => avecEcritures(trouverListe(nomenclature, code))
  return [
    ...sejours(liste('lieu-justice')),
    ...Object.entries(titresReperes).map(([code, titres]) => repere(code, titres)),
    choix('statutPenal', 'Statut pénal', listeDe('statut-penal', 'Statut pénal', libellesStatutPenal), [
      'situation pénale',
      'statut judiciaire',
      'catégorie pénale',
      'prévenu ou condamné',
      'prévenu/condamné',
    ]),
    jour('statutDu', 'Statut pénal depuis', ['date du statut pénal', 'date de statut']),
    {
      ...choix('mesures', 'Mesures', liste('mesure'), [
        'mesure',
        'cadre',
        'cadre judiciaire',
        'cadre pénal',
        'mesure judiciaire',
        'aménagement',
        'aménagement de peine',
        'type de mesure',
        'mesure en cours',
        'mesure(s)',
      ]),
      multiple: true,
    },
    jour('mesureDu', 'Début de la mesure', ['date de début de mesure', 'date de la mesure', 'mesure depuis']),
    jour(
      'mesureFinPrevue',
      'Fin prévue de la mesure',
      ['date de fin prévue de la mesure', 'fin de mesure prévue', 'échéance de la mesure'],
      'jour-a-venir',
    ),
    jour('mesureAu', 'Fin de la mesure', ['date de fin de mesure', 'mesure terminée le', 'mesure au']),
    ...objetsConsentement.flatMap(consentement),
    ...situations('entree', liste),
    ...situations('sortie', liste),
    choix('motifSortie', 'Motif de sortie du dispositif', { ...liste(nomenclature.listeMotifs) }, [
      'motif de sortie',
      'motif de fin',
      'motif de fin de suivi',
      'motif de fin d’accompagnement',
      'motif de clôture',
      'raison de la sortie',
      'raison de fin',
    ]),
    jour('dateFin', 'Date de fin de suivi', [
      'date de fin',
      'fin de suivi',
      'fin d’accompagnement',
      'date de fin d’accompagnement',
      'fin de prise en charge',
      'date de clôture',
      'clôture',
      'clos le',
      'suivi clos le',
      'suivi terminé le',
      'clôturé le',
      'date de sortie du dispositif',
      'sortie du dispositif',
    ]),
  ]
}

/** Code of the column that answers one question of a situation. */
export const champSituation = (moment: 'entree' | 'sortie', question: string): string => `${moment}.${question}`

/** What is noted only by those who were declared to need it (art. 46, loi 78-17). */
export const champsSousNecessite: ReadonlySet<string> = new Set([
  'statutPenal',
  'statutDu',
  'mesures',
  'mesureDu',
  'mesureFinPrevue',
  'mesureAu',
])

const jour = (
  champ: string,
  libelle: string,
  titres: readonly string[],
  lecture: 'jour' | 'jour-a-venir' = 'jour',
): Question => ({ champ, libelle, titres: [libelle, ...titres], multiple: false, lecture })

/** Lists of the parcours are the law's: an import adds nothing to them. */
const choix = (champ: string, libelle: string, liste: Liste, titres: readonly string[]): Question => ({
  champ,
  libelle,
  titres: [libelle, ...titres],
  liste,
  multiple: false,
  lecture: 'choix',
  fermee: true,
})

const listeDe = (code: string, libelle: string, libelles: Readonly<Record<string, string>>): Liste =>
  avecEcritures({
    code,
    libelle,
    modalites: Object.entries(libelles).map(([valeur, texte]) => ({ code: valeur, libelle: texte })),
  })

const sejours = (lieux: Liste): readonly Question[] => [
  {
    ...jour('sejourEntree', 'Date d’entrée en détention', [
      'date d’entrée',
      'entrée',
      'entrée en détention',
      'entré le',
      'date d’incarcération',
      'incarcération',
      'incarcéré le',
      'date d’écrou',
      'date de mise sous écrou',
      'mise sous écrou',
      'écroué le',
      'date d’arrivée',
      'arrivée',
      'arrivé le',
      'début de détention',
      'date d’entrée établissement',
    ]),
    ancre: true,
  },
  jour(
    'sejourSortie',
    'Date de sortie de détention',
    [
      'date de sortie',
      'sortie',
      'date de sortie réelle',
      'sortie réelle',
      'date réelle de sortie',
      'sortie effective',
      'date de sortie effective',
      'sorti le',
      'date de libération',
      'libération',
      'libéré le',
      'levée d’écrou',
      'date de levée d’écrou',
      'fin de détention',
      'date de départ',
      'date de transfert',
      'date de sortie établissement',
    ],
    'jour-a-venir',
  ),
  choix('modeSortie', 'Mode de sortie', listeDe('mode-sortie', 'Mode de sortie', libellesModeSortie), [
    'mode de sortie de détention',
    'type de sortie',
    'type de libération',
    'mode de libération',
    'modalité de sortie',
    'nature de la sortie',
    'cadre de sortie',
    'motif de sortie de détention',
    'motif de libération',
    'motif de levée d’écrou',
    'mode de levée d’écrou',
    'type de levée d’écrou',
  ]),
  choix('sejourEtablissement', 'Établissement de détention', lieux, [
    'établissement pénitentiaire',
    'établissement d’écrou',
    'établissement d’affectation',
    'lieu de détention',
    'lieu d’incarcération',
    'lieu d’écrou',
    'prison',
  ]),
  choix('quartier', 'Quartier', listeDe('quartier', 'Quartier', libellesQuartier), ['quartier de détention']),
]

const repere = (code: string, titres: readonly string[]): Question => {
  const declare = reperes.find((r) => r.code === code)
  return jour(`repere.${code}`, declare?.libelle ?? code, titres, declare?.aVenir === true ? 'jour-a-venir' : 'jour')
}

const consentement = (objet: ObjetConsentement): readonly Question[] => [
  {
    ...choix(
      `consentement.${objet}`,
      libellesObjetConsentement[objet],
      listeDe('reponse-consentement', 'Réponse', libellesReponseConsentement),
      titresConsentement[objet],
    ),
    lecture: 'accord',
  },
  jour(
    `consentement.${objet}.date`,
    `${libellesObjetConsentement[objet]} : date`,
    titresConsentement[objet].map((titre) => `date ${titre}`),
  ),
]

const situations = (moment: 'entree' | 'sortie', liste: (code: string) => Liste): readonly Question[] => [
  ...questionsSituation.map((question): Question =>
    Object.assign(
      choix(
        champSituation(moment, question.code),
        `${question.libelle} ${tournures[moment][0]}`,
        liste(question.liste),
        titresSituation(moment, question.code),
      ),
      { multiple: question.type === 'choix-multiple' },
    ),
  ),
  jour(champSituation(moment, 'date'), `Date de la situation ${tournures[moment][0]}`, datesSituation[moment]),
]
