import { Group, Text } from '@mantine/core'
import type { Indicateur } from '#shared/domaine/bilan/bilan.ts'
import { Definition } from './Definition.tsx'
import { precedentsAffiches, valeurAffichee } from './presenter.ts'
import classes from './bilans.module.css'

/** The headline numbers, each with its unit, its past and its definition. */
export const ChiffresCles = ({ chiffres }: { readonly chiffres: readonly Indicateur[] }) => (
  <ul className={classes['chiffres']} aria-label="Chiffres clés">
    {chiffres.map((chiffre) => (
      <li key={chiffre.id} data-chiffre={chiffre.id}>
        <Group gap={4} justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm">{chiffre.libelle}</Text>
          <Definition de={chiffre.libelle} texte={chiffre.definition} />
        </Group>
        <Text className={classes['nombre'] ?? ''}>
          {valeurAffichee(chiffre.valeur, chiffre.unite)}
          {chiffre.valeur === null && <span className="visuellement-cache"> (masqué)</span>}
        </Text>
        <Text size="xs" c="dimmed">
          {['%', '€'].includes(chiffre.unite) ? '' : chiffre.unite}
          {chiffre.precedents.length > 0 && ` (${precedentsAffiches(chiffre)})`}
        </Text>
      </li>
    ))}
  </ul>
)
