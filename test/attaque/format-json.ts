import { lireChiffre } from './chiffres.ts'
import { anneeDe, caseDe, type Document, nombresDe, type TableauLu } from './document.ts'
import { lireNombre, pasDe } from './nombre.ts'
import { lireNotes } from './phrases.ts'
import { type Case, joindre, type Lecture, NON_RENSEIGNE, TOTAL } from './savoir.ts'

/** All that the public JSON tells: cells, bases, missing answers, shares, headline numbers, sentences. */
export const lireJson = (document: Document, brut: unknown): Lecture =>
  joindre([
    ...document.tableaux.map((t) => lireTableau(t, document)),
    ...document.chiffres.flatMap((c) => [
      lireChiffre(c.id, anneeDe(document), c.valeur ?? null, 'json', document),
      ...c.precedents.map((p) => lireChiffre(c.id, String(p.annee), p.valeur ?? null, 'json', document)),
    ]),
    ...Object.entries(document.indicateurs).map(([id, valeur]) =>
      lireChiffre(id, anneeDe(document), valeur, 'json, indicateurs', document),
    ),
    { faits: [], masquees: [], incomprises: nombresInconnus(brut) },
  ])

const lireTableau = (tableau: TableauLu, document: Document): Lecture => {
  const annees = [
    { annee: anneeDe(document), base: tableau.base ?? null, cellules: tableau.cellules },
    ...tableau.precedents.map((p) => ({ annee: String(p.annee), base: p.base ?? null, cellules: p.cellules })),
  ]
  return joindre([
    ...annees.flatMap(({ annee, base, cellules }) =>
      cellules.map((c) =>
        lireNombre(caseDe(tableau, annee, c.modalites), c.valeur ?? null, c.part ?? null, base, 'json', tableau),
      ),
    ),
    ...annees.flatMap(({ annee, base }) => (base === null ? [] : [totalDe(tableau, annee, base)])),
    sansReponse(tableau, document),
    lireNotes(tableau, anneeDe(document)),
  ])
}

const totalDe = (tableau: TableauLu, annee: string, base: number): Lecture => {
  const codes = tableau.dimensions.map(() => TOTAL)
  return lireNombre(caseDe(tableau, annee, codes), base, null, null, 'json, base', tableau)
}

/** Units without an answer in one dimension at least: margins, less those without any. */
const sansReponse = (tableau: TableauLu, document: Document): Lecture => {
  const { dimensions, nonRenseigne } = tableau
  if (nonRenseigne === null || nonRenseigne === undefined || pasDe(tableau) > 1) return joindre([])
  const manque = dimensions.map((d) => d.modalites.some((m) => m.code === NON_RENSEIGNE))
  const a = (codes: readonly string[]): Case => caseDe(tableau, anneeDe(document), codes)
  const marges = dimensions.flatMap((_, i) =>
    manque[i] === true ? [a(dimensions.map((__, j) => (i === j ? NON_RENSEIGNE : TOTAL)))] : [],
  )
  const communs = dimensions.length === 2 && manque.every(Boolean) ? [a(dimensions.map(() => NON_RENSEIGNE))] : []
  const termes = [...marges.map((c) => [1, c] as const), ...communs.map((c) => [-1, c] as const)]
  return termes.length === 0
    ? joindre([])
    : {
        faits: [{ termes, bas: nonRenseigne, haut: nonRenseigne, fichier: 'json, nonRenseigne', par: 'chiffre' }],
        masquees: [],
        incomprises: [],
      }
}

/** Places of the document where a number is understood, or is about nobody. */
const connus =
  /^(?:postes\..+|contexte\..+|indicateurs\..+|chiffres\.(?:valeur|precedents\.(?:annee|valeur))|tableaux\.(?:arrondi|base|nonRenseigne|cellules\.(?:valeur|part)|precedents\.(?:annee|arrondi|base|cellules\.(?:valeur|part)))|secret\.(?:seuil|cellulesMasquees))$/u

const nombresInconnus = (brut: unknown): readonly string[] => [
  ...new Set(
    nombresDe(brut)
      .filter((chemin) => !connus.test(chemin))
      .map((chemin) => `json : nombre en ${chemin}`),
  ),
]
