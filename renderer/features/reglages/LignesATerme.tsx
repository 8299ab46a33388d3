import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { retenuesEnMots } from '#shared/domaine/conservation/mots.ts'
import type { LigneApercu } from '#shared/domaine/conservation/apercu.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { cesserProlongation } from './conservation.ts'
import { FormulaireProlongation } from './FormulaireProlongation.tsx'

/** The most lines drawn at once: the others are counted, and leave with them. */
const MONTREES = 100

/** What leaves, whose it is, when and how, and what holds it back. */
export const LignesATerme = ({ lignes, vide }: { readonly lignes: readonly LigneApercu[]; readonly vide: string }) => {
  const [aGarder, setAGarder] = useState<string | null>(null)
  if (lignes.length === 0) return <Text c="dimmed">{vide}</Text>
  return (
    <>
      <Table.ScrollContainer minWidth={720} type="native">
        <Table verticalSpacing={2} maw={980}>
          <caption className="visuellement-cache">Dossiers par terme</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Terme</Table.Th>
              <Table.Th scope="col">Quoi</Table.Th>
              <Table.Th scope="col">Qui</Table.Th>
              <Table.Th scope="col">Dernier contact</Table.Th>
              <Table.Th scope="col">Ce qui se fera</Table.Th>
              <Table.Th scope="col">
                <span className="visuellement-cache">Actions</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lignes.slice(0, MONTREES).map((ligne) => (
              <Table.Tr key={ligne.id}>
                <Table.Td>{dateFrancaise(ligne.terme)}</Table.Td>
                <Table.Td>{quoi(ligne)}</Table.Td>
                <Table.Td>{qui(ligne)}</Table.Td>
                <Table.Td>{dateFrancaise(ligne.dernierContact)}</Table.Td>
                <Table.Td>{sort(ligne)}</Table.Td>
                <Table.Td>
                  <Actions ligne={ligne} onGarder={() => setAGarder(ligne.id)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {lignes.length > MONTREES && <Text c="dimmed">et {lignes.length - MONTREES} autres.</Text>}
      {aGarder !== null && <FormulaireProlongation key={aGarder} suiviId={aGarder} onFini={() => setAGarder(null)} />}
    </>
  )
}

const Actions = ({ ligne, onGarder }: { readonly ligne: LigneApercu; readonly onGarder: () => void }) => {
  if (ligne.genre !== 'dossier') return null
  const nom = quoi(ligne)
  return (
    <Group justify="flex-end">
      {ligne.retenue === 'prolongation' ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Ne plus garder, ${nom}`}
          onClick={() => void cesserProlongation(ligne.id)}
        >
          Ne plus garder
        </Button>
      ) : (
        <Button variant="default" size="compact-sm" aria-label={`Garder plus longtemps, ${nom}`} onClick={onGarder}>
          Garder…
        </Button>
      )}
    </Group>
  )
}

const quoi = ({ genre, dispositif, numeros }: LigneApercu): string => {
  if (genre === 'fiche') return 'Fiche sans suivi'
  if (genre === 'point') return 'Point d’un groupe L132-5'
  const court = dispositif === null ? '' : dispositifs[dispositif].libelleCourt
  return `${court} n° ${numeros.join(', ')}`
}

const qui = ({ noms, anonymes }: LigneApercu): string =>
  [...noms, ...(anonymes === 0 ? [] : [anonymes > 1 ? `${anonymes} personnes anonymes` : 'une personne anonyme'])].join(
    ', ',
  )

const sort = ({ sort: fait, retenue, jusquAu, anneesSansBilan }: LigneApercu): string => {
  if (retenue === null) return fait === 'anonymisation' ? 'Anonymisé' : 'Effacé'
  if (retenue === 'bilan') return `Attend : bilan de ${anneesSansBilan.join(', ')} pas encore publié`
  if (retenue === 'prolongation' && jusquAu !== null) return `Gardé jusqu’au ${dateFrancaise(jusquAu)}`
  return `Attend : ${retenuesEnMots[retenue]}`
}
