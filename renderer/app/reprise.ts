import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useEffectEvent, useState } from 'react'
import { api, essayer } from './api.ts'
import { avantDePartir } from './depart.ts'

/** Longest time a key stays out of the encrypted database, before the call itself. */
const PAUSE_MS = 400

type Valeurs = Readonly<Record<string, unknown>>

/**
 * What is typed in this form is in the coffre within the second, and comes back the next time it opens, after a lock or a
 * crash too. `cle` says which form of which thing, for as long as the form is shown. `oublier` is called once it is saved.
 */
export const useReprise = <V extends Valeurs>(cle: string, form: UseFormReturnType<V>) => {
  const [repris, setRepris] = useState(false)
  const [gardien] = useState(() => createGardien(cle))
  const reprendre = useEffectEvent((garde: string | null) => {
    const valeurs = relire(garde, form.getInitialValues())
    // Who was faster than the answer keeps what he typed.
    if (valeurs === null || form.isDirty()) return
    form.setValues(valeurs)
    setRepris(true)
  })
  useEffect(() => {
    void gardien.lire().then(reprendre)
    const quitter = avantDePartir(gardien.ecrire)
    return () => {
      quitter()
      void gardien.ecrire()
    }
  }, [gardien])
  const contenu = form.isDirty() ? JSON.stringify(form.values) : ''
  useEffect(() => gardien.suivre(contenu), [gardien, contenu])
  const oublier = (): Promise<void> => {
    setRepris(false)
    return gardien.oublier()
  }
  return { repris, oublier }
}

/** Keeps the latest content in the coffre; an empty one is a form that says nothing yet. */
const createGardien = (cle: string) => {
  let [actuel, garde] = ['', '']
  let lu = false
  let minuterie: ReturnType<typeof setTimeout> | undefined
  const ecrire = async (): Promise<void> => {
    clearTimeout(minuterie)
    minuterie = undefined
    if (!lu || actuel === garde) return
    garde = actuel
    await essayer(actuel === '' ? api.reprises.oublier({ cle }) : api.reprises.garder({ cle, contenu: actuel }))
  }
  return {
    lire: async (): Promise<string | null> => {
      const lue = await essayer(api.reprises.lire({ cle }))
      lu = true
      garde = (lue.ok ? lue.value : null) ?? ''
      return garde === '' ? null : garde
    },
    suivre: (contenu: string): void => {
      actuel = contenu
      if (contenu !== garde) minuterie ??= setTimeout(() => void ecrire(), PAUSE_MS)
    },
    ecrire,
    oublier: async (): Promise<void> => {
      clearTimeout(minuterie)
      minuterie = undefined
      garde = actuel
      await essayer(api.reprises.oublier({ cle }))
    },
  }
}

/** The values kept, unless the form has changed since: same questions, same kinds of answer. */
const relire = <V extends Valeurs>(contenu: string | null, initiales: V): V | null => {
  if (contenu === null) return null
  const lues: unknown = JSON.parse(contenu)
  return typeof lues === 'object' &&
    lues !== null &&
    Object.keys(initiales).every((champ) => memes(Object(lues)[champ], initiales[champ]))
    ? (lues as V)
    : null
}

const memes = (a: unknown, b: unknown): boolean => a === null || b === null || typeof a === typeof b
