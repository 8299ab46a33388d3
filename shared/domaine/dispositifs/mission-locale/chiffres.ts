import type { ChiffreDeclare, PeriodePubliee } from '../../bilan/chiffre.ts'
import { pourcent, somme } from '../../bilan/pourcentages.ts'
import { chiffresCvp } from '../cvp/chiffres.ts'

/** Headline numbers of the référent justice: those of the CVP, and the suites of the missions locales (field reference §3.2). */
export const chiffresMissionLocale: readonly ChiffreDeclare[] = [
  ...chiffresCvp,
  {
    id: 'jeunesEmploiFormation',
    libelle: 'Jeunes en emploi ou en formation',
    definition:
      'Jeunes dont la suite de l’accompagnement est un emploi, une alternance, une formation, un contrat aidé ou un service civique.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('suite-groupe', 'activite'),
  },
  {
    id: 'partEmploiDurable',
    libelle: 'Part des emplois durables',
    definition:
      'Jeunes en emploi durable (contrat à durée indéterminée, ou déterminée de plus de six mois), sur ceux dont la suite est un emploi, durable ou non.',
    unite: '%',
    calculer: ({ lire }) =>
      pourcent(lire('suite', 'emploi-durable'), somme(lire('suite', 'emploi-durable'), lire('suite', 'emploi'))),
  },
  {
    id: 'partSansSolution',
    libelle: 'Part sans solution connue',
    definition: 'Jeunes perdus de vue, sur ceux dont la suite de l’accompagnement est renseignée.',
    unite: '%',
    calculer: (periode) => pourcent(periode.lire('suite-groupe', 'sans'), suitesConnues(periode)),
  },
]

const suitesConnues = ({ lire }: PeriodePubliee) =>
  somme(...['activite', 'relais', 'sans'].map((code) => lire('suite-groupe', code)))
