import { ActionIcon, Button, CloseButton, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import type { Signataire } from '#shared/domaine/instances/signataire.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { champDe } from './champ.ts'
import { jourAttendu, jourFacultatif, lireJour } from '#app/jours.ts'
import { ecrire, ouvrirVolet, retirer, useInstances } from './store.ts'
import classes from './instances.module.css'

/** The register of the charte déontologique: professionals, whose signature lets persons be spoken of. */
export const Signataires = () => {
  const nomenclature = useNomenclature()
  const signataires = useInstances((s) => s.signataires)
  const [ouvert, setOuvert] = useState<Signataire | 'nouveau' | null>(null)
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>Signataires de la charte déontologique</Title>
        <CloseButton aria-label="Fermer le registre" onClick={() => ouvrirVolet(null)} />
      </Group>
      <Text size="sm" c="dimmed">
        Une situation n’est évoquée que dans un groupe de l’article L132-5, et si chaque fonction présente a ici un
        signataire engagé ce jour-là.
      </Text>
      {signataires.length > 0 && (
        <Table.ScrollContainer minWidth={480} type="native">
          <Table>
            <caption className="visuellement-cache">Registre des signataires</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Nom</Table.Th>
                <Table.Th scope="col">Fonction, organisme</Table.Th>
                <Table.Th scope="col">Signée le</Table.Th>
                <Table.Th scope="col">Retirée le</Table.Th>
                <Table.Th scope="col">
                  <span className="visuellement-cache">Actions</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {signataires.map((s) => (
                <Table.Tr key={s.id}>
                  <Table.Td>{s.nom}</Table.Td>
                  <Table.Td>
                    {libelleDe(nomenclature, 'fonction-instance', s.fonction)}, {s.organisme}
                  </Table.Td>
                  <Table.Td>{dateFrancaise(s.signeeLe)}</Table.Td>
                  <Table.Td>{s.retireeLe === null ? '–' : dateFrancaise(s.retireeLe)}</Table.Td>
                  <Table.Td>
                    <Group gap={2} wrap="nowrap">
                      <ActionIcon color="gray" aria-label={`Modifier : ${s.nom}`} onClick={() => setOuvert(s)}>
                        <IconPencil size={16} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        color="gray"
                        aria-label={`Retirer : ${s.nom}`}
                        onClick={() => void retirer('signataire', s.id, 'Signataire retiré du registre.')}
                      >
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {ouvert === null ? (
        <Button
          w="fit-content"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOuvert('nouveau')}
        >
          Ajouter un signataire
        </Button>
      ) : (
        <FormulaireSignataire
          key={ouvert === 'nouveau' ? 'nouveau' : ouvert.id}
          signataire={ouvert === 'nouveau' ? null : ouvert}
          onFini={() => setOuvert(null)}
        />
      )}
    </Stack>
  )
}

const FormulaireSignataire = (props: { readonly signataire: Signataire | null; readonly onFini: () => void }) => {
  const { signataire, onFini } = props
  const nomenclature = useNomenclature()
  const form = useForm({
    initialValues: {
      id: signataire?.id ?? crypto.randomUUID(),
      nom: signataire?.nom ?? '',
      fonction: signataire?.fonction ?? (null as string | null),
      organisme: signataire?.organisme ?? '',
      signeeLe: dateFrancaise(signataire?.signeeLe ?? aujourdhui()),
      retireeLe: signataire?.retireeLe == null ? '' : dateFrancaise(signataire.retireeLe),
    },
    validate: {
      nom: (nom) => (nom.trim() === '' ? 'Le nom est nécessaire.' : null),
      fonction: (fonction) => (fonction === null ? 'Choisissez la fonction.' : null),
      organisme: (organisme) => (organisme.trim() === '' ? 'L’organisme est nécessaire.' : null),
      signeeLe: jourAttendu,
      retireeLe: jourFacultatif,
    },
  })
  const enregistrer = async ({ fonction, ...v }: typeof form.values) => {
    const [signeeLe, retireeLe] = [lireJour(v.signeeLe), lireJour(v.retireeLe)]
    if (signeeLe == null || retireeLe === undefined || fonction === null) return
    const erreurs = await ecrire(
      api.instances.enregistrerSignataire({
        id: v.id,
        fonction,
        organisme: v.organisme,
        nom: v.nom,
        signeeLe,
        retireeLe,
      }),
    )
    if (erreurs === undefined) onFini()
    else form.setErrors(erreurs)
  }
  return (
    <form aria-label="Signataire" noValidate onSubmit={form.onSubmit((v) => void enregistrer(v))}>
      <fieldset className={classes['bloc']}>
        <legend>{signataire === null ? 'Nouveau signataire' : 'Modifier'}</legend>
        <Group grow align="flex-start" gap="sm">
          <TextInput label="Nom du professionnel" maxLength={120} {...form.getInputProps('nom')} />
          <TextInput label="Organisme" maxLength={120} {...form.getInputProps('organisme')} />
        </Group>
        <ChoixListe
          label="Fonction"
          options={optionsDe(nomenclature, 'fonction-instance')}
          {...champDe(form, 'fonction')}
        />
        <Group grow align="flex-start" gap="sm">
          <ChampDate label="Signée le" aujourdhui={aujourdhui()} {...champDe(form, 'signeeLe')} />
          <ChampDate label="Retirée le" aujourdhui={aujourdhui()} {...champDe(form, 'retireeLe')} />
        </Group>
        <Group gap="xs">
          <Button type="submit">Enregistrer</Button>
          <Button variant="subtle" color="gray" onClick={onFini}>
            Annuler
          </Button>
        </Group>
      </fieldset>
    </form>
  )
}
