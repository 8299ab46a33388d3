import type { ChiffreContexte } from '../../contexte.ts'
import type { Hasard } from '../hasard.ts'

const declares = [
  ['Faits de délinquance constatés', 1240, 'faits', 'Valombre'],
  ['Atteintes volontaires à l’intégrité physique', 212, 'faits', 'Valombre'],
  ['Sentiment d’insécurité déclaré dans le quartier', 24.5, '%', 'Valombre, habitants de 14 ans et plus'],
] as const

/** Figures that nobody published: the source says so in its name. */
export const inventerContexte = (h: Hasard, annee: number): ChiffreContexte[] =>
  declares.map(([libelle, valeur, unite, perimetre]) => ({
    id: h.uuid(),
    dispositif: 'coordination',
    libelle,
    valeur,
    unite,
    dont: [],
    du: `${annee}-01-01`,
    au: `${annee}-12-31`,
    perimetre,
    source: {
      editeur: 'Service inventé pour la démonstration',
      titre: 'Chiffres inventés, publiés nulle part',
      le: String(annee),
    },
    annees: [annee, annee + 1],
  }))
