import { Anchor, Text } from '@mantine/core'
import { aller } from '#app/navigation.ts'
import type { Brouillon } from '#shared/domaine/entretien.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import classes from './aujourdhui.module.css'

const quand = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' })

/** Forms left half typed; opening one gives everything back. */
export const Brouillons = ({ brouillons }: { readonly brouillons: readonly Omit<Brouillon, 'contenu'>[] }) =>
  brouillons.length === 0 ? (
    <Text size="sm" c="dimmed">
      Aucun brouillon : ce qui est tapé et non enregistré se retrouve ici.
    </Text>
  ) : (
    <ul className={classes['liste']}>
      {brouillons.map(({ id, titre, modifieLe }) => (
        <li key={id} className={classes['ligne']}>
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="left"
            className={classes['corps']}
            onClick={() => aller('entretiens', { saisie: { genre: 'brouillon', id } })}
          >
            {titre === '' ? 'Entretien sans nom' : titre}
          </Anchor>
          <Text size="xs" c="dimmed">
            {quand.format(new Date(modifieLe))}
          </Text>
        </li>
      ))}
    </ul>
  )

export const DernieresPersonnes = ({ personnes }: { readonly personnes: readonly PersonneResume[] }) =>
  personnes.length === 0 ? (
    <Text size="sm" c="dimmed">
      Personne pour l’instant.
    </Text>
  ) : (
    <ul className={classes['liste']}>
      {personnes.slice(0, 5).map((personne) => (
        <li key={personne.id} className={classes['ligne']}>
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="left"
            className={classes['corps']}
            onClick={() => aller('personnes', { id: personne.id })}
          >
            {nomComplet(personne)}
          </Anchor>
          <Text size="xs" c="dimmed">
            {personne.dernierEntretien === null ? '' : dateFrancaise(personne.dernierEntretien)}
          </Text>
        </li>
      ))}
    </ul>
  )
