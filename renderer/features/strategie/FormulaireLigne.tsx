import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { ecrireMontant, LigneBudget, lireMontant, natureDe, rubriques } from '#shared/domaine/strategie/budget.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ecrireFiche } from './store.ts'
import classes from './strategie.module.css'

type Props = {
  readonly id: string
  readonly ficheId: string
  readonly annee: number
  readonly ligne?: LigneBudget
  readonly onFini: () => void
}

/** One line of the budget: its rubrique says whether it is a charge or a product, and only a product has a funder. */
export const FormulaireLigne = ({ id, ficheId, annee, ligne, onFini }: Props) => {
  const [refus, setRefus] = useState('')
  const form = useForm({
    initialValues: {
      rubrique: ligne?.rubrique ?? '60',
      libelle: ligne?.libelle ?? '',
      financeur: ligne?.financeur ?? '',
      prevu: ecrireMontant(ligne?.prevu ?? null),
      realise: ecrireMontant(ligne?.realise ?? null),
    },
    validate: { prevu: montantAttendu, realise: montantAttendu },
  })
  const produit = natureDe(form.values.rubrique) === 'produit'
  const enregistrer = async (saisie: typeof form.values) => {
    const lue = LigneBudget.safeParse({
      ...saisie,
      id,
      ficheId,
      annee,
      financeur: produit ? saisie.financeur : '',
      prevu: lireMontant(saisie.prevu) ?? null,
      realise: lireMontant(saisie.realise) ?? null,
    })
    if (!lue.success) return setRefus('Une information n’est pas valable.')
    const raison = await ecrireFiche(api.strategie.enregistrerLigne(lue.data))
    if (raison === undefined) return onFini()
    setRefus(raison)
  }
  return (
    <form onSubmit={form.onSubmit((saisie) => void enregistrer(saisie))} noValidate aria-label="Ligne de budget">
      <Stack gap="xs" className={classes['indicateur'] ?? ''}>
        <div className={classes['grille']}>
          <NativeSelect label="Rubrique" data={offertes} ref={prendreFocus} {...form.getInputProps('rubrique')} />
          <TextInput label="Précision" maxLength={160} {...form.getInputProps('libelle')} />
          {produit && <TextInput label="Financeur" maxLength={120} {...form.getInputProps('financeur')} />}
          <TextInput label="Prévu (€)" maxLength={20} {...form.getInputProps('prevu')} />
          <TextInput label="Réalisé (€)" maxLength={20} {...form.getInputProps('realise')} />
        </div>
        {refus !== '' && (
          <Text c="var(--mantine-color-error)" size="sm" role="alert">
            {refus}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" size="xs">
            Enregistrer la ligne
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onFini}>
            Fermer
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const montantAttendu = (texte: string): string | null =>
  lireMontant(texte) === undefined ? 'Attendu : un montant en euros.' : null

const groupe = (nature: 'charge' | 'produit') =>
  rubriques
    .filter((r) => r.nature === nature)
    .map(({ code, libelle }) => ({ value: code, label: `${code} ${libelle}` }))

const offertes = [
  { group: 'Charges', items: groupe('charge') },
  { group: 'Produits', items: groupe('produit') },
]
