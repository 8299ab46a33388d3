import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Question } from '#shared/domaine/import/questions.ts'
import type { LigneExaminee, LigneRafale } from '#shared/domaine/rafale/lignes.ts'
import { Cellule } from './Cellule.tsx'
import type { Place } from './edition.ts'
import { prendreLigne } from './listes.ts'
import classes from './rafale.module.css'

type Props = {
  readonly colonnes: readonly Question[]
  readonly lignes: readonly LigneRafale[]
  readonly examinees: ReadonlyMap<string, LigneExaminee>
  /** Errors of the line being typed too. */
  readonly montreTout: boolean
  readonly place: Place
  readonly onPlace: (place: Place) => void
  readonly onCellule: (rang: number, champ: string, texte: string) => void
  readonly onRetirer: (rang: number) => void
  readonly onColler: (texte: string) => boolean
}

/** The grid: one cell is being typed in, the others are text; Tab, Enter and arrows move it as in a spreadsheet. */
export const Grille = (props: Props) => {
  const { colonnes, lignes, place, onPlace } = props
  const cadre = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const ligne = cadre.current?.querySelector(`[data-ligne="${place.rang + 1}"]`)
    ligne?.querySelector<HTMLElement>(`td[data-colonne="${place.colonne}"] input`)?.focus()
  }, [place.rang, place.colonne])
  const largeur = colonnes.length
  const vers = (rang: number, colonne: number): boolean => {
    if (rang < 0 || rang >= lignes.length || colonne < 0 || colonne >= largeur) return false
    onPlace({ rang, colonne })
    return true
  }
  const surTouche = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
    const { rang, colonne } = place
    const ouverte = event.target.getAttribute('aria-expanded') === 'true'
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Enter') prendreLigne(event.target)
      if (event.key !== ';' || rang === 0) return
      const champ = colonnes[colonne]?.champ ?? ''
      props.onCellule(rang, champ, lignes[rang - 1]?.cellules[champ] ?? '')
      event.preventDefault()
      return
    }
    const pas = event.shiftKey ? -1 : 1
    const suivante = (colonne + pas + largeur) % largeur
    const saute = colonne + pas < 0 || colonne + pas >= largeur ? pas : 0
    if (event.key === 'Enter' || event.key === 'Tab') prendreLigne(event.target)
    if (
      (event.key === 'Enter' && vers(rang + 1, 0)) ||
      (event.key === 'Tab' && vers(rang + saute, suivante)) ||
      (event.key === 'ArrowDown' && !ouverte && !event.altKey && vers(rang + 1, colonne)) ||
      (event.key === 'ArrowUp' && !ouverte && vers(rang - 1, colonne)) ||
      (event.key === 'Escape' && !ouverte && sortir())
    ) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Enter') event.preventDefault()
  }
  return (
    <div
      ref={cadre}
      className={classes['cadre']}
      onKeyDownCapture={surTouche}
      onPaste={(event) => {
        if (props.onColler(event.clipboardData.getData('text/plain'))) event.preventDefault()
      }}
    >
      <table
        className={classes['grille']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of ARIA's own guide
        role="grid"
        aria-label="Lignes à enregistrer"
        aria-rowcount={lignes.length + 1}
      >
        <thead>
          <tr>
            <th scope="col" className={classes['numero']}>
              <VisuallyHidden>Ligne</VisuallyHidden>
            </th>
            {colonnes.map((q) => (
              <th key={q.champ} scope="col">
                {q.libelle}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>Retirer</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne, rang) => (
            <Ligne key={ligne.id} {...props} ligne={ligne} rang={rang} derniere={rang === lignes.length - 1} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Ligne = (props: Props & { readonly ligne: LigneRafale; readonly rang: number; readonly derniere: boolean }) => {
  const { ligne, rang, place, colonnes } = props
  const examinee = props.derniere ? undefined : props.examinees.get(ligne.id)
  // What is not typed yet is not a mistake.
  const tait = place.rang === rang && !props.montreTout
  const etat = examinee?.personne === 'connue' ? ' (personne connue)' : ''
  return (
    <tr data-ligne={rang + 1}>
      <th scope="row" className={classes['numero']}>
        {rang + 1}
        {etat !== '' && <VisuallyHidden>{etat}</VisuallyHidden>}
        {etat !== '' && <span title="Cette personne a déjà une fiche"> ●</span>}
      </th>
      {colonnes.map((question, colonne) => (
        <CelluleOuTexte
          key={question.champ}
          question={question}
          texte={ligne.cellules[question.champ] ?? ''}
          colonne={colonne}
          active={place.rang === rang && place.colonne === colonne}
          erreur={tait ? undefined : examinee?.erreurs[question.champ]}
          remarque={examinee?.remarques[question.champ]}
          nom={`${question.libelle}, ligne ${rang + 1}`}
          onActive={() => props.onPlace({ rang, colonne })}
          onTexte={(texte) => props.onCellule(rang, question.champ, texte)}
        />
      ))}
      <td>
        {!props.derniere && (
          <ActionIcon
            color="gray"
            tabIndex={-1}
            aria-label={`Retirer la ligne ${rang + 1}`}
            onClick={() => props.onRetirer(rang)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}

const CelluleOuTexte = (props: {
  readonly question: Question
  readonly texte: string
  readonly colonne: number
  readonly active: boolean
  readonly erreur: string | undefined
  readonly remarque: string | undefined
  readonly nom: string
  readonly onActive: () => void
  readonly onTexte: (texte: string) => void
}) => {
  const { erreur, remarque } = props
  return (
    <td
      data-colonne={props.colonne}
      data-active={props.active || undefined}
      data-fautive={erreur === undefined ? undefined : true}
      aria-invalid={erreur !== undefined}
      onMouseDown={(event) => {
        if (props.active) return
        event.preventDefault()
        props.onActive()
      }}
    >
      {props.active ? (
        <Cellule question={props.question} nom={props.nom} texte={props.texte} onTexte={props.onTexte} />
      ) : (
        <span className={classes['texte']}>{props.texte}</span>
      )}
      {erreur !== undefined && (
        <span className={classes['erreur']}>
          <IconAlertTriangle size={13} aria-hidden /> {erreur}
        </span>
      )}
      {erreur === undefined && remarque !== undefined && (
        <span className={classes['remarque']}>
          <IconInfoCircle size={13} aria-hidden /> {remarque}
        </span>
      )}
    </td>
  )
}

/** Escape leaves the grid, as nothing else does with the keyboard before its last cell. */
const sortir = (): boolean => {
  document.querySelector<HTMLElement>('[data-enregistrer-rafale]')?.focus()
  return true
}
