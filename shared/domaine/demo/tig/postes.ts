import type { ContraintePoste, PosteTravail } from '../../tig/poste-travail.ts'
import { ajouterJours, type DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'

const contraintes: Readonly<Record<string, readonly ContraintePoste[]>> = {
  'Atelier mécanique': ['epi', 'risque'],
  'Entretien des parcs': ['epi'],
  'Propreté urbaine': ['epi', 'aptitude'],
}

const declares = [
  ['Entretien des parcs', 'Espaces verts', 'Parc des Deux-Rives', 'Massifs, allées, bancs', 4, 'collective', false],
  [
    'Propreté urbaine',
    'Propreté',
    'Centre technique municipal',
    'Balayage, corbeilles, marchés',
    4,
    'collective',
    false,
  ],
  [
    'Atelier mécanique',
    'Garage municipal',
    'Centre technique municipal',
    'Lavage et petit entretien',
    2,
    'individuelle',
    false,
  ],
  ['Médiathèque', 'Culture', 'Médiathèque centrale', 'Rangement, équipement des livres', 2, 'individuelle', true],
  ['Stade et gymnases', 'Sports', 'Stade municipal', 'Tracés, vestiaires, matériel', 2, 'individuelle', true],
  ['Peinture des écoles', 'Bâtiments', 'Écoles', 'Préparation, peinture pendant les vacances', 3, 'collective', false],
  ['Archives', 'Administration générale', 'Hôtel de ville', 'Reconditionnement', 1, 'individuelle', true],
  ['Épicerie sociale', 'CCAS', 'Maison des solidarités', 'Rayons, collecte', 2, 'individuelle', true],
  ['Chantier pédagogique des berges', 'Espaces verts', 'Berges', 'Débroussaillage encadré', 6, 'pedagogique', true],
] as const

/** Nine posts on the list for more than two years; one suspended for the summer works, and taken up again. */
export const inventerPostesTig = (h: Hasard, aujourdhui: DateIso): PosteTravail[] =>
  declares.map(([intitule, service, lieu, missions, places, forme, ouvertAuxMineurs], rang) => ({
    id: h.uuid(),
    intitule,
    service,
    lieu,
    missions,
    places,
    forme,
    horaires: rang % 2 === 0 ? '8 h – 12 h et 13 h – 16 h' : '9 h – 12 h 30',
    contraintes: [...(contraintes[intitule] ?? [])],
    ouvertAuxMineurs,
    responsable: 'Chef d’équipe',
    inscritLe: ajouterJours(aujourdhui, -1000 + 7 * rang),
    statuts: intitule === 'Archives' ? [{ statut: 'suspendu' as const, du: ajouterJours(aujourdhui, -20) }] : [],
  }))
