import type { BilanCoordination } from '#shared/domaine/bilan-coordination/composer.ts'
import type { BilanInstance } from '#shared/domaine/instances/bilan.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { type Bloc, liste, paragraphe, tableau } from '../export/blocs.ts'
import { nombre, vide } from './grilles.ts'

/** Meetings held and expected, what was decided, and who came, by function. Of nominative points, nothing is read. */
export const blocsInstances = (bilan: BilanCoordination, nomenclature: Nomenclature): readonly Bloc[] => {
  const { instances, annee, jour } = bilan
  if (instances.length === 0) return [paragraphe('Aucune instance n’a été décrite.')]
  const venues = instances.filter((i) => i.presences.length > 0)
  return [
    tableau({
      id: 'instances',
      titre: `Réunions et décisions en ${annee}`,
      coin: 'Instance',
      colonnes: ['Réunions tenues', 'Attendues', 'Périodes sans réunion', 'Décisions', 'Faites', 'En retard'],
      lignes: instances.map((i) => ({
        libelle: nomDInstance(i),
        role: 'courante',
        cases: [
          nombre(i.tenues),
          i.annee === null ? vide : nombre(i.annee.attendues),
          i.annee === null ? vide : nombre(i.annee.manquees),
          ...[i.decisions.total, i.decisions.faites, i.decisions.enRetard].map((n) => nombre(n)),
        ],
      })),
      base: `Situation au ${dateFrancaise(jour)}.`,
      definition:
        'Une réunion est tenue quand une fonction au moins y a été notée présente. Les réunions attendues sont celles que demande la fréquence de l’instance ; « – » pour celle qui se réunit au besoin.',
      notes: [],
    }),
    ...(venues.length === 0 ? [] : [paragraphe('Fonctions présentes, et à combien de réunions :')]),
    ...liste(venues.map((i) => `${nomDInstance(i)} : ${presencesDe(i, nomenclature)}.`)),
  ]
}

const nomDInstance = ({ nom, secteur }: BilanInstance): string =>
  secteur === null || nom.includes(secteur) ? nom : `${nom}, secteur ${secteur}`

/** « Maire ou élu délégué (2), Bailleur (1) », the most present first. */
const presencesDe = ({ presences }: BilanInstance, nomenclature: Nomenclature): string =>
  presences
    .toSorted((a, b) => b.reunions - a.reunions)
    .map(({ fonction, reunions }) => `${libelleDe(nomenclature, 'fonction-instance', fonction)} (${reunions})`)
    .join(', ')
