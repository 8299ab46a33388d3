import { ActionIcon, Group, Switch, Text } from '@mantine/core'
import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react'
import { annoncer } from '#app/annoncer.tsx'
import { type ChiffreContexte, periodeContexte } from '#shared/domaine/contexte.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { montrerContexte, supprimerContexte } from './contexte.ts'
import { nombreDeContexte } from './presenter.ts'

type Props = {
  readonly chiffre: ChiffreContexte
  /** Year of the bilan on screen. */
  readonly annee: number
  readonly onModifier: () => void
  readonly onReprendre: () => void
}

/** One figure with its source, and whether the bilan on screen prints it. */
export const NoticeContexte = ({ chiffre, annee, onModifier, onReprendre }: Props) => {
  const { libelle, valeur, unite, dont, perimetre, source, annees } = chiffre
  const nom = `${libelle}, ${periodeContexte(chiffre)}`
  return (
    <li aria-label={nom}>
      <Text size="sm">
        <strong>{nombreDeContexte(valeur, unite)}</strong> {libelle}
      </Text>
      {dont.map((part) => (
        <Text size="sm" pl="md" key={part.libelle}>
          dont {nombreDeContexte(part.valeur, unite === '%' ? unite : '')} {part.libelle}
        </Text>
      ))}
      <Text size="sm">
        {periodeContexte(chiffre)} · {perimetre}
      </Text>
      <Text size="xs" c="dimmed">
        {source.editeur}, « {source.titre} », {dateFrancaise(source.le)}
      </Text>
      <Group gap={4} mt={4} wrap="nowrap">
        <Switch
          size="xs"
          mr="auto"
          label={`Dans le bilan de ${annee}`}
          aria-label={`Dans le bilan de ${annee} : ${nom}`}
          checked={annees.includes(annee)}
          onChange={(e) => void montrerContexte(chiffre, annee, e.currentTarget.checked)}
        />
        <ActionIcon color="gray" aria-label={`Modifier : ${nom}`} onClick={onModifier}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          color="gray"
          aria-label={`Reprendre pour un autre chiffre : ${nom}`}
          title="Reprendre pour un autre chiffre : une autre année, la même source…"
          onClick={onReprendre}
        >
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon color="gray" aria-label={`Supprimer : ${nom}`} onClick={() => void supprimer(chiffre)}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  )
}

const supprimer = async (chiffre: ChiffreContexte): Promise<void> => {
  if (!(await supprimerContexte(chiffre))) return
  annoncer(`« ${chiffre.libelle} » supprimé`, { annule: `« ${chiffre.libelle} » remis` })
}
