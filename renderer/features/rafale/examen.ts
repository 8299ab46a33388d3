import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useMemo, useState } from 'react'
import { api, appeler, essayer } from '#app/api.ts'
import type { ExamenRafale, LigneExaminee, LigneRafale } from '#shared/domaine/rafale/lignes.ts'

/** Rest after the last key before the lines are looked at again. */
const PAUSE_MS = 400

const rien: ExamenRafale = { lignes: [], entretiens: [] }

/** What the service understands of the lines, a moment after each change. */
export const useExamen = (lignes: readonly LigneRafale[]) => {
  const [examen, setExamen] = useState(rien)
  const regarder = useDebouncedCallback(async (actuelles: readonly LigneRafale[]) => {
    const lu = await essayer(api.rafale.examiner({ lignes: [...actuelles] }))
    if (lu.ok) setExamen(lu.value)
  }, PAUSE_MS)
  useEffect(() => regarder(lignes), [lignes, regarder])
  const relire = async (actuelles: readonly LigneRafale[]): Promise<ExamenRafale | undefined> => {
    const lu = await appeler(api.rafale.examiner({ lignes: [...actuelles] }))
    if (lu !== undefined) setExamen(lu)
    return lu
  }
  const parId = useMemo(
    (): ReadonlyMap<string, LigneExaminee> => new Map(examen.lignes.map((l) => [l.id, l])),
    [examen],
  )
  return { lignes: examen.lignes, parId, relire }
}
