import { notifications } from '@mantine/notifications'
import type { Reply } from '#shared/ipc/call.ts'
import { createClientParNoms, type Invoke } from '#shared/ipc/client.ts'
import type { contract } from '#shared/ipc/contract.ts'
import { type AbonnerBrut, createAbonner } from '#shared/ipc/events.ts'
import type { Erreur } from '#shared/erreurs/erreur.ts'
import { texteErreur } from './messages.ts'

declare global {
  interface Window {
    /** What the preload hands over: one question, one subscription. */
    readonly pont: { readonly invoke: Invoke; readonly abonner: AbonnerBrut }
  }
}

/** Every call of the contract, typed; a reply is never an exception. */
export const api = createClientParNoms<typeof contract>(async (feature, method, input) => {
  const reponse = await window.pont.invoke(feature, method, input)
  if (reponse.ok) for (const ecouteur of ecouteurs) ecouteur(`${feature}.${method}`)
  return reponse
})

const ecouteurs = new Set<(appel: string) => void>()

/** Hears of each call that succeeded, by its name; gives back the function that stops. */
export const surReussite = (ecouteur: (appel: string) => void): (() => void) => {
  ecouteurs.add(ecouteur)
  return () => void ecouteurs.delete(ecouteur)
}

/** Hears what the service tells without being asked. */
export const abonner = createAbonner((nom, ecouteur) => window.pont.abonner(nom, ecouteur))

/** Awaits a call; a failure is shown in French and gives `undefined`. A choice the user cancelled is not a failure. */
export const appeler = async <T>(reponse: Promise<Reply<T>>): Promise<T | undefined> => {
  const lu = await essayer(reponse)
  if (lu.ok) return lu.value
  if (lu.erreur.code !== 'annule') signaler(lu.erreur)
  return undefined
}

/** Same, for a call that answers nothing: true once it is done. */
export const reussir = async (reponse: Promise<Reply<unknown>>): Promise<boolean> => {
  const lu = await essayer(reponse)
  if (!lu.ok && lu.erreur.code !== 'annule') signaler(lu.erreur)
  return lu.ok
}

/** A reply whatever happens: a broken bridge is the service being away. */
export const essayer = async <T>(reponse: Promise<Reply<T>>): Promise<Reply<T>> => {
  try {
    return await reponse
  } catch {
    return { ok: false, erreur: { code: 'service-arrete' } }
  }
}

export const signaler = (erreur: Erreur): void => {
  notifications.show({
    id: `erreur-${erreur.code}`,
    color: 'alerte',
    title: 'L’opération n’a pas abouti',
    message: texteErreur(erreur),
    autoClose: 10_000,
    role: 'alert',
  })
}
