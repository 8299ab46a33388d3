import { UnstyledButton } from '@mantine/core'
import { aller, useNavigation } from '../navigation.ts'
import { usePlace, usePlaces } from '../routes.tsx'
import classes from './cadre.module.css'
import { ChoixDispositif } from './ChoixDispositif.tsx'

/** The places, each with its number for Alt+number. */
export const Navigation = () => {
  const lieu = useNavigation((s) => s.position.lieu)
  const montree = usePlace(lieu)
  const places = usePlaces()
  return (
    <nav className={classes['navigation']} aria-label="Lieux">
      <ChoixDispositif />
      <ul>
        {places.map(({ code, libelle, icone: Icone }, i) => (
          <li key={code}>
            <UnstyledButton
              className={classes['lieu'] ?? ''}
              data-lieu={code}
              aria-current={code === (montree?.sous ?? lieu) ? 'page' : undefined}
              aria-keyshortcuts={`Alt+${i + 1}`}
              title={`${libelle} (Alt+${i + 1})`}
              onClick={() => aller(code)}
            >
              <Icone size={20} stroke={1.6} aria-hidden />
              <span>{libelle}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}
