import { type HotkeyItem, useHotkeys } from '@mantine/hooks'
import { useEffect, useId } from 'react'
import { createFeatureStore } from './stores.ts'

/** One key of a screen: what to press, as Mantine writes it and as the help shows it, and what it does. */
export type Touche = {
  /** « mod+Enter », « n », « F2 », « alt+Digit1 » */
  readonly combinaison: string
  readonly affichage: string
  readonly libelle: string
  /** Absent when the screen itself listens: the key is only listed in the help. */
  readonly action?: () => void
  /** Also while typing in a field; a bare letter never is. */
  readonly partout?: boolean
  /** The place of the key on the keyboard rather than its character (digits on AZERTY). */
  readonly physique?: boolean
}

type Groupe = { readonly titre: string; readonly touches: readonly Pick<Touche, 'affichage' | 'libelle'>[] }

/** What the help (`?`) shows: the keys declared by what is on screen. */
export const useTouchesAffichees = createFeatureStore<{ readonly groupes: Readonly<Record<string, Groupe>> }>(() => ({
  groupes: {},
}))

/** Listens to these keys while the component is shown, and lists them in the help. */
export const useTouches = (titre: string, touches: readonly Touche[]): void => {
  const id = useId()
  const vers = (partout: boolean) =>
    touches.flatMap(({ combinaison, action, physique = false, ...t }): HotkeyItem[] =>
      action !== undefined && (t.partout ?? false) === partout
        ? [[combinaison, action, { usePhysicalKeys: physique }]]
        : [],
    )
  useHotkeys(vers(true), [], true)
  useHotkeys(vers(false))
  const resume = JSON.stringify(touches.map(({ affichage, libelle }) => ({ affichage, libelle })))
  useEffect(() => {
    const groupe: Groupe = { titre, touches: JSON.parse(resume) as Groupe['touches'] }
    useTouchesAffichees.setState(({ groupes }) => ({ groupes: { ...groupes, [id]: groupe } }))
    return () =>
      useTouchesAffichees.setState(({ groupes }) => ({
        groupes: Object.fromEntries(Object.entries(groupes).filter(([cle]) => cle !== id)),
      }))
  }, [id, titre, resume])
}
