import { Autocomplete, Button, Group, NumberInput, Paper, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { aujourdhui } from '#app/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { prendreFocus } from '#ui/focus.ts'
import { lireDate } from '#ui/lire-date.ts'
import { attendre, usePostesSuivis } from './store.ts'

/** Says that a lot is due, before the post ever gave one. */
export const Attendre = ({ onFermer }: { readonly onFermer: () => void }) => {
  const lignes = usePostesSuivis((s) => s.grille?.lignes) ?? []
  const connus = lignes.filter((l) => l.posteId !== null)
  const jour = aujourdhui()
  const form = useForm({
    initialValues: { nom: '', annee: Number(jour.slice(0, 4)) - 1, pourLe: '' },
    validate: {
      nom: (nom) => (nom.trim() === '' ? 'Dites de quel poste.' : null),
      pourLe: (texte) => (lireDate(texte, jour) === undefined ? 'Une date est nécessaire.' : null),
    },
  })
  const enregistrer = async ({ nom, annee, pourLe }: typeof form.values) => {
    const posteId = connus.find((l) => l.nom === nom.trim())?.posteId ?? crypto.randomUUID()
    const date = lireDate(pourLe, jour)
    if (date !== undefined && (await attendre({ posteId, nom: nom.trim(), annee, pourLe: date }))) onFermer()
  }
  return (
    <Paper withBorder p="md">
      <form noValidate onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}>
        <Title order={2} mb="sm">
          Attendre un lot
        </Title>
        <Group align="flex-start">
          <Autocomplete
            label="Poste"
            data={connus.map((l) => l.nom)}
            maxLength={120}
            ref={prendreFocus}
            {...form.getInputProps('nom')}
          />
          <NumberInput label="Année" min={1990} max={2100} hideControls w={90} {...form.getInputProps('annee')} />
          <ChampDate
            label="Pour le"
            aujourdhui={jour}
            value={form.values.pourLe}
            onChange={(texte) => form.setFieldValue('pourLe', texte)}
            error={form.errors['pourLe']}
          />
        </Group>
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
