import type { ClotureComptee, PersonneComptee, SuiviCompte } from '../../bilan/comptes.ts'
import { moisDExecution } from '../../bilan/comptes-tig.ts'
import { codesDe, declarerTableau, type TableauDeclare, valeursDe } from '../../bilan/tableau.ts'
import type { Nomenclature } from '../../nomenclature.ts'
import { genresIncident, libellesGenreIncident } from '../../tig/incident.ts'
import { famillesMesure, libellesFamilleMesure, reglesMesure } from '../../tig/mesure.ts'
import { formesPoste, libellesFormePoste } from '../../tig/poste-travail.ts'

const accueillies =
  'Personnes distinctes accueillies : un premier jour convenu, un jour travaillé ou un incident au moins est daté de la période.'
const accueils =
  'Accueils dont un premier jour convenu, un jour travaillé ou un incident au moins est daté de la période.'
const termines = 'Accueils dont la fin est datée de la période.'

const seul = <T>(valeur: T | null | undefined): readonly T[] =>
  valeur === null || valeur === undefined ? [] : [valeur]

const service = {
  id: 'service',
  libelle: 'Service référent',
  modalites: valeursDe('service-referent'),
  sansReponse: null,
} as const

const issue = {
  id: 'issue',
  libelle: 'Issue',
  modalites: valeursDe('issue-tig'),
  regroupements: [
    { code: 'interrompu', libelle: 'Interrompu', membres: ['interrompu-faute', 'interrompu-sante'] },
    { code: 'sans-suite', libelle: 'Suspendu ou annulé', membres: ['suspendu', 'annule'] },
  ],
  classer: (c: ClotureComptee) => seul(c.motif),
}

/** The report of a host (field reference §2.4): who came, sent by whom, what was done. Crossings are few, so that little is hidden. */
export const tableauxTig: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'nouvelle',
    titre: 'Premiers accueils et personnes déjà connues',
    definition: `${accueillies} Premier accueil : rien n’en était daté avant la période.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'nouvelle',
        libelle: 'Accueil',
        modalites: () => [
          { code: 'nouvelle', libelle: 'Premier accueil' },
          { code: 'connue', libelle: 'Déjà accueillie' },
        ],
        sansReponse: null,
        classer: (p) => [p.nouvelle ? 'nouvelle' : 'connue'],
      },
    ],
  }),
  declarerTableau({
    id: 'age',
    titre: 'Mineurs et majeurs',
    definition: `${accueillies} Âge le premier jour de la période où quelque chose est daté.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'age',
        libelle: 'Âge',
        modalites: ({ tranchesAge }: Nomenclature) => tranchesAge.map(({ code, libelle }) => ({ code, libelle })),
        classer: ({ age }: PersonneComptee) => (age === null ? [] : [age < 18 ? 'mineur' : 'majeur']),
      },
    ],
  }),
  declarerTableau({
    id: 'sexe',
    titre: 'Personnes par sexe',
    definition: accueillies,
    unite: 'personnes',
    champ: 'sexe',
    dimensions: [
      {
        id: 'sexe',
        libelle: 'Sexe',
        modalites: valeursDe('sexe'),
        classer: (p) => codesDe(p.reponses['sexe']),
      },
    ],
  }),
  declarerTableau({
    id: 'service',
    titre: 'Accueils par service référent',
    definition: accueils,
    unite: 'suivis',
    dimensions: [{ ...service, classer: (s) => seul(s.accueil?.service) }],
  }),
  declarerTableau({
    id: 'famille-mesure',
    titre: 'Travail d’intérêt général, travail non rémunéré, réparation',
    definition: `${accueils} Ce que la mesure est, jamais pourquoi elle a été prononcée : l’hôte ne le sait pas.`,
    unite: 'suivis',
    dimensions: [
      {
        id: 'famille',
        libelle: 'Mesure',
        sansReponse: null,
        modalites: () => famillesMesure.map((code) => ({ code, libelle: libellesFamilleMesure[code] })),
        classer: ({ accueil }: SuiviCompte) => (accueil === null ? [] : [reglesMesure[accueil.mesure].famille]),
      },
    ],
  }),
  declarerTableau({
    id: 'forme',
    titre: 'Accueils par forme du poste',
    definition: `${accueils} Forme du poste de l’accueil : seul, en groupe, ou pédagogique.`,
    unite: 'suivis',
    dimensions: [
      {
        id: 'forme',
        libelle: 'Forme',
        modalites: () => formesPoste.map((code) => ({ code, libelle: libellesFormePoste[code] })),
        sansReponse: 'Sans poste',
        classer: ({ accueil }: SuiviCompte) => seul(accueil?.forme),
      },
    ],
  }),
  declarerTableau({
    id: 'sans-incident',
    titre: 'Accueils avec et sans incident',
    definition: `${accueils} Incidents datés de la période : absence, retard, refus d’une tâche, comportement, accident, danger.`,
    unite: 'suivis',
    dimensions: [
      {
        id: 'avec-incident',
        libelle: 'Incident',
        sansReponse: null,
        modalites: () => [
          { code: 'sans', libelle: 'Sans incident' },
          { code: 'avec', libelle: 'Avec un incident au moins' },
        ],
        classer: ({ accueil }: SuiviCompte) => [(accueil?.incidents.length ?? 0) > 0 ? 'avec' : 'sans'],
      },
    ],
  }),
  declarerTableau({
    id: 'incident',
    titre: 'Incidents par genre',
    definition: 'Incidents datés de la période ; un accueil peut en compter plusieurs.',
    unite: 'incidents',
    dimensions: [
      {
        id: 'genre',
        libelle: 'Genre',
        sansReponse: null,
        modalites: () => genresIncident.map((code) => ({ code, libelle: libellesGenreIncident[code] })),
        classer: (i) => [i.genre],
      },
    ],
  }),
  declarerTableau({
    id: 'issue',
    titre: 'Accueils terminés par issue',
    definition: termines,
    unite: 'clotures',
    dimensions: [issue],
  }),
  declarerTableau({
    id: 'service_x_issue',
    titre: 'Issue selon le service référent',
    definition: termines,
    unite: 'clotures',
    detail: true,
    dimensions: [{ ...service, classer: (c) => seul(c.accueil?.service) }, issue],
  }),
  declarerTableau({
    id: 'execution',
    titre: 'Exécution à 6, 12 et 18 mois de la décision',
    definition:
      'Accueils dont les 6, 12 ou 18 mois depuis la décision s’achèvent dans la période. Exécuté : toutes les heures étaient faites avant ce terme. Hors de la base : ceux dont le terme n’est pas échu, dont la décision n’est pas datée, ou dont la mesure a été annulée.',
    unite: 'executions',
    dimensions: [
      {
        id: 'terme',
        libelle: 'Terme',
        sansReponse: null,
        modalites: () => moisDExecution.map((mois) => ({ code: String(mois), libelle: `${mois} mois` })),
        classer: (e) => [String(e.mois)],
      },
      {
        id: 'execution',
        libelle: 'Exécution',
        sansReponse: null,
        modalites: () => [
          { code: 'executee', libelle: 'Exécuté en entier' },
          { code: 'en-cours', libelle: 'Pas encore' },
        ],
        classer: (e) => [e.executee ? 'executee' : 'en-cours'],
      },
    ],
  }),
]
