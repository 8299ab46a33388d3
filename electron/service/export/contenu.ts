import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { nomsUnite, type Tableau } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { presenterChiffres, presenterPostes } from './chiffres.ts'
import { mentionContexte, type Notice, noticesContexte, titreContexte } from './contexte.ts'
import { type Dessin, dessiner } from './dessin.ts'
import { aDesFluxMasques, graphiqueDe, texteAlternatif } from './graphique.ts'
import type { Grille } from './grille.ts'
import { methode } from './methode.ts'
import { dateLongue, typographier } from './nombres.ts'
import { presenterTableau } from './presentation.ts'

/** One piece of the report on paper. HTML, PDF, DOCX and ODT are the same pieces in the same order. */
export type Bloc =
  | { readonly type: 'titre'; readonly niveau: 1 | 2; readonly texte: string; readonly ancre: string }
  | { readonly type: 'paragraphe'; readonly texte: string }
  | { readonly type: 'tableau'; readonly grille: Grille }
  /** Numbers that others published: never a table, which is what counted numbers are. */
  | { readonly type: 'contexte'; readonly notices: readonly Notice[] }
  | { readonly type: 'figure'; readonly dessin: Dessin; readonly alternative: string; readonly legende: string }

export type Couverture = {
  readonly titre: string
  readonly dispositif: string
  readonly periode: string
  readonly postes: readonly string[]
  /** Said on every page while the coffre holds invented data. */
  readonly avertissement?: string
}

export const couvertureDe = (bilan: BilanProtege): Couverture => ({
  titre: bilan.titre,
  dispositif: dispositifs[bilan.dispositif].libelle,
  periode: `Du ${dateLongue(bilan.periode.du)} au ${dateLongue(bilan.periode.au)}`,
  postes: bilan.postes.map((p) => p.nom),
  ...(bilan.demonstration
    ? { avertissement: 'Données inventées : ce bilan de démonstration ne décrit aucune personne réelle.' }
    : {}),
})

/** Key figures, the section on the context, tables with their drawings, the other sections, what others published, the posts, the method. */
export const contenuDe = (bilan: BilanProtege): readonly Bloc[] => {
  const [avant, apres] = partager(bilan.sections.filter((s) => s.texte.trim() !== ''))
  return [
    ...(bilan.chiffres.length > 0 ? [titre(1, 'Chiffres clés', 'chiffres'), tableau(presenterChiffres(bilan))] : []),
    ...avant.flatMap(section),
    titre(1, 'Tableaux', 'tableaux'),
    ...bilan.tableaux.filter(aDeQuoiDire).flatMap((t, i) => blocsTableau(t, i + 1, bilan)),
    ...sansObjet(bilan.tableaux.filter((t) => !aDeQuoiDire(t))),
    ...apres.flatMap(section),
    ...ailleurs(bilan),
    ...(bilan.postes.length > 0 ? [titre(1, 'Postes et financement', 'postes'), tableau(presenterPostes(bilan))] : []),
    titre(1, 'Méthode et protection des personnes', 'methode'),
    ...methode(bilan).map(paragraphe),
  ]
}

/** A short table and the drawing that follows it belong on one page. */
export const tientAvecFigure = (blocs: readonly Bloc[], rang: number): boolean => {
  const bloc = blocs[rang]
  return bloc?.type === 'tableau' && blocs[rang + 1]?.type === 'figure' && bloc.grille.lignes.length <= 12
}

/** Blank lines part paragraphs; single line breaks are kept. */
export const paragraphes = (texte: string): readonly string[] =>
  texte
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => p !== '')

/** Something was counted, this period or one of those before. */
const aDeQuoiDire = ({ base, precedents }: Tableau): boolean => base !== 0 || precedents.some((p) => p.base !== 0)

/** Tables of nothing are named in one line, not printed one by one. */
const sansObjet = (tableaux: readonly Tableau[]): readonly Bloc[] =>
  tableaux.length === 0
    ? []
    : [paragraphe(`Rien n’a été compté pendant la période dans : ${tableaux.map((t) => `« ${t.titre} »`).join(', ')}.`)]

const blocsTableau = (t: Tableau, numero: number, bilan: BilanProtege): readonly Bloc[] => {
  const graphique = graphiqueDe(t)
  const nom = `Tableau ${String(numero)} – ${t.titre}`
  return [
    titre(2, nom, `tableau-${String(numero)}`),
    tableau({ ...presenterTableau(t, bilan), titre: nom }),
    ...(graphique === undefined
      ? []
      : [
          {
            type: 'figure' as const,
            dessin: dessiner(graphique),
            alternative: texteAlternatif(t),
            legende: `Graphique ${String(numero)} – ${t.titre} (${nomsUnite[t.unite].plusieurs})${aDesFluxMasques(graphique) ? ' ; les flux masqués ne sont pas dessinés' : ''}`,
          },
        ]),
  ]
}

const section = ({ code, titre: texte, texte: corps }: BilanProtege['sections'][number]): readonly Bloc[] => [
  titre(1, texte, `section-${code}`),
  ...paragraphes(corps).map(paragraphe),
]

/** What others published comes once everything that is counted has been told. */
const ailleurs = (bilan: BilanProtege): readonly Bloc[] => {
  const notices = noticesContexte(bilan)
  if (notices.length === 0) return []
  return [titre(1, titreContexte, ancreContexte), paragraphe(mentionContexte), { type: 'contexte', notices }]
}

/** The preview scrolls to it. */
const ancreContexte = 'chiffres-contexte'

/** The section on the context comes before the figures, the rest after. */
const partager = (sections: BilanProtege['sections']) =>
  [sections.filter((s) => s.code === 'contexte'), sections.filter((s) => s.code !== 'contexte')] as const

const titre = (niveau: 1 | 2, texte: string, ancre: string): Bloc => ({
  type: 'titre',
  niveau,
  texte: typographier(texte),
  ancre,
})
const paragraphe = (texte: string): Bloc => ({ type: 'paragraphe', texte: typographier(texte) })
const tableau = (grille: Grille): Bloc => ({
  type: 'tableau',
  grille: {
    ...grille,
    titre: typographier(grille.titre),
    base: typographier(grille.base),
    definition: typographier(grille.definition),
    notes: grille.notes.map(typographier),
  },
})
