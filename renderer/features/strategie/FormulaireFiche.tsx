import { Button, CloseButton, Group, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { api } from '#app/api.ts'
import { avantDePartir } from '#app/depart.ts'
import { champsFiche, contenuVide, FicheAction, libelleChamp } from '#shared/domaine/strategie/fiche.ts'
import type { StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import { prendreFocus } from '#ui/focus.ts'
import { depuisTextes, ENSEMBLE, enTextes, TOUS } from './presenter.ts'
import { ecrirePlan, montrer, ouvrirFiche, useStrategie } from './store.ts'
import classes from './strategie.module.css'

type Props = { readonly resume: StrategieResumee; readonly axeId: string; readonly fiche?: FicheAction }

/** A fiche as the document writes it, one line for each point. */
export const FormulaireFiche = ({ resume, axeId, fiche }: Props) => {
  const filtre = useStrategie((s) => s.filtre)
  const [id] = useState(() => fiche?.id ?? crypto.randomUUID())
  const [refus, setRefus] = useState('')
  const form = useForm({
    initialValues: {
      axeId,
      territoireId: fiche === undefined && filtre !== TOUS ? filtre : (fiche?.territoireId ?? ENSEMBLE),
      numero: fiche?.numero ?? '',
      titre: fiche?.titre ?? '',
      textes: enTextes(fiche?.contenu ?? contenuVide),
    },
    validate: { titre: (titre) => (titre.trim() === '' ? 'Le titre est nécessaire.' : null) },
  })
  const fermer = () => (fiche === undefined ? montrer({ genre: 'rien' }) : void ouvrirFiche(id))
  const enregistrer = async ({ territoireId, textes, ...saisie }: typeof form.values) => {
    const lue = FicheAction.safeParse({
      ...saisie,
      id,
      territoireId: territoireId === ENSEMBLE ? null : territoireId,
      contenu: depuisTextes(textes, fiche?.contenu),
    })
    if (!lue.success) return setRefus('Un point est trop long : 600 caractères par ligne, 40 lignes par rubrique.')
    const raison = await ecrirePlan(api.strategie.enregistrerFiche(lue.data))
    if (raison === undefined) return ouvrirFiche(id)
    setRefus(raison)
  }
  // What is being typed is written before something else is shown, or the coffre closes.
  useEffect(() =>
    avantDePartir(async () => {
      if (!form.isDirty()) return
      const titre = form.values.titre.trim() === '' ? 'Fiche sans titre' : form.values.titre
      await enregistrer({ ...form.values, titre })
    }),
  )
  return (
    <form onSubmit={form.onSubmit((saisie) => void enregistrer(saisie))} noValidate aria-label="Fiche action">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2}>{fiche === undefined ? 'Nouvelle fiche action' : `Fiche ${fiche.numero}`}</Title>
          <CloseButton aria-label="Fermer sans enregistrer" onClick={fermer} />
        </Group>
        <div className={classes['numero-titre']}>
          <TextInput label="Numéro" maxLength={12} {...form.getInputProps('numero')} />
          <TextInput label="Titre" maxLength={200} ref={prendreFocus} {...form.getInputProps('titre')} />
        </div>
        <div className={classes['grille']}>
          <NativeSelect
            label="Axe"
            data={resume.axes.map((a) => ({ value: a.id, label: `${a.numero} ${a.titre}` }))}
            {...form.getInputProps('axeId')}
          />
          {resume.territoires.length > 0 && (
            <NativeSelect
              label="Territoire"
              data={[
                { value: ENSEMBLE, label: resume.strategie.territoire },
                ...resume.territoires.map((t) => ({ value: t.id, label: t.nom })),
              ]}
              {...form.getInputProps('territoireId')}
            />
          )}
        </div>
        <Text size="sm" c="dimmed">
          Une ligne par point. Des fonctions et des services, aucun nom de personne.
        </Text>
        {champsFiche.map(({ code }) => (
          <Textarea
            key={code}
            label={libelleChamp(fiche?.contenu ?? contenuVide, code)}
            {...(code === 'calendrier'
              ? { description: 'Commencez par la période : « S1 2013 », « T4 2013 » ou « 2013 ».' }
              : {})}
            autosize
            minRows={1}
            maxRows={12}
            {...form.getInputProps(`textes.${code}`)}
          />
        ))}
        {refus !== '' && (
          <Text c="var(--mantine-color-error)" role="alert">
            {refus}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit">Enregistrer la fiche</Button>
          <Button variant="subtle" color="gray" onClick={fermer}>
            Annuler
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
