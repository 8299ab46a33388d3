import { Table } from '@mantine/core'
import type { Indicateur } from '#shared/domaine/bilan/bilan.ts'
import { Definition } from '#ui/Definition.tsx'
import { anneesPrecedentes, valeurAffichee } from './presenter.ts'
import classes from './bilans.module.css'

type Props = { readonly chiffres: readonly Indicateur[]; readonly periode: string }

/** The headline numbers beside those of the two periods before, each with its definition one click away. */
export const ChiffresCles = ({ chiffres, periode }: Props) => {
  const annees = anneesPrecedentes(chiffres)
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} className={classes['chiffres'] ?? ''}>
      <caption className="visuellement-cache">Chiffres clés ; « s » : masqué pour protéger les personnes</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Chiffres clés</Table.Th>
          <Table.Th scope="col">{periode}</Table.Th>
          {annees.map((annee) => (
            <Table.Th scope="col" key={annee}>
              {annee}
            </Table.Th>
          ))}
          <Table.Th scope="col">
            <span className="visuellement-cache">Définition</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {chiffres.map(({ id, libelle, unite, definition, precedents, ...chiffre }) => (
          <Table.Tr key={id} data-chiffre={id}>
            <Table.Th scope="row">
              {libelle}
              {unite === 'mois' && ' (mois)'}
            </Table.Th>
            <Table.Td className={classes['nombre'] ?? ''}>{valeurAffichee(chiffre, unite)}</Table.Td>
            {annees.map((annee) => {
              const avant = precedents.find((p) => p.annee === annee)
              return <Table.Td key={annee}>{avant === undefined ? '–' : valeurAffichee(avant, unite)}</Table.Td>
            })}
            <Table.Td>
              <Definition de={libelle} texte={definition} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
