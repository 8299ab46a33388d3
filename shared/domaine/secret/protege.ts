import type { Bilan, Indicateur, Tableau } from '../bilan/bilan.ts'
import type { ChiffreDeclare, Connu } from '../bilan/chiffre.ts'
import { composerTableau, dimensionsChevauchantes } from '../bilan/composer.ts'
import { notesDe } from '../bilan/notes.ts'
import type { Protection } from './certifier.ts'
import { cellule, type PeriodeBrute, type Publication, publier } from './publier.ts'

declare const protege: unique symbol

/** A table and a report that went through the protection. Nothing but this file makes one; writers accept nothing else. */
export type TableauProtege = Tableau & { readonly [protege]: true }
export type BilanProtege = Omit<Bilan, 'tableaux'> & {
  tableaux: TableauProtege[]
  readonly [protege]: true
}

/** A report with every true number in it. It is given to {@link protegerBilan} and to nothing else. */
export type BilanBrut = {
  readonly entete: Pick<Bilan, 'dispositif' | 'titre' | 'demonstration' | 'periode' | 'postes' | 'sections'>
  /** Title and definition of each table. */
  readonly textes: ReadonlyMap<string, { readonly titre: string; readonly definition: string }>
  readonly chiffres: readonly ChiffreDeclare[]
  readonly periode: PeriodeBrute
  /** The periods before that hold data, latest first. */
  readonly precedentes: readonly PeriodeBrute[]
  /** Persons of each year, oldest first. */
  readonly serie: readonly { readonly annee: number; readonly personnes: number }[]
}

/** Each period is protected as one release; tables, notes, shares and headline numbers are made of what is left. */
export const protegerBilan = (brut: BilanBrut, seuil: number, protection: Protection): BilanProtege => {
  const periode = publier(brut.periode, seuil, protection)
  const precedentes = brut.precedentes.map((p) => publier(p, seuil, protection))
  const publications = [periode, ...precedentes] as const
  const chevauchantes = dimensionsChevauchantes(brut.periode.tableaux, publications)
  const tableaux = [
    composerSerie(brut, publications, seuil),
    ...brut.periode.tableaux.map((tableau) => {
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
      seuil,
      cellulesMasquees: tableaux.flatMap((t) => t.cellules).filter((c) => c.etat !== 'publie').length,
      audit: { statut: publications.every((p) => p.certifiee) ? 'protege' : 'non-certifie' },
    },
  })
}

const etatDe = (connu: Connu): Pick<Indicateur, 'etat' | 'valeur'> =>
  connu === undefined || connu === null
    ? { etat: connu === null ? 'masque' : 'sans-objet', valeur: null }
    : { etat: 'publie', valeur: connu }

const sceller = (bilan: Bilan): BilanProtege => bilan as BilanProtege

/** Persons year by year. A year that has tables of its own says here what it says there; an older one stands alone. */
const composerSerie = ({ serie, periode }: BilanBrut, publications: readonly Publication[], seuil: number): Tableau => {
  const cellules = serie.map(({ annee, personnes }) => {
    const publiee = publications.find((p) => p.annee === annee)
    const seule = personnes > 0 && personnes < seuil ? null : personnes
    return cellule([String(annee)], publiee === undefined ? seule : (publiee.total('personnes') ?? null))
  })
  const tableau: Omit<Tableau, 'notes'> = {
    id: 'personnes-par-annee',
    titre: 'Personnes reçues par année',
    definition:
      'Personnes distinctes présentes à un entretien au moins, chaque année aux mêmes dates que la période du bilan. Une personne reçue deux années compte dans chacune : les années ne s’additionnent pas.',
    unite: 'personnes',
    base: cellules.find((c) => c.modalites[0] === String(periode.annee))?.valeur ?? null,
    nonRenseigne: 0,
    reponsesMultiples: true,
    dimensions: [
      {
        id: 'annee',
        libelle: 'Année',
        modalites: serie.map(({ annee }) => ({ code: String(annee), libelle: String(annee) })),
      },
    ],
    cellules,
    precedents: [],
  }
  return { ...tableau, notes: [...notesDe(tableau, [], seuil)] }
}
