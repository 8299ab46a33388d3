import { create } from 'zustand'

const lire = async () => {
  const [{ Cadre }, { CadreEssai }, { PanneauAide }] = await Promise.all([
    import('./layout/Cadre.tsx'),
    import('#features/visite/CadreEssai.tsx'),
    import('#features/aide/PanneauAide.tsx'),
  ])
  return { Cadre, CadreEssai, PanneauAide }
}

/**
 * All that an open coffre shows, read while the passphrase is typed: the window shows its first field without waiting for the
 * rest. No screen is ever read later than that, so that none opens blank.
 */
export const useSuite = create<{
  readonly suite: Awaited<ReturnType<typeof lire>> | null
  /** Why it could not be read: a file of the installation is damaged. */
  readonly panne: Error | null
}>(() => ({ suite: null, panne: null }))

/** Reads it once the first screen has been painted, within a second whatever happens. */
export const lireSuite = (): void => {
  requestAnimationFrame(() =>
    requestIdleCallback(
      () =>
        void lire().then(
          (suite) => useSuite.setState({ suite }),
          (panne: Error) => useSuite.setState({ panne }),
        ),
      { timeout: 1000 },
    ),
  )
}
