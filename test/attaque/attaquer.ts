import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lirePage } from './alternatives.ts'
import { anneeDe, type Document, lireDocument } from './document.ts'
import { lireCommunes } from './communes.ts'
import { lireOds, lireXlsx } from './format-classeur.ts'
import { lireCsv } from './format-csv.ts'
import { lireJson } from './format-json.ts'
import { lirePdf } from './format-pdf.ts'
import { type Case, cle, type Fait, joindre, type Lecture, type Regle } from './savoir.ts'
import { Contradiction, encadrer, type Intervalle } from './solveur.ts'
import { poserSysteme, type Systeme } from './systeme.ts'

export type Trouvee = { readonly cible: Case; readonly intervalle: Intervalle; readonly deduite: boolean }

export type Rapport = {
  /** Numbers not shown, and those deduced by subtraction, each between the bounds that the files leave. */
  readonly trouvees: readonly Trouvee[]
  readonly montrees: readonly { readonly cible: Case; readonly valeur: number }[]
  /** Masked in one file and told in another, or told in two ways. */
  readonly divergences: readonly string[]
  readonly incomprises: readonly string[]
  /** How many numbers each file told. */
  readonly lues: ReadonlyMap<string, number>
}

export type Options = {
  /** Knowledge from elsewhere: a label that gives bounds away, a colleague. */
  readonly enPlus?: readonly Fait[]
}

/** Reads every file of a folder written by « jalon bilan --sortie », joins them, and computes what they let be found. */
export const attaquer = (dossier: string, regle: Regle, options: Options = {}): Promise<Rapport> =>
  attaquerEditions([dossier], regle, options)

/**
 * Several editions joined, about the same facts (the year, then the next one that prints it as N-1): what one masks the
 * other may tell. Editions between which persons came or went are reported as contradicting each other.
 */
export const attaquerEditions = async (
  dossiers: readonly string[],
  regle: Regle,
  { enPlus = [] }: Options = {},
): Promise<Rapport> => {
  const editions = await Promise.all(dossiers.map((d) => lireEdition(d, regle)))
  const tout = joindre(comparables(editions))
  const faits = [...tout.faits, ...enPlus]
  const exactes = exactesDe(faits)
  const citees = new Map(
    [...faits.flatMap((f) => f.termes.map(([, c]) => c)), ...tout.masquees.map((m) => m.cible)].map((c) => [cle(c), c]),
  )
  const trouvees: Trouvee[] = []
  const contradictions: string[] = []
  for (const [ou, cases] of Map.groupBy(citees.values(), ({ unite, annee }) => `${unite} ${annee}`)) {
    const [{ unite, annee } = { unite: '', annee: '' }] = cases
    const tableaux = editions.filter((e) => couvre(e.document, annee)).flatMap((e) => e.document.tableaux)
    const ici = faits.filter((f) => f.termes.every(([, c]) => c.unite === unite && c.annee === annee))
    const cachees = cases.filter((c) => !exactes.has(cle(c)))
    try {
      trouvees.push(...(await chercher(poserSysteme(unite, annee, tableaux, ici), cachees)))
    } catch (erreur) {
      if (!(erreur instanceof Contradiction)) throw erreur
      contradictions.push(`${ou} : ${erreur.message}`)
    }
  }
  return {
    trouvees,
    montrees: [...exactes.values()],
    divergences: [...editions.flatMap((e) => comparer(e.lecture)), ...contradictions],
    incomprises: [...new Set(tout.incomprises)],
    lues: new Map([...Map.groupBy(tout.faits, (f) => f.fichier)].map(([fichier, dits]) => [fichier, dits.length])),
  }
}

const chercher = async (systeme: Systeme, cachees: readonly Case[]): Promise<readonly Trouvee[]> => {
  const visees = [
    ...cachees.map((cible) => ({ cible, expression: systeme.exprimer(cible), deduite: false })),
    ...systeme.deduites.map((d) => ({ ...d, deduite: true })),
  ]
  const intervalles = await encadrer(
    systeme.inconnues,
    systeme.lignes,
    visees.map((v) => v.expression),
  )
  return intervalles.flatMap((intervalle, i) => {
    const visee = visees[i]
    return visee === undefined ? [] : [{ cible: visee.cible, intervalle, deduite: visee.deduite }]
  })
}

const exactesDe = (faits: readonly Fait[]) =>
  new Map(
    faits.flatMap(({ termes, par, bas, haut }) => {
      const [terme] = termes
      const seule = terme !== undefined && termes.length === 1 && par === 'valeur' && bas === haut
      return seule ? [[cle(terme[1]), { cible: terme[1], valeur: bas }] as const] : []
    }),
  )

type Edition = { readonly document: Document; readonly lecture: Lecture }

const couvre = (document: Document, annee: string): boolean =>
  anneeDe(document) === annee || document.tableaux.some((t) => t.precedents.some((p) => String(p.annee) === annee))

/** « Autres communes » are not the same from one edition to the next: they are read in the first one alone. */
const comparables = (editions: readonly Edition[]): readonly Lecture[] =>
  editions.map(({ lecture }, i) => {
    const garder = (c: Case) => i === 0 || !c.codes.includes('autres')
    return {
      ...lecture,
      faits: lecture.faits.filter((f) => f.termes.every(([, c]) => garder(c))),
      masquees: lecture.masquees.filter((m) => garder(m.cible)),
    }
  })

/** All that one folder tells; only the JSON is needed, since it says which tables there are. */
export const lireEdition = async (dossier: string, regle: Regle): Promise<Edition> => {
  const nom = readdirSync(dossier)
    .find((f) => f.endsWith('.json'))
    ?.replace(/\.json$/u, '')
  if (nom === undefined) throw new Error('pas de bilan en JSON dans ce dossier')
  const { brut, document } = lireDocument(join(dossier, `${nom}.json`))
  const a = (extension: string) => join(dossier, `${nom}${extension}`)
  const lectures = [
    lireJson(document, brut),
    lireCommunes(document, regle),
    lireCsv(a('-csv'), document),
    lireOds(a('.ods'), document),
    await lireXlsx(a('.xlsx'), document),
    lirePdf(a('.pdf'), document),
    lirePage(a('.html'), document),
  ]
  return { document, lecture: joindre(lectures) }
}

/** Files of the same edition that do not tell the same. */
const comparer = ({ faits, masquees }: Lecture): readonly string[] => {
  const seuls = faits.flatMap((f) => {
    const [terme] = f.termes
    return terme === undefined || f.termes.length > 1 || f.par === 'graphique' || f.haut === Infinity
      ? []
      : [{ ...f, nom: cle(terme[1]) }]
  })
  const dites = Map.groupBy(seuls, (f) => f.nom)
  const cachees = Map.groupBy(masquees, (m) => cle(m.cible))
  return [...dites].flatMap(([nom, lus]) => {
    const valeurs = new Set(lus.map((f) => `${f.bas} à ${f.haut}`))
    const masquee = cachees.get(nom)?.[0]
    const ou = [...new Set(lus.map((f) => `${f.fichier} (${f.par})`))].join(', ')
    if (masquee !== undefined) return [`${nom} : masquée dans ${masquee.fichier}, dite dans ${ou}`]
    return valeurs.size > 1 ? [`${nom} : ${[...valeurs].join(' ou ')} dans ${ou}`] : []
  })
}
