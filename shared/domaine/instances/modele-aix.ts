import { genresInstance } from './genres.ts'
import type { Instance } from './instance.ts'

type Modele = Pick<Instance, 'genre' | 'nom' | 'secteur'>

const secteurs = ['Sud', 'Nord', 'Centre', 'Encagnane et Corsy', 'Jas de Bouffan', 'Villages']

/** The instances of the strategy of Aix-en-Provence, 2013–2015: a set to start from, renamed or taken out at will. */
const modeles: readonly Modele[] = [
  { genre: 'pleniere', nom: 'CLSPD plénier', secteur: null },
  { genre: 'restreint', nom: 'CLSPD restreint', secteur: null },
  { genre: 'cellule-de-veille', nom: 'Cellule de veille', secteur: null },
  { genre: 'comite-de-suivi', nom: 'Comités de suivi des actions', secteur: null },
  ...secteurs.map((secteur) => ({
    genre: 'groupe-territorial' as const,
    nom: `Groupe territorial ${secteur}`,
    secteur,
  })),
]

export const instancesAix = (depuis: string, nouvelId: () => string): readonly Instance[] =>
  modeles.map(({ genre, nom, secteur }) => ({
    id: nouvelId(),
    genre,
    nom,
    secteur,
    frequence: genresInstance[genre].frequence,
    depuis,
    au: null,
    l1325Le: null,
  }))
