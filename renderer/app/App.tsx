import { Center, Loader, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { CoffrePage } from '#features/coffre/CoffrePage.tsx'
import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import { cssVariables, theme } from '#ui/theme.ts'
import { sectionAvantOuverture, toucheAide } from './aide.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { garderFocus } from './garde-focus.ts'
import { nonce } from './nonce.ts'
import { suivreOuvertures } from './ouvertures.ts'
import { suivreCoffre, useSession } from './session.ts'
import { lireSuite, useSuite } from './suite.ts'
import { useTouches } from './touches.ts'
import { viserFaux } from './viser-faux.ts'

/** The whole window: the coffre to open, then the places of the post. */
export const App = () => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    defaultColorScheme="auto"
    colorSchemeManager={themeChoisi}
    getStyleNonce={nonce}
  >
    <DatesProvider settings={{ locale: 'fr', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <Notifications position="bottom-center" autoClose={6000} limit={4} />
      <ErrorBoundary>
        <Fenetre />
      </ErrorBoundary>
    </DatesProvider>
  </MantineProvider>
)

const Fenetre = () => {
  useEffect(suivreCoffre, [])
  useEffect(suivreOuvertures, [])
  useEffect(garderFocus, [])
  useEffect(viserFaux, [])
  const { suite, panne } = useSuite()
  const { coffre, ouverte, codeSecours, secoursRemis } = useSession()
  const connu = coffre !== null
  useEffect(() => {
    if (connu) lireSuite()
  }, [connu])
  if (panne !== null) throw panne
  // A coffre open before the window has read the rest: the page was just reloaded.
  if (coffre === null || (suite === null && (ouverte !== null || coffre.essai)))
    return (
      <Center h="100%">
        <Loader aria-label="Ouverture de Jalon" />
      </Center>
    )
  const secoursAVerifier =
    codeSecours !== null ||
    (ouverte?.reglages.secoursConfirme === false && ouverte.agent.role === 'titulaire' && !secoursRemis)
  const ecran =
    suite === null || ouverte === null || secoursAVerifier ? <AvantOuverture etat={coffre.etat} /> : <suite.Cadre />
  return suite !== null && coffre.essai ? <suite.CadreEssai>{ecran}</suite.CadreEssai> : ecran
}

/** The coffre to make or to open, and the help that says how. */
const AvantOuverture = ({ etat }: { readonly etat: EtatCoffre['etat'] }) => {
  useTouches('Partout', [toucheAide])
  const { suite } = useSuite()
  return (
    <>
      <CoffrePage />
      {suite === null ? null : <suite.PanneauAide depart={sectionAvantOuverture(etat)} />}
    </>
  )
}

const themeChoisi = localStorageColorSchemeManager({ key: 'theme' })
