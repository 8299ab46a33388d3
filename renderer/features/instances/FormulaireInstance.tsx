import { Button, CloseButton, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { codesFrequence, Frequence, frequences } from '#shared/domaine/instances/frequence.ts'
import { codesGenreInstance, genresInstance } from '#shared/domaine/instances/genres.ts'
import { Instance, peutEtreDeclaree } from '#shared/domaine/instances/instance.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { prendreFocus } from '#ui/focus.ts'
import { champDe } from './champ.ts'
import { jourAttendu, jourFacultatif, lireJour } from '#app/jours.ts'
import { ecrire, ouvrirVolet, retirer, useInstances } from './store.ts'

/** One instance: its kind, its own name, how often it meets, and whether the règlement intérieur makes it a group of L132-5. */
export const FormulaireInstance = ({ instance }: { readonly instance: Instance }) => {
  const connue = useInstances((s) => s.instances?.some((i) => i.id === instance.id) ?? false)
  const form = useForm({
    initialValues: {
      genre: instance.genre,
      nom: instance.nom,
      secteur: instance.secteur ?? '',
      frequence: instance.frequence,
      depuis: dateFrancaise(instance.depuis),
      au: instance.au === null ? '' : dateFrancaise(instance.au),
      l1325Le: instance.l1325Le === null ? '' : dateFrancaise(instance.l1325Le),
    },
    validate: {
      nom: (nom) => (nom.trim() === '' ? 'Le nom est nécessaire.' : null),
      depuis: jourAttendu,
      au: jourFacultatif,
      l1325Le: jourFacultatif,
    },
  })
  const genre = Instance.shape.genre.parse(form.values.genre)
  const declarable = peutEtreDeclaree({ genre })
  const enregistrer = async (v: typeof form.values) => {
    const [depuis, au, l1325Le] = [lireJour(v.depuis), lireJour(v.au), lireJour(v.l1325Le)]
    if (depuis == null || au === undefined || l1325Le === undefined) return
    const secteur = v.secteur.trim()
    const erreurs = await ecrire(
      api.instances.enregistrer({
        id: instance.id,
        genre,
        nom: v.nom,
        secteur: secteur === '' ? null : secteur,
        frequence: Frequence.parse(v.frequence),
        depuis,
        au,
        l1325Le: declarable ? l1325Le : null,
      }),
    )
    if (erreurs === undefined) ouvrirVolet(null)
    else form.setErrors(erreurs)
  }
  return (
    <form onSubmit={form.onSubmit((v) => void enregistrer(v))} noValidate>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2}>{connue ? instance.nom : 'Nouvelle instance'}</Title>
          <CloseButton aria-label="Fermer l’instance" onClick={() => ouvrirVolet(null)} />
        </Group>
        <NativeSelect
          label="Genre"
          data={codesGenreInstance.map((value) => ({ value, label: genresInstance[value].libelle }))}
          {...form.getInputProps('genre')}
          onChange={(e) => {
            const choisi = Instance.shape.genre.parse(e.currentTarget.value)
            form.setValues({ genre: choisi, frequence: genresInstance[choisi].frequence })
          }}
        />
        {genresInstance[genre].fondement !== '' && (
          <Text size="sm" c="dimmed">
            {genresInstance[genre].fondement}
          </Text>
        )}
        <TextInput
          label="Nom"
          maxLength={120}
          {...(connue ? {} : { ref: prendreFocus })}
          {...form.getInputProps('nom')}
        />
        <Group grow align="flex-start" gap="sm">
          <NativeSelect
            label="Fréquence"
            data={codesFrequence.map((value) => ({ value, label: frequences[value].libelle }))}
            {...form.getInputProps('frequence')}
          />
          <TextInput label="Secteur" placeholder="Aucun" maxLength={80} {...form.getInputProps('secteur')} />
        </Group>
        <Group grow align="flex-start" gap="sm">
          <ChampDate label="Se réunit depuis le" aujourdhui={aujourdhui()} {...champDe(form, 'depuis')} />
          <ChampDate label="Jusqu’au" placeholder="En cours" aujourdhui={aujourdhui()} {...champDe(form, 'au')} />
        </Group>
        {declarable ? (
          <ChampDate
            label="Groupe de l’article L132-5 depuis le"
            description="Jour où le règlement intérieur du conseil l’a prévu. Sans lui, aucune personne ne peut y être évoquée."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder="Non déclarée"
            aujourdhui={aujourdhui()}
            {...champDe(form, 'l1325Le')}
          />
        ) : (
          <Text size="sm">Jalon n’y note aucune personne : des chiffres et des actions seulement.</Text>
        )}
        <Group justify="space-between">
          <Button type="submit" disabled={connue && !form.isDirty()}>
            Enregistrer
          </Button>
          {connue && (
            <Button
              variant="subtle"
              color="alerte"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void retirer('instance', instance.id, `« ${instance.nom} » retirée, avec ses réunions.`)}
            >
              Retirer
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
