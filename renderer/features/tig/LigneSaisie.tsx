import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { direMinutes } from '#shared/domaine/tig/heures.ts'
import { type Journee, minutesRetenues } from '#shared/domaine/tig/journee.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import type { Erreurs } from '#app/refus.ts'
import { ecrireLigne, estIdem, type LigneTapee, lireLigne } from './presenter.ts'
import classes from './tig.module.css'

type Temps = Omit<Journee, 'id'>

/** One line of the sheet being typed. Enter anywhere notes it; the day then has the focus, for the next one. */
export const LigneSaisie = (props: {
  readonly libelle: string
  readonly tapee: LigneTapee
  readonly onChange: (tapee: LigneTapee) => void
  /** The line whose hours « idem » takes. */
  readonly modele: Journee | undefined
  readonly noter: (temps: Temps) => Promise<Erreurs | undefined>
  readonly actions: ReactNode
}) => {
  const { libelle, tapee, onChange, modele } = props
  const id = useId()
  const jour = useRef<HTMLInputElement>(null)
  const [erreurs, setErreurs] = useState<Erreurs>({})
  const changer = (champ: keyof LigneTapee, texte: string) => onChange({ ...tapee, [champ]: texte })
  const noter = async (ligne: LigneTapee) => {
    const lue = lireLigne(ligne)
    const refus = 'erreurs' in lue ? lue.erreurs : await props.noter(lue.temps)
    setErreurs(refus ?? {})
    if (refus === undefined) jour.current?.focus()
  }
  const idem = modele === undefined ? undefined : { ...ecrireLigne(modele), date: tapee.date }
  const soumettre = (event: React.SyntheticEvent) => {
    event.preventDefault()
    void noter(estIdem(tapee.debut) && idem !== undefined ? idem : tapee)
  }
  const lue = lireLigne(tapee)
  const minutes = 'temps' in lue ? minutesRetenues(lue.temps) : 0
  const champ = (nom: keyof LigneTapee) => ({
    form: id,
    size: 'xs',
    value: tapee[nom],
    error: erreurs[nom] !== undefined,
  })
  return (
    <>
      <tr>
        <td>
          <ChampDate
            ref={jour}
            aria-label={`${libelle} : jour`}
            aujourdhui={aujourdhui()}
            w={124}
            {...champ('date')}
            onChange={(texte) => changer('date', texte)}
          />
        </td>
        {heures.map(([nom, mot, largeur]) => (
          <td key={nom} data-nombre={largeur < 60}>
            <TextInput
              aria-label={`${libelle} : ${mot}`}
              autoComplete="off"
              maxLength={8}
              w={largeur}
              {...champ(nom)}
              onChange={(e) => changer(nom, e.currentTarget.value)}
            />
          </td>
        ))}
        <td data-nombre>{minutes > 0 ? direMinutes(minutes) : ''}</td>
        <td>
          <form id={id} aria-label={libelle} noValidate className={classes['ligne']} onSubmit={soumettre}>
            <Button type="submit" size="compact-sm" aria-label={`${libelle} : noter`}>
              Noter
            </Button>
            {idem !== undefined && (
              <Button variant="default" size="compact-sm" onClick={() => void noter(idem)}>
                Idem
              </Button>
            )}
            {props.actions}
          </form>
        </td>
      </tr>
      {Object.keys(erreurs).length > 0 && (
        <tr>
          <td colSpan={8} className={classes['alerte']}>
            <span role="alert">{[...new Set(Object.values(erreurs))].join(' ')}</span>
          </td>
        </tr>
      )}
    </>
  )
}

const heures = [
  ['debut', 'début', 64],
  ['fin', 'fin', 64],
  ['pause', 'pause, en minutes', 50],
  ['repas', 'repas, en minutes', 50],
  ['trajet', 'trajet, en minutes', 50],
] as const
