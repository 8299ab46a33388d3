import { type Bilan, type Cellule, nomsUnite, type Tableau } from '#shared/domaine/bilan/bilan.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import { libelleNonRenseigne, NON_RENSEIGNE } from '#shared/domaine/nomenclature.ts'
import { type Case, type Grille, type Ligne, symboleSecret } from './grille.ts'
import { compte, nombreFrancais } from './nombres.ts'

/** One table of the report as titled rows and columns: N, share, years before, change. Only published cells are read. */
export const presenterTableau = (tableau: Tableau, bilan: Bilan): Grille => {
  const lecteur = lire(tableau.cellules)
  const note = noteSecret(bilan.secret.seuil)
  const masque = tableau.cellules.some(estMasquee) || tableau.precedents.some((p) => p.cellules.some(estMasquee))
  return {
    id: tableau.id,
    titre: tableau.titre,
    ...(tableau.dimensions.length === 1 ? aPlat(tableau, lecteur, bilan) : croise(tableau, lecteur)),
    base: ligneBase(tableau),
    definition: tableau.definition,
    notes: masque && !tableau.notes.includes(note) ? [...tableau.notes, note] : tableau.notes,
  }
}

/** « 2012 » when the period is that whole calendar year, nothing otherwise. */
export const anneeCivile = ({ du, au }: Bilan['periode']): string | undefined => {
  const annee = du.slice(0, 4)
  return du === `${annee}-01-01` && au === `${annee}-12-31` ? annee : undefined
}

/** Wording of secret-statistique.md §5.7. */
export const noteSecret = (seuil: number): string =>
  `${symboleSecret} : case masquée pour protéger les personnes. Une case masquée peut contenir un petit nombre, un nombre plus grand ou un zéro. Seuil appliqué : ${String(seuil)} personnes. Les totaux affichés sont exacts.`

/** Codes of one dimension in printing order: declared answers, then « non renseigné », then the total, where there are cells. */
export const modalitesDe = (tableau: Tableau, rang: number): readonly Modalite[] => {
  const declarees = (tableau.dimensions[rang]?.modalites ?? []).filter((m) => !codesAjoutes.has(m.code))
  const presentes = new Set(tableau.cellules.map((c) => c.modalites[rang]))
  return [
    ...declarees.map((m) => ({ code: m.code, libelle: m.libelle, role: 'courante' as const })),
    ...[...codesAjoutes.values()].filter((m) => presentes.has(m.code)),
  ]
}

export type Modalite = { readonly code: string; readonly libelle: string; readonly role: Ligne['role'] }

export const lire = (cellules: readonly Cellule[]): Lecteur => {
  const parCle = new Map(cellules.map((c) => [c.modalites.join('\u0000'), c]))
  return (...modalites) => parCle.get(modalites.join('\u0000'))
}
type Lecteur = (...modalites: string[]) => Cellule | undefined

/** The change is from N‑1; a column that starts from further back says so. */
export const colonneEvolution = (annee: number, { periode }: Bilan): string =>
  annee === Number(periode.du.slice(0, 4)) - 1 ? 'Évolution' : `Évolution depuis ${String(annee)}`

/** Change in percent from N‑1, from published values alone; nothing when N‑1 is 0. */
export const evolution = (n: Case, avant: Case): Case => {
  if (n.genre === 'secret' || avant.genre === 'secret') return { genre: 'secret' }
  if (n.genre !== 'nombre' || avant.genre !== 'nombre' || avant.valeur === 0) return { genre: 'vide' }
  return { genre: 'nombre', valeur: ((n.valeur - avant.valeur) / avant.valeur) * 100, format: 'evolution' }
}

/** Codes that are no answer of a list, in printing order. */
export const codesAjoutes: ReadonlyMap<string, Modalite> = new Map(
  [
    { code: NON_RENSEIGNE, libelle: libelleNonRenseigne, role: 'non-renseigne' as const },
    { code: TOTAL, libelle: 'Total', role: 'total' as const },
  ].map((m) => [m.code, m]),
)

const estMasquee = (c: Cellule): boolean => c.etat !== 'publie'

const effectif = (cellule: Cellule | undefined): Case =>
  cellule === undefined
    ? { genre: 'vide' }
    : cellule.etat !== 'publie' || cellule.valeur === undefined
      ? { genre: 'secret' }
      : { genre: 'nombre', valeur: cellule.valeur, format: 'entier' }

const part = (cellule: Cellule | undefined): Case =>
  cellule !== undefined && cellule.etat !== 'publie'
    ? { genre: 'secret' }
    : cellule?.part === undefined
      ? { genre: 'vide' }
      : { genre: 'nombre', valeur: cellule.part, format: 'part' }

type Corps = Pick<Grille, 'coin' | 'colonnes' | 'lignes'> & Partial<Pick<Grille, 'groupe'>>

const aPlat = (tableau: Tableau, lecteur: Lecteur, bilan: Bilan): Corps => {
  const annees = anneesAvant(tableau)
  const lecteurs = annees.map((a) => lire(a.cellules))
  const derniere = annees[0]
  const aParts = tableau.cellules.some((c) => c.part !== undefined)
  return {
    coin: tableau.dimensions[0]?.libelle ?? '',
    colonnes: [
      estSerieAnnuelle(tableau) ? 'Nombre' : (anneeCivile(bilan.periode) ?? 'Nombre'),
      ...(aParts ? ['Part'] : []),
      ...annees.map((a) => String(a.annee)),
      ...(derniere === undefined ? [] : [colonneEvolution(derniere.annee, bilan)]),
    ],
    lignes: modalitesDe(tableau, 0).map(({ code, libelle, role }) => {
      const n = effectif(lecteur(code))
      const avant = lecteurs.map((l) => effectif(l(code)))
      const precedent = avant[0]
      return {
        libelle,
        role,
        cases: [
          n,
          ...(aParts ? [part(lecteur(code))] : []),
          ...avant,
          ...(precedent === undefined ? [] : [evolution(n, precedent)]),
        ],
      }
    }),
  }
}

/** Rows: every dimension but the last. Columns: the last one, then the share of each row in the base. */
const croise = (tableau: Tableau, lecteur: Lecteur): Corps => {
  const derniere = tableau.dimensions.length - 1
  const colonnes = modalitesDe(tableau, derniere)
  const aTotal = colonnes.some((c) => c.code === TOTAL)
  return {
    coin: tableau.dimensions
      .slice(0, derniere)
      .map((d) => d.libelle)
      .join(' · '),
    colonnes: [...colonnes.map((c) => c.libelle), ...(aTotal ? ['Part du total'] : [])],
    groupe: { libelle: tableau.dimensions[derniere]?.libelle ?? '', nombre: colonnes.length },
    lignes: rangees(tableau, derniere).map(({ codes, libelle, role }) => ({
      libelle,
      role,
      cases: [
        ...colonnes.map((c) => effectif(lecteur(...codes, c.code))),
        ...(aTotal ? [part(lecteur(...codes, TOTAL))] : []),
      ],
    })),
  }
}

type Rangee = { readonly codes: readonly string[]; readonly libelle: string; readonly role: Ligne['role'] }

const rangees = (tableau: Tableau, nombre: number): readonly Rangee[] => {
  let lignes: readonly Rangee[] = [{ codes: [], libelle: '', role: 'courante' }]
  for (let rang = 0; rang < nombre; rang += 1) {
    const suite = modalitesDe(tableau, rang)
    lignes = lignes.flatMap((l) =>
      suite.map((m) => ({
        codes: [...l.codes, m.code],
        libelle: l.libelle === '' ? m.libelle : `${l.libelle} · ${m.libelle}`,
        role: l.role === 'courante' ? m.role : l.role,
      })),
    )
  }
  return lignes
}

const anneesAvant = (tableau: Tableau): Tableau['precedents'] =>
  tableau.precedents.filter((p) => p.cellules.length > 0).toSorted((a, b) => b.annee - a.annee)

/** Each row is a year of its own: there is no base, and no share. */
const estSerieAnnuelle = ({ dimensions: [premiere] }: Tableau): boolean => premiere?.id === 'annee'

const ligneBase = (tableau: Tableau): string => {
  const { unite, base, nonRenseigne, reponsesMultiples } = tableau
  if (estSerieAnnuelle(tableau)) return `Unité : ${nomsUnite[unite].plusieurs}.`
  const phrases = [
    `Unité : ${nomsUnite[unite].plusieurs}`,
    `Base : ${base === null ? symboleSecret : compte(base, unite)}`,
    `Non renseigné : ${nonRenseigne === null ? symboleSecret : nombreFrancais(nonRenseigne)}`,
    ...(reponsesMultiples ? ['Réponses multiples : les parts ne s’additionnent pas'] : []),
  ]
  return `${phrases.join('. ')}.`
}
