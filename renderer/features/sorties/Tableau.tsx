import { Text, Title } from '@mantine/core'
import type { Sortie } from '#shared/domaine/parcours/sorties.ts'
import { CarteSortie } from './CarteSortie.tsx'
import { colonnes, toujoursMontres } from './presenter.ts'
import classes from './sorties.module.css'

/** The board: one column for each delay, one card for each release. */
export const Tableau = (props: { readonly sorties: readonly Sortie[]; readonly noter: (sortie: Sortie) => void }) => (
  <div className={classes['tableau']}>
    {colonnes.map(({ titre, delais }) => {
      const siennes = props.sorties.filter((s) => delais.includes(s.delai))
      if (siennes.length === 0 && !delais.some((d) => toujoursMontres.has(d))) return null
      return (
        <section
          key={titre}
          className={classes['colonne']}
          aria-label={titre}
          data-alerte={delais.includes('depassee')}
        >
          <Title order={2} className={classes['titre-colonne'] ?? ''}>
            {titre}{' '}
            <Text span c="dimmed" fw={400} inherit>
              ({siennes.length})
            </Text>
          </Title>
          {siennes.length === 0 ? (
            <Text size="sm" c="dimmed">
              Personne.
            </Text>
          ) : (
            <ul className={classes['cartes']}>
              {siennes.map((sortie) => (
                <CarteSortie key={sortie.suiviId} sortie={sortie} noter={() => props.noter(sortie)} />
              ))}
            </ul>
          )}
        </section>
      )
    })}
  </div>
)
