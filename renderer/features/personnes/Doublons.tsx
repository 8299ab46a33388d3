import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { enPhrase, type PaireDeFiches, vraisemblance } from '#shared/domaine/doublon.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { declarerDistinctes } from './fusion.ts'
import { FusionDialogue } from './FusionDialogue.tsx'
import classes from './personnes.module.css'
import { usePersonnes } from './store.ts'

/** Files that may be one person, the likeliest first, with the reasons; each pair is merged, or said to be two persons. */
export const Doublons = () => {
  const { total, paires } = usePersonnes((s) => s.doublons)
  const [comparee, setComparee] = useState<PaireDeFiches | null>(null)
  return (
    <section className={classes['doublons']} aria-label="Doublons possibles">
      <Title order={2}>Doublons possibles</Title>
      <Text c="dimmed">
        Du plus probable au moins probable{total > paires.length && ` (les ${paires.length} premiers sur ${total})`}.
        Rien n’est réuni sans vous.
      </Text>
      {paires.map((paire) => (
        <Paire key={`${paire.gauche.id} ${paire.droite.id}`} paire={paire} onComparer={() => setComparee(paire)} />
      ))}
      {comparee !== null && <FusionDialogue paire={comparee} onFini={() => setComparee(null)} />}
    </section>
  )
}

const Paire = ({ paire, onComparer }: { readonly paire: PaireDeFiches; readonly onComparer: () => void }) => {
  const noms = `${nomComplet(paire.gauche)} et ${nomComplet(paire.droite)}`
  return (
    <fieldset className={classes['paire']} aria-label={noms}>
      {[paire.gauche, paire.droite].map((personne) => (
        <div key={personne.id}>
          <Text fw={600}>{nomComplet(personne)}</Text>
          <Text c="dimmed">{reperes(personne)}</Text>
        </div>
      ))}
      <div>
        <Text>
          <Text component="span" fw={600}>
            {vraisemblance(paire.score)}, {paire.score} sur 100
          </Text>{' '}
          · {enPhrase(paire, paire.gauche, paire.droite)}
        </Text>
        <Group gap="xs" mt={4}>
          <Button size="compact-sm" variant="default" onClick={onComparer}>
            Comparer et fusionner
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void declarerDistinctes(paire.gauche.id, paire.droite.id)}
          >
            Deux personnes distinctes
          </Button>
        </Group>
      </div>
    </fieldset>
  )
}

const reperes = (personne: PersonneResume): string =>
  [
    personne.naissance === null ? 'naissance inconnue' : dateFrancaise(personne.naissance),
    personne.commune ?? 'commune inconnue',
    personne.telephone ?? 'sans téléphone',
    `${personne.entretiens} entretien${personne.entretiens > 1 ? 's' : ''}`,
  ].join(' · ')
