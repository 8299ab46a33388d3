import {
  IconAlertTriangle,
  IconBell,
  IconCalendarEvent,
  IconCheck,
  IconChecklist,
  IconDoorExit,
  IconHourglass,
  IconLogin,
  IconMessages,
  IconScale,
  IconStairs,
  IconUsersGroup,
} from '@tabler/icons-react'
import { ouvrirEvenement } from '#app/agenda.ts'
import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import { enBref, etatDe, nomsDe, quoi } from './presenter.ts'
import classes from './agenda.module.css'

type Props = { readonly evenement: Evenement; readonly aujourdhui: DateIso; readonly bref: boolean }

/** One thing of a day: opens where it is. Reached by Enter from its day, so that Tab does not stop a hundred times. */
export const LigneEvenement = ({ evenement, aujourdhui, bref }: Props) => {
  const { genre, heure, personnes, lieu, fait } = evenement
  const etat = etatDe(evenement, aujourdhui)
  const Icone = fait ? IconCheck : etat === '' ? icones[genre] : IconAlertTriangle
  const [mots, qui] = [quoi(evenement), nomsDe(personnes)]
  const entier = [heure, mots, qui, lieu, etat].filter((t) => t !== null && t !== '').join(', ')
  // What has no room is read all the same.
  const tu = [...(bref ? [qui === '' ? '' : mots, lieu] : []), etat].filter((t) => t !== null && t !== '').join(', ')
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes['evenement']}
      data-genre={genre}
      data-etat={etat}
      title={entier}
      onClick={(e) => {
        e.stopPropagation()
        ouvrirEvenement(evenement)
      }}
    >
      <Icone size={14} aria-hidden />
      <span className={classes['texte']}>
        {heure !== null && <strong>{heure} </strong>}
        {bref ? enBref(evenement) : mots}
        {!bref && qui !== '' && <span className={classes['qui']}> {qui}</span>}
        {!bref && lieu !== null && <span className={classes['qui']}> {lieu}</span>}
        {tu !== '' && <span className="visuellement-cache"> ({tu})</span>}
      </span>
    </button>
  )
}

const icones = {
  reunion: IconUsersGroup,
  comite: IconMessages,
  'rendez-vous': IconCalendarEvent,
  arrivee: IconLogin,
  sortie: IconDoorExit,
  echeance: IconBell,
  demarche: IconStairs,
  decision: IconChecklist,
  delai: IconHourglass,
  legale: IconScale,
} as const
