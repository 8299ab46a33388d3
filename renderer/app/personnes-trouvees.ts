import { type KeyboardEvent as Touche, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { api, essayer } from './api.ts'

/**
 * Persons whose name is being typed: the answer to the latest text, an older one is thrown away. Enter pressed before it came
 * is held, and pressed again once it is drawn: it must not take somebody found for half of the name.
 */
export const usePersonnesTrouvees = () => {
  const [trouvees, setTrouvees] = useState<readonly PersonneResume[]>([])
  const tour = useRef(0)
  const attendue = useRef<Promise<void>>(undefined)
  const demander = async (texte: string, rang: number): Promise<void> => {
    const reponse = await essayer(api.personnes.chercher({ texte: texte.slice(0, 80), limite: 8 }))
    if (rang !== tour.current) return
    attendue.current = undefined
    flushSync(() => setTrouvees(reponse.ok ? reponse.value : []))
  }
  const chercher = (texte: string): void => {
    tour.current += 1
    if (texte.trim() !== '') attendue.current = demander(texte, tour.current)
    else {
      attendue.current = undefined
      setTrouvees([])
    }
  }
  const retenirEntree = (touche: Touche<HTMLInputElement>): void => {
    if (touche.key !== 'Enter' || touche.ctrlKey || touche.metaKey || attendue.current === undefined) return
    touche.preventDefault()
    touche.stopPropagation()
    void refrapper(touche.currentTarget, attendue.current)
  }
  return { trouvees, chercher, retenirEntree }
}

/** Enter again, unless something else was typed since. */
const refrapper = async (champ: HTMLInputElement, attendue: Promise<void>): Promise<void> => {
  const { value } = champ
  await attendue
  const entree = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true })
  requestAnimationFrame(() => {
    if (champ.value === value) champ.dispatchEvent(entree)
  })
}
