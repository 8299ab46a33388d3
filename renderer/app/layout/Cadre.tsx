import { ActionIcon, Button, Group, Text, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconHelp, IconKeyboard, IconLock, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { PanneauAide } from '#features/aide/PanneauAide.tsx'
import { roles } from '#shared/domaine/acces/roles.ts'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { ouvrirAide, sectionDuLieu } from '../aide.ts'
import { useEnEssai } from '../essai.ts'
import { aller, useNavigation } from '../navigation.ts'
import { proposerLot } from '../ouvertures.ts'
import { usePlace, usePlaces } from '../routes.tsx'
import { useIdentite, useReglages, verrouiller } from '../session.ts'
import { AgeSauvegarde } from './AgeSauvegarde.tsx'
import { AideTouches } from './AideTouches.tsx'
import { Bandeau } from './Bandeau.tsx'
import classes from './cadre.module.css'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import { useTouchesGenerales } from './touches-generales.ts'

/** What surrounds every place: navigation at the left, what the screen holds at the top. */
export const Cadre = () => {
  const { position, pas } = useNavigation()
  const [aide, setAide] = useState(false)
  useTouchesGenerales(() => setAide(true))
  const place = usePlace(position.lieu)
  // The place shown may not be one of the dispositif just chosen.
  const premier = usePlaces()[0]?.code ?? 'reglages'
  useEffect(() => {
    if (place === undefined) aller(premier)
  }, [place, premier])
  useEffect(() => void proposerLot(), [])
  const Element = place?.Element
  return (
    <div className={classes['cadre']}>
      <a href="#contenu" className={`visuellement-cache ${classes['evitement']}`}>
        Aller au contenu
      </a>
      <Entete onAide={() => setAide(true)} />
      <Navigation />
      <div className={classes['zone']}>
        <Bandeau nature={place?.nature ?? 'neutre'} />
        <Contenu key={pas}>{Element === undefined ? null : <Element />}</Contenu>
      </div>
      <Palette />
      <PanneauAide depart={sectionDuLieu[position.lieu]} />
      <AideTouches ouverte={aide} onClose={() => setAide(false)} />
    </div>
  )
}

/** After a move, the keyboard starts from the new screen, unless that screen already took the focus. */
const Contenu = ({ children }: { readonly children: ReactNode }) => {
  const contenu = useRef<HTMLElement>(null)
  useEffect(() => {
    if (contenu.current?.contains(document.activeElement) === false) contenu.current.focus()
  }, [])
  return (
    <main id="contenu" ref={contenu} tabIndex={-1} className={classes['contenu']}>
      <ErrorBoundary>{children}</ErrorBoundary>
    </main>
  )
}

const Entete = ({ onAide }: { readonly onAide: () => void }) => {
  const { nom, demonstration } = useReglages()
  const enEssai = useEnEssai()
  const { setColorScheme } = useMantineColorScheme()
  const sombre = useComputedColorScheme('light') === 'dark'
  return (
    <header className={classes['entete']}>
      <Group gap="sm" wrap="nowrap">
        <Text fw={700} c="var(--jalon-accent-texte)">
          Jalon
        </Text>
        <Text truncate c="dimmed" className={classes['nom'] ?? ''}>
          {nom}
        </Text>
        {demonstration && !enEssai && <span className={classes['demonstration']}>Données inventées</span>}
        <AgeSauvegarde />
        <Identite />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          className={classes['chercher'] ?? ''}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<kbd className={classes['touche']}>Ctrl K</kbd>}
          onClick={spotlight.open}
        >
          Aller à…
        </Button>
        <Bouton libelle="Aide ( F1 )" onClick={() => ouvrirAide()}>
          <IconHelp size={18} aria-hidden />
        </Bouton>
        <Bouton libelle="Touches de l’écran ( ? )" onClick={onAide}>
          <IconKeyboard size={18} aria-hidden />
        </Bouton>
        <Bouton
          libelle={sombre ? 'Passer en clair' : 'Passer en sombre'}
          onClick={() => setColorScheme(sombre ? 'light' : 'dark')}
        >
          {sombre ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
        </Bouton>
        <Bouton libelle="Verrouiller le coffre ( Ctrl L )" onClick={() => void verrouiller()}>
          <IconLock size={18} aria-hidden />
        </Bouton>
      </Group>
    </header>
  )
}

/** Who is there, once several may be. */
const Identite = () => {
  const agent = useIdentite()
  const { intervenant } = useReglages()
  if (agent === null) return null
  const nom = agent.id === null ? intervenant : agent.nom
  return (
    <Text size="xs" c="dimmed" truncate className={classes['nom'] ?? ''}>
      {nom === '' ? roles[agent.role].libelle : `${nom} · ${roles[agent.role].libelle}`}
    </Text>
  )
}

const Bouton = (props: { readonly libelle: string; readonly onClick: () => void; readonly children: ReactNode }) => (
  <Tooltip label={props.libelle}>
    <ActionIcon size={32} color="gray" aria-label={props.libelle} onClick={props.onClick}>
      {props.children}
    </ActionIcon>
  </Tooltip>
)
