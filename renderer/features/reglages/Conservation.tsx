import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { direComptes, sortsEnMots } from '#shared/domaine/conservation/mots.ts'
import type { Regle } from '#shared/domaine/conservation/regle.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { lireConservation, useConservation, type Conservee } from './conservation.ts'
import { FormulaireRegle } from './FormulaireRegle.tsx'
import { FormulaireVisa } from './FormulaireVisa.tsx'
import { LignesATerme } from './LignesATerme.tsx'
import { Purger } from './Purger.tsx'

/** How long each job keeps what it holds, on what text, what leaves within the month, and what already left. */
export const Conservation = () => {
  const lue = useConservation((s) => s.lue)
  const [purge, { open, close }] = useDisclosure(false)
  useEffect(() => void lireConservation(), [])
  if (lue === null) return null
  const { aTerme, bientot, brouillons } = lue.apercu
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>Conservation</Title>
        <Text c="dimmed" maw={680}>
          Rien ne se garde pour toujours. Au terme d’une durée, un dossier est annoncé ici trente jours avant, puis il
          attend que vous lanciez la purge : Jalon n’efface rien sans vous.
        </Text>
      </div>
      <Regles regles={lue.regles} />
      <section aria-label="Ce qui arrive à terme">
        <Group justify="space-between" mb="xs">
          <Title order={3}>À terme aujourd’hui ({aTerme.length})</Title>
          <Button color="alerte" disabled={aTerme.length + brouillons === 0} onClick={open}>
            Purger…
          </Button>
        </Group>
        <LignesATerme lignes={aTerme} vide="Rien n’est à terme aujourd’hui." />
        {brouillons > 0 && (
          <Text mt="xs">
            {brouillons > 1 ? `${brouillons} brouillons abandonnés partiront` : 'Un brouillon abandonné partira'} aussi.
          </Text>
        )}
        <Title order={3} mt="md" mb="xs">
          Dans les trente jours ({bientot.length})
        </Title>
        <LignesATerme lignes={bientot} vide="Rien n’arrive à terme dans les trente jours." />
      </section>
      <Visas visas={lue.visas} />
      <Purges purges={lue.purges} />
      {purge && <Purger onFermer={close} />}
    </Stack>
  )
}

const Regles = ({ regles }: { readonly regles: readonly Regle[] }) => {
  const [ouverte, setOuverte] = useState<Regle | null>(null)
  return (
    <section aria-label="Durées">
      <Title order={3} mb="xs">
        Durées
      </Title>
      <Stack gap="sm">
        {regles.map((regle) => (
          <div key={regle.dispositif}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text fw={600}>{dispositifs[regle.dispositif].libelle}</Text>
                <Text>
                  {regle.mois} mois {regle.depuis === 'cloture' ? 'après la fin du suivi' : 'après le dernier contact'}.{' '}
                  {sortsEnMots[regle.sort]}.{regle.visa ? ' Après le visa des archives.' : ''}
                </Text>
                <Text size="sm" c="dimmed" maw={680}>
                  {regle.choisie === null ? '' : 'Choisi par le poste. '}
                  Source : {regle.source}
                  {regle.choisie === null
                    ? ''
                    : ` Jalon propose ${regle.declaree.mois} mois (${regle.declaree.source})`}
                </Text>
              </div>
              <Button
                variant="default"
                size="compact-sm"
                flex="none"
                aria-label={`Changer la durée, ${dispositifs[regle.dispositif].libelleCourt}`}
                onClick={() => setOuverte(regle)}
              >
                Changer…
              </Button>
            </Group>
            {ouverte?.dispositif === regle.dispositif && (
              <FormulaireRegle regle={regle} onFini={() => setOuverte(null)} />
            )}
          </div>
        ))}
      </Stack>
    </section>
  )
}

const Visas = ({ visas }: Pick<Conservee, 'visas'>) => {
  const [ouvert, { open, close }] = useDisclosure(false)
  return (
    <section aria-label="Visas des archives">
      <Group justify="space-between" mb="xs">
        <Title order={3}>Visas des archives</Title>
        {!ouvert && (
          <Button variant="default" size="compact-sm" onClick={open}>
            Noter un visa
          </Button>
        )}
      </Group>
      {visas.length === 0 && <Text c="dimmed">Aucun visa noté.</Text>}
      <ul>
        {visas.map((v) => (
          <li key={v.id}>
            {dispositifs[v.dispositif].libelleCourt} : ce qui est à terme au {dateFrancaise(v.jusquAu)}, visa du{' '}
            {dateFrancaise(v.obtenuLe)}, {v.reference}
          </li>
        ))}
      </ul>
      {ouvert && <FormulaireVisa onFini={close} />}
    </section>
  )
}

const Purges = ({ purges }: Pick<Conservee, 'purges'>) =>
  purges.length === 0 ? null : (
    <section aria-label="Purges faites">
      <Title order={3} mb="xs">
        Purges faites
      </Title>
      <Table maw={820} verticalSpacing={2}>
        <caption className="visuellement-cache">Purges, de la plus récente à la plus ancienne</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Le</Table.Th>
            <Table.Th scope="col">Ce qui est parti</Table.Th>
            <Table.Th scope="col">Sauvegardes d’avant</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {purges.map((p) => (
            <Table.Tr key={p.id}>
              <Table.Td>{dateFrancaise(jourLocal(new Date(p.le)))}</Table.Td>
              <Table.Td>{direComptes(p.comptes)}</Table.Td>
              <Table.Td>
                {p.sauvegardesOteesLe === null
                  ? `supprimées à partir du ${dateFrancaise(p.sauvegardesJusquAu)}`
                  : `supprimées le ${dateFrancaise(jourLocal(new Date(p.sauvegardesOteesLe)))}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
