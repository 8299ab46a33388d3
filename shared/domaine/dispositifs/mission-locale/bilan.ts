import type { PersonneComptee } from '../../bilan/comptes.ts'
import { codesDe, declarerTableau, groupe, groupesDe, type TableauDeclare, valeursDe } from '../../bilan/tableau.ts'
import { libellesTypeContrat, typesContrat } from '../../parcours/contrat.ts'
import { tableauxCvp } from '../cvp/bilan.ts'

const jeunes =
  'Jeunes distincts pour lesquels un acte au moins est daté de la période : entretien, démarche ou comité de suivi.'

const suite = {
  id: 'suite',
  libelle: 'Suite de l’accompagnement',
  modalites: valeursDe('suite'),
  sansReponse: 'Accompagnement en cours, ou suite non connue',
  classer: (p: PersonneComptee) => derniereReponse(p, 'suite'),
}

/** The report of the référent justice: that of the CVP, and what becomes of the young persons (field reference §3.2). */
export const tableauxMissionLocale: readonly TableauDeclare[] = [
  ...tableauxCvp,
  declarerTableau({
    id: 'mission-locale',
    titre: 'Jeunes par mission locale de rattachement',
    definition: `${jeunes} Mission locale notée dans l’accompagnement vu en dernier.`,
    unite: 'personnes',
    champ: 'missionLocale',
    dimensions: [
      {
        id: 'missionLocale',
        libelle: 'Mission locale',
        modalites: valeursDe('mission-locale'),
        classer: (p) => derniereReponse(p, 'missionLocale'),
      },
    ],
  }),
  declarerTableau({
    id: 'suite',
    titre: 'Jeunes par suite de l’accompagnement',
    definition: `${jeunes} Emploi durable : contrat à durée indéterminée, ou déterminée de plus de six mois.`,
    unite: 'personnes',
    champ: 'suite',
    detail: true,
    dimensions: [suite],
  }),
  declarerTableau({
    id: 'suite-groupe',
    titre: 'Jeunes avec et sans solution connue',
    definition: `${jeunes} Les suites, réunies en trois ; la situation inconnue reste comptée.`,
    unite: 'personnes',
    champ: 'suite',
    dimensions: [
      {
        id: 'suiteGroupe',
        libelle: 'Suite',
        groupeDe: 'suite',
        modalites: groupesDe('suite'),
        sansReponse: suite.sansReponse,
        classer: (p, n) => suite.classer(p).map((code) => groupe(n, 'suite', code)),
      },
    ],
  }),
  declarerTableau({
    id: 'contrat',
    titre: 'Jeunes par contrat',
    definition: `${jeunes} Contrats qui courent un jour au moins de la période ; un jeune peut en avoir plusieurs.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'contrat',
        libelle: 'Contrat',
        modalites: () => typesContrat.map((code) => ({ code, libelle: libellesTypeContrat[code] })),
        multiple: true,
        sansReponse: 'Aucun contrat connu',
        classer: (p) => p.participations.filter((s) => s.accompagnee).flatMap((s) => s.parcours.contrats),
      },
    ],
  }),
]

function derniereReponse(p: PersonneComptee, champ: string): readonly string[] {
  return p.participations
    .filter((s) => s.accompagnee)
    .flatMap((s) => codesDe(s.reponses[champ]))
    .slice(-1)
}
