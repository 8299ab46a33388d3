import { Button, Fieldset, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { aujourdhui } from '#app/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { prendreFocus } from '#ui/focus.ts'
import { ChampValeur, PartsDeContexte } from './PartsDeContexte.tsx'
import { enregistrerContexte } from './contexte.ts'
import { type BaseContexte, lireSaisie, type SaisieContexte } from './saisie-contexte.ts'

type Props = {
  readonly base: BaseContexte
  readonly saisie: SaisieContexte
  readonly titre: string
  readonly onFermer: () => void
}

/** One number as its source gives it: what it is, over which days, where, and who said it when. */
export const FormulaireContexte = ({ base, saisie, titre, onFermer }: Props) => {
  const form = useForm<SaisieContexte>({
    initialValues: saisie,
    validate: (valeurs) => lireSaisie(valeurs, base, aujourdhui()).erreurs,
  })
  const enregistrer = async (valeurs: SaisieContexte) => {
    const { chiffre } = lireSaisie(valeurs, base, aujourdhui())
    if (chiffre !== null && (await enregistrerContexte(chiffre))) onFermer()
  }
  const champDate = (nom: 'du' | 'au' | 'le') => ({
    aujourdhui: aujourdhui(),
    value: form.values[nom],
    onChange: (texte: string) => form.setFieldValue(nom, texte),
    error: form.errors[nom],
  })
  const { duree } = form.values
  return (
    <form noValidate onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}>
      <Stack gap="xs">
        <Title order={2}>{titre}</Title>
        <Text size="sm">N’y nommez personne, et n’y mettez pas un nombre tiré de vos propres suivis.</Text>
        <TextInput
          label="Ce qui est compté"
          placeholder="Jeunes de moins de 25 ans suivis par le SPIP"
          maxLength={160}
          ref={prendreFocus}
          {...form.getInputProps('libelle')}
        />
        <Group gap="xs" grow align="flex-start">
          <ChampValeur label="Valeur" {...form.getInputProps('valeur')} />
          <TextInput label="Unité" placeholder="jeunes, faits, %…" maxLength={40} {...form.getInputProps('unite')} />
        </Group>
        <PartsDeContexte form={form} />
        <SegmentedControl
          aria-label="Période"
          data={[
            { value: 'annee', label: 'Une année' },
            { value: 'jours', label: 'Entre deux jours' },
          ]}
          {...form.getInputProps('duree')}
        />
        {duree === 'jours' && (
          <Group gap="xs" grow align="flex-start">
            <ChampDate label="Du" {...champDate('du')} />
            <ChampDate
              label="Au (compris)"
              description="Le même jour pour un état à une date."
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...champDate('au')}
            />
          </Group>
        )}
        <Group gap="xs" align="flex-start">
          {duree === 'annee' && (
            <TextInput label="Année" inputMode="numeric" maxLength={4} w={110} {...form.getInputProps('annee')} />
          )}
          <TextInput
            label="Périmètre"
            placeholder="Dordogne ; deux établissements…"
            maxLength={160}
            flex={1}
            {...form.getInputProps('perimetre')}
          />
        </Group>
        <Fieldset legend="Source">
          <TextInput
            label="Publié par"
            placeholder="SPIP, préfecture, INSEE…"
            maxLength={120}
            {...form.getInputProps('editeur')}
          />
          <TextInput label="Dans" placeholder="Titre du document" maxLength={200} {...form.getInputProps('titre')} />
          <ChampDate label="Le" placeholder="jj/mm/aaaa, ou aaaa" w={220} {...champDate('le')} />
        </Fieldset>
        <Group>
          <Button type="submit">Enregistrer</Button>
          <Button variant="subtle" color="gray" onClick={onFermer}>
            Abandonner
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
