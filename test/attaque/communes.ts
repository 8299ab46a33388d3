import { anneeDe, caseDe, type Document } from './document.ts'
import { pasDe } from './nombre.ts'
import { type Fait, type Lecture, NON_RENSEIGNE, type Regle, TOTAL } from './savoir.ts'

/**
 * « Les communes dont l’effectif reste sous le seuil sont réunies » : a commune that has a row reaches the threshold in one
 * of the years printed. Where all the others are shown and small, it is the hidden one.
 */
export const lireCommunes = (document: Document, { seuil }: Regle): Lecture => {
  const faits = document.tableaux.flatMap((tableau) => {
    const [commune, autre] = tableau.dimensions
    if (pasDe(tableau) > 1 || commune?.id !== 'commune' || autre !== undefined) return []
    const annees = [
      { annee: anneeDe(document), cellules: tableau.cellules },
      ...tableau.precedents.map((p) => ({ annee: String(p.annee), cellules: p.cellules })),
    ]
    return commune.modalites
      .filter((m) => ![NON_RENSEIGNE, TOTAL, 'autres'].includes(m.code))
      .flatMap((m): readonly Fait[] => {
        const dites = annees.map(({ annee, cellules }) => ({
          cible: caseDe(tableau, annee, [m.code]),
          valeur: cellules.find((c) => c.modalites[0] === m.code)?.valeur ?? null,
        }))
        const cachees = dites.filter((d) => d.valeur === null)
        const assez = dites.some((d) => d.valeur !== null && d.valeur >= seuil)
        return cachees.length !== 1 || assez
          ? []
          : cachees.map(({ cible }) => ({
              termes: [[1, cible]],
              bas: seuil,
              haut: Infinity,
              fichier: 'définition',
              par: 'phrase',
            }))
      })
  })
  return { faits, masquees: [], incomprises: [] }
}
