import { useEffect, useRef } from 'react'
import { useNavigation } from './navigation.ts'
import { createFeatureStore } from './stores.ts'

const useEcritures = createFeatureStore(() => ({ nombre: 0 }))

/** Screens shown that read themselves again. */
let ecouteurs = 0

/** Something was written from outside the screen shown (`F2` and its undo): whatever that screen shows may be out of date. */
export const annoncerEcriture = (): void => useEcritures.setState(({ nombre }) => ({ nombre: nombre + 1 }))

/** Reads the screen again after each write made from elsewhere; not at its opening, which reads by itself. */
export const useRelecture = (relire: () => Promise<void>): void => {
  const { nombre } = useEcritures()
  const lu = useRef(nombre)
  useEffect(() => {
    if (nombre === lu.current) return
    lu.current = nombre
    void relire()
  }, [nombre, relire])
  useEffect(() => {
    ecouteurs++
    return () => {
      ecouteurs--
    }
  }, [])
}

/** What is being typed here is nobody's yet: no write from elsewhere changes it, and none takes it away. */
export const useSansRelecture = (): void => useRelecture(rien)

const rien = (): Promise<void> => Promise.resolve()

/** The same after an undo, whatever the screen: one that does not read itself again is opened anew where it is. */
export const relireEcran = (): void => {
  if (ecouteurs > 0) return annoncerEcriture()
  useNavigation.setState(({ pas }) => ({ pas: pas + 1 }))
}
