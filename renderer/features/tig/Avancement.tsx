import { direMinutes } from '#shared/domaine/tig/heures.ts'
import classes from './tig.module.css'

/** Hours done out of those ordered, as text and as a bar that only repeats it. */
export const Avancement = ({ heures, minutes }: { readonly heures: number; readonly minutes: number }) => (
  <span className={classes['avancement']}>
    <span>
      {direMinutes(minutes)} / {heures} h
    </span>
    <span className={classes['barre']} aria-hidden>
      <span style={{ width: `${Math.min(100, Math.floor(minutes / heures / 0.6))}%` }} />
    </span>
  </span>
)
