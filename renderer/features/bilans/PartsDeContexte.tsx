import { ActionIcon, Button, Group, NumberInput, type NumberInputProps, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { SaisieContexte } from './saisie-contexte.ts'

/** « dont 137 détenus »: parts of the figure, by the same source over the same days. */
export const PartsDeContexte = ({ form }: { readonly form: UseFormReturnType<SaisieContexte> }) => {
  const { dont } = form.values
  return (
    <Stack gap={6}>
      {dont.map((_, rang) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part has no identity but its rank
        <Group key={rang} gap={6} align="flex-start" wrap="nowrap">
          <ChampValeur label={`dont (${rang + 1})`} w={110} {...form.getInputProps(`dont.${rang}.valeur`)} />
          <TextInput
            label={`Quelle partie (${rang + 1})`}
            placeholder="détenus"
            maxLength={160}
            flex={1}
            {...form.getInputProps(`dont.${rang}.libelle`)}
          />
          <ActionIcon
            color="gray"
            mt={26}
            aria-label={`Retirer la partie ${rang + 1}`}
            onClick={() => form.removeListItem('dont', rang)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {dont.length < 8 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mr="auto"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem('dont', { libelle: '', valeur: '' })}
        >
          Ajouter une partie (« dont… »)
        </Button>
      )}
    </Stack>
  )
}

/** A number the French way, two decimals at most. */
export const ChampValeur = (props: NumberInputProps) => (
  <NumberInput decimalSeparator="," thousandSeparator=" " decimalScale={2} hideControls {...props} />
)
