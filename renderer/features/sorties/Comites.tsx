import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { type SubmitEvent, useEffect, useMemo, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { type Comite, FormeComite, formesComite, libellesFormeComite } from '#shared/domaine/parcours/comite.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListes } from '#ui/ChoixListes.tsx'
import { EtatVide } from '#ui/Ecran.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { lireComites, noterComite, retirerComite, useComites } from './comites.ts'
import { decisionsEnMots } from './presenter.ts'

/** The comités of the year: those that review persons, whose decisions are noted in each parcours, and those that see figures only. */
export const Comites = () => {
  const comites = useComites((s) => s.comites)
  useEffect(() => void lireComites(), [])
  if (comites === null) return null
  return (
    <Stack gap="md">
      <Text c="dimmed" maw={720}>
        Le comité de suivi revoit des situations : ses décisions se notent dans le parcours de chacun. Le comité de
        pilotage ne voit que des chiffres : aucun nom n’y entre.
      </Text>
      <NouveauComite />
      {comites.length === 0 ? (
        <EtatVide titre="Aucun comité">Notez-en un ci-dessus : son jour, sa forme, les fonctions présentes.</EtatVide>
      ) : (
        <TableComites comites={comites} />
      )}
    </Stack>
  )
}

const TableComites = ({ comites }: { readonly comites: readonly Comite[] }) => {
  const nomenclature = useNomenclature()
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table verticalSpacing={4} maw={980}>
        <caption className="visuellement-cache">Comités</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Jour</Table.Th>
            <Table.Th scope="col">Comité</Table.Th>
            <Table.Th scope="col">Fonctions présentes</Table.Th>
            <Table.Th scope="col">Décisions</Table.Th>
            <Table.Th scope="col">
              <span className="visuellement-cache">Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {comites.map((comite) => {
            const { id, date, forme, participants, decisions } = comite
            return (
              <Table.Tr key={id}>
                <Table.Td>{dateFrancaise(date)}</Table.Td>
                <Table.Td>{libellesFormeComite[forme]}</Table.Td>
                <Table.Td>
                  {participants.map((p) => libelleDe(nomenclature, 'fonction', p)).join(', ') || 'Non renseignées'}
                </Table.Td>
                <Table.Td>{decisionsEnMots(comite, aujourdhui())}</Table.Td>
                <Table.Td>
                  {decisions.length === 0 && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      aria-label={`Retirer le comité du ${dateFrancaise(date)}`}
                      onClick={() => void retirerComite(comite)}
                    >
                      Retirer
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const NouveauComite = () => {
  const nomenclature = useNomenclature()
  const fonctions = useMemo(() => optionsDe(nomenclature, 'fonction'), [nomenclature])
  const [forme, setForme] = useState<Comite['forme']>('projet')
  const [jour, setJour] = useState(ecrireDate(aujourdhui()))
  const [participants, setParticipants] = useState<readonly string[]>([])
  const [erreur, setErreur] = useState<string | null>(null)
  const envoyer = async (evenement: SubmitEvent) => {
    evenement.preventDefault()
    const date = lireDate(jour, aujourdhui())
    if (date === undefined) return setErreur('Attendu : jj/mm/aaaa.')
    setErreur(null)
    const comite = { id: crypto.randomUUID(), date, forme, participants: [...participants], decisions: [] }
    if (await noterComite(comite)) setParticipants([])
  }
  return (
    <form onSubmit={(e) => void envoyer(e)} aria-label="Nouveau comité" noValidate>
      <Group align="flex-end">
        <ChampDate label="Jour" aujourdhui={aujourdhui()} value={jour} onChange={setJour} error={erreur} />
        <NativeSelect
          label="Forme"
          value={forme}
          data={formesComite.map((value) => ({ value, label: libellesFormeComite[value] }))}
          onChange={(e) => setForme(FormeComite.parse(e.currentTarget.value))}
        />
        <ChoixListes
          label="Fonctions présentes"
          options={fonctions}
          value={[...participants]}
          onChange={setParticipants}
          miw={280}
        />
        <Button type="submit">Noter le comité</Button>
      </Group>
    </form>
  )
}
