import type { KeyboardEvent } from 'react'
import { avancer, semaineDe, type VueAgenda } from '#shared/domaine/agenda/calendrier.ts'
import { ajouterJours, type DateIso } from '#shared/utils/dates.ts'

/**
 * What a key does inside the grid: the day to go to, or nothing once it was done here. On a day, arrows change the day; in
 * what a day holds, up and down go from line to line.
 */
export const allerDansLaGrille = (vue: VueAgenda, e: KeyboardEvent): DateIso | undefined => {
  const cible = e.target as HTMLElement
  const cellule = cible.closest<HTMLElement>('[data-jour]')
  const jour = cellule?.dataset['jour']
  if (cellule === null || jour === undefined || e.altKey || e.ctrlKey || e.metaKey) return undefined
  const lignes = [...cellule.querySelectorAll<HTMLElement>('button')]
  const rang = lignes.indexOf(cible)
  const verticale = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0
  const faire = (): DateIso | undefined => {
    if (rang === -1 && (e.key === 'Enter' || e.key === ' ' || (vue === 'semaine' && verticale === 1)))
      return focaliser(lignes[0])
    if (rang !== -1 && e.key === 'Escape') return focaliser(cellule)
    if (rang !== -1 && verticale !== 0) return focaliser(lignes[rang + verticale] ?? cellule)
    return jourVise(vue, jour, e.key)
  }
  const ouvre = rang !== -1 && (e.key === 'Enter' || e.key === ' ')
  if (ouvre || !touches.has(e.key)) return undefined
  e.preventDefault()
  e.stopPropagation()
  return faire()
}

const touches: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  ' ',
  'Escape',
])

const focaliser = (element: HTMLElement | undefined): undefined => {
  element?.focus()
}

const jourVise = (vue: VueAgenda, jour: DateIso, touche: string): DateIso | undefined => {
  if (touche === 'ArrowLeft') return ajouterJours(jour, -1)
  if (touche === 'ArrowRight') return ajouterJours(jour, 1)
  if (touche === 'ArrowUp') return ajouterJours(jour, -7)
  if (touche === 'ArrowDown') return ajouterJours(jour, 7)
  if (touche === 'PageUp') return avancer(vue, jour, -1)
  if (touche === 'PageDown') return avancer(vue, jour, 1)
  if (touche === 'Home') return semaineDe(jour).at(0)
  return touche === 'End' ? semaineDe(jour).at(-1) : undefined
}
