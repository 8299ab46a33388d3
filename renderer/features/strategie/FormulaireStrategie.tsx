import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { Strategie } from '#shared/domaine/strategie/strategie.ts'
import { ecrirePlan, ouvrirStrategies } from './store.ts'
import classes from './strategie.module.css'

/** Title, territory and years of a strategy; a new one when none is given. */
export const FormulaireStrategie = ({
  strategie,
  onFini,
}: {
  readonly strategie?: Strategie
  readonly onFini?: () => void
}) => {
  const [refus, setRefus] = useState('')
  const annee = Number(aujourdhui().slice(0, 4))
  const form = useForm({
    initialValues: {
      titre: strategie?.titre ?? 'Stratégie territoriale de sécurité et de prévention de la délinquance',
      territoire: strategie?.territoire ?? '',
      du: String(strategie?.du ?? annee),
      au: String(strategie?.au ?? annee + 2),
    },
    validate: {
      titre: (titre) => (titre.trim() === '' ? 'Le titre est nécessaire.' : null),
      territoire: (territoire) => (territoire.trim() === '' ? 'Le territoire est nécessaire.' : null),
    },
  })
  const enregistrer = async ({ du, au, ...saisie }: typeof form.values) => {
    const id = strategie?.id ?? crypto.randomUUID()
    const lue = Strategie.safeParse({ ...saisie, id, du: Number(du), au: Number(au) })
    if (!lue.success)
      return setRefus('Les années ne sont pas valables : quatre chiffres, la fin après le début, quinze ans au plus.')
    const raison = await ecrirePlan(api.strategie.enregistrer(lue.data))
    if (raison !== undefined) return setRefus(raison)
    setRefus('')
    form.resetDirty()
    await ouvrirStrategies(id)
    onFini?.()
  }
  return (
    <form onSubmit={form.onSubmit((saisie) => void enregistrer(saisie))} noValidate aria-label="Stratégie">
      <Stack gap="xs" ta="left">
        <TextInput label="Titre" maxLength={200} {...form.getInputProps('titre')} />
        <div className={classes['grille']}>
          <TextInput label="Territoire" maxLength={120} {...form.getInputProps('territoire')} />
          <TextInput label="De" inputMode="numeric" maxLength={4} {...form.getInputProps('du')} />
          <TextInput label="À" inputMode="numeric" maxLength={4} {...form.getInputProps('au')} />
        </div>
        {refus !== '' && (
          <Text c="var(--mantine-color-error)" role="alert">
            {refus}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" disabled={strategie !== undefined && !form.isDirty()}>
            Enregistrer la stratégie
          </Button>
          {onFini !== undefined && (
            <Button variant="subtle" color="gray" onClick={onFini}>
              Fermer
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
