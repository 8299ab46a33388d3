import type { Bilan, Indicateur, Tableau } from '../bilan/bilan.ts'
import type { ChiffreDeclare, Connu } from '../bilan/chiffre.ts'
import { composerTableau, dimensionsChevauchantes } from '../bilan/composer.ts'
import { notesDe } from '../bilan/notes.ts'
import type { NatureDispositif } from '../dispositif.ts'
import { dispositifs } from '../dispositifs/index.ts'
import { cellule, type PeriodeJugee, type Publication, publier } from './publier.ts'

declare const protege: unique symbol

/** A table and a report that went through the protection. Nothing but this file makes one; writers accept nothing else. */
export type TableauProtege = Tableau & { readonly [protege]: true }
export type BilanProtege = Omit<Bilan, 'tableaux'> & {
  tableaux: TableauProtege[]
  readonly [protege]: true
}

/** All that a report is made of, its numbers already judged. */
export type BilanJuge = {
  readonly entete: Pick<
    Bilan,
    'dispositif' | 'titre' | 'demonstration' | 'periode' | 'postes' | 'sections' | 'contexte'
  >
  /** Title and definition of each table. */
  readonly textes: ReadonlyMap<string, { readonly titre: string; readonly definition: string }>
  readonly chiffres: readonly ChiffreDeclare[]
  readonly periode: PeriodeJugee
  /** The periods before that hold data, latest first. */
  readonly precedentes: readonly PeriodeJugee[]
  /** Persons of each year, oldest first. */
  readonly serie: readonly { readonly annee: number; readonly personnes: number }[]
  readonly regle: Pick<Bilan['secret'], 'seuil' | 'mode' | 'catalogue'>
  /** The day of the audit. */
  /** Day of the edition of the same days that this one takes the place of. */
  readonly remplace?: string | undefined
  readonly le?: string
}

/** Each period was judged as one release; tables, notes, shares and headline numbers are made of what is left. */
export const composerBilan = (brut: BilanJuge): BilanProtege => {
  const { seuil } = brut.regle
  const periode = publier(brut.periode, seuil)
  const precedentes = brut.precedentes.map((p) => publier(p, seuil))
  const publications = [periode, ...precedentes] as const
  const ordre = [...brut.textes.keys()]
  const structures = brut.periode.unites
    .flatMap(({ recensement: { unite, tableaux } }) => tableaux.map((t) => ({ ...t, unite })))
    .toSorted((a, b) => ordre.indexOf(a.id) - ordre.indexOf(b.id))
  const chevauchantes = dimensionsChevauchantes(structures, publications)
  const tableaux = [
    composerSerie(brut, publications, seuil),
    ...structures.map((tableau) => {
      const texte = brut.textes.get(tableau.id)
      if (texte === undefined) throw new Error(`tableau sans titre : ${tableau.id}`)
      return composerTableau(tableau, texte, publications, chevauchantes, seuil)
    }),
  ]
  const chiffres = brut.chiffres.map(({ calculer, ...chiffre }) => ({
    ...chiffre,
    ...etatDe(calculer(periode)),
    precedents: precedentes.map((p) => Object.assign({ annee: p.annee }, etatDe(calculer(p)))),
  }))
  return sceller({
    schema: 'jalon-bilan/1',
    ...brut.entete,
    indicateurs: Object.fromEntries(chiffres.flatMap((c) => (c.valeur === null ? [] : [[c.id, c.valeur]]))),
    chiffres,
    tableaux,
    secret: {
      ...brut.regle,
      ...(brut.remplace === undefined ? {} : { remplace: brut.remplace }),
      cellulesMasquees: tableaux.flatMap((t) => t.cellules).filter((c) => c.etat !== 'publie').length,
      audit: { statut: 'protege', ...(brut.le === undefined ? {} : { le: brut.le }) },
    },
  })
}

const etatDe = (connu: Connu): Pick<Indicateur, 'etat' | 'valeur'> =>
  connu === undefined || connu === null
    ? { etat: connu === null ? 'masque' : 'sans-objet', valeur: null }
    : { etat: 'publie', valeur: connu }

/** A report read from the ledger of publications: it was protected in its time. */
export const reprendreEdition = (document: Bilan): BilanProtege => sceller(document)

const sceller = (bilan: Bilan): BilanProtege => bilan as BilanProtege

const quiCompte: Readonly<Record<NatureDispositif, string>> = {
  entretiens: 'présentes à un entretien au moins',
  accueils: 'accueillies un jour au moins',
  'sans-personne': '',
}

/** The one table that no dispositif declares. */
export const tableParAnnee = {
  id: 'personnes-par-annee',
  titre: 'Personnes reçues par année',
  unite: 'personnes',
} as const
export const dimensionAnnee = { id: 'annee', libelle: 'Année' } as const

/** Persons year by year. A year that has tables of its own says here what it says there; an older one stands alone. */
const composerSerie = (
  { serie, periode, entete }: BilanJuge,
  publications: readonly Publication[],
  seuil: number,
): Tableau => {
  const cellules = serie.map(({ annee, personnes }) => {
    const publiee = publications.find((p) => p.annee === annee)
    const seule = personnes > 0 && personnes < seuil ? null : personnes
    return cellule([String(annee)], publiee === undefined ? seule : (publiee.total('personnes') ?? null))
  })
  const tableau: Omit<Tableau, 'notes'> = {
    ...tableParAnnee,
    definition: `Personnes distinctes ${quiCompte[dispositifs[entete.dispositif].nature]}, chaque année aux mêmes dates que la période du bilan. Une personne reçue deux années compte dans chacune : les années ne s’additionnent pas.`,
    base: cellules.find((c) => c.modalites[0] === String(periode.annee))?.valeur ?? null,
    nonRenseigne: 0,
    reponsesMultiples: true,
    dimensions: [
      {
        ...dimensionAnnee,
        modalites: serie.map(({ annee }) => ({ code: String(annee), libelle: String(annee) })),
      },
    ],
    cellules,
    precedents: [],
  }
  return { ...tableau, notes: [...notesDe(tableau, [], { seuil, base: 1 })] }
}
