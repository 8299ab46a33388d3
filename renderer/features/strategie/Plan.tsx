import { ActionIcon, Button, CloseButton, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#app/api.ts'
import type { Axe, StrategieResumee, Territoire } from '#shared/domaine/strategie/strategie.ts'
import { AutresStrategies } from './AutresStrategies.tsx'
import { FormulaireStrategie } from './FormulaireStrategie.tsx'
import { ecrirePlan, montrer, retirer } from './store.ts'
import classes from './strategie.module.css'
import { useSaisie } from './useSaisie.ts'

/** The frame of the strategy: its title and years, its axes in order, the territories it is declined for. */
export const Plan = ({ resume }: { readonly resume: StrategieResumee }) => {
  const { strategie, axes, territoires } = resume
  const strategieId = strategie.id
  const [refus, setRefus] = useState('')
  const dire = (raison: string | undefined) => setRefus(raison ?? '')
  const ajouterAxe = () =>
    ecrirePlan(
      api.strategie.enregistrerAxe({
        id: crypto.randomUUID(),
        strategieId,
        numero: String(axes.length + 1),
        titre: 'Nouvel axe',
      }),
    )
  const ajouterTerritoire = () =>
    ecrirePlan(
      api.strategie.enregistrerTerritoire({
        id: crypto.randomUUID(),
        strategieId,
        nom: `Territoire ${territoires.length + 1}`,
      }),
    )
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>Plan de la stratégie</Title>
        <CloseButton aria-label="Fermer le plan" onClick={() => montrer({ genre: 'rien' })} />
      </Group>
      <FormulaireStrategie key={strategieId} strategie={strategie} />
      {refus !== '' && (
        <Text c="var(--mantine-color-error)" role="alert">
          {refus}
        </Text>
      )}
      <Stack component="section" gap={6} aria-labelledby="titre-axes">
        <Title order={3} id="titre-axes">
          Axes
        </Title>
        {axes.map((axe) => (
          <LigneAxe key={axe.id} axe={axe} dire={dire} />
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void ajouterAxe().then(dire)}
        >
          Ajouter un axe
        </Button>
      </Stack>
      <Stack component="section" gap={6} aria-labelledby="titre-territoires">
        <Title order={3} id="titre-territoires">
          Territoires
        </Title>
        <Text size="sm" c="dimmed">
          Arrondissements, secteurs… où décliner les fiches. Facultatif.
        </Text>
        {territoires.map((territoire) => (
          <LigneTerritoire key={territoire.id} territoire={territoire} dire={dire} />
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void ajouterTerritoire().then(dire)}
        >
          Ajouter un territoire
        </Button>
      </Stack>
      <AutresStrategies />
      <Button
        variant="subtle"
        color="gray"
        w="fit-content"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() =>
          void retirer('strategie', strategieId, `Stratégie « ${strategie.territoire} » retirée`).then(dire)
        }
      >
        Retirer la stratégie
      </Button>
    </Stack>
  )
}

type Dire = (raison: string | undefined) => void

const LigneAxe = ({ axe, dire }: { readonly axe: Axe; readonly dire: Dire }) => {
  const ecrire = (champs: Partial<Axe>) => ecrirePlan(api.strategie.enregistrerAxe({ ...axe, ...champs }))
  const numero = useSaisie(axe.numero, (tape) => ecrire({ numero: tape }))
  const titre = useSaisie(axe.titre, async (tape) => (tape.trim() === '' ? 'Nécessaire.' : ecrire({ titre: tape })))
  const deplacer = (vers: 'haut' | 'bas') => void ecrirePlan(api.strategie.deplacerAxe({ id: axe.id, vers })).then(dire)
  return (
    <div className={classes['ligne-axe']}>
      <Champ libelle={`Numéro de l’axe ${axe.titre}`} saisie={numero} max={12} />
      <Champ libelle={`Titre de l’axe ${axe.numero}`} saisie={titre} max={200} />
      <Group gap={0} wrap="nowrap">
        <ActionIcon size={26} color="gray" aria-label={`Monter l’axe ${axe.titre}`} onClick={() => deplacer('haut')}>
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon size={26} color="gray" aria-label={`Descendre l’axe ${axe.titre}`} onClick={() => deplacer('bas')}>
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <Retrait
          libelle={`Retirer l’axe ${axe.titre}`}
          onRetirer={() => retirer('axe', axe.id, 'Axe retiré').then(dire)}
        />
      </Group>
    </div>
  )
}

const LigneTerritoire = ({ territoire, dire }: { readonly territoire: Territoire; readonly dire: Dire }) => {
  const { id, nom } = territoire
  const saisie = useSaisie(nom, async (tape) =>
    tape.trim() === '' ? 'Nécessaire.' : ecrirePlan(api.strategie.enregistrerTerritoire({ ...territoire, nom: tape })),
  )
  return (
    <div className={classes['ligne-territoire']}>
      <Champ libelle={`Nom du territoire ${nom}`} saisie={saisie} max={120} />
      <Retrait libelle={`Retirer ${nom}`} onRetirer={() => retirer('territoire', id, `${nom} retiré`).then(dire)} />
    </div>
  )
}

const Champ = (props: {
  readonly libelle: string
  readonly saisie: ReturnType<typeof useSaisie>
  readonly max: number
}) => {
  const { texte, erreur, taper, valider } = props.saisie
  return (
    <TextInput
      aria-label={props.libelle}
      maxLength={props.max}
      value={texte}
      error={erreur}
      onChange={(e) => taper(e.currentTarget.value)}
      onBlur={() => void valider()}
      onKeyDown={(e) => {
        if (e.key === 'Enter') void valider()
      }}
    />
  )
}

const Retrait = (props: { readonly libelle: string; readonly onRetirer: () => Promise<void> }) => (
  <ActionIcon size={26} color="gray" aria-label={props.libelle} onClick={() => void props.onRetirer()}>
    <IconTrash size={16} aria-hidden />
  </ActionIcon>
)
