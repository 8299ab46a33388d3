import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { adopter, annuler, entendre, estSansMots, type Fait, nommer, retablir, useGestes } from './gestes.ts'

/**
 * Says in a corner that something is done. When an act was just written, it may be undone for ten seconds; `annule` is then
 * said, and `apres` done by the screen.
 */
export const annoncer = (
  message: string,
  { annule = 'C’est annulé : tout est comme avant.', apres }: Partial<Pick<Fait, 'annule' | 'apres'>> = {},
): void => {
  const fait = nommer({ message, annule, ...(apres === undefined ? {} : { apres }) })
  if (fait === undefined) notifications.show({ message, role: 'status' })
  else direFait(fait)
}

/** Same, for what is not kept once undone: the screen alone knows how to write it again. */
export const annoncerAvecAnnulation = (annonce: {
  readonly message: string
  readonly annuler: () => Promise<boolean>
  readonly annule: string
}): void => {
  montrer(annonce.message, 'Annuler', async () => {
    if (await annonce.annuler()) annoncer(annonce.annule)
  })
}

/** Milliseconds left to the screen to say it in its own words. */
const DELAI_DES_MOTS = 500

/** An act was written: it is told, whatever the screen. */
export const annoncerGeste = (geste: Parameters<typeof entendre>[0]): void => {
  const fait = entendre(geste)
  if (fait === undefined || discrets.has(geste.nom)) return
  setTimeout(() => {
    if (estSansMots(fait) && useGestes.getState().faits.includes(fait)) direFait(fait)
  }, DELAI_DES_MOTS)
}

/** Texts and numbers written as one leaves their field: told by the field itself, undone by Ctrl+Z. */
const discrets: ReadonlySet<string> = new Set([
  'bilans.ecrireTexte',
  'strategie.noterAnnee',
  'strategie.noterValeur',
  'observatoire.ecrireRetour',
  'observatoire.dessinerSecteur',
])

/** Ctrl+Z */
export const annulerLeDernier = async (): Promise<void> => {
  const dernier = useGestes.getState().faits.at(-1)
  if (dernier === undefined) annoncer('Rien à annuler depuis l’ouverture du coffre.')
  else await defaire(dernier)
}

/** Ctrl+Y */
export const refaireLeDernier = async (): Promise<void> => {
  if (useGestes.getState().annules.length === 0) return annoncer('Rien à rétablir.')
  const fait = await retablir()
  if (fait !== undefined) direFait(fait)
}

/** Undoes an act of another day, found in a history or in the bin; `message` is said once it is done. */
export const annulerLeGeste = async (gesteId: string, message: string): Promise<boolean> => {
  const fait = { ids: [gesteId], message, annule: message }
  adopter(fait)
  if (!(await annuler(fait))) return false
  direSeul(message, 'Rétablir', refaireLeDernier)
  return true
}

/** What is said of acts must not outlive the coffre that was open. */
export const oublierAnnonces = (): void => notifications.clean()

const defaire = async (fait: Fait): Promise<void> => {
  if (await annuler(fait)) direSeul(fait.annule, 'Rétablir', refaireLeDernier)
}

const direFait = (fait: Fait): void =>
  direSeul(fait.message === '' ? 'C’est fait.' : fait.message, 'Annuler', () => defaire(fait))

/** One act is told at a time: the ten seconds of the one before end with the next. */
const direSeul = (...annonce: Parameters<typeof montrer>): void => {
  if (affiche !== undefined) notifications.hide(affiche)
  affiche = montrer(...annonce)
}

let affiche: string | undefined

const montrer = (message: string, bouton: string, action: () => Promise<void>): string => {
  const id = crypto.randomUUID()
  notifications.show({
    id,
    role: 'status',
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          variant="subtle"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            void action()
          }}
        >
          {bouton}
        </Button>
      </Group>
    ),
  })
  return id
}
