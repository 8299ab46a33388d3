import { Button, Checkbox, Group, NativeSelect, Paper, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { aujourdhui } from '#app/dates.ts'
import { useReprise } from '#app/reprise.ts'
import { Demande, type DemandeLue, genresDemande, pourLe, reponsesDemande } from '#shared/domaine/droits/demande.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { noterDemande } from './droits.ts'

type Props = {
  /** Null for a new one, of somebody the coffre does not know; from a person's file, it is hers. */
  readonly demande: DemandeLue | null
  readonly onFini: () => void
}

const enOptions = (liste: Readonly<Record<string, string>>) =>
  Object.entries(liste).map(([value, label]) => ({ value, label }))

/** What was asked, when, and what was answered; the day it is due is told. */
export const FormulaireDemande = ({ demande, onFini }: Props) => {
  const form = useForm({
    initialValues: {
      genre: demande?.genre ?? 'acces',
      recueLe: ecrireDate(demande?.recueLe ?? aujourdhui()),
      prolongee: demande?.prolongee ?? false,
      repondueLe: demande === null || demande.repondueLe === null ? '' : ecrireDate(demande.repondueLe),
      reponse: demande?.reponse ?? '',
    },
    validate: {
      recueLe: (texte) => (passe(texte) === undefined ? 'Attendu : jj/mm/aaaa, aujourd’hui ou avant.' : null),
      repondueLe: (texte, { recueLe, reponse }) => {
        if (texte === '') return reponse === '' ? null : 'Dites quand vous avez répondu.'
        const [jour, recue] = [passe(texte), passe(recueLe)]
        return jour === undefined || (recue !== undefined && jour < recue)
          ? 'Entre le jour de la demande et aujourd’hui.'
          : null
      },
      reponse: (reponse, { repondueLe }) =>
        reponse === '' && repondueLe !== '' ? 'Dites ce qui a été répondu.' : null,
    },
  })
  const { oublier } = useReprise(`demande ${demande?.id ?? 'nouvelle'}`, form)
  const enregistrer = async (v: typeof form.values) => {
    const notee = Demande.parse({
      id: demande?.id ?? crypto.randomUUID(),
      personneId: demande?.personneId ?? null,
      genre: v.genre,
      recueLe: passe(v.recueLe),
      prolongee: v.prolongee,
      repondueLe: v.repondueLe === '' ? null : passe(v.repondueLe),
      reponse: v.reponse === '' ? null : v.reponse,
    })
    if (await noterDemande(notee)) await oublier().then(onFini)
  }
  const recueLe = passe(form.values.recueLe)
  return (
    <Paper withBorder p="md" mt="sm" maw={820}>
      <form noValidate onSubmit={form.onSubmit((v) => void enregistrer(v))}>
        {demande === null ? (
          <Text size="sm" c="dimmed" mb="xs">
            D’une personne que le coffre connaît, la demande se note depuis sa fiche.
          </Text>
        ) : (
          <Title order={4} mb="xs">
            Demande de {demande.nom ?? 'quelqu’un que le coffre ne connaît pas'}
          </Title>
        )}
        <Group align="flex-start">
          <NativeSelect label="Demande" data={enOptions(genresDemande)} {...form.getInputProps('genre')} />
          <ChampDate
            label="Reçue le"
            aujourdhui={aujourdhui()}
            value={form.values.recueLe}
            onChange={(texte) => form.setFieldValue('recueLe', texte)}
            error={form.errors['recueLe']}
          />
        </Group>
        <Checkbox
          mt="sm"
          label="Délai prolongé de deux mois, la personne en a été avertie"
          {...form.getInputProps('prolongee', { type: 'checkbox' })}
        />
        {recueLe !== undefined && (
          <Text mt="xs">Réponse due le {dateFrancaise(pourLe({ recueLe, prolongee: form.values.prolongee }))}.</Text>
        )}
        <Group align="flex-start" mt="sm">
          <ChampDate
            label="Répondu le"
            aujourdhui={aujourdhui()}
            value={form.values.repondueLe}
            onChange={(texte) => form.setFieldValue('repondueLe', texte)}
            error={form.errors['repondueLe']}
          />
          <NativeSelect
            label="Réponse"
            data={[{ value: '', label: '' }, ...enOptions(reponsesDemande)]}
            {...form.getInputProps('reponse')}
          />
        </Group>
        <Group mt="md">
          <Button type="submit">Enregistrer</Button>
          <Button variant="subtle" color="gray" onClick={() => void oublier().then(onFini)}>
            Abandonner
          </Button>
        </Group>
      </form>
    </Paper>
  )
}

const passe = (texte: string): string | undefined => {
  const jour = lireDate(texte, aujourdhui())
  return jour === undefined || jour > aujourdhui() ? undefined : jour
}
