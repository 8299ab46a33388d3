import { expect, test } from 'vitest'
import { dessiner } from '#electron/service/export/dessin.ts'
import { aDesFluxMasques, graphiqueDe, texteAlternatif } from '#electron/service/export/graphique.ts'
import type { Tableau } from '#shared/domaine/bilan/bilan.ts'

const niveaux = [
  { code: 'acquis', libelle: 'Logement stable' },
  { code: 'manque', libelle: 'Sans logement' },
]

/** Entry in rows, exit in columns; null is a masked cell. */
const unTableau = (valeurs: Readonly<Record<string, number | null>>): Tableau => ({
  id: 'logement-entree_x_logement-sortie',
  titre: 'Logement, de l’entrée à la sortie',
  definition: '',
  unite: 'clotures',
  base: 40,
  nonRenseigne: 0,
  reponsesMultiples: false,
  dimensions: [
    { id: 'logementEntree', libelle: 'À l’entrée', modalites: niveaux },
    { id: 'logementSortie', libelle: 'À la sortie', modalites: niveaux },
  ],
  cellules: Object.entries(valeurs).map(([codes, valeur]) =>
    valeur === null
      ? { modalites: codes.split(' '), etat: 'secret-primaire' }
      : { modalites: codes.split(' '), etat: 'publie', valeur },
  ),
  precedents: [],
  notes: [],
})

const publie = unTableau({
  'acquis acquis': 10,
  'acquis manque': 0,
  'acquis total': 10,
  'manque acquis': 12,
  'manque manque': 18,
  'manque total': 30,
  'total acquis': 22,
  'total manque': 18,
  'total total': 40,
})

const masque = unTableau({
  'acquis acquis': null,
  'acquis manque': null,
  'acquis total': 10,
  'manque acquis': 14,
  'manque manque': 16,
  'manque total': 30,
  'total acquis': 22,
  'total manque': 18,
  'total total': 40,
})

const svgDe = (tableau: Tableau): string => {
  const graphique = graphiqueDe(tableau)
  if (graphique === undefined) throw new Error('nothing drawn')
  return dessiner(graphique).svg
}
/** Bands are the closed curves of the drawing. */
const bandes = (svg: string): number => [...svg.matchAll(/<path d="M[^"]*C[^"]*C[^"]*"/g)].length

test('dessine une bande par flux publié, et aucune pour un zéro', () => {
  expect(graphiqueDe(publie)?.forme).toBe('flux')
  expect(bandes(svgDe(publie))).toBe(3)
  expect(svgDe(publie)).toContain('Logement stable : 22')
  expect(svgDe(publie)).toBe(svgDe(publie))
})

test('ne dessine pas un flux masqué, et le dit', () => {
  const graphique = graphiqueDe(masque)
  expect(bandes(svgDe(masque))).toBe(2)
  expect(graphique === undefined ? false : aDesFluxMasques(graphique)).toBe(true)
  expect(texteAlternatif(masque)).toContain(
    'Masqués, donc non dessinés : Logement stable → Logement stable ; Logement stable → Sans logement.',
  )
})

test('dit en mots tous les flux publiés', () => {
  expect(texteAlternatif(publie).replaceAll('\u00A0', ' ')).toBe(
    'Diagramme de flux : Logement, de l’entrée à la sortie, sur 40 suivis clos. De l’entrée à la sortie : Logement stable → Logement stable : 10 ; Sans logement → Logement stable : 12 ; Sans logement → Sans logement : 18.',
  )
})
