import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import type { AgentDuCoffre } from '#shared/domaine/acces/agent.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { EtatVide } from '#ui/Ecran.tsx'
import { FormulaireAgent } from './FormulaireAgent.tsx'
import { FormulairePhrase } from './FormulairePhrase.tsx'
import { RetirerAgent } from './RetirerAgent.tsx'
import { TableAgents } from './TableAgents.tsx'
import { lireAgents, noterRevue, revueDe, useUtilisateurs } from './utilisateurs.ts'

/** What is being done to the list: one thing at a time, below it. */
export type Acte =
  { readonly genre: 'ajouter' } | { readonly genre: 'modifier' | 'phrase' | 'retirer'; readonly agent: AgentDuCoffre }

/** Who else may open this coffre, and what each may do there. */
export const Utilisateurs = () => {
  const agents = useUtilisateurs((s) => s.agents)
  const [acte, setActe] = useState<Acte | null>(null)
  useEffect(() => void lireAgents(), [])
  if (agents === null) return null
  const fermer = () => setActe(null)
  return (
    <Stack component="section" gap="md" maw={760}>
      <Group justify="space-between">
        <Title order={2}>Utilisateurs</Title>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setActe({ genre: 'ajouter' })}>
          Ajouter un utilisateur
        </Button>
      </Group>
      <Text c="dimmed">
        Chacun ouvre ce coffre avec sa propre phrase de passe, et n’y voit que ce que son rôle et ses métiers lui
        donnent. Le titulaire, qui a créé le coffre, a tous les droits.
      </Text>
      {agents.length === 0 && acte === null && (
        <EtatVide titre="Le titulaire seul ouvre ce coffre">
          Ajoutez un utilisateur quand un collègue travaille sur ce même poste.
        </EtatVide>
      )}
      {agents.length > 0 && (
        <>
          <Revue agents={agents} />
          <TableAgents agents={agents} onActe={setActe} />
        </>
      )}
      {acte?.genre === 'ajouter' && <FormulaireAgent agent={null} onFermer={fermer} />}
      {acte?.genre === 'modifier' && <FormulaireAgent key={acte.agent.id} agent={acte.agent} onFermer={fermer} />}
      {acte?.genre === 'phrase' && <FormulairePhrase key={acte.agent.id} agent={acte.agent} onFermer={fermer} />}
      {acte?.genre === 'retirer' && <RetirerAgent agent={acte.agent} onFermer={fermer} />}
      <Text size="sm" c="dimmed">
        C’est Jalon qui tient ces limites : la clé du coffre est la même pour tous. Ne donnez d’accès qu’à des personnes
        tenues au secret par leur fonction.
      </Text>
    </Stack>
  )
}

/** Once a year, as the CNIL asks: does each still need what he may do? */
const Revue = ({ agents }: { readonly agents: readonly AgentDuCoffre[] }) => {
  const revue = revueDe(agents)
  if (revue === null) return null
  const texte = `Accès revus le ${dateFrancaise(revue.le)}.`
  if (!revue.ancienne)
    return (
      <Text size="sm" c="dimmed">
        {texte} Jalon le rappelle au bout d’un an.
      </Text>
    )
  return (
    <Alert color="alerte" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Accès à revoir">
      <Text mb="xs">{texte} Une fois par an, vérifiez que chacun a encore besoin de ce qu’il peut faire.</Text>
      <Button variant="default" onClick={() => void noter()}>
        J’ai revu cette liste
      </Button>
    </Alert>
  )
}

const noter = async (): Promise<void> => {
  if (await noterRevue()) annoncer('Revue des accès notée à aujourd’hui')
}
