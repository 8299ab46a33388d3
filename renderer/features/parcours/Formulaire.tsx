import { Alert, Button, Group } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useReprise } from '#app/reprise.ts'
import { Repris } from '#ui/Repris.tsx'
import classes from './parcours.module.css'
import type { Erreurs } from '#app/refus.ts'
import { useParcours } from './store.ts'

type Props<V> = {
  readonly libelle: string
  /** The thing that is edited, when it exists already. */
  readonly cible?: string | undefined
  readonly form: UseFormReturnType<V>
  /** Gives back what was refused, field by field; nothing when it is done. `intention`: value of the button pressed, if it has one. */
  readonly envoyer: (valeurs: V, intention: string) => Promise<Erreurs | undefined>
  readonly onFini: () => void
  readonly bouton?: string
  /** Ready for the next one once saved, instead of closing. */
  readonly enchainer?: boolean
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A form in place: typing starts at once, Ctrl+Enter saves, Escape closes what is blank. */
export const Formulaire = <V extends Readonly<Record<string, unknown>>>(props: Props<V>) => {
  const { form, envoyer, onFini, children } = props
  const suiviId = useParcours((s) => s.parcours?.suivi.id)
  const { repris, oublier } = useReprise([suiviId, props.libelle, props.cible].join(' '), form)
  const zone = useRef<HTMLFormElement>(null)
  const [refus, setRefus] = useState('')
  const [enCours, setEnCours] = useState(false)
  const commencer = () => zone.current?.querySelector<HTMLElement>('input, select')?.focus()
  useEffect(commencer, [])
  const enregistrer = async (valeurs: V, intention: string) => {
    setEnCours(true)
    const erreurs = await envoyer(valeurs, intention)
    setEnCours(false)
    if (erreurs !== undefined) {
      form.setErrors(erreurs)
      const hors = Object.entries(erreurs).filter(([champ]) => !(champ in valeurs))
      return setRefus([...new Set(hors.map(([, phrase]) => phrase))].join(' '))
    }
    await oublier()
    if (props.enchainer !== true) return onFini()
    // A date field left writes what it holds: it is left before all is emptied.
    commencer()
    form.reset()
    setRefus('')
  }
  const soumettre = (event: React.SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent
    const intention = submitter instanceof HTMLButtonElement ? submitter.value : ''
    form.onSubmit(
      (valeurs) => void enregistrer(valeurs, intention),
      () => setRefus(''),
    )(event)
  }
  const effacer = () => {
    form.reset()
    void oublier()
    commencer()
  }
  const surTouche = (event: React.KeyboardEvent<HTMLFormElement>) => {
    const listeOuverte = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key === 'Escape' && !listeOuverte && !form.isDirty()) onFini()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    zone.current?.requestSubmit()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter and Escape complete the buttons, which do the same
    <form
      ref={zone}
      noValidate
      aria-label={props.libelle}
      className={classes['formulaire']}
      onSubmit={soumettre}
      onKeyDown={surTouche}
    >
      <Repris repris={repris} onEffacer={effacer} />
      {children}
      {refus !== '' && (
        <Alert color="alerte" variant="light" role="alert" p="xs">
          {refus}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" loading={enCours} rightSection={<kbd>Ctrl ↵</kbd>}>
          {props.bouton ?? 'Enregistrer'}
        </Button>
        {props.actions}
        <Button variant="subtle" color="gray" onClick={onFini}>
          Fermer
        </Button>
      </Group>
    </form>
  )
}

/** What a field of `ui/` takes of a form: its value as it is, never absent. */
export const champDe = <V extends Readonly<Record<string, unknown>>, K extends keyof V & string>(
  form: UseFormReturnType<V>,
  champ: K,
) => ({
  value: form.values[champ],
  onChange: (valeur: V[K]) => form.setFieldValue(champ, valeur as never),
  error: form.errors[champ],
})
