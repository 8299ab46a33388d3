import type { Reply } from '#shared/ipc/call.ts'
import type { Format } from '#shared/domaine/bilan/bilan.ts'
import { api, appeler, essayer, reussir, signaler } from '#app/api.ts'
import { reprendreFocus } from '#ui/focus.ts'
import { lireEditions } from './registre.ts'
import { lireDemande, useBilans } from './store.ts'

/** Prepares the report for publication, proof included. A failure stays on screen with the ways out. */
export const controler = async (): Promise<void> => {
  const reponse = await occuper('controle', (demande) => api.bilans.preparer(demande))
  if (reponse === undefined) return
  if (reponse.ok) useBilans.setState({ verdict: reponse.value })
  else if (reponse.erreur.code === 'secret-non-prouve') useBilans.setState({ echec: reponse.erreur })
  else if (reponse.erreur.code !== 'annule') signaler(reponse.erreur)
  reprendreFocus(reponse.ok ? '[data-conclusion]' : '[data-controler]')
}

/** Computes what each way to protect the report would print and hide. */
export const comparer = async (): Promise<void> => {
  const reponse = await occuper('comparaison', ({ dispositif, du, au, seuil }) =>
    api.bilans.comparer({ dispositif, du, au, seuil }),
  )
  if (reponse?.ok === true) useBilans.setState({ facons: reponse.value })
  else if (reponse !== undefined && reponse.erreur.code !== 'annule') signaler(reponse.erreur)
  reprendreFocus('[data-facon] input:checked, [data-comparer]')
}

/** Gives up the control or the comparison under way. */
export const abandonner = (): Promise<boolean> => reussir(api.bilans.abandonner())

/** Asks main for a folder, then writes the files there and enters the report in the ledger. */
export const exporter = async (formats: Format[]): Promise<void> => {
  useBilans.setState({ exporte: null })
  const reponse = await occuper('export', (demande) => api.bilans.exporter({ ...demande, formats }))
  if (reponse === undefined) return
  const exporte = await appeler(Promise.resolve(reponse))
  useBilans.setState({ exporte: exporte ?? null })
  await lireEditions()
}

/** Same for the confidential proof of a report not published yet, for whoever must agree first. */
export const imprimerRapport = async (): Promise<void> => {
  useBilans.setState({ exporte: null })
  const reponse = await occuper('export', (demande) => api.bilans.rapport(demande))
  const exporte = reponse === undefined ? undefined : await appeler(Promise.resolve(reponse))
  useBilans.setState({ exporte: exporte ?? null })
}

type Demande = NonNullable<ReturnType<typeof lireDemande>>

/** Asks while the screen says what it waits for. An answer to a question that has changed since is left aside. */
const occuper = async <T>(
  occupe: 'controle' | 'comparaison' | 'export',
  appel: (demande: Demande) => Promise<Reply<T>>,
): Promise<Reply<T> | undefined> => {
  const demande = lireDemande()
  if (demande === undefined) return undefined
  useBilans.setState({ occupe, progression: null, echec: null })
  const reponse = await essayer(appel(demande))
  if (useBilans.getState().occupe !== occupe || JSON.stringify(demande) !== JSON.stringify(lireDemande()))
    return undefined
  useBilans.setState({ occupe: null, progression: null })
  return reponse
}
