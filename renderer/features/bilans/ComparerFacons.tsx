import { Button, Radio, Stack, Table, Text, Title } from '@mantine/core'
import type { Facon } from '#shared/ipc/contract/bilans.ts'
import { Avancement } from './ControleBilan.tsx'
import { libellesMode } from './presenter.ts'
import { comparer } from './publication.ts'
import { choisirMode, useBilans } from './store.ts'
import classes from './bilans.module.css'

/** What each way to protect the report costs, side by side; a click takes it. */
export const ComparerFacons = () => {
  const { facons, occupe, seuil } = useBilans()
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>Façon de protéger</Title>
      <Text size="sm">{aideSeuil(seuil)}</Text>
      {facons === null ? (
        <Button variant="default" disabled={occupe !== null} data-comparer onClick={() => void comparer()}>
          Comparer les façons de protéger
        </Button>
      ) : (
        <TableFacons facons={facons} />
      )}
      {occupe === 'comparaison' && <Avancement texte="Calcul des quatre façons de protéger ce bilan…" />}
    </Stack>
  )
}

/** The threshold in words (secret-statistique.md §5.7). */
export const aideSeuil = (seuil: number): string =>
  `Seuil : une case de 1 à ${seuil - 1} personnes n’est jamais affichée. Choisissez 11 pour des données de santé, des données fiscales ou une mise en ligne ouverte.`

const TableFacons = ({ facons }: { readonly facons: readonly Facon[] }) => (
  <div>
    <Table verticalSpacing={6} horizontalSpacing={4} className={classes['facons'] ?? ''}>
      <caption className="visuellement-cache">Ce que chaque façon de protéger affiche et masque</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Façon</Table.Th>
          <Table.Th scope="col">Cases affichées</Table.Th>
          <Table.Th scope="col">Cases masquées</Table.Th>
          <Table.Th scope="col">Personnes masquées</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {facons.map((facon) => (
          <Ligne key={facon.mode} facon={facon} />
        ))}
      </Table.Tbody>
    </Table>
    <Text size="sm" c="dimmed" mt={4}>
      Personnes masquées : chacune est comptée dans chaque case qui la cache. Les cases arrondies sont affichées, à
      quelques unités près.
    </Text>
  </div>
)

const Ligne = ({ facon }: { readonly facon: Facon }) => {
  const { mode: choisi } = useBilans()
  const { nom, effet } = libellesMode[facon.mode]
  const nombres = facon.etat === 'non-prouve' ? null : [facon.imprimees, facon.masquees, facon.personnes]
  return (
    <Table.Tr data-facon={facon.mode}>
      <Table.Th scope="row">
        <Radio
          name="facon"
          label={nom}
          description={`${effet}${etats[facon.etat]}`}
          checked={facon.mode === choisi}
          onChange={() => void choisirMode(facon.mode)}
        />
      </Table.Th>
      {(nombres ?? ['–', '–', '–']).map((n, rang) => (
        // oxlint-disable-next-line react/no-array-index-key -- three columns, always the same
        <Table.Td key={rang}>{n.toLocaleString('fr-FR')}</Table.Td>
      ))}
    </Table.Tr>
  )
}

const etats = {
  permis: '',
  refuse: ' Publication refusée en l’état.',
  'non-prouve': ' La preuve n’a pas abouti : non publiable.',
} as const
