import { annoncerAvecAnnulation } from '#app/annoncer.tsx'
import { api, essayer, reussir } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import type { PointNominatif, PointNominatifLu } from '#shared/domaine/instances/nominatif.ts'
import type { Erreurs } from '#app/refus.ts'
import { ecrire, useInstances } from './store.ts'

/** Opens what was said of persons at a meeting, or says why it may not be. */
export const lirePoints = async (reunionId: string): Promise<void> => {
  const reponse = await essayer(api.instances.lirePoints({ reunionId }))
  const { volet } = useInstances.getState()
  if (volet?.genre !== 'points' || volet.reunionId !== reunionId) return
  useInstances.setState(
    reponse.ok ? { points: reponse.value, refus: null } : { points: null, refus: texteErreur(reponse.erreur) },
  )
}

export const noterPoint = async (point: PointNominatif): Promise<Erreurs | undefined> => {
  const erreurs = await ecrire(api.instances.noterPoint(point))
  if (erreurs === undefined) await lirePoints(point.reunionId)
  return erreurs
}

/** Destroys a point; for ten seconds the window alone still knows what to write again. */
export const effacerPoint = async ({ nom: _nom, aDetruireLe: _jour, ...point }: PointNominatifLu): Promise<void> => {
  const { id, reunionId } = point
  if (!(await reussir(api.instances.effacerPoint({ id, reunionId })))) return
  await lirePoints(reunionId)
  annoncerAvecAnnulation({
    message: 'Situation détruite.',
    annule: 'Situation notée à nouveau.',
    annuler: async () => (await noterPoint(point)) === undefined,
  })
}
