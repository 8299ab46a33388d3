import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { useNomenclature } from '#app/session.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { majuscule } from '#shared/utils/texte.ts'
import { type Destinataire, ecrireLettre, lireModeles, lireRemise, noterRemise, type OptionModele } from './lettres.ts'
import type { FichePersonne } from './store.ts'

/** Letters to or about her, and the day when she was given the information notice. An anonymous person gets none. */
export const Lettres = ({ fiche }: { readonly fiche: FichePersonne }) => {
  const [ouvert, { open, close }] = useDisclosure(false)
  if (fiche.personne.anonyme || fiche.suivis.length === 0) return null
  return (
    <div>
      <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />} onClick={open}>
        Écrire une lettre…
      </Button>
      {ouvert && <Choix fiche={fiche} onFermer={close} />}
    </div>
  )
}

const Choix = ({ fiche, onFermer }: { readonly fiche: FichePersonne; readonly onFermer: () => void }) => {
  const { motSuivi } = useNomenclature()
  const [modeles, setModeles] = useState<readonly OptionModele[]>([])
  const [code, setCode] = useState('')
  const [suiviId, setSuiviId] = useState(fiche.suivis[0]?.id ?? '')
  useEffect(() => void lireModeles().then(setModeles), [])
  const qui = { suiviId, personneId: fiche.personne.id }
  const choisi = modeles.find((m) => m.value === code) ?? modeles[0]
  const ecrire = async () => {
    if (choisi !== undefined && (await ecrireLettre(qui, choisi.modele))) onFermer()
  }
  return (
    <Modal opened onClose={onFermer} title="Écrire une lettre">
      <Stack gap="sm">
        <Text>
          Jalon remplit le modèle et l’écrit au format DOCX, à relire avant de le signer. Ni note, ni réponse, ni fait
          judiciaire n’y entre.
        </Text>
        <NativeSelect
          label="Lettre"
          data-autofocus
          value={choisi?.value ?? ''}
          onChange={(e) => setCode(e.currentTarget.value)}
          data={groupes(modeles)}
        />
        {fiche.suivis.length > 1 && (
          <NativeSelect
            label={majuscule(motSuivi.singulier)}
            value={suiviId}
            onChange={(e) => setSuiviId(e.currentTarget.value)}
            data={fiche.suivis.map(nommer)}
          />
        )}
        <Remise key={suiviId} qui={qui} />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onFermer}>
            Fermer
          </Button>
          <Button disabled={choisi === undefined} onClick={() => void ecrire()}>
            Écrire la lettre…
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const nommer = ({ id, numero, ouvertLe }: Suivi) => ({
  value: id,
  label: `n° ${numero}, du ${dateFrancaise(ouvertLe)}`,
})

const groupes = (modeles: readonly OptionModele[]) =>
  [...Map.groupBy(modeles, (m) => m.group)].map(([group, items]) => ({
    group,
    items: items.map(({ value, label }) => ({ value, label })),
  }))

/** Where there is a parcours, the notice is noted with the other consentements: it is only read here. */
const Remise = ({ qui }: { readonly qui: Destinataire }) => {
  const parcours = aUnParcours(useNomenclature())
  const [date, setDate] = useState<string | null | undefined>()
  const { suiviId, personneId } = qui
  useEffect(() => void lireRemise({ suiviId, personneId }).then(setDate), [suiviId, personneId])
  if (date === undefined) return null
  const noter = async (jour: string | null) => {
    if (await noterRemise(qui, jour)) setDate(jour)
  }
  return (
    <Group gap="xs" aria-live="polite">
      <Text>
        {date === null ? 'Notice d’information : pas encore remise.' : `Notice remise le ${dateFrancaise(date)}.`}
      </Text>
      {!parcours && (
        <Button variant="subtle" size="compact-sm" onClick={() => void noter(date === null ? aujourdhui() : null)}>
          {date === null ? 'Noter qu’elle est remise aujourd’hui' : 'Reprendre'}
        </Button>
      )}
    </Group>
  )
}
