import { Alert, Button, Code, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { ChoixMetiers } from '#app/ChoixMetiers.tsx'
import { rafraichirSession, useSession } from '#app/session.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'
import { ForcePhrase } from './ForcePhrase.tsx'
import { validerPhrase, validerRepetition } from './phrase.ts'
import { Preparation, ProposerEssai, usePreparation } from './ProposerEssai.tsx'
import { Volet } from './Volet.tsx'

/** First run: the name of the post, its jobs and the passphrase that encrypts everything. */
export const CreerCoffre = (props: { readonly emplacement: string; readonly onRepartir: () => void }) => {
  const { emplacement, onRepartir } = props
  const [enCours, setEnCours] = useState(false)
  const [refus, setRefus] = useState<string>()
  const [avance, preparer] = usePreparation()
  const form = useForm({
    initialValues: { nom: '', metiers: aucunMetier, phrase: '', encore: '' },
    validate: {
      nom: (nom) => (nom.trim() === '' ? 'Donnez un nom au poste : il sera imprimé sur le bilan.' : null),
      metiers: (metiers) => (metiers.length === 0 ? 'Cochez un métier au moins.' : null),
      phrase: validerPhrase,
      encore: (encore, { phrase }) => validerRepetition(phrase, encore),
    },
  })
  const creer = async ({ nom, metiers, phrase }: typeof form.values) => {
    setEnCours(true)
    setRefus(undefined)
    const reponse = await essayer(api.coffre.creer({ nom, phrase, dispositifs: [...metiers] }))
    setEnCours(false)
    if (!reponse.ok) return setRefus(texteErreur(reponse.erreur))
    useSession.setState({ codeSecours: reponse.value.codeSecours })
    await rafraichirSession()
  }
  if (avance !== null) return <Preparation {...avance} />
  return (
    <Volet titre="Créer le coffre du poste">
      <Text>
        Tout ce que vous saisirez sera chiffré dans un dossier de cet ordinateur, le <strong>coffre</strong>. Rien ne
        passe par un réseau.
      </Text>
      <ProposerEssai onEssayer={preparer} />
      <form noValidate onSubmit={form.onSubmit((valeurs) => void creer(valeurs))}>
        <Stack gap="md">
          <TextInput
            label="Nom du poste"
            placeholder="Commissariat d’Aubervilliers"
            ref={prendreFocus}
            maxLength={120}
            {...form.getInputProps('nom')}
          />
          <ChoixMetiers
            label="Votre métier"
            description="Les écrans et le bilan en dépendent. Plusieurs sont possibles ; ce choix se change plus tard."
            choisis={form.values.metiers}
            onChange={(metiers) => form.setFieldValue('metiers', metiers)}
            error={typeof form.errors['metiers'] === 'string' ? form.errors['metiers'] : undefined}
          />
          <ChampSecret
            label="Phrase de passe"
            description="Douze caractères au moins. Quatre ou cinq mots sans rapport entre eux se retiennent bien et se devinent mal."
            autoComplete="new-password"
            {...form.getInputProps('phrase')}
          />
          <ForcePhrase phrase={form.values.phrase} />
          <ChampSecret
            label="Phrase de passe, une seconde fois"
            autoComplete="new-password"
            {...form.getInputProps('encore')}
          />
          <Alert color="alerte" variant="light" title="Personne ne peut la retrouver à votre place">
            Sans cette phrase ni le code de secours montré à l’étape suivante, tout le contenu du coffre est perdu, pour
            vous comme pour nous. C’est ce qui le protège si l’ordinateur est volé.
          </Alert>
          {refus !== undefined && (
            <Alert color="alerte" role="alert">
              {refus}
            </Alert>
          )}
          <Button type="submit" loading={enCours}>
            Créer le coffre
          </Button>
          <Button variant="subtle" onClick={onRepartir}>
            Repartir d’une sauvegarde
          </Button>
        </Stack>
      </form>
      <Text size="xs" c="dimmed">
        Emplacement : <Code>{emplacement}</Code>. Si vous aviez déjà un coffre sur cet ordinateur, n’en créez pas un
        second : fermez Jalon et retrouvez d’abord ce dossier.
      </Text>
    </Volet>
  )
}

const aucunMetier: readonly CodeDispositif[] = []
