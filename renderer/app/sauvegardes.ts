import { useEffect } from 'react'
import type { EtatSauvegardes } from '#shared/ipc/contract/sauvegardes.ts'
import { joursEntre, jourLocal } from '#shared/utils/dates.ts'
import { abonner, api, essayer } from './api.ts'
import { aujourdhui, heure } from './dates.ts'
import { createFeatureStore } from './stores.ts'

/** The backups of the open coffre, as every screen shows them. */
export const useSauvegardes = createFeatureStore<{ readonly etat: EtatSauvegardes | null }>(() => ({ etat: null }))

/** Reads them now, and again each time one was made. */
export const useSuiviSauvegardes = (): void =>
  useEffect(() => {
    const lire = async () => {
      const reponse = await essayer(api.sauvegardes.etat())
      if (reponse.ok) useSauvegardes.setState({ etat: reponse.value })
    }
    void lire()
    return abonner('sauvegarde', () => void lire())
  }, [])

/** « aujourd’hui à 9:02 », « il y a 2 jours » */
export const ilYA = (instant: string): string => {
  const jours = ageEnJours(instant)
  if (jours < 0) return `datée du ${jourEtHeure(instant)}, après aujourd’hui`
  if (jours === 0) return `aujourd’hui à ${heure(instant)}`
  return jours === 1 ? 'hier' : `il y a ${jours} jours`
}

/** « 02/03/2026 à 09:00 » */
export const jourEtHeure = (instant: string): string =>
  `${new Date(instant).toLocaleDateString('fr')} à ${heure(instant)}`

/** Whether something is to be done: nothing kept, too old, or the last attempt failed (red after 7 days: pairs.md R6). */
export const inquiete = ({ derniere, echec, enCours }: EtatSauvegardes): boolean =>
  !enCours && (echec !== null || derniere === null || ageEnJours(derniere) > 7)

const ageEnJours = (instant: string): number => joursEntre(jourLocal(new Date(instant)), aujourdhui())
