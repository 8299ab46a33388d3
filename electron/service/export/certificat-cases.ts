import { type Bilan, nomsUnite } from '#shared/domaine/bilan/bilan.ts'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import type { Certificat, ControleUnite } from '#shared/domaine/secret/certificat.ts'
import { type LigneFiche, paragraphe, table } from './fiche.ts'
import { nombreFrancais, pourcentage } from './nombres.ts'
import { codesAjoutes } from './presentation.ts'

/** One unit of one period, and how it is called: « personnes », or « personnes, 2011 » for a year before. */
export type UniteControlee = ControleUnite & { readonly nom: string }

export const unitesDe = ({ periodes }: Certificat): readonly UniteControlee[] =>
  periodes.flatMap(({ unites, ...periode }, rang) =>
    unites.map((u) =>
      Object.assign({ nom: `${nomsUnite[u.unite].plusieurs}${rang === 0 ? '' : `, ${nomDePeriode(periode)}`}` }, u),
    ),
  )

type Tableaux = Bilan['tableaux']
type Intervalle = ControleUnite['intervalles'][number]

/** What became of the cells of each table, in cells and in units, in the codes of statisticians. */
export const casesParTableau = (unites: readonly UniteControlee[], tableaux: Tableaux): readonly string[] =>
  unites.map((u) =>
    table({
      legende: `Cases comptant des ${u.nom}`,
      colonnes: ['Tableau', 'Cases', 'A', 'D', 'V', 'Unités A', 'Unités D', 'Unités V', 'D/A'],
      lignes: [
        ...u.tableaux.map((t) => ligneCases(titreDe(tableaux, t.id), t, t.unitesPubliees)),
        { ...ligneCases('Cases distinctes', u, null), total: true },
      ],
    }),
  )

type Comptees = Pick<ControleUnite, 'cellules' | 'primaires' | 'secondaires' | 'unitesPrimaires' | 'unitesSecondaires'>

const ligneCases = (nom: string, c: Comptees, unitesPubliees: number | null): LigneFiche => ({
  cases: [
    nom,
    ...[c.cellules, c.primaires, c.secondaires, c.cellules - c.primaires - c.secondaires].map((n) => nombreFrancais(n)),
    ...[c.unitesPrimaires, c.unitesSecondaires].map((n) => nombreFrancais(n)),
    unitesPubliees === null ? '–' : nombreFrancais(unitesPubliees),
    c.primaires === 0 ? '–' : nombreFrancais(c.secondaires / c.primaires, 2),
  ],
})

/** How far each hiding may be from the lightest one. */
export const optimalite = (unites: readonly UniteControlee[]): string =>
  table({
    legende: 'Ce que la protection coûte, et ce qu’elle coûterait au moins',
    colonnes: ['Unité', 'Procédé', 'Coût', 'Borne inférieure', 'Écart au plus', 'Conclusion'],
    mots: [1, 5],
    lignes: unites.map(({ nom, arrondi, cout, borneInferieure, optimal }) => ({
      cases: [
        nom,
        arrondi ? 'arrondi' : 'masquage',
        nombreFrancais(cout),
        nombreFrancais(borneInferieure),
        pourcentage(optimal || cout === 0 ? 0 : ((cout - borneInferieure) / cout) * 100),
        optimal ? 'le plus léger possible (démontré)' : 'sûr ; un plus léger existe peut-être',
      ],
    })),
  })

/** How wide the intervals are: what the best placed outsider still does not know. */
export const largeurs = (unites: readonly UniteControlee[], seuil: number): readonly string[] => {
  const intervalles = unites.flatMap((u) => u.intervalles)
  const trouvees = intervalles.map(largeurDe)
  if (trouvees.length === 0) return [paragraphe('Aucune case n’a dû être protégée : il n’y a pas d’intervalle.')]
  const exposees = intervalles.filter((i) => !i.protegee).length
  const classes = [1, seuil, 2 * seuil, 5 * seuil, Infinity].map((fin, i, fins) => [fins[i - 1] ?? 0, fin] as const)
  const bornees = classes.map(([debut, fin]) => ({
    nom:
      fin === Infinity
        ? `${String(debut)} et plus`
        : fin - debut === 1
          ? String(debut)
          : `${String(debut)} à ${String(fin - 1)}`,
    nombre: trouvees.filter((l) => l !== null && l >= debut && l < fin).length,
  }))
  return [
    paragraphe(
      `${nombreFrancais(intervalles.length)} nombres à protéger, dont ${nombreFrancais(exposees)} trop bien connus. Largeur minimale : ${minimumDe(trouvees)}. La largeur est l’écart entre le plus petit et le plus grand effectif possibles ; 0 voudrait dire que la case se retrouve exactement.`,
    ),
    histogramme([...bornees, { nom: 'sans limite', nombre: trouvees.filter((l) => l === null).length }]),
  ]
}

const largeurDe = ({ bas, haut }: Intervalle): number | null => (haut === null ? null : haut - bas)

const minimumDe = (trouvees: readonly (number | null)[]): string => {
  const bornees = trouvees.filter((l) => l !== null)
  return bornees.length === 0 ? 'sans limite' : nombreFrancais(Math.min(...bornees))
}

const histogramme = (classes: readonly { readonly nom: string; readonly nombre: number }[]): string => {
  const plus = Math.max(...classes.map((c) => c.nombre))
  const barre = (nombre: number): string => {
    const largeur = String(Math.round((nombre / plus) * 260))
    return nombre === 0
      ? ''
      : `<svg width="${largeur}" height="9" aria-hidden="true"><rect width="${largeur}" height="9"/></svg>`
  }
  return `<div class="tableau"><table>
<caption>Largeur des intervalles</caption>
<thead><tr><th scope="col">Largeur</th><th scope="col">Cases</th><th scope="col" class="texte">Répartition</th></tr></thead>
<tbody>
${classes
  .map(
    ({ nom, nombre }) =>
      `<tr><th scope="row">${nom}</th><td>${nombreFrancais(nombre)}</td><td class="texte">${barre(nombre)}</td></tr>`,
  )
  .join('\n')}
</tbody></table></div>`
}

/** Each protected number: its true value, and all that can be found of it. */
export const intervallesParTableau = (unites: readonly UniteControlee[], tableaux: Tableaux): readonly string[] =>
  unites.flatMap((u) => {
    const parTableau = Map.groupBy(u.intervalles, (i) => i.adresse?.tableau)
    return [...u.tableaux.map((t) => t.id), undefined].flatMap((id) => {
      const siens = parTableau.get(id) ?? []
      if (siens.length === 0) return []
      return [
        table({
          legende:
            id === undefined
              ? `Nombres que rien n’imprime, obtenus par soustraction (${u.nom})`
              : `${titreDe(tableaux, id)} (${u.nom})`,
          colonnes: ['Case', 'Effectif réel', 'Intervalle', 'Verdict'],
          mots: [3],
          lignes: siens.map((i) => ({
            cases: [
              adresseDe(i, tableaux),
              nombreFrancais(i.valeur),
              `[${nombreFrancais(i.bas)} ; ${i.haut === null ? 'sans limite' : nombreFrancais(i.haut)}]`,
              i.protegee ? 'protégée' : 'TROP BIEN CONNUE',
            ],
          })),
        }),
      ]
    })
  })

const titreDe = (tableaux: Tableaux, id: string): string => tableaux.find((t) => t.id === id)?.titre ?? id

/** « Type de public : Victime ; Sexe : Total ». */
const adresseDe = ({ adresse }: Intervalle, tableaux: Tableaux): string => {
  if (adresse === null) return 'Complément ou écart'
  const dimensions = tableaux.find((t) => t.id === adresse.tableau)?.dimensions ?? []
  return adresse.codes
    .map((code, rang) => {
      const dimension = dimensions[rang]
      const libelle = dimension?.modalites.find((m) => m.code === code)?.libelle ?? codesAjoutes.get(code)?.libelle
      return dimension === undefined ? (libelle ?? code) : `${dimension.libelle} : ${libelle ?? code}`
    })
    .join(' ; ')
}
