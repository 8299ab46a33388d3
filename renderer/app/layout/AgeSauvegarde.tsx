import { IconAlertTriangle } from '@tabler/icons-react'
import type { EtatSauvegardes } from '#shared/ipc/contract/sauvegardes.ts'
import { ilYA, inquiete, useSauvegardes, useSuiviSauvegardes } from '../sauvegardes.ts'
import classes from './cadre.module.css'

/** Always in sight: the age of the last good backup, and whether something is wrong with it. */
export const AgeSauvegarde = () => {
  useSuiviSauvegardes()
  const { etat } = useSauvegardes()
  if (etat === null) return null
  const inquiet = inquiete(etat)
  return (
    <span className={classes['sauvegarde']} data-inquiet={inquiet}>
      {inquiet && <IconAlertTriangle size={14} aria-hidden />}
      {enClair(etat)}
    </span>
  )
}

const enClair = ({ derniere, echec, enCours }: EtatSauvegardes): string => {
  if (enCours) return 'Sauvegarde en cours…'
  if (derniere === null) return echec === null ? 'Aucune sauvegarde' : 'La sauvegarde a échoué'
  const age = `Dernière sauvegarde : ${ilYA(derniere)}`
  return echec === null ? age : `${age} ; depuis, une a échoué`
}
