import type { BarSeriesOption } from 'echarts/charts'

// Without quotes: ECharts writes the name in an attribute as it is.
export const police = 'Liberation Sans, Arial, DejaVu Sans, sans-serif'
export const encre = '#1f2933'
export const gris = '#5c6b73'

export const encreUnie: Encre = { color: '#0f5e63' }

/** Readable in black and white: each step has its own lightness and its own hatching. */
export const encres: readonly Encre[] = [
  encreUnie,
  { color: '#8fa9ad', decal: { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5] } },
  {
    color: '#dfe7e8',
    decal: {
      symbol: 'circle',
      symbolSize: 0.7,
      dashArrayX: [
        [6, 6],
        [0, 6, 6, 0],
      ],
      dashArrayY: [5, 0],
    },
  },
  { color: '#4a5960', decal: { symbol: 'rect', rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [1, 5] } },
  { color: '#b9cdb5', decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4] } },
  { color: '#ffffff', decal: { symbol: 'rect', rotation: Math.PI / 2, dashArrayX: [1, 0], dashArrayY: [1, 4] } },
  { color: '#a7b1b6' },
  { color: '#5f8f78', decal: { symbol: 'triangle', symbolSize: 0.8, dashArrayX: [8, 6], dashArrayY: [8, 4] } },
]

export type Encre = { readonly color: string; readonly decal?: Extract<Style['decal'], object> }
export type Style = NonNullable<BarSeriesOption['itemStyle']>
