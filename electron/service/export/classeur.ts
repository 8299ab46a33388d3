import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { presenterChiffres, presenterPostes } from './chiffres.ts'
import { grilleContexte } from './contexte.ts'
import { couvertureDe } from './contenu.ts'
import { estColonneDeTexte, type FormatNombre, type Grille, texteCase } from './grille.ts'
import { methode } from './methode.ts'
import { presenterTableau } from './presentation.ts'

/** A cell of a spreadsheet. A text is always written as a text: « =1+1 » stays what it says. Shares are 0.26 for 26 %. */
export type CelluleFeuille = { readonly gras?: boolean } & (
  | {
      readonly texte: string
      readonly renvoi?: boolean
      readonly droite?: boolean
      /** A long text that runs over that many columns and that many lines. */
      readonly etendue?: { readonly colonnes: number; readonly lignes: number }
    }
  | { readonly nombre: number; readonly format: FormatFeuille }
)
export type FormatFeuille = 'entier' | 'decimal' | 'pourcent' | 'evolution'

export type Feuille = {
  readonly nom: string
  readonly lignes: readonly (readonly CelluleFeuille[])[]
  /** In characters. */
  readonly largeurs: readonly number[]
}

/** The report as sheets: « Lisez-moi », then one per table. ODS and XLSX write the same ones. */
export const classeurDe = (bilan: BilanProtege): readonly Feuille[] => {
  const grilles = [
    ...(bilan.chiffres.length > 0 ? [presenterChiffres(bilan)] : []),
    ...bilan.tableaux.map((t) => presenterTableau(t, bilan)),
    ...(bilan.postes.length > 0 ? [presenterPostes(bilan)] : []),
    ...(bilan.contexte === undefined ? [] : [grilleContexte(bilan)]),
  ]
  const noms = nommer(grilles.map((g) => g.titre))
  return [lisezMoi(bilan, grilles, noms), ...grilles.map((g, i) => feuille(g, noms[i] ?? g.id))]
}

const lisezMoi = (bilan: BilanProtege, grilles: readonly Grille[], noms: readonly string[]): Feuille => {
  const c = couvertureDe(bilan)
  return {
    nom: premiere,
    largeurs: [100],
    lignes: [
      [titre(c.titre)],
      [texte(c.dispositif)],
      [texte(c.periode)],
      ...(c.avertissement === undefined ? [] : [[titre(c.avertissement)]]),
      [],
      ...methode(bilan).map((phrase): CelluleFeuille[] => [{ texte: phrase, renvoi: true }]),
      [],
      [titre('Feuilles')],
      ...grilles.map(({ titre: complet }, i) => [
        texte(noms[i] === complet ? complet : `${noms[i] ?? ''} : ${complet}`),
      ]),
    ],
  }
}

/** One table as a sheet. */
export const feuille = (grille: Grille, nom: string): Feuille => {
  const { groupe, colonnes } = grille
  const notes = [grille.definition, ...grille.notes].filter((n) => n !== '')
  const largeurs = [44, ...colonnes.map((_, rang) => largeurDe(grille, rang))]
  return {
    nom,
    largeurs,
    lignes: [
      [titre(grille.titre)],
      ...(grille.base === '' ? [] : [[texte(grille.base)]]),
      [],
      ...(groupe === undefined ? [] : [[texte(''), titre(groupe.libelle)]]),
      [
        titre(grille.coin),
        ...colonnes.map((c, i) => ({
          texte: `${c}${unite(grille, i)}`,
          gras: true,
          renvoi: true,
          droite: !estColonneDeTexte(grille, i),
        })),
      ],
      ...grille.lignes.map(({ libelle, role, cases }) => {
        const gras = role === 'total'
        return [
          { texte: libelle, gras, renvoi: true },
          ...cases.map((c) =>
            c.genre === 'nombre'
              ? { ...valeur(c.valeur, c.format), gras }
              : { texte: texteCase(c), gras, droite: c.genre !== 'texte', renvoi: c.genre === 'texte' },
          ),
        ]
      }),
      [],
      ...notes.map((n) => [note(n, largeurs)]),
    ],
  }
}

/** As wide as its heading, or as the words it holds, within reason. */
const largeurDe = (grille: Grille, rang: number): number => {
  const tete = Math.min(24, Math.max(12, (grille.colonnes[rang] ?? '').length + 2))
  if (!estColonneDeTexte(grille, rang)) return tete
  const mots = grille.lignes.map(({ cases }) => {
    const lue = cases[rang]
    return lue?.genre === 'texte' ? lue.texte.length : 0
  })
  return Math.max(tete, Math.min(60, Math.max(...mots) + 2))
}

const premiere = 'Lisez-moi'

/** A sheet name holds 31 characters, none of []:*?/\, and differs from the others whatever the case. */
export const nommer = (titres: readonly string[]): readonly string[] => {
  const pris = new Set([premiere.toLowerCase()])
  return titres.map((brut) => {
    const propre = brut
      .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[' ]+|[' ]+$/g, '')
    const base = propre === '' ? 'Tableau' : propre
    for (let n = 1; ; n += 1) {
      const suffixe = n === 1 ? '' : ` (${String(n)})`
      const nom = `${base.slice(0, 31 - suffixe.length).trimEnd()}${suffixe}`
      if (pris.has(nom.toLowerCase())) continue
      pris.add(nom.toLowerCase())
      return nom
    }
  })
}

const valeur = (n: number, format: FormatNombre): { nombre: number; format: FormatFeuille } => {
  if (format === 'part') return { nombre: arrondi(n / 100), format: 'pourcent' }
  if (format === 'evolution') return { nombre: arrondi(n / 100), format: 'evolution' }
  return { nombre: n, format: Number.isInteger(n) && format !== 'montant' ? 'entier' : 'decimal' }
}

/** 26.1 / 100 is 0.26100000000000001: six decimals are enough for a tenth of a percent. */
const arrondi = (n: number): number => Math.round(n * 1e6) / 1e6

const unite = ({ lignes }: Grille, rang: number): string =>
  lignes.some((l) => l.cases[rang]?.genre === 'nombre' && l.cases[rang].format === 'euros') ? ' (€)' : ''

const titre = (t: string): CelluleFeuille => ({ texte: t, gras: true })
const texte = (t: string): CelluleFeuille => ({ texte: t })
const note = (t: string, largeurs: readonly number[]): CelluleFeuille => {
  const lignes = Math.ceil(t.length / largeurs.reduce((a, b) => a + b, 0))
  return { texte: t, renvoi: true, etendue: { colonnes: largeurs.length, lignes } }
}
