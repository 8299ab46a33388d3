import { Text, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api, appeler } from './api.ts'
import { heure } from './dates.ts'
import { prendreFocus } from '#ui/focus.ts'
import { avantDePartir } from './depart.ts'

/** Longest time a key stays out of the encrypted base. */
const PAUSE_MS = 400

type Ou = { readonly suiviId: string; readonly entretienId: string | null }
type Props = Ou & {
  /** It was just asked for: typing starts there. */
  readonly demandee?: boolean
}

/**
 * A note that its author alone reads in Jalon. It is written where it stays, within the second: kept as a form begun, whoever
 * opens that form would read it.
 */
export const NotePrivee = (props: Props) => <Note key={`${props.suiviId} ${props.entretienId ?? ''}`} {...props} />

const Note = ({ demandee = false, ...ou }: Props) => {
  const [texte, setTexte] = useState<string>()
  const [enregistre, setEnregistre] = useState<string | null>(null)
  const [gardien] = useState(() => createGardien(ou, setEnregistre))
  useEffect(() => {
    void gardien.lire().then((lu) => setTexte((deja) => deja ?? lu))
    const quitter = avantDePartir(gardien.ecrire)
    return () => {
      quitter()
      void gardien.ecrire()
    }
  }, [gardien])
  if (texte === undefined) return null
  return (
    <div>
      <Textarea
        label="Note personnelle"
        description="Vous seul la lisez dans Jalon, pas même le titulaire. Elle n’entre ni dans les recherches, ni dans les lettres, ni dans les bilans."
        autosize
        minRows={2}
        {...(demandee ? { ref: prendreFocus } : {})}
        maxLength={4000}
        value={texte}
        onChange={(e) => {
          setTexte(e.currentTarget.value)
          gardien.suivre(e.currentTarget.value)
        }}
      />
      <Text component="output" size="xs" c="dimmed">
        {enregistre === null ? '' : `Enregistré à ${heure(enregistre)}`}
      </Text>
    </div>
  )
}

/** Keeps the latest text; `surEcrit` hears when it was written, or null once the note is empty. */
const createGardien = (ou: Ou, surEcrit: (le: string | null) => void) => {
  let aEcrire: string | null = null
  let minuterie: ReturnType<typeof setTimeout> | undefined
  const ecrire = async (): Promise<void> => {
    clearTimeout(minuterie)
    minuterie = undefined
    if (aEcrire === null) return
    const texte = aEcrire
    aEcrire = null
    const ecrite = await appeler(api.notesPrivees.ecrire({ ...ou, texte }))
    if (ecrite !== undefined) surEcrit(ecrite.modifieLe)
  }
  return {
    ecrire,
    lire: async (): Promise<string | undefined> => {
      const lue = await appeler(api.notesPrivees.lire(ou))
      if (lue !== undefined) surEcrit(lue.modifieLe)
      return lue?.texte
    },
    suivre: (texte: string): void => {
      aEcrire = texte
      minuterie ??= setTimeout(() => void ecrire(), PAUSE_MS)
    },
  }
}
