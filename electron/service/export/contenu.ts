import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { nomsUnite, type Tableau } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { presenterChiffres, presenterPostes } from './chiffres.ts'
import { mentionContexte, noticesContexte, titreContexte } from './contexte.ts'
import { type Bloc, type Couverture, type DocumentImprime, paragraphe, paragraphes, tableau, titre } from './blocs.ts'
import { dessiner } from './dessin.ts'
import { aDesFluxMasques, graphiqueDe, texteAlternatif } from './graphique.ts'
import { texteCase } from './grille.ts'
import { methode } from './methode.ts'
import { dateLongue } from './nombres.ts'
import { presenterTableau } from './presentation.ts'

export const couvertureDe = (bilan: BilanProtege): Couverture => ({
  titre: bilan.titre,
  dispositif: dispositifs[bilan.dispositif].libelle,
  periode: `Du ${dateLongue(bilan.periode.du)} au ${dateLongue(bilan.periode.au)}`,
  postes: bilan.postes.map((p) => p.nom),
  ...(bilan.demonstration
    ? { avertissement: 'Données inventées : ce bilan de démonstration ne décrit aucune personne réelle.' }
    : {}),
})

/** The report of a period as every writer of documents takes it. */
export const documentDe = (bilan: BilanProtege): DocumentImprime => ({
  titre: bilan.titre,
  le: bilan.periode.au,
  couverture: couvertureDe(bilan),
  tuiles: bilan.chiffres
    .filter((x) => x.valeur !== null && x.unite !== '%')
    .slice(0, 4)
    .map(({ libelle, unite, valeur }) => ({
      libelle,
      nombre: texteCase({ genre: 'nombre', valeur: valeur ?? 0, format: unite === '€' ? 'euros' : 'decimal' }),
      mot: unite === 'mois' ? 'mois' : '',
    })),
  sommaire: true,
  blocs: contenuDe(bilan),
})

/**
 * Key figures, the section on the context, tables with their drawings, the other sections, what others published, the posts,
 * the method. Composed and drawn once for all the formats of a report.
 */
export const contenuDe = (bilan: BilanProtege): readonly Bloc[] => {
  const connu = contenus.get(bilan)
  if (connu !== undefined) return connu
  const contenu = composer(bilan)
  contenus.set(bilan, contenu)
  return contenu
}

/** As long as the report itself. */
const contenus = new WeakMap<BilanProtege, readonly Bloc[]>()

const composer = (bilan: BilanProtege): readonly Bloc[] => {
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
  ...paragraphes(corps),
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
