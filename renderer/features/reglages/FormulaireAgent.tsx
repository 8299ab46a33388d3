import { Button, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { ChoixMetiers } from '#app/ChoixMetiers.tsx'
import { texteErreur } from '#app/messages.ts'
import { useMoi, useReglages } from '#app/session.ts'
import type { AgentDuCoffre } from '#shared/domaine/acces/agent.ts'
import { peutConfier, type RoleAgent, roles, rolesAgent } from '#shared/domaine/acces/roles.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ChampsPhrase, estDeLaPhrase, validerPhrases } from './ChampsPhrase.tsx'
import { ajouterAgent, modifierAgent } from './utilisateurs.ts'

type Valeurs = {
  readonly nom: string
  readonly role: RoleAgent
  readonly dispositifs: readonly CodeDispositif[]
  readonly phrase: string
  readonly encore: string
}

/** A user to add, who types his own passphrase, or one whose role changes. */
export const FormulaireAgent = (props: { readonly agent: AgentDuCoffre | null; readonly onFermer: () => void }) => {
  const { agent, onFermer } = props
  const moi = useMoi()
  const { dispositifs: utilises } = useReglages()
  const [id] = useState(() => agent?.id ?? crypto.randomUUID())
  const [enCours, setEnCours] = useState(false)
  const offerts = rolesAgent.filter((role) => peutConfier(moi.role, role))
  const form = useForm<Valeurs>({
    initialValues: {
      nom: agent?.nom ?? '',
      role: agent?.role ?? offerts[0] ?? 'lecteur-statistique',
      dispositifs: agent?.dispositifs ?? (utilises.length === 1 ? utilises : []),
      phrase: '',
      encore: '',
    },
    validate: (valeurs) => ({
      nom: valeurs.nom.trim() === '' ? 'Donnez un nom : il n’est montré que dans ce coffre.' : null,
      dispositifs: estSansMetier(valeurs) ? 'Choisissez au moins un métier.' : null,
      ...(agent === null ? validerPhrases(valeurs) : {}),
    }),
  })
  const { partout, resume } = roles[form.values.role]
  const enregistrer = async ({ nom, role, dispositifs, phrase }: Valeurs) => {
    setEnCours(true)
    const nouvel = { id, nom, role, dispositifs: [...(partout ? utilises : dispositifs)] }
    const erreur = agent === null ? await ajouterAgent(nouvel, phrase) : await modifierAgent(nouvel)
    setEnCours(false)
    if (erreur !== undefined) return form.setFieldError(estDeLaPhrase(erreur) ? 'phrase' : 'nom', texteErreur(erreur))
    annoncer(agent === null ? `${nom} peut ouvrir ce coffre` : 'Enregistré : cela vaut à sa prochaine ouverture')
    onFermer()
  }
  return (
    <Paper withBorder p="md" maw={560}>
      <form noValidate onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}>
        <Stack gap="md">
          <Title order={3}>{agent === null ? 'Nouvel utilisateur' : agent.nom}</Title>
          <TextInput label="Nom" maxLength={120} ref={prendreFocus} {...form.getInputProps('nom')} />
          <Radio.Group label="Rôle" description={resume} {...form.getInputProps('role')}>
            <Group gap="md" mt="xs">
              {offerts.map((role) => (
                <Radio key={role} value={role} label={roles[role].libelle} />
              ))}
            </Group>
          </Radio.Group>
          {!partout && (
            <ChoixMetiers
              label="Ses métiers"
              description="Des autres, il ne voit rien, pas même qu’ils existent."
              choisis={form.values.dispositifs}
              onChange={(dispositifs) => form.setFieldValue('dispositifs', dispositifs)}
              parmi={utilises}
              error={typeof form.errors['dispositifs'] === 'string' ? form.errors['dispositifs'] : undefined}
            />
          )}
          {agent === null && (
            <>
              <Text>Laissez-lui le clavier : sa phrase de passe n’est connue que de lui.</Text>
              <ChampsPhrase phrase={form.getInputProps('phrase')} encore={form.getInputProps('encore')} />
            </>
          )}
          <Group gap="sm">
            <Button type="submit" loading={enCours}>
              {agent === null ? 'Ajouter' : 'Enregistrer'}
            </Button>
            <Button variant="subtle" onClick={onFermer}>
              Abandonner
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

const estSansMetier = ({ role, dispositifs }: Valeurs): boolean => !roles[role].partout && dispositifs.length === 0
