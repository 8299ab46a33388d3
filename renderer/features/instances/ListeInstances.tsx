import { Anchor, Button, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { aujourdhui } from '#app/dates.ts'
import type { InstanceSuivie } from '#shared/domaine/instances/instance.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { attenduDe, compteDe, resumeInstance } from './presenter.ts'
import { ouvrirVolet, useInstances } from './store.ts'
import classes from './instances.module.css'

/** Each instance, where it stands with its frequency: what is late is read first. */
export const ListeInstances = ({ instances }: { readonly instances: readonly InstanceSuivie[] }) => {
  const annee = useInstances((s) => s.annee)
  const rangees = instances.toSorted((a, b) => Number(b.regularite.enRetard) - Number(a.regularite.enRetard))
  return (
    <section aria-labelledby="titre-instances">
      <Title order={2} id="titre-instances">
        Suivies
      </Title>
      <ul className={classes['liste']}>
        {rangees.map((instance) => (
          <li key={instance.id} className={classes['rangee']}>
            <div className={classes['nom']}>
              <Anchor
                component="button"
                type="button"
                fw={600}
                onClick={() => ouvrirVolet({ genre: 'instance', instance: sansSuivi(instance) })}
              >
                {instance.nom}
              </Anchor>
              <Text size="sm" c="dimmed" className={classes['resume'] ?? ''}>
                {resumeInstance(instance)}
              </Text>
            </div>
            <div className={classes['etat']}>
              <Text
                size="sm"
                component="div"
                className={classes['attendu'] ?? ''}
                data-retard={instance.regularite.enRetard}
              >
                {instance.regularite.enRetard && <IconAlertTriangle size={14} aria-hidden />}
                {attenduDe(instance)}
              </Text>
              <Text size="sm" c="dimmed">
                {instance.regularite.derniere === null
                  ? 'jamais réunie'
                  : `dernière le ${dateFrancaise(instance.regularite.derniere)}`}
                {` · en ${annee} : ${compteDe(instance)}`}
              </Text>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Nouvelle réunion : ${instance.nom}`}
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => reunir(instance)}
            >
              Réunion
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const sansSuivi = ({ regularite: _regularite, tenues: _tenues, annee: _annee, ...instance }: InstanceSuivie) => instance

const reunir = ({ id }: InstanceSuivie): void =>
  ouvrirVolet({
    genre: 'reunion',
    reunion: {
      id: crypto.randomUUID(),
      instanceId: id,
      date: aujourdhui(),
      heure: null,
      lieu: null,
      convoqueeLe: null,
      ordreDuJour: [],
      presences: [],
      decisions: [],
    },
  })
