import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import type { Bloc, DocumentImprime } from './blocs.ts'
import { documentDe } from './contenu.ts'
import type { Notice } from './contexte.ts'
import { type Case, estColonneDeTexte, type Grille, type Ligne, texteCase } from './grille.ts'
import { styleBilan, stylePages } from './style.ts'
import { echapper } from './xml.ts'

/** The report as one page that needs nothing else: the preview, the HTML file and, printed, the PDF. */
export const bilanEnHtml = (bilan: BilanProtege): string => documentEnHtml(documentDe(bilan))

/** The body alone, for a shadow root that adopts {@link styleBilan}. No script, no inline style, nothing from outside. */
export const corpsBilan = (bilan: BilanProtege): string => corps(documentDe(bilan))

export const documentEnHtml = (document: DocumentImprime): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Jalon">
<title>${echapper(document.titre)}</title>
<style>
${styleBilan}
${stylePages(document.couverture)}
</style>
</head>
<body>
${corps(document)}
</body>
</html>
`

const corps = (document: DocumentImprime): string => `<main class="bilan">
${couverture(document)}
${document.sommaire ? sommaire(document.blocs) : ''}
${chapitres(document.blocs).map(chapitre).join('\n')}
</main>`

const couverture = ({ couverture: c, tuiles }: DocumentImprime): string => `<header class="couverture">
${c.avertissement === undefined ? '' : `<p class="avertissement">${echapper(c.avertissement)}</p>`}
<p class="dispositif">${echapper(c.dispositif)}</p>
<h1>${echapper(c.titre)}</h1>
<p class="periode">${echapper(c.periode)}</p>
${c.postes.map((p) => `<p class="poste">${echapper(p)}</p>`).join('')}
${tuiles.length === 0 ? '' : `<dl class="tuiles">\n${tuiles.map(tuile).join('\n')}\n</dl>`}
</header>`

const tuile = ({ libelle, nombre, mot }: DocumentImprime['tuiles'][number]): string =>
  `<div><dt>${echapper(libelle)}</dt><dd>${nombre}${mot === '' ? '' : ` <span>${echapper(mot)}</span>`}</dd></div>`

type Titre = Extract<Bloc, { type: 'titre' }>
type Chapitre = { readonly titre: Titre; readonly blocs: readonly Bloc[] }

/** A title of level 1 opens a section that holds what follows. */
const chapitres = (blocs: readonly Bloc[]): readonly Chapitre[] => {
  const resultat: { titre: Titre; blocs: Bloc[] }[] = []
  for (const bloc of blocs) {
    if (bloc.type === 'titre' && bloc.niveau === 1) resultat.push({ titre: bloc, blocs: [] })
    else resultat.at(-1)?.blocs.push(bloc)
  }
  return resultat
}

const sommaire = (blocs: readonly Bloc[]): string => {
  const entrees = chapitres(blocs).map(({ titre, blocs: contenu }) => {
    const sous = contenu.filter((b) => b.type === 'titre')
    return `<li>${lien(titre)}${sous.length === 0 ? '' : `<ol>${sous.map((s) => `<li>${lien(s)}</li>`).join('')}</ol>`}</li>`
  })
  return `<nav class="sommaire" aria-labelledby="sommaire"><h2 id="sommaire">Sommaire</h2><ol>${entrees.join('\n')}</ol></nav>`
}

const lien = (t: Titre): string => `<a href="#${t.ancre}">${echapper(t.texte)}</a>`

const chapitre = ({ titre, blocs }: Chapitre): string =>
  `<section aria-labelledby="${titre.ancre}">
<h2 id="${titre.ancre}">${echapper(titre.texte)}</h2>
${articles(blocs).map(article).join('\n')}
</section>`

/** A title of level 2 opens an article: a table, its notes and its drawing. */
const articles = (blocs: readonly Bloc[]): readonly (readonly Bloc[])[] => {
  const resultat: Bloc[][] = [[]]
  for (const b of blocs) {
    if (b.type === 'titre') resultat.push([b])
    else resultat.at(-1)?.push(b)
  }
  return resultat.filter((a) => a.length > 0)
}

const article = (blocs: readonly Bloc[]): string => {
  const contenu = blocs.map(bloc).join('\n')
  return blocs[0]?.type === 'titre' ? `<article class="${classes(blocs)}">\n${contenu}\n</article>` : contenu
}

/** A short article stays whole on its page; a longer one may part from its drawing. A very wide table turns the page. */
const classes = (blocs: readonly Bloc[]): string => {
  const hauteurs = blocs.map((b) =>
    b.type === 'tableau' ? (b.grille.lignes.length + 5) * 19 : b.type === 'figure' ? b.dessin.hauteur + 30 : 30,
  )
  const large = blocs.some((b) => b.type === 'tableau' && b.grille.colonnes.length > 12)
  const court = hauteurs.reduce((a, b) => a + b, 0) < demiPage
  return [...(large ? ['paysage'] : []), ...(court ? ['court'] : [])].join(' ')
}

/** In CSS pixels. */
const demiPage = 490

const bloc = (b: Bloc): string => {
  if (b.type === 'titre') return `<h3 id="${b.ancre}">${echapper(b.texte)}</h3>`
  if (b.type === 'paragraphe') return `<p>${echapper(b.texte).replaceAll('\n', '<br>')}</p>`
  if (b.type === 'liste') return `<ul>\n${b.lignes.map((l) => `<li>${echapper(l)}</li>`).join('\n')}\n</ul>`
  if (b.type === 'contexte') return `<ul class="contexte">\n${b.notices.map(notice).join('\n')}\n</ul>`
  return b.type === 'tableau' ? tableau(b.grille) : figure(b)
}

const notice = ({ nombre, libelle, portee, parts, source }: Notice): string => {
  const dont = parts.map((part) => `<p class="part">${echapper(part)}</p>`)
  return `<li><p><strong>${echapper(nombre)}</strong> ${echapper(libelle)}</p>
${dont.join('\n')}<p>${echapper(portee)}</p><p class="source">${echapper(source)}</p></li>`
}

const figure = ({ dessin, alternative, legende }: Extract<Bloc, { type: 'figure' }>): string => {
  const { svg, largeur, hauteur } = dessin
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return `<figure><img width="${String(largeur)}" height="${String(hauteur)}" alt="${echapper(alternative)}" src="${source}">
<figcaption>${echapper(legende)}</figcaption></figure>`
}

const tableau = (g: Grille): string => {
  const notes = [g.definition, ...g.notes].filter((n) => n !== '')
  return `<div class="tableau${g.lignes.length > 25 ? ' long' : ''}">
<table>
<caption><span class="cache">${echapper(g.titre)}</span>${g.base === '' ? '' : `<span class="base">${echapper(g.base)}</span>`}</caption>
<thead>
${entetes(g)}
</thead>
<tbody>
${g.lignes.map((l) => ligne(l, g)).join('\n')}
</tbody>
</table>
${notes.map((n) => `<p class="note">${echapper(n)}</p>`).join('\n')}
</div>`
}

const entetes = (grille: Grille): string => {
  const { coin, colonnes, groupe } = grille
  const colonne = (c: string, rang: number): string =>
    `<th scope="col"${estColonneDeTexte(grille, rang) ? ' class="texte"' : ''}>${echapper(c)}</th>`
  if (groupe === undefined) return `<tr><th scope="col">${echapper(coin)}</th>${colonnes.map(colonne).join('')}</tr>`
  const apres = colonnes.slice(groupe.nombre).map((c) => `<th scope="col" rowspan="2">${echapper(c)}</th>`)
  return `<tr><th scope="col" rowspan="2">${echapper(coin)}</th><th scope="colgroup" class="groupe" colspan="${String(groupe.nombre)}">${echapper(groupe.libelle)}</th>${apres.join('')}</tr>
<tr>${colonnes.slice(0, groupe.nombre).map(colonne).join('')}</tr>`
}

const ligne = ({ libelle, role, cases }: Ligne, grille: Grille): string =>
  `<tr class="${role}"><th scope="row">${echapper(libelle)}</th>${cases.map((c, rang) => cellule(c, estColonneDeTexte(grille, rang))).join('')}</tr>`

/** A word among figures lines up with them. */
const cellule = (c: Case, mots: boolean): string => {
  const texte = echapper(texteCase(c))
  return c.genre === 'texte' && mots ? `<td class="texte">${texte}</td>` : `<td>${texte}</td>`
}
