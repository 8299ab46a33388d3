import { Button, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { type SubmitEvent, useMemo, useState } from 'react'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe, trouverListe } from '#shared/domaine/nomenclature.ts'
import {
  DomaineDemarcheSchema,
  libellesStatutDemarche,
  StatutDemarche,
  statutsDemarche,
} from '#shared/domaine/parcours/demarche.ts'
import type { Sortie } from '#shared/domaine/parcours/sorties.ts'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { nomsDe } from './presenter.ts'
import { noterDemarche } from './store.ts'

/** A démarche of the day, noted from the board; its partner, its due date and its next statuses belong to the parcours. */
export const NoterDemarche = ({ sortie, fermer }: { readonly sortie: Sortie | null; readonly fermer: () => void }) => (
  <Modal
    opened={sortie !== null}
    onClose={fermer}
    title={sortie === null ? '' : `Noter une démarche pour ${nomsDe(sortie)}`}
  >
    {sortie !== null && <Formulaire sortie={sortie} fermer={fermer} />}
  </Modal>
)

const Formulaire = ({ sortie, fermer }: { readonly sortie: Sortie; readonly fermer: () => void }) => {
  const nomenclature = useNomenclature()
  const options = useMemo(() => optionsDe(nomenclature, 'demarche'), [nomenclature])
  const [ids] = useState(() => ({ demarche: crypto.randomUUID(), statut: crypto.randomUUID() }))
  const [code, setCode] = useState<string | null>(null)
  const [statut, setStatut] = useState<StatutDemarche>('engagee')
  const [manque, setManque] = useState(false)
  const envoyer = async (evenement: SubmitEvent) => {
    evenement.preventDefault()
    const modalite = trouverListe(nomenclature, 'demarche').modalites.find((m) => m.code === code)
    const domaine = DomaineDemarcheSchema.safeParse(modalite?.groupe)
    if (modalite === undefined || !domaine.success) return setManque(true)
    const nom = libelleDe(nomenclature, 'demarche', modalite.code)
    const demarche = { id: ids.demarche, suiviId: sortie.suiviId, demarche: modalite.code, domaine: domaine.data }
    if (await noterDemarche({ ...demarche, nom, statut: { id: ids.statut, statut } })) fermer()
  }
  return (
    <form onSubmit={(e) => void envoyer(e)} noValidate>
      <Stack>
        <ChoixListe
          label="Démarche"
          withAsterisk
          data-autofocus
          options={options}
          value={code}
          onChange={setCode}
          error={manque && code === null && 'Choisissez la démarche.'}
        />
        <NativeSelect
          label="Où elle en est aujourd’hui"
          data={statutsDemarche.map((value) => ({ value, label: libellesStatutDemarche[value] }))}
          value={statut}
          onChange={(e) => setStatut(StatutDemarche.parse(e.currentTarget.value))}
        />
        <Text size="sm" c="dimmed">
          Datée d’aujourd’hui. Partenaire, échéance et suite se notent dans le parcours.
        </Text>
        <Button type="submit">Noter</Button>
      </Stack>
    </form>
  )
}
