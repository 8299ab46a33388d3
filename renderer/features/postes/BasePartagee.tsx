import { Alert, Button, FileInput, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconServer } from '@tabler/icons-react'
import { useState } from 'react'
import { prendreFocus } from '#ui/focus.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'
import { direContenuBase } from './presenter.ts'
import { choisirBase, quitterBase, usePostesSuivis } from './store.ts'

/** Where the lots are: in the coffre, or on a server that several coordinators share. */
export const BasePartagee = () => {
  const { base } = usePostesSuivis()
  const [ouverte, setOuverte] = useState(false)
  if (ouverte) return <Formulaire onFermer={() => setOuverte(false)} />
  if (base === null)
    return (
      <Group gap="sm">
        <Text>Les lots sont dans ce coffre.</Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconServer size={14} aria-hidden />}
          onClick={() => setOuverte(true)}
        >
          Travailler dans une base partagée…
        </Button>
      </Group>
    )
  return (
    <Group gap="sm">
      <Text>
        Base partagée : <b>{base.adresse}</b>. {direContenuBase(base)}
      </Text>
      <Button variant="default" size="compact-sm" onClick={() => setOuverte(true)}>
        Changer…
      </Button>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void quitterBase()}>
        Revenir aux lots de ce coffre
      </Button>
    </Group>
  )
}

const Formulaire = ({ onFermer }: { readonly onFermer: () => void }) => {
  const { base, connexion } = usePostesSuivis()
  const form = useForm<{ adresse: string; phrase: string; autorite: File | null }>({
    initialValues: { adresse: base?.adresse ?? 'postgres://', phrase: '', autorite: null },
    validate: {
      adresse: (adresse) => (adresse.trim().length < 14 ? 'Écrivez-la postgres://utilisateur@serveur/base.' : null),
    },
  })
  return (
    <Paper withBorder p="md">
      <form
        noValidate
        onSubmit={form.onSubmit((choix) => void choisirBase(choix).then((prise) => prise && onFermer()))}
      >
        <Stack gap="sm">
          <Title order={2}>Base partagée</Title>
          <Alert variant="light">
            Plusieurs coordinateurs y additionnent les mêmes lots. Seuls des nombres y sont : aucun nom. C’est la seule
            connexion que Jalon ouvre, chiffrée, et seulement avec ce serveur ; son mot de passe reste dans votre
            coffre.
          </Alert>
          <TextInput
            label="Adresse"
            description="postgres://utilisateur@serveur/base, comme l’administrateur vous l’a donnée"
            maxLength={300}
            spellCheck={false}
            ref={prendreFocus}
            {...form.getInputProps('adresse')}
          />
          <ChampSecret label="Mot de passe" maxLength={500} autoComplete="off" {...form.getInputProps('phrase')} />
          <FileInput
            label="Autorité du certificat (facultatif)"
            description="Le fichier .pem du département, si le serveur n’est pas connu autrement"
            accept=".pem,.crt"
            clearable
            clearButtonProps={{ 'aria-label': 'Retirer le fichier' }}
            placeholder="Choisir un fichier"
            {...form.getInputProps('autorite')}
          />
          <Group>
            <Button type="submit" loading={connexion}>
              Essayer et utiliser
            </Button>
            <Button variant="subtle" color="gray" onClick={onFermer}>
              Abandonner
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
