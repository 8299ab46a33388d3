/** Calls again and again; returns the way to stop it. */
export type Cadence = (travail: () => void, millisecondes: number) => () => void

export const cadenceReelle: Cadence = (travail, millisecondes) => {
  const minuterie = setInterval(travail, millisecondes)
  // Nobody waits for it: a command that is done may end.
  minuterie.unref()
  return () => clearInterval(minuterie)
}

export type Veille = { readonly presence: () => void; readonly arreter: () => void }

/**
 * Locks after `delaiMinutes` without a sign of the user. The delay is read at each look, so that a shorter setting works
 * at once, and the time is the clock's, so that hours of sleep of the PC count.
 */
export const veiller = (options: {
  readonly delaiMinutes: () => Promise<number>
  readonly verrouiller: () => Promise<void>
  readonly maintenant: () => Date
  readonly cadence: Cadence
}): Veille => {
  let derniere = options.maintenant().getTime()
  const regarder = async () => {
    const ecoule = options.maintenant().getTime() - derniere
    // A clock set back gives nobody a day without a lock.
    if (ecoule < 0) derniere = options.maintenant().getTime()
    // A setting that cannot be read counts as zero: when in doubt, the coffre closes.
    else if (ecoule >= (await options.delaiMinutes().catch(() => 0)) * 60_000) await options.verrouiller()
  }
  const arreter = options.cadence(() => void regarder(), 15_000)
  return {
    presence: () => {
      derniere = options.maintenant().getTime()
    },
    arreter,
  }
}
