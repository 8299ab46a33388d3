import { Anchor, Button, Table } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { libellesFormePoste, libellesStatutPoste, statutAu } from '#shared/domaine/tig/poste-travail.ts'
import { Ecran, EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import { FormulairePoste } from './FormulairePoste.tsx'
import { useTig } from './store.ts'

/** The posts of the host: those on the list of the département, with their places and who is there. */
export const PostesPanneau = () => {
  const postes = useTig((s) => s.postes)
  const [choisi, setChoisi] = useState<string>()
  const poste = postes.find((p) => p.id === choisi)
  const places = postes.filter((p) => statutAu(p, aujourdhui()) === 'actif').reduce((n, p) => n + p.places, 0)
  const occupees = postes.reduce((n, p) => n + p.occupees, 0)
  const detail =
    choisi === undefined ? null : (
      <FormulairePoste key={choisi} id={choisi} poste={poste} onFini={() => setChoisi(undefined)} />
    )
  return (
    <Ecran
      titre="Postes"
      sousTitre={<output>{`${occupees} places occupées sur ${places}`}</output>}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setChoisi(crypto.randomUUID())}>
          Nouveau poste
        </Button>
      }
    >
      <MaitreDetail libelle="Poste" large detail={detail}>
        {postes.length === 0 ? (
          <EtatVide titre="Aucun poste inscrit">
            Un poste s’inscrit sur la liste du département, par le SPIP (R623-7 du code pénitentiaire). Notez-le ici.
          </EtatVide>
        ) : (
          <Table.ScrollContainer minWidth={460} type="native">
            <Table highlightOnHover stickyHeader>
              <caption className="visuellement-cache">Postes de l’organisme</caption>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Intitulé</Table.Th>
                  <Table.Th scope="col">Forme</Table.Th>
                  <Table.Th scope="col">Mineurs</Table.Th>
                  <Table.Th scope="col" ta="right">
                    Places
                  </Table.Th>
                  <Table.Th scope="col">Statut</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {postes.map((p) => (
                  <Table.Tr key={p.id} {...(p.id === choisi ? { bg: 'var(--jalon-choisi)' } : {})}>
                    <Table.Td>
                      <Anchor component="button" type="button" ta="left" onClick={() => setChoisi(p.id)}>
                        {p.intitule}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{libellesFormePoste[p.forme]}</Table.Td>
                    <Table.Td>{p.ouvertAuxMineurs ? 'Oui' : 'Non'}</Table.Td>
                    <Table.Td ta="right">
                      {p.occupees} / {p.places}
                    </Table.Td>
                    <Table.Td>{libellesStatutPoste[statutAu(p, aujourdhui()) ?? 'actif']}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </MaitreDetail>
    </Ecran>
  )
}
