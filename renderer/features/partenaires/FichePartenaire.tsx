import { Button, CloseButton, Group, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { heure } from '#app/dates.ts'
import { useNomenclature } from '#app/session.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import { libelleDeGenre, type Partenaire } from '#shared/domaine/partenaire.ts'
import { prendreFocus } from '#ui/focus.ts'
import { depuisPartenaire, versPartenaire } from './presenter.ts'
import { enregistrerPartenaire, fermerPartenaire, usePartenaires } from './store.ts'

/** One partner, to read and to correct in the same place. One that no longer serves stays in the history. */
export const FichePartenaire = ({ partenaire }: { readonly partenaire: Partenaire }) => {
  const nomenclature = useNomenclature()
  const connu = usePartenaires((s) => s.lignes?.some((l) => l.id === partenaire.id) ?? false)
  const [enregistre, setEnregistre] = useState('')
  const form = useForm({
    initialValues: depuisPartenaire(partenaire),
    validate: { nom: (nom) => (nom.trim() === '' ? 'Le nom est nécessaire.' : null) },
  })
  const enregistrer = async (actif: boolean) => {
    if (!(await enregistrerPartenaire(versPartenaire(form.values, { ...partenaire, actif })))) return
    form.resetDirty()
    setEnregistre(`Enregistré à ${heure(new Date())}`)
  }
  const offerts = trouverListe(nomenclature, nomenclature.listeDestinations).modalites.map((m) => m.code)
  const genres = [...new Set([...offerts, partenaire.genre])].map((code) => ({
    value: code,
    label: libelleDeGenre(nomenclature, code),
  }))
  return (
    <form onSubmit={form.onSubmit(() => void enregistrer(partenaire.actif))} noValidate>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2}>{connu ? partenaire.nom : 'Nouveau partenaire'}</Title>
          <CloseButton aria-label="Fermer la fiche" onClick={fermerPartenaire} />
        </Group>
        {!partenaire.actif && (
          <Text>Ne sert plus : n’est plus proposé à la saisie, reste dans l’historique et les bilans.</Text>
        )}
        <TextInput
          label="Nom du service"
          maxLength={120}
          {...(connu ? {} : { ref: prendreFocus })}
          {...form.getInputProps('nom')}
        />
        <NativeSelect label="Genre" data={genres} {...form.getInputProps('genre')} />
        <Group grow align="flex-start" gap="sm">
          <TextInput label="Interlocuteur" maxLength={120} {...form.getInputProps('interlocuteur')} />
          <TextInput label="Téléphone" type="tel" maxLength={30} {...form.getInputProps('telephone')} />
        </Group>
        <TextInput label="Courriel" type="email" maxLength={120} {...form.getInputProps('courriel')} />
        <Group grow align="flex-start" gap="sm">
          <TextInput label="Adresse" maxLength={200} {...form.getInputProps('adresse')} />
          <TextInput label="Commune" maxLength={80} {...form.getInputProps('commune')} />
        </Group>
        <Textarea
          label="Note"
          description="Horaires, pièces à apporter… Rien sur les personnes orientées."
          maxLength={1000}
          autosize
          minRows={2}
          {...form.getInputProps('note')}
        />
        <Group justify="space-between">
          <Button type="submit" disabled={!form.isDirty() && connu}>
            Enregistrer
          </Button>
          {connu && (
            <Button variant="subtle" color="gray" onClick={() => void enregistrer(!partenaire.actif)}>
              {partenaire.actif ? 'Ne plus proposer' : 'Proposer à nouveau'}
            </Button>
          )}
        </Group>
        <Text component="output" size="xs" c="dimmed">
          {form.isDirty() ? '' : enregistre}
        </Text>
      </Stack>
    </form>
  )
}
