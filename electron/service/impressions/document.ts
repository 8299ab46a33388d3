import { typographier } from '../export/nombres.ts'
import { echapper } from '../export/xml.ts'

export type DocumentPapier = {
  readonly titre: string
  /** Printed at the foot of every page: who made it, and when. */
  readonly pied: string
  /** HTML already escaped. */
  readonly corps: string
}

/** A whole HTML page for paper: large type, black on white, nothing from outside and nothing that runs. */
export const documentPapier = ({ titre, pied, corps }: DocumentPapier): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Jalon">
<title>${echapper(titre)}</title>
<style>
${style}
${pages(pied)}
</style>
</head>
<body>
<main class="papier">
<h1>${echapper(typographier(titre))}</h1>
${typographier(corps)}
</main>
</body>
</html>
`

/** An empty box to tick by hand, drawn rather than typed: no font has to hold it. */
export const caseACocher = (texte: string): string =>
  `<li><span class="case" aria-hidden="true"></span>${echapper(texte)}</li>`

const style = `
.papier {
  --encre: #16202a; --gris: #47545f; --filet: #9aa7ae; --accent: #0f5c64; --fond: #eef3f3;
  box-sizing: border-box; max-width: 46rem; margin: 0 auto; padding: 2rem; background: #fff; color: var(--encre);
  font: 12.5pt/1.4 "Segoe UI", "Liberation Sans", Arial, "DejaVu Sans", sans-serif; overflow-wrap: break-word;
}
.papier h1, .papier h2, .papier h3 { line-height: 1.2; margin: 0; break-after: avoid; text-wrap: balance; }
.papier h1 { font-size: 25pt; color: var(--accent); margin-bottom: .5rem; }
.papier h2 { font-size: 17pt; color: var(--accent); margin: 1rem 0 .45rem; padding-bottom: .15rem; border-bottom: 1.5pt solid var(--accent); }
.papier h3 { font-size: 12.5pt; }
.papier p { margin: 0 0 .5rem; orphans: 3; widows: 3; }
.papier ul { margin: 0 0 .6rem; padding-left: 1.2rem; }
.papier li { margin: .2rem 0; break-inside: avoid; }
.papier .cases { list-style: none; padding: 0; }
.papier .cases li { display: grid; grid-template-columns: auto 1fr; gap: .5rem; align-items: start; }
.papier .deux { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
.papier .adresses { columns: 2; column-gap: 1.2rem; margin-top: .5rem; }
.papier .case { box-sizing: border-box; width: 1em; height: 1em; margin-top: .22em; border: 1.2pt solid var(--encre); border-radius: 2pt; }
.papier td .case { display: inline-block; margin: 0; vertical-align: middle; }
.papier .discret { color: var(--gris); font-size: 11pt; }
.papier .encadre { margin: .8rem 0; padding: .7rem .9rem .4rem; background: var(--fond); border-left: 4pt solid var(--accent); break-inside: avoid; }
.papier .encadre h2 { margin-top: 0; border: 0; padding: 0; }
.papier .avertissement { padding: .4rem .7rem; border: 1.5pt solid #8a4b00; color: #6b3a00; font-weight: 600; }
.papier .conseil { break-inside: avoid; break-after: avoid; }
.papier .adresse { margin: 0 0 .55rem; font-size: 11.5pt; padding-left: .8rem; border-left: 2pt solid var(--filet); break-inside: avoid; }
.papier .adresse p { margin: 0; }
.papier .telephone { font-size: 14pt; font-weight: 600; white-space: nowrap; }
.papier .marque { font-weight: 600; color: var(--accent); }
.papier table { width: 100%; border-collapse: collapse; }
.papier th, .papier td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: .75pt solid var(--filet); }
.papier tr { break-inside: avoid; }
.papier .numeros { display: grid; grid-template-columns: repeat(3, 1fr); gap: .3rem .8rem; margin: 0; }
.papier .numeros dt { font-size: 17pt; font-weight: 700; line-height: 1.15; }
.papier .numeros dd { margin: 0; font-size: 11pt; }
.papier .fiche { break-inside: avoid; font-size: 12pt; line-height: 1.35; }
.papier .fiche + .fiche { break-before: page; }
.papier .fiche h2 { margin-top: .5rem; }
.papier .fiche h3 { margin-top: .8rem; }
.papier .fiche table { table-layout: fixed; }
.papier .fiche th:nth-child(1) { width: 7.4rem; }
.papier .fiche th:nth-child(2) { width: 6.6rem; }
.papier .fiche th, .papier .fiche td { padding: .2rem .4rem; }
.papier .fiche .cases { margin: 0; }
.papier .fiche .cases li { margin: .12rem 0; }
.papier .ligne { height: 2rem; border-bottom: .75pt solid var(--filet); }
@media print { .papier { max-width: none; padding: 0; } }
`.trim()

/** Page numbers and foot: only a whole document can say them, a shadow root cannot. */
const pages = (pied: string): string => {
  const marge = 'font: 9pt "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #47545f;'
  return `
body { margin: 0; }
@page {
  size: A4; margin: 13mm 16mm 16mm;
  @bottom-left { content: ${chaine(pied)}; ${marge} }
  @bottom-right { content: "Page " counter(page) " sur " counter(pages); ${marge} }
}
`.trim()
}

/** A CSS string holding any text, even one that would close the style element. */
const chaine = (texte: string): string =>
  `"${texte.replaceAll(/["\\<>\p{Cc}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16) ?? ''} `)}"`
