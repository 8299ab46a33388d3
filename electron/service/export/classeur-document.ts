import { type CelluleFeuille, type Feuille, feuille, nommer } from './classeur.ts'
import type { Bloc, DocumentImprime } from './blocs.ts'

/** A document as sheets: its words on the first one, in their order, then one sheet a table. */
export const feuillesDuDocument = (document: DocumentImprime): readonly Feuille[] => {
  const grilles = document.feuilles ?? document.blocs.flatMap((b) => (b.type === 'tableau' ? [b.grille] : []))
  const noms = nommer(grilles.map((g) => g.titre))
  return [mots(document, noms), ...grilles.map((g, i) => feuille(g, noms[i] ?? g.id))]
}

const mots = ({ couverture: c, tuiles, blocs }: DocumentImprime, noms: readonly string[]): Feuille => ({
  nom: 'Lisez-moi',
  largeurs: [110],
  lignes: [
    [gras(c.titre)],
    ...[c.dispositif, c.periode, ...c.postes].map((t) => [texte(t)]),
    ...(c.avertissement === undefined ? [] : [[gras(c.avertissement)]]),
    ...tuiles.map((t) => [texte(`${t.libelle} : ${t.nombre}`)]),
    ...blocs.flatMap(lignesDe),
    [],
    [gras('Feuilles')],
    ...noms.map((nom) => [texte(nom)]),
  ],
})

const lignesDe = (b: Bloc): readonly (readonly CelluleFeuille[])[] => {
  if (b.type === 'titre') return [[], [gras(b.texte)]]
  if (b.type === 'paragraphe') return [[texte(b.texte)]]
  if (b.type === 'liste') return b.lignes.map((l) => [texte(`• ${l}`)])
  if (b.type === 'contexte')
    return b.notices.flatMap((n) => [`${n.nombre} ${n.libelle}`, ...n.parts, n.portee, n.source].map((t) => [texte(t)]))
  return b.type === 'tableau' ? [[texte(`Tableau : ${b.grille.titre}`)]] : [[texte(b.legende)]]
}

const texte = (t: string): CelluleFeuille => ({ texte: t, renvoi: true })
const gras = (t: string): CelluleFeuille => ({ texte: t, gras: true, renvoi: true })
