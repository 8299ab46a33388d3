import { Anchor, Text, Title } from '@mantine/core'
import { aujourdhui } from '#app/dates.ts'
import { estEnRetard, etatDeReunion, type Reunion } from '#shared/domaine/instances/reunion.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { etatDe } from './presenter.ts'
import { ouvrirVolet, useInstances } from './store.ts'
import classes from './instances.module.css'

/** Meetings of the year shown, latest first, with what they still lack. */
export const ListeReunions = () => {
  const { annee, reunions, instances, volet } = useInstances()
  const nomDe = (id: string): string => instances?.find((i) => i.id === id)?.nom ?? ''
  return (
    <section aria-labelledby="titre-reunions">
      <Title order={2} id="titre-reunions" mt="md">
        Réunions de {annee}
      </Title>
      {reunions.length === 0 ? (
        <Text c="dimmed">Aucune réunion notée cette année.</Text>
      ) : (
        <ul className={classes['liste']}>
          {reunions.map((reunion) => (
            <li
              key={reunion.id}
              className={classes['rangee']}
              data-choisie={volet?.genre === 'reunion' && volet.reunion.id === reunion.id}
            >
              <div className={classes['nom']}>
                <Anchor component="button" type="button" onClick={() => ouvrirVolet({ genre: 'reunion', reunion })}>
                  {dateFrancaise(reunion.date)} · {nomDe(reunion.instanceId)}
                </Anchor>
              </div>
              <Text size="sm" className={classes['attendu'] ?? ''} data-retard={aRevoir(reunion)}>
                {[etatDe(reunion), ...restantes(reunion)].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const aRevoir = (reunion: Reunion): boolean =>
  etatDeReunion(reunion, aujourdhui()) === 'a-completer' || reunion.decisions.some((d) => estEnRetard(d, aujourdhui()))

const restantes = ({ decisions }: Reunion): string[] => {
  const ouvertes = decisions.filter((d) => d.faiteLe === null)
  const tardives = ouvertes.filter((d) => estEnRetard(d, aujourdhui())).length
  if (ouvertes.length === 0) return decisions.length === 0 ? [] : ['décisions faites']
  const a = ouvertes.length === 1 ? '1 décision à faire' : `${ouvertes.length} décisions à faire`
  return [tardives === 0 ? a : `${a}, dont ${tardives} en retard`]
}
