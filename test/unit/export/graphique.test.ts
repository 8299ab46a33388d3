import { expect, test } from 'vitest'
import { dessiner } from '#electron/service/export/dessin.ts'
import { graphiqueDe, texteAlternatif } from '#electron/service/export/graphique.ts'
import { unBilan } from '../../fixtures/bilans.ts'

const tableau = (id: string) => {
  const trouve = unBilan().tableaux.find((t) => t.id === id)
  if (trouve === undefined) throw new Error(id)
  return trouve
}
const dessin = (id: string) => {
  const graphique = graphiqueDe(tableau(id))
  if (graphique === undefined) throw new Error(id)
  return dessiner(graphique).svg
}
/** Bars as ECharts writes them: « M x y l largeur 0 … ». */
const largeurs = (svg: string): number[] =>
  [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l([\d.]+) 0l[^"]*"[^>]*ecmeta_ssr_type="chart"/g)].map((m) => Number(m[1]))
const textes = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((m) => m[1] ?? '')

test('donne les mêmes octets à chaque fois', () => {
  for (const { id } of unBilan().tableaux) expect(dessin(id)).toBe(dessin(id))
})

test('dessine des barres proportionnelles, leur valeur au bout', () => {
  const svg = dessin('type-public')
  const [victimes = 0, misEnCause = 0, hors = 0] = largeurs(svg)
  expect(misEnCause / hors).toBeCloseTo(44 / 195, 2)
  expect(victimes / hors).toBeCloseTo(84 / 195, 2)
  expect(textes(svg)).toEqual(expect.arrayContaining(['Victime', '84', '44', '195']))
})

test('ne donne aucune barre à une case masquée', () => {
  const svg = dessin('sexe_x_type-public')
  expect(textes(svg).filter((t) => t === 's')).toHaveLength(4)
  expect(largeurs(svg).filter((l) => l > 0)).toHaveLength(2)
})

test('distingue les séries par une trame, pour le noir et blanc, faite de traits que l’imprimé garde nets', () => {
  const svg = dessin('sexe_x_type-public')
  expect(svg).not.toContain('<pattern')
  const cadres = [...svg.matchAll(/<svg x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"[^>]*><path d="M[^"]+"/g)]
  // The bar of a hatched series, and the keys of the two.
  expect(cadres.map(([, , , l]) => Number(l)).filter((l) => l === 22)).toHaveLength(2)
  const barres = new Set(largeurs(svg).filter((l) => l > 0))
  expect(cadres.map(([, , , l]) => Number(l)).filter((l) => l !== 22 && !barres.has(l))).toEqual([])
})

test.each([2, 4, 8])('laisse la place de sa légende à un croisement de %i séries', (nombre) => {
  const series = Array.from({ length: nombre }, (_, i) => ({
    libelle: `Famille de réponses ${i}`,
    valeurs: [20 + i, 9],
  }))
  const { svg, hauteur } = dessiner({ forme: 'croise', categories: ['Une ligne', 'Une autre'], series })
  const places = [...svg.matchAll(/<text[^>]*?(?: y="([\d.]+)")? transform="translate\(\S+ ([\d.]+)\)"[^>]*>([^<]*)</g)]
  const hauteursDe = (motif: RegExp) =>
    places
      .filter(([, , , texte]) => motif.test(texte ?? ''))
      .map(([, y, translation]) => Number(y ?? 0) + Number(translation))
  const [legende, valeurs] = [hauteursDe(/^Famille/), hauteursDe(/^\d+$/)]
  expect([legende.length, valeurs.length]).toEqual([nombre, 2 * nombre])
  expect(Math.min(...valeurs) - Math.max(...legende)).toBeGreaterThan(12)
  expect(Math.max(...valeurs)).toBeLessThan(hauteur)
})

test('relie les mois par une courbe', () => {
  expect(graphiqueDe(tableau('entretien-mois'))?.forme).toBe('courbe')
})

test('n’attend rien de l’extérieur', () => {
  for (const { id } of unBilan().tableaux) {
    expect(dessin(id).replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|<script|href="(?!#)/)
  }
})

test('dit le graphique en mots, cases masquées comprises', () => {
  expect(texteAlternatif(tableau('type-public')).replaceAll('\u00A0', ' ')).toBe(
    'Diagramme en barres : Personnes par type de public, sur 323 personnes. Le plus élevé : Hors champ pénal (195). Données : Victime : 84 ; Mis en cause : 44 ; Hors champ pénal : 195.',
  )
  expect(texteAlternatif(tableau('saisine'))).toContain('Brigade de gendarmerie : s (masqué)')
  expect(texteAlternatif(tableau('saisine'))).not.toContain('Le plus élevé')
})
