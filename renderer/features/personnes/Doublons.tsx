import { Anchor, Text, Title } from '@mantine/core'
import { nomComplet } from '#shared/domaine/personne.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import classes from './personnes.module.css'
import { choisir, usePersonnes } from './store.ts'

/** Files that may be one person: same names, birth dates missing or different. Nothing is merged here. */
export const Doublons = () => {
  const doublons = usePersonnes((s) => s.doublons)
  return (
    <section className={classes['doublons']} aria-label="Doublons possibles">
      <Title order={2}>Doublons possibles</Title>
      <Text c="dimmed">Mêmes noms, naissance absente ou différente. Comparez les fiches : rien n’est fusionné.</Text>
      {doublons.map((groupe) => (
        <ul key={groupe[0]?.id} className={classes['paire']}>
          {groupe.map((personne) => (
            <li key={personne.id}>
              <Anchor component="button" type="button" onClick={() => void choisir(personne.id)}>
                {nomComplet(personne)}
              </Anchor>
              <Text c="dimmed">
                {[
                  personne.naissance === null ? 'naissance inconnue' : dateFrancaise(personne.naissance),
                  personne.commune ?? 'commune inconnue',
                  personne.telephone ?? 'sans téléphone',
                  `${personne.entretiens} entretien${personne.entretiens > 1 ? 's' : ''}`,
                ].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      ))}
    </section>
  )
}
