// Without quotes: ECharts writes the name in an attribute as it is.
export const police = 'Liberation Sans, Arial, DejaVu Sans, sans-serif'
export const encre = '#1f2933'
export const gris = '#5c6b73'

export const encreUnie: Encre = { color: '#0f5e63' }

/** Readable in black and white: each step has its own lightness and its own hatching. */
export const encres: readonly Encre[] = [
  encreUnie,
  { color: '#8fa9ad', trame: { angle: -45, pas: 7, trait: 2 } },
  // Dots: a dash without length has but its round ends.
  { color: '#dfe7e8', trame: { angle: 0, pas: 5, trait: 3.5, tirets: [0.01, 12] } },
  { color: '#4a5960', trame: { angle: 45, pas: 6, trait: 1 } },
  { color: '#b9cdb5', trame: { angle: 0, pas: 6, trait: 2 } },
  { color: '#ffffff', trame: { angle: 90, pas: 5, trait: 1 } },
  { color: '#a7b1b6' },
  { color: '#5f8f78', trame: { angle: 0, pas: 6, trait: 2.5, tirets: [5, 9] } },
]

export type Encre = { readonly color: string; readonly trame?: Trame }

/** Parallel lines: their angle in degrees, clockwise from the horizontal; their distance and width in pixels; dash and gap. */
export type Trame = {
  readonly angle: number
  readonly pas: number
  readonly trait: number
  readonly tirets?: readonly [number, number]
}
