import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption, SankeyChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { type ComposeOption, init, setPlatformAPI, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { flux, hauteurFlux, type OptionFlux } from './dessin-flux.ts'
import { encre, encres, encreUnie, gris, police } from './encres.ts'
import type { Graphique } from './graphique.ts'
import { symboleSecret } from './grille.ts'
import { hachurer } from './hachures.ts'
import { nombreFrancais } from './nombres.ts'

export type Dessin = { readonly svg: string; readonly largeur: number; readonly hauteur: number }

/** Draws a chart as SVG, without a DOM. The same chart gives the same bytes; sizes are CSS pixels. */
export const dessiner = (graphique: Graphique): Dessin => {
  const hauteur = hauteurDe(graphique)
  const toile = init(null, null, { renderer: 'svg', ssr: true, width: largeur, height: hauteur })
  try {
    toile.setOption(optionDe(graphique))
    const svg = renumeroter(toile.renderToSVGString())
    return { svg: graphique.forme === 'croise' ? hachurer(svg) : svg, largeur, hauteur }
  } finally {
    toile.dispose()
  }
}

const largeur = 640

/** Its size in a document of pages, in CSS pixels: the whole of it on one page, with its caption. */
export const tailleSurPage = ({ largeur: l, hauteur }: Dessin): Pick<Dessin, 'largeur' | 'hauteur'> => {
  const echelle = Math.min(1, hauteurUtile / hauteur)
  return { largeur: Math.round(l * echelle), hauteur: Math.round(hauteur * echelle) }
}
const hauteurUtile = 860

const optionDe = (graphique: Graphique): Option =>
  graphique.forme === 'courbe' ? courbe(graphique) : graphique.forme === 'flux' ? flux(graphique) : barres(graphique)

type Option = ComposeOption<BarSeriesOption | LineSeriesOption> | OptionFlux

use([BarChart, LineChart, SankeyChart, GridComponent, LegendComponent, SVGRenderer])

/** Without a canvas ECharts takes every accented letter for a full square: measure its base letter instead. */
setPlatformAPI({
  measureText: (texte, fonte) => ({ width: largeurTexte(texte, Number(/([\d.]+)px/.exec(fonte ?? '')?.[1] ?? 12)) }),
})

const largeurTexte = (texte: string, taille: number): number => {
  const lettres = texte.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return lettres.split('').reduce((total, c) => total + largeurLettre(c), 0) * taille
}

/** Widths of Helvetica-like faces, in em. */
const largeurLettre = (c: string): number =>
  /[mwMW%—]/.test(c) ? 0.86 : /[iljtfrI .,;:'’!|()[\]-]/.test(c) ? 0.31 : /\p{Lu}/u.test(c) ? 0.69 : 0.55

const commun = { animation: false, textStyle: { fontFamily: police, fontSize: 11.5, color: encre } } as const

const barres = ({ forme, categories, series }: Graphique): Option => {
  const croise = forme === 'croise'
  const etiquettes = categories.map((c) => couper(c))
  const gauche = Math.min(300, 16 + Math.max(...etiquettes.flatMap((e) => e.split('\n')).map((l) => l.length * 5.8)))
  return {
    ...commun,
    grid: { left: gauche, right: 56, top: croise ? 6 + hauteurLegende(series) : 6, bottom: 6 },
    legend: {
      show: croise,
      top: 4,
      left: 0,
      icon: 'rect',
      ...legende,
      itemStyle: { borderWidth: 0.5 },
      textStyle: { color: encre, fontSize: 12 },
      selectedMode: false,
    },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: etiquettes,
      axisLine: { lineStyle: { color: gris } },
      axisTick: { show: false },
      axisLabel: { color: encre, fontSize: 11.5, lineHeight: 13, interval: 0 },
    },
    series: series.map((serie, i) => ({
      type: 'bar',
      name: serie.libelle,
      barCategoryGap: croise ? '22%' : '34%',
      barGap: '12%',
      itemStyle: croise ? bordure(i) : { color: encreUnie.color },
      label: {
        show: true,
        position: 'right',
        color: encre,
        fontSize: croise ? 10.5 : 11.5,
        formatter: ({ dataIndex }) => etiquette(serie.valeurs[dataIndex]),
      },
      // A masked cell has its symbol and no bar, not even an outline.
      data: serie.valeurs.map((v) => (v == null ? { value: 0, itemStyle: { borderWidth: 0 } } : { value: v })),
    })),
  }
}

const legende = { itemWidth: 22, itemHeight: 12, itemGap: 18 } as const

/** As many lines as its names take, from edge to edge. */
const hauteurLegende = (series: Graphique['series']): number => {
  let [lignes, x] = [1, 0]
  for (const { libelle } of series) {
    const large = legende.itemWidth + ESPACE + largeurTexte(libelle, 12)
    if (x > 0 && x + large > largeur) [lignes, x] = [lignes + 1, 0]
    x += large + legende.itemGap
  }
  return lignes * (HAUTEUR_LIGNE + legende.itemGap)
}
/** What ECharts leaves between a sign and its name, and the height it gives both. */
const [ESPACE, HAUTEUR_LIGNE] = [5, 14]

const courbe = ({ categories, series }: Graphique): Option => ({
  ...commun,
  grid: { left: 36, right: 20, top: 26, bottom: 26 },
  xAxis: {
    type: 'category',
    data: [...categories],
    axisLine: { lineStyle: { color: gris } },
    axisTick: { show: false },
    axisLabel: { color: encre, fontSize: 11.5, interval: 0, hideOverlap: true },
  },
  yAxis: {
    type: 'value',
    min: 0,
    splitNumber: 4,
    axisLabel: { color: gris, formatter: (v: number) => nombreFrancais(v) },
    splitLine: { lineStyle: { color: '#e3e8ea' } },
  },
  series: series.map((serie) => ({
    type: 'line',
    name: serie.libelle,
    symbol: 'circle',
    symbolSize: 7,
    lineStyle: { color: encreUnie.color, width: 2 },
    itemStyle: { color: encreUnie.color },
    connectNulls: false,
    label: {
      show: true,
      position: 'top',
      color: encre,
      formatter: ({ dataIndex }) => etiquette(serie.valeurs[dataIndex]),
    },
    data: [...serie.valeurs],
  })),
})

const bordure = (rang: number) => ({
  color: (encres[rang % encres.length] ?? encreUnie).color,
  borderColor: gris,
  borderWidth: 0.5,
})

const etiquette = (v: number | null | undefined): string => (v == null ? symboleSecret : nombreFrancais(v))

/** Long labels on two or three lines of about thirty characters. */
const couper = (libelle: string, max = 50): string => {
  const lignes: string[] = []
  for (const mot of libelle.split(' ')) {
    const derniere = lignes.at(-1)
    if (derniere !== undefined && derniere.length + mot.length < max) lignes[lignes.length - 1] = `${derniere} ${mot}`
    else lignes.push(mot)
  }
  return lignes.join('\n')
}

const hauteurDe = (graphique: Graphique): number => {
  const { forme, categories, series } = graphique
  if (forme === 'flux') return hauteurFlux(graphique)
  if (forme === 'courbe') return 190
  const lignes = categories.map((c) => couper(c).split('\n').length)
  if (forme === 'croise')
    return 16 + hauteurLegende(series) + categories.length * Math.max(series.length * 17 + 10, pas(lignes))
  return 12 + categories.length * pas(lignes)
}

/** Enough between two neighbours for their labels not to touch, whatever their lines. */
const pas = (lignes: readonly number[]): number =>
  Math.max(21, ...lignes.slice(1).map((n, i) => ((n + (lignes[i] ?? 1)) / 2) * 13 + 3))

/** ECharts counts its ids for the whole process: number them again from zero in each drawing. */
const renumeroter = (svg: string): string => {
  const noms = new Map<string, string>()
  return svg.replaceAll(/\bzr\d+-[\w-]+/g, (id) => {
    const nom = noms.get(id) ?? `g${String(noms.size)}`
    noms.set(id, nom)
    return nom
  })
}
