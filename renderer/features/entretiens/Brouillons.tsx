import { Button, Group, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { heure } from '#app/dates.ts'
import { aller } from '#app/navigation.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import classes from './entretiens.module.css'
import { useEntretiens } from './store.ts'

/** What was begun and not saved: not counted anywhere, never lost. */
export const Brouillons = () => {
  const brouillons = useEntretiens((s) => s.brouillons)
  if (brouillons.length === 0) return null
  return (
    <section className={classes['brouillons']} aria-label="Brouillons">
      {brouillons.map(({ id, titre, modifieLe }) => (
        <Group key={id} gap="xs" wrap="nowrap">
          <IconPencil size={16} aria-hidden />
          <Text truncate>
            <strong>Brouillon</strong> {titre}
          </Text>
          <Text c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {dateFrancaise(jourLocal(new Date(modifieLe)))} à {heure(modifieLe)}
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Reprendre le brouillon ${titre}`}
            onClick={() => aller('entretiens', { saisie: { genre: 'brouillon', id } })}
          >
            Reprendre
          </Button>
        </Group>
      ))}
    </section>
  )
}
