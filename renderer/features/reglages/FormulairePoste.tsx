import { Button, Group, NumberInput, Paper, SimpleGrid, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Poste } from '#shared/domaine/poste.ts'
import { prendreFocus } from '#ui/focus.ts'
import { enregistrerPoste } from './store.ts'

type Props = { readonly poste: Poste; readonly onFermer: () => void }

/** One funded post, to describe or to correct. */
export const FormulairePoste = ({ poste, onFermer }: Props) => {
  const form = useForm({
    initialValues: { ...poste, au: poste.au ?? '' },
    validate: {
      nom: (nom) => (nom.trim() === '' ? 'Donnez un nom au poste.' : null),
      du: (du) => (du === '' ? 'Le premier jour est nécessaire.' : null),
      au: (au, { du }) => (au !== '' && au < du ? 'Le dernier jour est avant le premier.' : null),
      etp: (etp) => (etp > 0 ? null : 'Entre 0,05 et 5.'),
    },
  })
  const enregistrer = async ({ au, ...reste }: typeof form.values) => {
    if (await enregistrerPoste(Poste.parse({ ...reste, au: au === '' ? null : au }))) onFermer()
  }
  const montant = { decimalSeparator: ',', thousandSeparator: ' ', hideControls: true, allowNegative: false } as const
  return (
    <Paper withBorder p="md" mt="md">
      <form noValidate onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}>
        <Title order={3} mb="sm">
          {poste.nom === '' ? 'Nouveau poste' : poste.nom}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          <TextInput
            label="Nom"
            placeholder="Intervenante sociale, temps plein"
            maxLength={120}
            ref={prendreFocus}
            {...form.getInputProps('nom')}
          />
          <TextInput
            label="Financeur"
            placeholder="FIPD, ville, département…"
            maxLength={120}
            {...form.getInputProps('financeur')}
          />
          <NumberInput
            label="Équivalent temps plein"
            description="1 : temps plein ; 0,5 : mi-temps"
            {...montant}
            max={5}
            decimalScale={2}
            {...form.getInputProps('etp')}
            onChange={(valeur) => form.setFieldValue('etp', Number(valeur))}
          />
          <NumberInput
            label="Financement sur une année entière"
            description="Le prorata est calculé."
            suffix=" €"
            {...montant}
            max={10_000_000}
            decimalScale={2}
            {...form.getInputProps('financementAnnuel')}
            onChange={(valeur) => form.setFieldValue('financementAnnuel', Number(valeur))}
          />
          <TextInput type="date" label="Premier jour" description=" " {...form.getInputProps('du')} />
          <TextInput
            type="date"
            label="Dernier jour"
            description="Laissez vide tant qu’il dure."
            {...form.getInputProps('au')}
          />
        </SimpleGrid>
        <Group mt="md">
          <Button type="submit">Enregistrer</Button>
          <Button variant="subtle" color="gray" onClick={onFermer}>
            Abandonner
          </Button>
        </Group>
      </form>
    </Paper>
  )
}
