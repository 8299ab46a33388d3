import { existsSync, readFileSync } from 'node:fs'
import { anneeDe, caseDe, type Document, type TableauLu } from './document.ts'
import { nombre } from './format-csv.ts'
import { fourchette, lireNombre, pasDe } from './nombre.ts'
import { type Fait, joindre, type Lecture, vide } from './savoir.ts'

/** What the page says of its charts to those who do not see them, its attributes and its metadata. */
export const lirePage = (chemin: string, document: Document): Lecture => {
  if (!existsSync(chemin)) return vide
  const page = readFileSync(chemin, 'utf8')
  const textes = [...page.matchAll(/\b(?:alt|aria-label|title|data-[a-z-]+)="([^"]*)"/gu)].map((m) => decoder(m[1]))
  return joindre(
    textes.map((texte) => {
      const tableau = document.tableaux
        .filter((t) => texte.includes(` : ${t.titre}`))
        .toSorted((a, b) => b.titre.length - a.titre.length)[0]
      if (tableau !== undefined) return lireAlternative(texte, tableau, document)
      return /\d/u.test(texte) ? incompris(`page : ${texte}`) : vide
    }),
  )
}

const incompris = (texte: string): Lecture => ({ faits: [], masquees: [], incomprises: [texte] })

const decoder = (texte = ''): string =>
  texte.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

const lireAlternative = (texte: string, tableau: TableauLu, document: Document): Lecture => {
  const annee = anneeDe(document)
  const [avant = '', donnees = ''] = texte.split('Données : ')
  const [lignes, colonnes] = tableau.dimensions
  const lire = (dans: string, codes: (code: string) => readonly string[]) =>
    (lignes?.modalites ?? []).flatMap((m) => {
      const dit = valeurDe(dans, m.libelle)
      const cible = caseDe(tableau, annee, codes(m.code))
      return dit === null ? [] : [lireNombre(cible, nombre(dit), null, null, 'page, alternative', tableau)]
    })
  const blocs = colonnes?.modalites.map((m, i) => {
    const debut = donnees.indexOf(`${m.libelle} — `)
    const suivante = colonnes.modalites[i + 1]
    const fin = suivante === undefined ? -1 : donnees.indexOf(`${suivante.libelle} — `, debut)
    return { code: m.code, texte: debut < 0 ? '' : donnees.slice(debut, fin < 0 ? undefined : fin) }
  })
  const dites =
    blocs === undefined ? lire(donnees, (c) => [c]) : blocs.flatMap((b) => lire(b.texte, (c) => [c, b.code]))
  return joindre([...dites, plusEleve(avant, tableau, annee)])
}

/** « libelle : 12 » or « libelle : s (masqué) », the label standing at the start of its item. */
const valeurDe = (dans: string, libelle: string): string | null => {
  const debut = ['', ' ; ', ' — ']
    .map((avant) => (avant === '' ? (dans.startsWith(`${libelle} : `) ? 0 : -1) : place(dans, avant, libelle)))
    .find((i) => i >= 0)
  return debut === undefined
    ? null
    : (/^(?:\d{1,3}(?:[\s\u202f]\d{3})*|[^\s;.]+)/u.exec(dans.slice(debut + libelle.length + 3))?.[0] ?? null)
}

const place = (dans: string, avant: string, libelle: string): number => {
  const i = dans.indexOf(`${avant}${libelle} : `)
  return i < 0 ? -1 : i + avant.length
}

/** « Le plus élevé » bounds every other row, the hidden ones too. */
const plusEleve = (texte: string, tableau: TableauLu, annee: string): Lecture => {
  const haut = nombre(/Le plus élevé : .*\(([\d\s]+)\)\. $/u.exec(texte)?.[1] ?? 's') ?? Number.NaN
  if (Number.isNaN(haut) || tableau.dimensions.length !== 1) return vide
  const faits = (tableau.dimensions[0]?.modalites ?? []).map((m): Fait => {
    const cible = caseDe(tableau, annee, [m.code])
    return {
      termes: [[1, cible]],
      bas: 0,
      haut: fourchette(cible, haut, pasDe(tableau))[1],
      fichier: 'page, alternative',
      par: 'graphique',
    }
  })
  return { faits, masquees: [], incomprises: [] }
}
