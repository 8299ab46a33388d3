import type { LigneCampagne } from './tableau.ts'

/** Columns of `docs/campagne.md` that say how much was tried, and those whose every number must be zero. */
const essais = ['Arrêts', 'Coupures', 'Essais', 'essais', 'Actes']
const zeros = [
  'Perdus',
  'À moitié',
  'Coffre refusé',
  'Refusés sans code',
  'Refusés autrement',
  'écrits malgré un refus',
  'incidents',
  'Ouvert avec moins',
  'Refusé sans code',
  'Fichier modifié par le refus',
  'Lignes de journal perdues',
  'Dates changées',
  'Sauvegardes perdues',
]

/** One row for each section of `docs/campagne.md`: its day, its seed, how much was tried, how much was not as promised. */
export const resumerCampagne = (document: string): readonly LigneCampagne[] =>
  document
    .split(/^## /mu)
    .slice(1)
    .map((section) => {
      const [titre = ''] = section.split('\n', 1)
      const [, jour = '', graine = ''] = /Le (\d{4}-\d\d-\d\d), graine (\d+)\./u.exec(section) ?? []
      const [titres = [], , ...lignes] = section
        .split('\n')
        .filter((ligne) => ligne.startsWith('|'))
        .map(casesDe)
      const total = (colonnes: readonly string[]): number =>
        titres.reduce(
          (somme, colonne, i) =>
            colonnes.includes(colonne) ? lignes.reduce((n, l) => n + nombreDe(l[i] ?? ''), somme) : somme,
          0,
        )
      return {
        'Ce qui a été fait': titre,
        Jour: jour,
        Graine: graine,
        Essais: total(essais),
        'Perdus, à moitié, ou refusés sans code': total(zeros),
      }
    })

const casesDe = (ligne: string): string[] =>
  ligne
    .split('|')
    .slice(1, -1)
    .map((c) => c.trim())

const nombreDe = (texte: string): number => Number(texte.replaceAll(/[^\d]/gu, ''))
