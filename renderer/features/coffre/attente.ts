import { useInterval } from '@mantine/hooks'
import { useState } from 'react'

/** Seconds left before the next attempt, counted down; and how to start again. */
export const useAttente = (depart: number): readonly [number, (secondes: number) => void] => {
  const [fin, setFin] = useState(() => Date.now() + depart * 1000)
  const [reste, setReste] = useState(depart)
  useInterval(() => setReste(Math.max(0, Math.ceil((fin - Date.now()) / 1000))), 250, { autoInvoke: true })
  const attendre = (secondes: number) => {
    setFin(Date.now() + secondes * 1000)
    setReste(secondes)
  }
  return [reste, attendre]
}
