import { Alert, Badge, Button, CloseButton, Group, Stack, Text, Title } from '@mantine/core'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { DetailPoste, LotRecu } from '#shared/ipc/contract/lots.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { direContenu } from './presenter.ts'
import { fermerPoste, oublierAttendu, usePostesSuivis, verifierCle } from './store.ts'
import classes from './postes.module.css'

/** A post, the fingerprint of its key, and every lot it gave. */
export const Detail = ({ poste }: { readonly poste: DetailPoste }) => (
  <Stack gap="md">
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Title order={2}>{poste.nom}</Title>
      <CloseButton aria-label="Fermer" onClick={fermerPoste} />
    </Group>
    <Cle poste={poste} />
    <Attendus posteId={poste.id} />
    {poste.lots.length === 0 ? <Text>Aucun lot reçu.</Text> : poste.lots.map((lot) => <Lot key={lot.id} lot={lot} />)}
  </Stack>
)

const Cle = ({ poste: { id, empreinte, cleVerifieeLe } }: { readonly poste: DetailPoste }) => {
  if (empreinte === null) return <Text>Sa clé sera enregistrée à son premier lot.</Text>
  return (
    <Stack gap={4}>
      <Text>Il signe avec la clé</Text>
      <Text className={classes['empreinte'] ?? ''}>{empreinte}</Text>
      {cleVerifieeLe === null ? (
        <Alert color="alerte" variant="light">
          <Text mb="xs">
            Appelez le poste, à un numéro que vous connaissez, et comparez ces chiffres avec ceux qu’il lit dans
            Échanges, « Donner un lot ».
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => void verifierCle(id)}>
            Les chiffres sont les mêmes
          </Button>
        </Alert>
      ) : (
        <Text size="sm" c="dimmed">
          Comparée avec le poste le {dateFrancaise(jourLocal(new Date(cleVerifieeLe)))}.
        </Text>
      )}
    </Stack>
  )
}

const Attendus = ({ posteId }: { readonly posteId: string }) => {
  const grille = usePostesSuivis((s) => s.grille)
  const attendus = grille?.lignes.find((l) => l.posteId === posteId)?.cases.filter((c) => c.pourLe !== null) ?? []
  return attendus.map(({ annee, pourLe }) => (
    <Group key={annee} justify="space-between">
      <Text>
        {annee} attendu pour le {dateFrancaise(pourLe ?? '')}
      </Text>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void oublierAttendu(posteId, annee)}>
        Ne plus attendre {annee}
      </Button>
    </Group>
  ))
}

const Lot = ({ lot }: { readonly lot: LotRecu }) => (
  <section className={classes['lot']}>
    <Group justify="space-between">
      <Title order={3}>
        {dispositifs[lot.dispositif].libelleCourt} {nomDePeriode(lot)}
      </Title>
      {!lot.enVigueur && (
        <Badge variant="light" color="gray" className={classes['badge'] ?? ''}>
          Remplacé
        </Badge>
      )}
    </Group>
    {lot.demonstration && <Text fw={600}>Données inventées (démonstration)</Text>}
    <Text>{direContenu(lot)}</Text>
    <Text size="sm" c="dimmed">
      Lot n° {lot.numero}, fait le {dateFrancaise(jourLocal(new Date(lot.faitLe)))} avec Jalon {lot.version}, reçu le{' '}
      {dateFrancaise(jourLocal(new Date(lot.recuLe)))}.
    </Text>
  </section>
)
