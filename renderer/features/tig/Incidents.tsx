import { ActionIcon, Button, Checkbox, Group, NativeSelect, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import type { Accueil } from '#shared/domaine/tig/accueil.ts'
import { GenreIncident, genresIncident, type Incident, libellesGenreIncident } from '#shared/domaine/tig/incident.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { lireJour } from '#app/jours.ts'
import type { Erreurs } from '#app/refus.ts'
import { ecrire, retirer } from './store.ts'
import classes from './tig.module.css'

/** Incidents of a closed list, each told to the service in charge or not yet. How it went is written nowhere. */
export const Incidents = ({ accueil: { suiviId, incidents } }: { readonly accueil: Accueil }) => (
  <section aria-label="Incidents">
    <Title order={3} mb={4}>
      Incidents
    </Title>
    {incidents.length === 0 && <Text c="dimmed">Aucun incident.</Text>}
    <ul className={classes['lignes']}>
      {incidents.map((incident) => (
        <Ligne key={incident.id} suiviId={suiviId} incident={incident} />
      ))}
    </ul>
    <Ajout suiviId={suiviId} />
  </section>
)

const Ligne = ({ suiviId, incident }: { readonly suiviId: string; readonly incident: Incident }) => {
  const { id, date, genre, signaleLe } = incident
  const nom = `${libellesGenreIncident[genre]} du ${dateFrancaise(date)}`
  return (
    <li className={classes['ligne']}>
      <span>{nom}</span>
      <Group gap="xs">
        <Checkbox
          label={signaleLe === null ? 'Signalé au service référent' : `Signalé le ${dateFrancaise(signaleLe)}`}
          aria-label={`Signalé au service référent : ${nom}`}
          checked={signaleLe !== null}
          onChange={(e) =>
            void ecrire(
              api.tig.noterIncident({ ...incident, suiviId, signaleLe: e.currentTarget.checked ? aujourdhui() : null }),
            )
          }
        />
        <ActionIcon
          size={24}
          color="gray"
          aria-label={`Retirer : ${nom}`}
          onClick={() => void retirer('incident', id, `« ${nom} » retiré`)}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  )
}

const Ajout = ({ suiviId }: { readonly suiviId: string }) => {
  const [date, setDate] = useState(ecrireDate(aujourdhui()))
  const [genre, setGenre] = useState<GenreIncident>(genresIncident[0])
  const [erreurs, setErreurs] = useState<Erreurs>({})
  const ajouter = async (event: React.SyntheticEvent) => {
    event.preventDefault()
    const jour = lireJour(date)
    if (jour === undefined || jour === null) return setErreurs({ date: 'Attendu : jj/mm/aaaa.' })
    const incident = { id: crypto.randomUUID(), suiviId, date: jour, genre, signaleLe: null }
    setErreurs((await ecrire(api.tig.noterIncident(incident))) ?? {})
  }
  return (
    <form noValidate aria-label="Nouvel incident" onSubmit={(event) => void ajouter(event)}>
      <Group gap="xs" mt={6} align="flex-start">
        <NativeSelect
          aria-label="Genre de l’incident"
          value={genre}
          data={genresIncident.map((value) => ({ value, label: libellesGenreIncident[value] }))}
          onChange={(e) => setGenre(GenreIncident.parse(e.currentTarget.value))}
        />
        <ChampDate
          aria-label="Jour de l’incident"
          w={150}
          aujourdhui={aujourdhui()}
          value={date}
          onChange={setDate}
          error={erreurs['date']}
        />
        <Button type="submit" variant="default">
          Ajouter l’incident
        </Button>
      </Group>
    </form>
  )
}
