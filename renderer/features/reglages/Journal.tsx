import { Alert, Button, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { heure } from '#app/dates.ts'
import { MOIS_GARDES } from '#shared/domaine/journal.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { lireAvant, lireJournal, useJournal } from './journal.ts'
import { gesteEnMots } from '#app/gestes-en-mots.ts'

/** Who did what and when, on which record; never what it says. */
export const Journal = () => {
  const { lignes, rupture, finie } = useJournal()
  useEffect(() => void lireJournal(), [])
  if (lignes === null) return null
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>Journal</Title>
        <Text c="dimmed" maw={620}>
          Qui a fait quoi, quand, sur quelle fiche, gardé {MOIS_GARDES} mois. Le contenu n’y est jamais. Chaque ligne
          porte l’empreinte de la précédente : rien ne peut y être changé ou retiré sans que cela se voie.
        </Text>
      </div>
      {rupture === null ? (
        <Text>La chaîne est entière.</Text>
      ) : (
        <Alert color="alerte" title="Le journal a été modifié" role="alert">
          La ligne {rupture} ne suit pas la précédente : quelqu’un a écrit dans la base sans passer par Jalon. Les
          fiches n’en sont pas changées pour autant. Gardez ce coffre tel quel et comparez-le à une sauvegarde.
        </Alert>
      )}
      <Table.ScrollContainer minWidth={560} type="native">
        <Table verticalSpacing={2} maw={820}>
          <caption className="visuellement-cache">Gestes, du plus récent au plus ancien</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Quand</Table.Th>
              <Table.Th scope="col">Qui</Table.Th>
              <Table.Th scope="col">Geste</Table.Th>
              <Table.Th scope="col">Fiche</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lignes.map((l) => (
              <Table.Tr key={l.rang}>
                <Table.Td>
                  {dateFrancaise(jourLocal(new Date(l.le)))} {heure(new Date(l.le))}
                </Table.Td>
                <Table.Td>{l.nom}</Table.Td>
                <Table.Td>{gesteEnMots(l.geste)}</Table.Td>
                <Table.Td>{l.objet?.slice(0, 8)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {!finie && (
        <Button variant="default" maw={240} onClick={() => void lireAvant()}>
          Montrer les précédentes
        </Button>
      )}
    </Stack>
  )
}
