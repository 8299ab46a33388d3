import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useReglages } from '#app/session.ts'
import { Indicateur } from '#shared/domaine/strategie/indicateur.ts'
import { liaisons, trouverLiaison } from '#shared/domaine/strategie/liaisons.ts'
import { libellesPeriodicite, periodicites } from '#shared/domaine/strategie/periode-suivie.ts'
import { libellesTypeIndicateur, typesIndicateur } from '#shared/domaine/strategie/valeur.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ecrireFiche } from './store.ts'
import classes from './strategie.module.css'

type Props = { readonly ficheId: string; readonly indicateur?: Indicateur; readonly onFini: () => void }

/** An indicator, new or to correct: what Jalon counts brings its own type and words. */
export const FormulaireIndicateur = ({ ficheId, indicateur, onFini }: Props) => {
  const { dispositifs } = useReglages()
  const [refus, setRefus] = useState('')
  const form = useForm({
    initialValues: {
      libelle: indicateur?.libelle ?? '',
      type: indicateur?.type ?? 'nombre',
      unite: indicateur?.unite ?? '',
      periodicite: indicateur?.periodicite ?? 'semestre',
      sens: indicateur?.sens ?? 'hausse',
      liaison: indicateur?.liaison ?? '',
    },
    validate: { libelle: (libelle) => (libelle.trim() === '' ? 'Le libellé est nécessaire.' : null) },
  })
  const offertes = liaisons.filter((l) => dispositifs.some((d) => d === l.dispositif) || l.code === indicateur?.liaison)
  const choisie = offertes.find((l) => l.code === form.values.liaison)
  const choisir = (code: string) => {
    const liaison = offertes.find((l) => l.code === code)
    form.setFieldValue('liaison', liaison?.code ?? '')
    if (liaison === undefined) return
    form.setFieldValue('type', liaison.type)
    form.setFieldValue('unite', liaison.unite)
    if (form.values.libelle.trim() === '') form.setFieldValue('libelle', liaison.libelle)
  }
  const enregistrer = async ({ liaison, ...saisie }: typeof form.values) => {
    const id = indicateur?.id ?? crypto.randomUUID()
    const lu = Indicateur.safeParse({ ...saisie, id, ficheId, liaison: liaison === '' ? null : liaison })
    if (!lu.success) return setRefus('Une information n’est pas valable.')
    const raison = await ecrireFiche(api.strategie.enregistrerIndicateur(lu.data))
    if (raison === undefined) return onFini()
    setRefus(raison)
  }
  return (
    <form onSubmit={form.onSubmit((saisie) => void enregistrer(saisie))} noValidate aria-label="Indicateur">
      <Stack gap="xs" className={classes['indicateur'] ?? ''}>
        <NativeSelect
          label="Valeurs"
          data={[
            { value: '', label: 'Notées à la main' },
            ...offertes.map(({ code, libelle }) => ({ value: code, label: `Calculées par Jalon : ${libelle}` })),
          ]}
          value={form.values.liaison}
          onChange={(e) => choisir(e.currentTarget.value)}
        />
        {choisie !== undefined && (
          <Text size="xs" c="dimmed">
            {trouverLiaison(choisie.code).definition}
          </Text>
        )}
        <TextInput label="Libellé" maxLength={200} ref={prendreFocus} {...form.getInputProps('libelle')} />
        <div className={classes['grille']}>
          <NativeSelect
            label="Type"
            data={typesIndicateur.map((value) => ({ value, label: libellesTypeIndicateur[value] }))}
            disabled={choisie !== undefined}
            {...form.getInputProps('type')}
          />
          <TextInput label="Unité" maxLength={40} {...form.getInputProps('unite')} />
          <NativeSelect
            label="Relevé"
            data={periodicites.map((value) => ({ value, label: libellesPeriodicite[value] }))}
            {...form.getInputProps('periodicite')}
          />
          <NativeSelect
            label="Cible atteinte quand la valeur"
            data={[
              { value: 'hausse', label: 'l’atteint ou la dépasse' },
              { value: 'baisse', label: 'ne la dépasse pas' },
            ]}
            {...form.getInputProps('sens')}
          />
        </div>
        {refus !== '' && (
          <Text c="var(--mantine-color-error)" size="sm" role="alert">
            {refus}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" size="xs">
            Enregistrer l’indicateur
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onFini}>
            Fermer
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
