import { caseDe, type TableauLu } from './document.ts'
import { pasDe } from './nombre.ts'
import { type Case, type Fait, type Lecture, TOTAL } from './savoir.ts'

const chevauchement = /la somme des lignes \((\d+)\) dépasse de (\d+) le total \((\d+)\)/u
const sommeDesParts = /leur somme affichée est ([\d,]+) %/u
const sansChiffre = [
  chevauchement,
  sommeDesParts,
  /Seuil appliqué : \d+ personnes/u,
  /multiple de \d+/gu,
  /de \d+ au plus/gu,
  /N-1/gu,
]

const commun = { fichier: 'notes', par: 'phrase' } as const

/** Sentences under a table: the ones that count are read, the others must hold no number. */
export const lireNotes = (tableau: TableauLu, annee: string): Lecture => {
  const a = (code: string): Case => caseDe(tableau, annee, [code])
  const lignes = (tableau.dimensions[0]?.modalites ?? []).map((m) => a(m.code))
  const lues = tableau.notes.flatMap((note): readonly Fait[] => {
    // Sums of rounded rows, of rounded shares: nothing that the rows do not tell.
    if (pasDe(tableau) > 1) return []
    const exces = chevauchement.exec(note)
    if (exces !== null) {
      const somme = Number(exces[1])
      const total = Number(exces[3])
      return [
        { termes: lignes.map((c) => [1, c] as const), bas: somme, haut: somme, ...commun },
        { termes: [[1, a(TOTAL)] as const], bas: total, haut: total, ...commun },
      ]
    }
    const parts = sommeDesParts.exec(note)
    if (parts === null || typeof tableau.base !== 'number') return []
    const pourcents = Number(parts[1]?.replace(',', '.'))
    const marge = 0.05 * lignes.length
    const [bas, haut] = [pourcents - marge, pourcents + marge].map((p) => (p * (tableau.base ?? 0)) / 100)
    return [{ termes: lignes.map((c) => [1, c] as const), bas: bas ?? 0, haut: haut ?? Infinity, ...commun }]
  })
  return {
    faits: tableau.dimensions.length === 1 ? lues : [],
    masquees: [],
    incomprises: tableau.notes
      .filter((note) => /\d/u.test(sansChiffre.reduce((texte, connu) => texte.replace(connu, ''), note)))
      .map((note) => `note de ${tableau.id} : ${note}`),
  }
}
