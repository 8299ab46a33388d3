import { encre, encres, type Trame } from './encres.ts'

/**
 * Hatches the bars and the keys of a drawing, each after its ink, with lines. ECharts' own patterns are printed as pictures,
 * four fifths of a PDF, blurred on paper.
 */
export const hachurer = (svg: string): string =>
  svg.replaceAll(rectangle, (trace: string, x, y, l, h, dx: string | undefined, dy: string | undefined, color) => {
    const trame = encres.find((e) => e.color === color)?.trame
    const cadre = { x: Number(x) + Number(dx ?? 0), y: Number(y) + Number(dy ?? 0), l: Number(l), h: Number(h) }
    return trame === undefined || cadre.l === 0 || cadre.h === 0 ? trace : trace + lignes(cadre, trame)
  })

/** As ECharts writes one, moved or not. */
const rectangle =
  /<path d="M(\S+) (\S+)l(\S+) 0l0 (\S+)l-\3 0Z"(?: transform="translate\((\S+) (\S+)\)")? fill="(#\w+)"[^>]*><\/path>/gu

type Cadre = { readonly x: number; readonly y: number; readonly l: number; readonly h: number }

/** Parallel lines over a rectangle, which an inner drawing cuts at its edges. Those of two bars follow on from each other. */
const lignes = ({ x, y, l, h }: Cadre, { angle, pas, trait, tirets }: Trame): string => {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const coins = [x, x + l].flatMap((cx) => [y, y + h].map((cy) => [cx, cy] as const))
  const [debut, fin] = bornes(coins.map(([cx, cy]) => cx * cos + cy * sin))
  const [premiere, derniere] = bornes(coins.map(([cx, cy]) => cy * cos - cx * sin))
  const periode = tirets === undefined ? 1 : tirets[0] + tirets[1]
  const traits = Array.from({ length: Math.ceil((derniere - premiere) / pas) + 1 }, (_, i) => {
    const rang = Math.floor(premiere / pas) + i
    // Every second line begins half a dash further.
    const de = (Math.floor(debut / periode) - (rang % 2 === 0 ? 1 : 0.5)) * periode
    const point = (le: number) => `${arrondi(le * cos - rang * pas * sin)} ${arrondi(le * sin + rang * pas * cos)}`
    return `M${point(de)}L${point(fin)}`
  })
  const style = tirets === undefined ? '' : ` stroke-linecap="round" stroke-dasharray="${tirets.join(' ')}"`
  const cadre = `x="${arrondi(x)}" y="${arrondi(y)}" width="${arrondi(l)}" height="${arrondi(h)}"`
  const vue = `viewBox="${[x, y, l, h].map(arrondi).join(' ')}"`
  return `<svg ${cadre} ${vue}><path d="${traits.join('')}" fill="none" stroke="${encre}" stroke-opacity="0.55" stroke-width="${trait}"${style}></path></svg>`
}

const bornes = (nombres: readonly number[]): readonly [number, number] => [Math.min(...nombres), Math.max(...nombres)]

const arrondi = (n: number): number => Math.round(n * 100) / 100
