import { z } from 'zod'
import { api, essayer } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import { etapes } from './etapes.ts'

const Avancement = z.strictObject({ rang: z.int().min(0), ouverte: z.boolean() })
type Avancement = z.infer<typeof Avancement>

/** Where the tour is; `nom` is somebody of the invented post, to be looked for. Null until it is read. */
export const useVisite = createFeatureStore<{ readonly avancement: Avancement | null; readonly nom: string }>(() => ({
  avancement: null,
  nom: '',
}))

/** Kept in the invented coffre itself, as what is typed in a form: the tour goes on after a lock. */
const CLE = 'visite'

export const lireVisite = async (): Promise<void> => {
  const [garde, journee] = [
    await essayer(api.reprises.lire({ cle: CLE })),
    await essayer(api.aujourdhui.lire({ jour: aujourdhui() })),
  ]
  const nommee = journee.ok ? journee.value.dernieresPersonnes.find(({ anonyme }) => !anonyme) : undefined
  const lu = garde.ok && garde.value !== null ? Avancement.parse(JSON.parse(garde.value)) : debut
  useVisite.setState({ avancement: lu, nom: nommee?.nom.toLowerCase() ?? '' })
  // Read again with the last step under way: the coffre was locked, and is open again.
  if (lu.rang === etapes.length - 1) passer()
}

/** On to the step after this one. */
export const passer = (): void => changer(({ rang }) => ({ rang: Math.min(rang + 1, etapes.length), ouverte: true }))
export const recommencer = (): void => changer(() => debut)
export const montrer = (ouverte: boolean): void => changer(({ rang }) => ({ rang, ouverte }))

const debut: Avancement = { rang: 0, ouverte: true }

const changer = (suivant: (avant: Avancement) => Avancement): void => {
  const { avancement } = useVisite.getState()
  if (avancement === null) return
  const nouveau = suivant(avancement)
  useVisite.setState({ avancement: nouveau })
  void essayer(api.reprises.garder({ cle: CLE, contenu: JSON.stringify(nouveau) }))
}
