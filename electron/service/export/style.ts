import type { Couverture } from './blocs.ts'

/** Sober and dense, black on white whatever the theme: it is the page that will be printed. */
export const styleBilan = `
.bilan {
  --accent: #0f5e63; --encre: #1f2933; --gris: #52606b; --filet: #c9d2d6; --fond: #f2f5f5;
  box-sizing: border-box; max-width: 46rem; margin: 0 auto; padding: 2.5rem 2rem;
  background: #fff; color: var(--encre);
  font: 10.5pt/1.45 "Segoe UI", "Liberation Sans", Arial, "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
.bilan h1, .bilan h2, .bilan h3 { line-height: 1.2; color: var(--accent); break-after: avoid; text-wrap: balance; }
.bilan h1 { font-size: 25pt; font-weight: 600; margin: .2rem 0 .6rem; }
.bilan h2 { font-size: 15pt; font-weight: 600; margin: 2rem 0 .7rem; padding-bottom: .25rem; border-bottom: 1.5pt solid var(--accent); }
.bilan h3 { font-size: 11.5pt; font-weight: 600; margin: 1.3rem 0 .35rem; color: var(--encre); }
.bilan p { margin: 0 0 .6rem; orphans: 3; widows: 3; }
.bilan a { color: var(--accent); }
.bilan .avertissement {
  margin: 0 0 2rem; padding: .5rem .8rem; border: 1.5pt solid #8a4b00; color: #6b3a00; background: #fff6e8; font-weight: 600;
}
.bilan .couverture { padding-bottom: 1.2rem; }
.bilan .dispositif { margin: 0; color: var(--gris); font-size: 11pt; }
.bilan .periode { margin: 0 0 .2rem; font-size: 12.5pt; }
.bilan .poste { margin: 0; color: var(--gris); }
.bilan .tuiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .6rem; margin: 1.4rem 0 0; }
.bilan .tuiles > div { display: flex; flex-direction: column; justify-content: space-between; padding: .6rem .8rem .5rem; background: var(--fond); border-left: 3pt solid var(--accent); }
.bilan dt { color: var(--gris); font-size: 9pt; }
.bilan dd { margin: 0; font-size: 20pt; font-weight: 600; line-height: 1.25; }
.bilan dd span { font-size: 11pt; font-weight: 400; }
.bilan .sommaire h2 { margin-top: .6rem; }
.bilan .sommaire ol { list-style: none; margin: 0; padding: 0; }
.bilan .sommaire > ol > li { margin: .3rem 0; font-weight: 600; }
.bilan .sommaire ol ol { margin: .1rem 0 .4rem; padding-left: 1.2rem; font-weight: 400; font-size: 9.5pt; columns: 2 18rem; column-gap: 1.5rem; }
.bilan .sommaire ol ol li { break-inside: avoid; padding-left: .8rem; text-indent: -.8rem; }
.bilan .sommaire a { text-decoration: none; }
.bilan .sommaire a:hover, .bilan .sommaire a:focus-visible { text-decoration: underline; }
.bilan .tableau { margin: 0 0 .6rem; overflow-x: auto; }
.bilan table { width: 100%; border-collapse: collapse; font-size: 9.5pt; line-height: 1.3; }
.bilan caption { position: relative; padding: 0 0 .35rem; text-align: left; }
.bilan .cache { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bilan caption .base { display: block; font-size: 8.5pt; color: var(--gris); }
.bilan th, .bilan td { padding: .16rem .5rem; text-align: right; vertical-align: bottom; border-bottom: .5pt solid var(--filet); }
.bilan thead th { border-bottom: 1pt solid var(--encre); background: var(--fond); font-weight: 600; }
.bilan thead th.groupe { text-align: center; border-bottom: .5pt solid var(--gris); }
.bilan th:first-child { min-width: 11em; }
.bilan th:first-child, .bilan .texte { text-align: left; }
.bilan thead th:not(:first-child, .groupe) { width: 5.8em; }
.bilan thead tr + tr th:first-child { text-align: right; width: 5.8em; min-width: 0; }
.bilan tbody th { font-weight: 400; }
.bilan td { white-space: nowrap; }
.bilan td.texte { white-space: normal; }
.bilan tr.non-renseigne > * { color: var(--gris); font-style: italic; }
.bilan tr.total > * { font-weight: 600; border-top: 1pt solid var(--encre); border-bottom: 1pt solid var(--encre); }
.bilan .note { margin: .2rem 0 0; font-size: 8.5pt; line-height: 1.35; color: var(--gris); }
.bilan figure { margin: .2rem 0 .9rem; break-inside: avoid; }
.bilan img { display: block; max-width: 100%; height: auto; forced-color-adjust: none; background: #fff; }
.bilan figcaption { margin-top: .2rem; font-size: 8.5pt; color: var(--gris); }
.bilan h2#chiffres-contexte { color: #54427a; border-bottom: 1.5pt dashed #54427a; }
.bilan .contexte { list-style: none; margin: 0; padding: 0; }
.bilan .contexte li { margin: 0 0 .8rem; padding: .1rem 0 .1rem .9rem; border-left: 2pt dashed #54427a; break-inside: avoid; }
.bilan .contexte p { margin: 0; }
.bilan .contexte strong { margin-right: .4rem; color: #54427a; font-size: 13pt; font-weight: 600; }
.bilan .contexte .part { padding-left: 1.2rem; }
.bilan .contexte .source { font-size: 9pt; font-style: italic; color: var(--gris); }
.bilan tr, .bilan .court, .bilan .tableau:not(.long) { break-inside: avoid; }
.bilan thead { display: table-header-group; }
@media print {
  .bilan { max-width: none; padding: 0; }
  .bilan .tableau { overflow: visible; }
  .bilan .couverture { padding-top: 12mm; }
  .bilan .sommaire { break-after: page; }
  .bilan .sommaire + section h2 { margin-top: 0; }
  .bilan .paysage { page: paysage; }
  .bilan a { color: inherit; }
}
`.trim()

/** A4 pages, with the title above and the page number below; only a whole document can say it, a shadow root cannot. */
export const stylePages = ({ titre, periode, avertissement }: Couverture): string => {
  const marge = 'font: 8.5pt "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #52606b;'
  return `
body { margin: 0; background: #e8ecec; }
@page {
  size: A4; margin: 18mm 18mm 16mm;
  @top-left { content: ${chaine(titre)}; ${marge} }
  @top-right { content: ${chaine(periode)}; ${marge} }
  @bottom-left { content: ${chaine(avertissement === undefined ? '' : 'Données inventées')}; ${marge} font-weight: 600; }
  @bottom-right { content: "Page " counter(page) " sur " counter(pages); ${marge} }
}
@page :first { @top-left { content: none } @top-right { content: none } }
@page paysage { size: A4 landscape; }
@media print { body { background: #fff; } }
`.trim()
}

/** A CSS string holding any text, even one that would close the style element. */
const chaine = (texte: string): string =>
  `"${texte.replaceAll(/["\\<>\p{Cc}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16) ?? ''} `)}"`
