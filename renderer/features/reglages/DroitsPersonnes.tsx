import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { useReglages } from '#app/session.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { type DemandeLue, genresDemande, joursRestants, reponsesDemande } from '#shared/domaine/droits/demande.ts'
import { genresRestriction, type RestrictionLue } from '#shared/domaine/droits/restriction.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ecrireDocument, lever, lireDroits, useDroits } from './droits.ts'
import { FormulaireDemande } from './FormulaireDemande.tsx'

/** What persons asked about their data, who is set aside, and the two documents that the post owes. */
export const DroitsPersonnes = () => {
  const lus = useDroits((s) => s.lus)
  useEffect(() => void lireDroits(), [])
  if (lus === null) return null
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>Droits des personnes</Title>
        <Text c="dimmed" maw={680}>
          Accès, rectification, effacement, limitation, opposition : la réponse est due dans le mois (RGPD, art. 12). La
          copie des données d’une personne s’écrit depuis sa fiche.
        </Text>
      </div>
      <Demandes demandes={lus.demandes} />
      <Ecartees restrictions={lus.restrictions} />
      <Documents />
    </Stack>
  )
}

const Demandes = ({ demandes }: { readonly demandes: readonly DemandeLue[] }) => {
  const [ouverte, setOuverte] = useState<DemandeLue | 'nouvelle' | null>(null)
  return (
    <section aria-label="Demandes">
      <Group justify="space-between" mb="xs">
        <Title order={3}>Demandes</Title>
        <Button variant="default" size="compact-sm" onClick={() => setOuverte('nouvelle')}>
          Noter une demande
        </Button>
      </Group>
      {demandes.length === 0 ? (
        <Text c="dimmed">Aucune demande notée.</Text>
      ) : (
        <Table.ScrollContainer minWidth={640} type="native">
          <Table verticalSpacing={2} maw={900}>
            <caption className="visuellement-cache">Demandes, celles à répondre d’abord</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Reçue le</Table.Th>
                <Table.Th scope="col">De</Table.Th>
                <Table.Th scope="col">Demande</Table.Th>
                <Table.Th scope="col">Réponse</Table.Th>
                <Table.Th scope="col">
                  <span className="visuellement-cache">Actions</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {demandes.map((d) => (
                <Table.Tr key={d.id}>
                  <Table.Td>{dateFrancaise(d.recueLe)}</Table.Td>
                  <Table.Td>{d.nom ?? 'Personne que le coffre ne connaît pas'}</Table.Td>
                  <Table.Td>{genresDemande[d.genre]}</Table.Td>
                  <Table.Td>{reponseEnMots(d)}</Table.Td>
                  <Table.Td>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={`${d.repondueLe === null ? 'Répondre' : 'Revoir'}, demande du ${dateFrancaise(d.recueLe)}`}
                      onClick={() => setOuverte(d)}
                    >
                      {d.repondueLe === null ? 'Répondre' : 'Revoir'}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {ouverte !== null && (
        <FormulaireDemande
          key={ouverte === 'nouvelle' ? 'nouvelle' : ouverte.id}
          demande={ouverte === 'nouvelle' ? null : ouverte}
          onFini={() => setOuverte(null)}
        />
      )}
    </section>
  )
}

const reponseEnMots = (d: DemandeLue): string => {
  if (d.repondueLe !== null && d.reponse !== null)
    return `${reponsesDemande[d.reponse]}, le ${dateFrancaise(d.repondueLe)}`
  const jours = joursRestants(d, aujourdhui())
  if (jours < 0) return `En retard de ${-jours} ${jours < -1 ? 'jours' : 'jour'} (due le ${dateFrancaise(d.pourLe)})`
  return `Due le ${dateFrancaise(d.pourLe)} : ${jours} ${jours > 1 ? 'jours' : 'jour'}`
}

const Ecartees = ({ restrictions }: { readonly restrictions: readonly RestrictionLue[] }) => (
  <section aria-label="Personnes à l’écart">
    <Title order={3} mb="xs">
      Personnes à l’écart
    </Title>
    <Text c="dimmed" maw={680} mb="xs">
      Leurs données sont gardées, chiffrées, jusqu’à leur terme. Aucune liste, recherche, lettre, impression, aucun
      import ni bilan à venir ne les connaît ; rien ne s’écrit plus sur elles. Les bilans déjà publiés ne changent pas.
    </Text>
    {restrictions.length === 0 && <Text>Personne n’est à l’écart.</Text>}
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {restrictions.map((r) => (
        <Group key={r.id} component="li" gap="sm">
          <Text>
            <strong>{r.nom}</strong>, depuis le {dateFrancaise(r.depuis)}. {genresRestriction[r.genre]}.
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Lever, à sa demande, la mise à l’écart de ${r.nom}`}
            onClick={() => void lever(r.id)}
          >
            Lever, à sa demande
          </Button>
        </Group>
      ))}
    </Stack>
  </section>
)

const Documents = () => {
  const codes = useReglages().dispositifs
  return (
    <section aria-label="Documents du poste">
      <Title order={3} mb="xs">
        Documents du poste
      </Title>
      <Text c="dimmed" maw={680} mb="xs">
        Préremplis d’après ce que ce coffre fait vraiment : questions posées, durées, utilisateurs, chiffrement. Ce que
        Jalon ne sait pas y est marqué « à compléter ». Ni l’un ni l’autre ne nomme personne.
      </Text>
      <Stack gap="xs">
        {codes.map((code) => (
          <Group key={code} gap="sm">
            <Text w={280}>{dispositifs[code].libelle}</Text>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Registre des traitements, ${dispositifs[code].libelleCourt}`}
              onClick={() => void ecrireDocument(code, 'registre')}
            >
              Registre…
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Analyse d’impact, ${dispositifs[code].libelleCourt}`}
              onClick={() => void ecrireDocument(code, 'aipd')}
            >
              Analyse d’impact…
            </Button>
          </Group>
        ))}
      </Stack>
    </section>
  )
}
