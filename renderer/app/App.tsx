import { Center, Loader, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { CoffrePage } from '#features/coffre/CoffrePage.tsx'
import { cssVariables, theme } from '#ui/theme.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Cadre } from './layout/Cadre.tsx'
import { nonce } from './nonce.ts'
import { suivreCoffre, useSession } from './session.ts'

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
  const { coffre, ouverte, codeSecours, secoursRemis } = useSession()
  if (coffre === null)
    return (
      <Center h="100%">
        <Loader aria-label="Ouverture de Jalon" />
      </Center>
    )
  const secoursAVerifier =
    codeSecours !== null ||
    (ouverte?.reglages.secoursConfirme === false && ouverte.agent.role === 'titulaire' && !secoursRemis)
  return ouverte === null || secoursAVerifier ? <CoffrePage /> : <Cadre />
}

const themeChoisi = localStorageColorSchemeManager({ key: 'theme' })
