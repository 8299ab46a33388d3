import { Button, List, Modal, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { GesteLu, Historique as Lu, SujetHistorique } from '#shared/domaine/revision.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { annulerLeGeste } from './annoncer.tsx'
import { api, appeler } from './api.ts'
import { heure } from './dates.ts'
import { gesteEnMots } from './gestes-en-mots.ts'
import { champEnMots, changementEnMots, genreEnMots, tableauEnMots } from './historique.ts'
import { useNomenclature } from './session.ts'

/**
 * Who changed what of a record, when, field by field. Each change may be undone from here, however old; what was added is
 * removed from its own screen.
 */
export const Historique = ({ sujet }: { readonly sujet: SujetHistorique }) => {
  const [lu, setLu] = useState<Lu>()
  const lire = async () => setLu(await appeler(api.revisions.historique(sujet)))
  const annuler = async (geste: GesteLu) => {
    if (await annulerLeGeste(geste.id, 'C’est annulé : ce qui était écrit est revenu.')) setLu(undefined)
  }
  return (
    <>
      <Button variant="subtle" leftSection={<IconHistory size={16} aria-hidden />} onClick={() => void lire()}>
        Historique
      </Button>
      <Modal opened={lu !== undefined} onClose={() => setLu(undefined)} title="Historique" size="lg">
        <Stack gap="md">
          {lu?.gestes.length === 0 && (
            <Text>Aucun changement gardé : l’historique remonte à douze mois, et commence avec cette version.</Text>
          )}
          <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
            {lu?.gestes.map((geste) => (
              <li key={geste.id}>
                <Geste geste={geste} noms={lu.noms} onAnnuler={() => void annuler(geste)} />
              </li>
            ))}
          </Stack>
        </Stack>
      </Modal>
    </>
  )
}

const Geste = (props: { readonly geste: GesteLu; readonly noms: Lu['noms']; readonly onAnnuler: () => void }) => {
  const nomenclature = useNomenclature()
  const { le, qui, nom, lignes, annule, annulation } = props.geste
  return (
    <section>
      <Text fw={600}>
        {dateFrancaise(jourLocal(new Date(le)))} {heure(le)}, {qui}
      </Text>
      <Text c="dimmed">
        {gesteEnMots(nom)}
        {annule && ' (annulé depuis)'}
      </Text>
      <List>
        {lignes.flatMap(({ tableau, genre, champs }, i) =>
          genre === 'changement'
            ? champs.map((c) => (
                <List.Item key={`${i} ${c.champ}`}>
                  {champEnMots(nomenclature, c.champ)} : {changementEnMots({ nomenclature, noms: props.noms }, c)}
                </List.Item>
              ))
            : // oxlint-disable-next-line react/no-array-index-key -- read-only lines, two may say the same
              [<List.Item key={i}>{`${tableauEnMots(tableau)} : ${genreEnMots[genre]}`}</List.Item>],
        )}
      </List>
      {!annule && !annulation && lignes.some((l) => l.genre !== 'ajout') && (
        <Button variant="default" size="compact-sm" mt={4} onClick={props.onAnnuler}>
          Annuler ce geste
        </Button>
      )}
    </section>
  )
}
