import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { Retirable } from '#shared/ipc/contract/parcours.ts'
import { viser } from '#ui/focus.ts'
import classes from './parcours.module.css'
import { retirer } from './store.ts'

/** Something opened by its button, which has the focus back when it closes. */
export const useOuverture = () => {
  const [ouvert, setOuvert] = useState(false)
  const bouton = useRef<HTMLButtonElement>(null)
  const fermer = () => {
    setOuvert(false)
    viser(() => bouton.current)
  }
  return { ouvert, ouvrir: () => setOuvert(true), fermer, bouton }
}

/** The button that adds one thing, replaced by its form while it is open. */
export const Repli = (props: {
  readonly libelle: string
  readonly raccourci?: string
  readonly children: (fermer: () => void) => ReactNode
}) => {
  const { ouvert, ouvrir, fermer, bouton } = useOuverture()
  if (ouvert) return props.children(fermer)
  return (
    <Button
      ref={bouton}
      variant="default"
      w="fit-content"
      data-ajouter
      {...(props.raccourci === undefined ? {} : { 'data-raccourci': props.raccourci })}
      leftSection={<IconPlus size={16} aria-hidden />}
      rightSection={props.raccourci === undefined ? undefined : <kbd>{props.raccourci.toUpperCase()}</kbd>}
      onClick={ouvrir}
    >
      {props.libelle}
    </Button>
  )
}

/** One thing noted, which may be corrected in place or taken out. `nom` says which one to a screen reader. */
export const Rangee = (props: {
  readonly nom: string
  readonly children: ReactNode
  readonly renderModifier?: (fermer: () => void) => ReactNode
  readonly genre?: Retirable
  readonly id?: string
  readonly actions?: ReactNode
  /** Shown under the line, whatever is open. */
  readonly suite?: ReactNode
}) => {
  const { nom, genre, id, renderModifier } = props
  const { ouvert, ouvrir, fermer, bouton } = useOuverture()
  return (
    <li className={classes['rangee']}>
      <div className={classes['tete-rangee']}>
        <div className={classes['contenu']}>{props.children}</div>
        <div className={classes['actions']}>
          {props.actions}
          {renderModifier !== undefined && !ouvert && (
            <ActionIcon ref={bouton} size={28} color="gray" aria-label={`Modifier : ${nom}`} onClick={ouvrir}>
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          )}
          {genre !== undefined && id !== undefined && (
            <Retirer nom={nom} retirer={() => retirer(genre, id, `« ${nom} » retiré`)} />
          )}
        </div>
      </div>
      {ouvert && renderModifier?.(fermer)}
      {props.suite}
    </li>
  )
}

/** Takes one thing out; the keyboard then goes on from the button that adds one. */
export const Retirer = (props: { readonly nom: string; readonly retirer: () => Promise<void> }) => (
  <ActionIcon
    size={28}
    color="gray"
    aria-label={`Retirer : ${props.nom}`}
    onClick={(event) => {
      const zone = event.currentTarget.closest('[data-zone]')
      void (async () => {
        await props.retirer()
        zone?.querySelector<HTMLElement>('[data-ajouter]')?.focus()
      })()
    }}
  >
    <IconTrash size={16} aria-hidden />
  </ActionIcon>
)
