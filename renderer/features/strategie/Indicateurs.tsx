import { ActionIcon, Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { IndicateurLu } from '#shared/domaine/strategie/indicateur.ts'
import type { FicheLue } from '#shared/domaine/strategie/strategie.ts'
import { FormulaireIndicateur } from './FormulaireIndicateur.tsx'
import { afficher, afficherEvolution } from './presenter.ts'
import { retirer } from './store.ts'
import { TableIndicateur } from './TableIndicateur.tsx'
import classes from './strategie.module.css'

/** How the fiche is judged this year, one block for each indicator. */
export const Indicateurs = ({ fiche, annee }: { readonly fiche: FicheLue; readonly annee: number }) => {
  const [ouvert, setOuvert] = useState<string | null>(null)
  return (
    <Stack component="section" gap="sm" aria-labelledby="titre-indicateurs">
      <Group justify="space-between">
        <Title order={3} id="titre-indicateurs">
          Indicateurs {annee}
        </Title>
        {ouvert !== NOUVEAU && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOuvert(NOUVEAU)}
          >
            Ajouter un indicateur
          </Button>
        )}
      </Group>
      {fiche.indicateurs.length === 0 && ouvert === null && (
        <Text c="dimmed">Aucun indicateur : rien ne dira si l’action a réussi.</Text>
      )}
      {fiche.indicateurs.map((indicateur) =>
        ouvert === indicateur.id ? (
          <FormulaireIndicateur
            key={indicateur.id}
            ficheId={fiche.id}
            indicateur={indicateur}
            onFini={() => setOuvert(null)}
          />
        ) : (
          <Bloc key={indicateur.id} indicateur={indicateur} onModifier={() => setOuvert(indicateur.id)} />
        ),
      )}
      {ouvert === NOUVEAU && <FormulaireIndicateur ficheId={fiche.id} onFini={() => setOuvert(null)} />}
    </Stack>
  )
}

const NOUVEAU = 'nouveau'

const Bloc = (props: { readonly indicateur: IndicateurLu; readonly onModifier: () => void }) => {
  const { indicateur, onModifier } = props
  const { id, libelle, unite, atteint, evolution, precedente, annee } = indicateur
  return (
    <div className={classes['indicateur']}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Text fw={600}>
          {libelle}
          {unite !== '' && unite !== '%' && (
            <Text span c="dimmed" fw={400}>
              {' '}
              ({unite})
            </Text>
          )}
        </Text>
        <Group gap={4} wrap="nowrap">
          {atteint !== null && (
            <Badge variant={atteint ? 'filled' : 'default'} tt="none" size="sm">
              {atteint ? 'Cible atteinte' : 'Cible non atteinte'}
            </Badge>
          )}
          <ActionIcon size={24} color="gray" aria-label={`Modifier l’indicateur : ${libelle}`} onClick={onModifier}>
            <IconPencil size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={24}
            color="gray"
            aria-label={`Retirer l’indicateur : ${libelle}`}
            onClick={() => void retirer('indicateur', id, `Indicateur « ${libelle} » retiré`)}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <TableIndicateur indicateur={indicateur} />
      {precedente !== null && (
        <Text size="sm" c="dimmed">
          {Number(annee.periode) - 1} : {afficher(precedente)}
          {evolution !== null && `, évolution ${afficherEvolution(evolution)}`}
        </Text>
      )}
    </div>
  )
}
