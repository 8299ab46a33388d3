import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconShieldCheck } from '@tabler/icons-react'
import { type SubmitEvent, useEffect, useState } from 'react'
import { texteErreur } from '#app/messages.ts'
import { PhraseRedemandee } from '#app/PhraseRedemandee.tsx'
import { usePermis } from '#app/session.ts'
import { type GenreDemande, genresDemande } from '#shared/domaine/droits/demande.ts'
import { codesRestriction, type GenreRestriction, genresRestriction } from '#shared/domaine/droits/restriction.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { ecarter, exporterCopie, lireTiers, recevoirDemande, type Tiers } from './droits.ts'
import { fermerFiche, relireTout } from './store.ts'

/** What this person may ask about her data; for whoever may answer. */
export const DroitsPersonne = ({ personne }: { readonly personne: PersonneResume }) => {
  const permis = usePermis()
  const [ouvert, { open, close }] = useDisclosure(false)
  if (!permis('droits.exporter')) return null
  return (
    <div>
      <Button variant="default" leftSection={<IconShieldCheck size={16} aria-hidden />} onClick={open}>
        Droits de la personne…
      </Button>
      {ouvert && <Choix personneId={personne.id} onFermer={close} />}
    </div>
  )
}

type Props = { readonly personneId: string; readonly onFermer: () => void }

const Choix = ({ personneId, onFermer }: Props) => (
  <Modal opened onClose={onFermer} title="Droits de la personne" size="lg">
    <Stack gap="lg">
      <Demander personneId={personneId} onFermer={onFermer} />
      <Copier personneId={personneId} onFermer={onFermer} />
      <Ecarter personneId={personneId} onFermer={onFermer} />
    </Stack>
  </Modal>
)

const Demander = ({ personneId, onFermer }: Props) => {
  const [genre, setGenre] = useState<GenreDemande>('acces')
  const noter = async () => {
    if (await recevoirDemande(personneId, genre)) onFermer()
  }
  return (
    <section aria-label="Noter une demande">
      <Title order={3}>Noter une demande</Title>
      <Group align="flex-end">
        <NativeSelect
          label="Elle demande"
          value={genre}
          onChange={(e) => setGenre(e.currentTarget.value as GenreDemande)}
          data={Object.entries(genresDemande).map(([value, label]) => ({ value, label }))}
        />
        <Button variant="default" onClick={() => void noter()}>
          Noter, reçue aujourd’hui
        </Button>
      </Group>
    </section>
  )
}

const Copier = ({ personneId, onFermer }: Props) => {
  const [lus, setLus] = useState<Tiers | null>(null)
  const [montres, setMontres] = useState<readonly string[]>([])
  const [notesPrivees, setNotesPrivees] = useState(false)
  useEffect(() => void lireTiers(personneId).then(setLus), [personneId])
  const [phrase, setPhrase] = useState('')
  const [refus, setRefus] = useState<string>()
  const [enCours, setEnCours] = useState(false)
  const copier = async (evenement: SubmitEvent) => {
    evenement.preventDefault()
    if (phrase === '') return setRefus('Tapez votre phrase de passe.')
    setEnCours(true)
    const erreur = await exporterCopie({ personneId, tiers: [...montres], notesPrivees, phrase })
    setEnCours(false)
    if (erreur === undefined) onFermer()
    else setRefus(erreur.code === 'annule' ? undefined : texteErreur(erreur))
  }
  return (
    <section aria-label="Copie de ses données">
      <Title order={3}>Copie de ses données</Title>
      <Text>
        Tout ce que le coffre sait d’elle, en PDF à lire avec elle et en JSON. Ce fichier sort du coffre en clair :
        remettez-le-lui, n’en gardez pas.
      </Text>
      {lus !== null && lus.tiers.length > 0 && (
        <Checkbox.Group
          mt="sm"
          label="Autres personnes de ses suivis : masquées, sauf celles que vous cochez"
          description="Leurs noms sont masqués dans les notes aussi. Relisez quand même la copie."
          value={[...montres]}
          onChange={setMontres}
        >
          <Stack gap={6} mt={6}>
            {lus.tiers.map((t) => (
              <Checkbox key={t.id} value={t.id} label={t.nom} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {lus !== null && lus.notesPrivees > 0 && (
        <Checkbox
          mt="sm"
          checked={notesPrivees}
          onChange={(e) => setNotesPrivees(e.currentTarget.checked)}
          label="Joindre mes notes personnelles de ses suivis"
          description="Celles des autres ne s’exportent pas : la copie dit qu’elles existent."
        />
      )}
      <form noValidate onSubmit={(e) => void copier(e)}>
        <Stack mt="sm" gap="sm" align="flex-start">
          <PhraseRedemandee phrase={phrase} changer={setPhrase} refus={refus} />
          <Button type="submit" loading={enCours}>
            Écrire la copie…
          </Button>
        </Stack>
      </form>
    </section>
  )
}

const Ecarter = ({ personneId, onFermer }: Props) => {
  const [genre, setGenre] = useState<GenreRestriction>('opposition')
  const mettre = async () => {
    if (!(await ecarter(personneId, genre))) return
    onFermer()
    fermerFiche()
    await relireTout()
  }
  return (
    <section aria-label="Mettre à l’écart">
      <Title order={3}>Mettre à l’écart, à sa demande</Title>
      <Text>
        Plus aucune liste, recherche, lettre ou impression ne la montrera, plus aucun bilan à venir ne la comptera, et
        rien ne s’écrira plus sur elle. Ses données restent chiffrées jusqu’à leur terme.
      </Text>
      <Group align="flex-end" mt="xs">
        <NativeSelect
          label="Pourquoi"
          value={genre}
          onChange={(e) => setGenre(e.currentTarget.value as GenreRestriction)}
          data={codesRestriction.map((value) => ({ value, label: genresRestriction[value] }))}
        />
        <Button color="alerte" onClick={() => void mettre()}>
          Mettre à l’écart
        </Button>
      </Group>
    </section>
  )
}
