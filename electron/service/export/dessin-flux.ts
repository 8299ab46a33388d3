import type { SankeySeriesOption } from 'echarts/charts'
import type { ComposeOption } from 'echarts/core'
import { encre, gris, police } from './encres.ts'
import type { Graphique } from './graphique.ts'
import { symboleSecret } from './grille.ts'
import { nombreFrancais } from './nombres.ts'

export type OptionFlux = ComposeOption<SankeySeriesOption>

/**
 * Situations at entry on the left, at exit on the right; each published move is a band, whose number is in the
 * table. A masked one is not drawn at all.
 */
export const flux = ({ categories, series, marges }: Graphique): OptionFlux => ({
  animation: false,
  textStyle: { fontFamily: police, fontSize: 11.5, color: encre },
  series: [
    {
      type: 'sankey',
      left: 225,
      right: 225,
      top: 8,
      bottom: 8,
      nodeWidth: 12,
      nodeGap: 22,
      // The order of the lists is kept: what is best stays on top on both sides.
      layoutIterations: 0,
      draggable: false,
      emphasis: { disabled: true },
      data: [
        ...categories.map((libelle, i) => noeud(`e${i}`, libelle, marges?.categories[i], i, 'left')),
        ...series.map(({ libelle }, i) => noeud(`s${i}`, libelle, marges?.series[i], i, 'right')),
      ],
      links: series.flatMap(({ valeurs }, s) =>
        valeurs.flatMap((v, e) =>
          v === null || v === 0
            ? []
            : [{ source: `e${e}`, target: `s${s}`, value: v, lineStyle: { color: teinte(e), opacity: 0.55 } }],
        ),
      ),
    },
  ],
})

export const hauteurFlux = ({ categories, series }: Graphique): number =>
  60 + Math.max(categories.length, series.length) * 46

const noeud = (
  name: string,
  libelle: string,
  marge: number | null | undefined,
  rang: number,
  position: 'left' | 'right',
) => ({
  name,
  ...(typeof marge === 'number' ? { value: marge } : {}),
  depth: position === 'left' ? 0 : 1,
  itemStyle: { color: teinte(rang), borderColor: gris, borderWidth: 0.5 },
  label: {
    position,
    color: encre,
    fontSize: 11,
    width: 215,
    overflow: 'break' as const,
    formatter: `${libelle} : ${typeof marge === 'number' ? nombreFrancais(marge) : symboleSecret}`,
  },
})

/** From dark to light, and apart in black and white. */
const teintes = ['#0f5e63', '#5f8f78', '#8fa9ad', '#b7bfa0', '#4a5960', '#a7b1b6']

const teinte = (rang: number): string => teintes[rang % teintes.length] ?? gris
