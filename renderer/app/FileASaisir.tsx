import { Button, Group, Kbd, Text } from '@mantine/core'
import { IconClockEdit } from '@tabler/icons-react'
import { useEffect } from 'react'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Definition } from '#ui/Definition.tsx'
import { lireASaisir, saisir, useASaisir } from './a-saisir.ts'
import classes from './file-a-saisir.module.css'

/** The first ones only: the rest comes as they are typed. */
const MONTREES = 5

const definition =
  'Rendez-vous des 90 derniers jours, jusqu’à aujourd’hui, et suivis ouverts sans entretien : ce qui attend d’être noté.'

/** Appointments and first meetings whose entretien is not typed yet; nothing when there is none. */
export const FileASaisir = () => {
  const file = useASaisir((s) => s.file)
  useEffect(() => void lireASaisir(), [])
  if (file.length === 0) return null
  return (
    <section className={classes['file']} aria-label="À saisir">
      <Group justify="space-between">
        <Group gap={4}>
          <Text fw={600}>À saisir ({file.length})</Text>
          <Definition de="À saisir" texte={definition} />
        </Group>
        <Text size="xs" c="dimmed">
          <Kbd>N</Kbd> ouvre le suivant
        </Text>
      </Group>
      <ul className={classes['liste']}>
        {file.slice(0, MONTREES).map((attendu) => {
          const qui = attendu.personnes.map((p) => p.libelle).join(', ') || 'Personne anonyme'
          return (
            <li key={attendu.echeanceId ?? attendu.suiviId}>
              <IconClockEdit size={16} aria-hidden />
              <Text span truncate>
                <strong>{qui}</strong> {attendu.libelle}
              </Text>
              <Text span c="dimmed">
                {dateFrancaise(attendu.date)}
              </Text>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Saisir l’entretien de ${qui} du ${dateFrancaise(attendu.date)}`}
                onClick={() => saisir(attendu)}
              >
                Saisir
              </Button>
            </li>
          )
        })}
      </ul>
      {file.length > MONTREES && (
        <Text size="xs" c="dimmed">
          et {file.length - MONTREES} de plus
        </Text>
      )}
    </section>
  )
}
