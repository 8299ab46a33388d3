import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { lireChiffre } from './chiffres.ts'
import { anneeDe, caseDe, type Document, type TableauLu } from './document.ts'
import { lireNombre } from './nombre.ts'
import { joindre, type Lecture, TOTAL } from './savoir.ts'

type Ligne = Readonly<Record<string, string>>

/** Every CSV of the folder; a file that this attacker does not know is reported. */
export const lireCsv = (dossier: string, document: Document): Lecture => {
  const fichiers = existsSync(dossier) ? readdirSync(dossier).filter((nom) => nom.endsWith('.csv')) : []
  return joindre(
    fichiers.map((nom) => {
      const lignes: readonly Ligne[] = parse(readFileSync(join(dossier, nom)), {
        bom: true,
        delimiter: ';',
        columns: true,
      })
      const tableau = document.tableaux.find((t) => `${t.id}.csv` === nom)
      if (tableau !== undefined) return lireTableau(tableau, lignes, document)
      // What others published is about nobody counted here.
      if (nom === 'contexte.csv') return joindre([])
      return nom === 'chiffres.csv'
        ? joindre(lignes.map((l) => lireLigneDeChiffre(l, document)))
        : { faits: [], masquees: [], incomprises: [`csv : fichier ${nom}`] }
    }),
  )
}

const lireTableau = (tableau: TableauLu, lignes: readonly Ligne[], document: Document): Lecture => {
  const annees = tableau.precedents.map((p) => String(p.annee))
  const anneeLue = (l: Ligne) => annees.find((a) => a === l['periode']) ?? anneeDe(document)
  const codesDe = (l: Ligne) => tableau.dimensions.map((d) => l[d.id] ?? '')
  const bases = new Map(
    lignes
      .filter((l) => codesDe(l).every((c) => c === TOTAL))
      .map((l) => [anneeLue(l), nombre(l['effectif'])] as const),
  )
  return joindre(
    lignes.map((l) =>
      lireNombre(
        caseDe(tableau, anneeLue(l), codesDe(l)),
        nombre(l['effectif']),
        nombre(l['part']),
        bases.get(anneeLue(l)) ?? null,
        'csv',
        tableau,
      ),
    ),
  )
}

const lireLigneDeChiffre = (l: Ligne, document: Document): Lecture => {
  const annee = /^\d{4}$/u.test(l['periode'] ?? '') ? (l['periode'] ?? '') : anneeDe(document)
  return lireChiffre(l['indicateur'] ?? '', annee, nombre(l['valeur']), 'csv, chiffres', document)
}

/** A number typed the French way; null for anything else (« s », nothing). */
export const nombre = (texte = ''): number | null => {
  const net = texte
    .replaceAll(/[\s  %]/gu, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^[+-]?\d+(?:\.\d+)?$/u.test(net) ? Number(net) : null
}
