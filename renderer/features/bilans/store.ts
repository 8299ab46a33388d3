import type { z } from 'zod'
import { abonner, api, appeler, reussir } from '#app/api.ts'
import { lireDispositif } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Verdict } from '#shared/domaine/secret/verdict.ts'
import type { Erreur } from '#shared/erreurs/erreur.ts'
import { type contract } from '#shared/ipc/contract.ts'
import type { DemandeBilan, Facon } from '#shared/ipc/contract/bilans.ts'
import { estDateIso } from '#shared/utils/dates.ts'
import { reprendreFocus } from '#ui/focus.ts'
import { anneeEntiere } from './presenter.ts'

type Apercu = z.output<typeof contract.bilans.apercu.output>
type Export = z.output<typeof contract.bilans.exporter.output>
type Progression = { readonly etape: string; readonly fait: number; readonly total: number }

export type Periode = Pick<DemandeBilan, 'du' | 'au'>
export type Onglet = 'chiffres' | 'tableaux' | 'textes' | 'contexte' | 'publier' | 'registre'

/** What was found of the report on screen; it no longer holds once anything is asked otherwise. */
const rienDeControle = { verdict: null, echec: null, facons: null, exporte: null } as const

export const useBilans = createFeatureStore<{
  readonly annees: readonly number[] | null
  /** A whole calendar year, or two dates typed by the user. */
  readonly libre: boolean
  readonly periode: Periode | null
  readonly seuil: DemandeBilan['seuil']
  readonly mode: DemandeBilan['mode']
  readonly apercu: Apercu | null
  readonly onglet: Onglet
  readonly occupe: 'calcul' | 'controle' | 'comparaison' | 'export' | null
  readonly progression: Progression | null
  readonly verdict: Verdict | null
  /** Why the control could not be carried out. */
  readonly echec: Erreur | null
  readonly facons: readonly Facon[] | null
  readonly exporte: Export | null
}>(() => ({
  annees: null,
  libre: false,
  periode: null,
  seuil: 5,
  mode: 'masquage',
  apercu: null,
  onglet: 'chiffres',
  occupe: null,
  progression: null,
  ...rienDeControle,
}))

/** Opens on the year asked for, else on the one already shown, else on the last that holds something. */
export const ouvrirBilans = async (annee?: number): Promise<void> => {
  const annees = await appeler(api.bilans.annees({ dispositif: lireDispositif() }))
  if (annees === undefined) return
  useBilans.setState({ annees })
  const { periode } = useBilans.getState()
  const choisie = annee ?? annees[0]
  if (annee === undefined && periode !== null) return calculer()
  if (choisie !== undefined) await choisirPeriode(anneeEntiere(choisie), false)
}

export const choisirPeriode = async (periode: Periode, libre: boolean): Promise<void> => {
  useBilans.setState({ periode, libre })
  await calculer()
}

export const choisirSeuil = async (seuil: DemandeBilan['seuil']): Promise<void> => {
  useBilans.setState({ seuil })
  await calculer()
}

/** The comparison of the four ways still holds: it does not depend on the one chosen. */
export const choisirMode = async (mode: DemandeBilan['mode']): Promise<void> => {
  const { facons } = useBilans.getState()
  useBilans.setState({ mode })
  const calcul = calculer()
  useBilans.setState({ facons })
  await calcul
  reprendreFocus('[data-controler]')
}

/** Shows a tab; the keyboard follows when the button that asked for it goes away. */
export const choisirOnglet = (onglet: Onglet): void => {
  useBilans.setState({ onglet })
  reprendreFocus(`[data-onglet="${onglet}"]`)
}

export const periodeValide = ({ du, au }: Periode): boolean => estDateIso(du) && estDateIso(au) && du <= au

/** Computes what is asked; an answer to a question that has changed since is left aside. */
export const calculer = async (): Promise<void> => {
  const demande = lireDemande()
  const { occupe } = useBilans.getState()
  useBilans.setState(rienDeControle)
  if (occupe === 'controle' || occupe === 'comparaison') await reussir(api.bilans.abandonner())
  if (demande === undefined) return
  useBilans.setState({ occupe: 'calcul', progression: null })
  const apercu = await appeler(api.bilans.apercu(demande))
  if (JSON.stringify(demande) !== JSON.stringify(lireDemande())) return
  useBilans.setState({ occupe: null, progression: null, ...(apercu === undefined ? {} : { apercu }) })
}

/** Follows what the service is doing, while the screen is shown. */
export const suivreProgression = (): (() => void) =>
  abonner('progression', (progression) => {
    if (useBilans.getState().occupe !== null) useBilans.setState({ progression })
  })

/** What is asked on screen; nothing while the dates are not a period. */
export const lireDemande = (): DemandeBilan | undefined => {
  const { periode, seuil, mode } = useBilans.getState()
  return periode === null || !periodeValide(periode)
    ? undefined
    : { dispositif: lireDispositif(), ...periode, seuil, mode }
}
