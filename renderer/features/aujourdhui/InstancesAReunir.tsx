import { Anchor, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api, appeler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { aller } from '#app/navigation.ts'
import type { InstanceSuivie } from '#shared/domaine/instances/instance.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Bloc } from './Bloc.tsx'
import { definitions } from './definitions.ts'
import classes from './aujourdhui.module.css'

/** Instances that should have met by now. */
export const InstancesAReunir = () => {
  const [instances, setInstances] = useState<readonly InstanceSuivie[]>([])
  useEffect(() => {
    const lire = async () => {
      const jour = aujourdhui()
      const lues = await appeler(api.instances.lire({ annee: Number(jour.slice(0, 4)), jour }))
      setInstances((lues?.instances ?? []).filter((i) => i.regularite.enRetard))
    }
    void lire()
  }, [])
  return (
    <Bloc titre="Instances à réunir" nombre={instances.length} definition={definitions.instances}>
      {instances.length === 0 && (
        <Text size="sm" c="dimmed">
          Aucune instance n’est en retard.
        </Text>
      )}
      <ul className={classes['liste']}>
        {instances.map(({ id, nom, regularite }) => (
          <li key={id} className={classes['ligne']}>
            <div className={classes['corps']}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                onClick={() => aller('coordination', { onglet: 'instances' })}
              >
                {nom}
              </Anchor>
              <Text size="sm" c="dimmed">
                {regularite.avantLe === null
                  ? 'en retard'
                  : `en retard : attendue au plus tard le ${dateFrancaise(regularite.avantLe)}`}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Bloc>
  )
}
