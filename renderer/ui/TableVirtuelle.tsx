import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './table.module.css'

export type Colonne<T> = {
  readonly code: string
  readonly titre: string
  /** CSS grid width: « 92px », « 2fr ». */
  readonly largeur: string
  readonly triable?: boolean
  readonly nombre?: boolean
  readonly cellule: (ligne: T) => ReactNode
}

export type TriTable = { readonly colonne: string; readonly sens: 'asc' | 'desc' }

/** A long table that only draws the rows in sight and asks for the ones it lacks; arrows move, Enter opens. */
export const TableVirtuelle = <T extends { readonly id: string }>(props: {
  readonly libelle: string
  readonly colonnes: readonly Colonne<T>[]
  readonly total: number
  readonly lignes: ReadonlyMap<number, T>
  readonly demander: (debut: number, fin: number) => void
  readonly choisie: string | undefined
  readonly onChoisir: (ligne: T) => void
  readonly tri: TriTable
  readonly onTri: (tri: TriTable) => void
}) => {
  const cadre = useRef<HTMLTableSectionElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its functions read the scroll position and are not memoised here
  const { getVirtualItems, getTotalSize, scrollToIndex } = useVirtualizer({
    count: props.total,
    getScrollElement: () => cadre.current,
    estimateSize: () => HAUTEUR,
    overscan: 12,
  })
  const visibles = getVirtualItems()
  const debut = visibles[0]?.index ?? 0
  const fin = visibles.at(-1)?.index ?? 0
  const { demander, total } = props
  useEffect(() => {
    if (total > 0) demander(debut, fin)
  }, [demander, total, debut, fin])
  const rangChoisi = visibles.find((v) => props.lignes.get(v.index)?.id === props.choisie)?.index
  const aller = (index: number) => {
    const vise = Math.max(0, Math.min(total - 1, index))
    scrollToIndex(vise)
    requestAnimationFrame(() => cadre.current?.querySelector<HTMLElement>(`[data-rang="${vise}"]`)?.focus())
  }
  // Under this width the table scrolls sideways rather than crushing its columns.
  const gabarit = {
    gridTemplateColumns: props.colonnes.map((c) => c.largeur).join(' '),
    minWidth: props.colonnes.length * 104,
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of ARIA's own guide
    <table className={classes['table']} role="grid" aria-label={props.libelle} aria-rowcount={total + 1}>
      <thead>
        <tr className={classes['entetes']} aria-rowindex={1} style={gabarit}>
          {props.colonnes.map((colonne) => (
            <Entete key={colonne.code} colonne={colonne} tri={props.tri} onTri={props.onTri} />
          ))}
        </tr>
      </thead>
      <tbody className={classes['cadre']} ref={cadre}>
        <tr aria-hidden className={classes['hauteur']} style={{ height: getTotalSize() }} />
        {visibles.map(({ index, start }) => {
          const ligne = props.lignes.get(index)
          return (
            <tr
              key={index}
              data-rang={index}
              aria-rowindex={index + 2}
              aria-selected={ligne !== undefined && ligne.id === props.choisie}
              tabIndex={index === (rangChoisi ?? debut) ? 0 : -1}
              className={classes['ligne']}
              style={{ ...gabarit, height: HAUTEUR, transform: `translateY(${start}px)` }}
              onClick={() => ligne !== undefined && props.onChoisir(ligne)}
              onKeyDown={(event) => {
                const pas = PAS[event.key]
                if (pas !== undefined) aller(index + pas)
                else if (event.key === 'Home') aller(0)
                else if (event.key === 'End') aller(total - 1)
                else if (event.key === 'Enter' && ligne !== undefined) props.onChoisir(ligne)
                else return
                event.preventDefault()
              }}
            >
              {props.colonnes.map(({ code, nombre, cellule }) => (
                <td key={code} className={classes['cellule']} data-nombre={nombre}>
                  {ligne === undefined ? '…' : cellule(ligne)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const HAUTEUR = 32
const PAS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }

const Entete = <T,>(props: {
  readonly colonne: Colonne<T>
  readonly tri: TriTable
  readonly onTri: (tri: TriTable) => void
}) => {
  const { code, titre, triable, nombre } = props.colonne
  const actif = props.tri.colonne === code
  const Fleche = props.tri.sens === 'asc' ? IconArrowUp : IconArrowDown
  const sens = props.tri.sens === 'asc' ? 'ascending' : 'descending'
  return (
    <th scope="col" className={classes['entete']} data-nombre={nombre} aria-sort={actif ? sens : undefined}>
      {triable === true ? (
        <UnstyledButton
          className={classes['tri'] ?? ''}
          onClick={() => props.onTri({ colonne: code, sens: actif && props.tri.sens === 'asc' ? 'desc' : 'asc' })}
        >
          {titre}
          {actif && <Fleche size={14} aria-hidden />}
        </UnstyledButton>
      ) : (
        titre
      )}
    </th>
  )
}
