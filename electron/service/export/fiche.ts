import { typographier } from './nombres.ts'
import { echapper } from './xml.ts'

/** Text of a sheet of the audit report, escaped, with French spaces. */
export const texte = (brut: string): string => echapper(typographier(brut))

export const paragraphe = (brut: string, classe = ''): string =>
  `<p${classe === '' ? '' : ` class="${classe}"`}>${texte(brut)}</p>`

/** What is said of each name, one line each. */
export const fiche = (lignes: readonly (readonly [nom: string, dit: string])[]): string =>
  `<dl class="fiche">${lignes.map(([nom, dit]) => `<dt>${texte(nom)}</dt><dd>${texte(dit)}</dd>`).join('\n')}</dl>`

export type LigneFiche = { readonly cases: readonly string[]; readonly total?: true }

export type TableFiche = {
  readonly legende: string
  readonly colonnes: readonly string[]
  /** Ranks of the columns of words, the first one apart; the others hold numbers. */
  readonly mots?: readonly number[]
  readonly lignes: readonly LigneFiche[]
}

/** A table whose first column names its rows. Rows are never parted, heads come again on each page. */
export const table = ({ legende, colonnes, mots = [], lignes }: TableFiche): string => {
  const classe = (rang: number): string => (mots.includes(rang) ? ' class="texte"' : '')
  const ligne = ({ cases: [nom = '', ...valeurs], total }: LigneFiche): string =>
    `<tr${total === true ? ' class="total"' : ''}><th scope="row">${texte(nom)}</th>${valeurs
      .map((v, i) => `<td${classe(i + 1)}>${texte(v)}</td>`)
      .join('')}</tr>`
  return `<div class="tableau${lignes.length > 20 ? ' long' : ''}"><table>
<caption>${texte(legende)}</caption>
<thead><tr>${colonnes.map((c, i) => `<th scope="col"${classe(i)}>${texte(c)}</th>`).join('')}</tr></thead>
<tbody>
${lignes.map(ligne).join('\n')}
</tbody></table></div>`
}

/** A section under its numbered title. */
export const section = (ancre: string, titre: string, contenu: readonly string[], classe = ''): string =>
  `<section aria-labelledby="${ancre}"${classe === '' ? '' : ` class="${classe}"`}>
<h2 id="${ancre}">${texte(titre)}</h2>
${contenu.filter((c) => c !== '').join('\n')}
</section>`

/** « 22 novembre 2026 à 10:00 », here. */
export const instant = (iso: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
