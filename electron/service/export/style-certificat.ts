import { styleBilan } from './style.ts'

const marge = 'font: 8.5pt "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #52606b;'

/** The look of the report, with what makes this page another: it says on each sheet that it is not to be handed round. */
export const styleCertificat = `
${styleBilan}
.certificat table { margin-bottom: .2rem; }
.certificat th, .certificat td { vertical-align: top; }
.certificat caption { font-size: 9.5pt; font-weight: 600; }
.certificat thead th:not(:first-child, .groupe) { width: auto; }
.certificat .confidentiel { margin: 0 0 1.4rem; padding: .5rem .8rem; border: 1.5pt solid #9b1c1c; color: #7a1414; background: #fdf1f1; }
.certificat .confidentiel strong { display: block; font-size: 13pt; letter-spacing: .12em; }
.certificat .verdict { padding: .5rem .8rem; border-left: 3pt solid var(--accent); background: var(--fond); font-weight: 600; }
.certificat .verdict.echec { border-color: #9b1c1c; color: #7a1414; background: #fdf1f1; }
.certificat dl.fiche { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 .8rem; }
.certificat dl.fiche dt { font-size: 9.5pt; }
.certificat dl.fiche dd { font-size: 10pt; font-weight: 400; line-height: 1.4; overflow-wrap: anywhere; }
.certificat .empreinte { font: 8pt/1.3 "Cascadia Mono", "Liberation Mono", "DejaVu Sans Mono", monospace; white-space: normal; overflow-wrap: anywhere; }
.certificat svg { display: block; margin-top: .3em; fill: var(--accent); print-color-adjust: exact; }
.certificat .signature { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; break-inside: avoid; }
.certificat .signature > div { min-height: 4.2em; padding: .35rem .6rem; border: .75pt solid var(--gris); }
.certificat .signature dt { font-size: 9pt; }
.certificat .signature .large { grid-column: 1 / -1; min-height: 7em; }
.certificat .annexe { break-before: page; }
body { margin: 0; background: #e8ecec; }
@page {
  size: A4; margin: 18mm 18mm 16mm;
  @top-left { content: "CONFIDENTIEL"; ${marge} color: #7a1414; font-weight: 700; letter-spacing: .1em; }
  @top-right { content: "Contient des effectifs réels : ne pas diffuser"; ${marge} color: #7a1414; }
  @bottom-left { content: "Rapport de contrôle du secret statistique"; ${marge} }
  @bottom-right { content: "Page " counter(page) " sur " counter(pages); ${marge} }
}
@media print { body { background: #fff; } }
`.trim()
