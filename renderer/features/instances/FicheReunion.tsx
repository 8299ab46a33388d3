import { Button, CloseButton, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconEyeOff, IconFileText, IconMail, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { aujourdhui, heure as heureDe } from '#app/dates.ts'
import { avantDePartir } from '#app/depart.ts'
import { admetNominatif } from '#shared/domaine/instances/instance.ts'
import type { Reunion } from '#shared/domaine/instances/reunion.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { champDe } from './champ.ts'
import { Decisions } from './Decisions.tsx'
import { ecrirePapier } from './papiers.ts'
import { Presences } from './Presences.tsx'
import { jourAttendu, jourFacultatif } from '#app/jours.ts'
import { depuisReunion, etatDe, lireHeure, versReunion } from './presenter.ts'
import { noterReunion, ouvrirVolet, retirer, useInstances } from './store.ts'

/** One meeting, to prepare and to complete in the same place; its papers are written from what is saved. */
export const FicheReunion = ({ reunion }: { readonly reunion: Reunion }) => {
  const connue = useInstances((s) => s.reunions.some((r) => r.id === reunion.id))
  const instance = useInstances((s) => s.instances?.find((i) => i.id === reunion.instanceId))
  const [enregistree, setEnregistree] = useState('')
  const form = useForm({
    initialValues: depuisReunion(reunion),
    validate: {
      date: jourAttendu,
      convoqueeLe: jourFacultatif,
      heure: (texte) => (lireHeure(texte) === undefined ? 'Attendu : 14h30.' : null),
      ordreDuJour: (texte) =>
        texte.split('\n').some((ligne) => ligne.trim().length > 200) ? '200 caractères au plus par point.' : null,
      decisions: {
        decision: (texte) => (texte.trim() === '' ? 'Dites ce qui est décidé.' : null),
        acteur: (acteur) => (acteur === null ? 'Dites qui agit.' : null),
        pourLe: jourFacultatif,
        faiteLe: jourFacultatif,
      },
    },
  })
  const enregistrer = async (): Promise<boolean> => {
    if (form.validate().hasErrors) return false
    const lue = versReunion(form.values, reunion)
    if (lue === undefined) return false
    const erreurs = await noterReunion(lue)
    if (erreurs !== undefined) {
      form.setErrors(erreurs)
      return false
    }
    form.resetDirty()
    setEnregistree(`Enregistré à ${heureDe(new Date())}`)
    return true
  }
  const ecrireUnPapier = async (genre: 'convocation' | 'releve') => {
    if ((connue && !form.isDirty()) || (await enregistrer())) await ecrirePapier(genre, reunion.id)
  }
  const ouvrirPoints = async () => {
    if (!form.isDirty() || (await enregistrer())) ouvrirVolet({ genre: 'points', reunionId: reunion.id })
  }
  // What is typed and can be read is not lost when the coffre closes.
  useEffect(() =>
    avantDePartir(async () => {
      if (form.isDirty()) await enregistrer()
    }),
  )
  if (instance === undefined) return null
  return (
    <form
      noValidate
      aria-label={`Réunion : ${instance.nom}`}
      onSubmit={(event) => {
        event.preventDefault()
        void enregistrer()
      }}
    >
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2}>{instance.nom}</Title>
            <Text c="dimmed">
              {connue ? `Réunion du ${dateFrancaise(reunion.date)} · ${etatDe(reunion)}` : 'Nouvelle réunion'}
            </Text>
          </div>
          <CloseButton aria-label="Fermer la réunion" onClick={() => ouvrirVolet(null)} />
        </Group>
        <Group grow align="flex-start" gap="sm">
          <ChampDate label="Date" aujourdhui={aujourdhui()} {...champDe(form, 'date')} />
          <TextInput label="Heure" placeholder="14h30" maxLength={6} {...form.getInputProps('heure')} />
          <ChampDate label="Convoquée le" aujourdhui={aujourdhui()} {...champDe(form, 'convoqueeLe')} />
        </Group>
        <TextInput label="Lieu" maxLength={120} {...form.getInputProps('lieu')} />
        <Textarea
          label="Ordre du jour"
          description="Un point par ligne."
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          {...form.getInputProps('ordreDuJour')}
        />
        <Presences form={form} />
        <Decisions form={form} />
        {form.errors['id'] !== undefined && <Text role="alert">{form.errors['id']}</Text>}
        <Group justify="space-between">
          <Group gap="xs">
            <Button type="submit" disabled={connue && !form.isDirty()}>
              Enregistrer
            </Button>
            <Text component="output" size="xs" c="dimmed">
              {form.isDirty() ? '' : enregistree}
            </Text>
          </Group>
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconMail size={16} aria-hidden />}
              onClick={() => void ecrireUnPapier('convocation')}
            >
              Convocation…
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() => void ecrireUnPapier('releve')}
            >
              Relevé…
            </Button>
          </Group>
        </Group>
        {connue && (
          <Group justify="space-between">
            {admetNominatif(instance, reunion.date) ? (
              <Button
                variant="default"
                leftSection={<IconEyeOff size={16} aria-hidden />}
                onClick={() => void ouvrirPoints()}
              >
                Situations nominatives
              </Button>
            ) : (
              <Text size="sm" c="dimmed">
                Jalon ne note ici aucune personne.
              </Text>
            )}
            <Button
              variant="subtle"
              color="alerte"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void retirer('reunion', reunion.id, 'Réunion retirée.')}
            >
              Retirer
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
