import { useRef, useState } from 'react'
import { useTouches } from '#app/touches.ts'
import {
  CARREAUX,
  COLONNES,
  parCarreau,
  placeDe,
  RANGEES,
  type SecteurDessine,
  voisin,
} from '#shared/domaine/observatoire/carte.ts'
import { changerCarreau, type Geste } from './store.ts'
import classes from './observatoire.module.css'

type Props = { readonly secteurs: readonly SecteurDessine[]; readonly choisi: SecteurDessine | undefined }

/** The squared sheet, painted with the sector in hand: one stroke of the mouse, or square by square with the keyboard. */
export const Quadrillage = ({ secteurs, choisi }: Props) => {
  const table = useRef<HTMLTableElement>(null)
  const [vise, setVise] = useState(0)
  /** While a button is held: what the stroke makes of the squares it goes over. */
  const trait = useRef<Geste | null>(null)
  const tenants = parCarreau(secteurs)
  useTouches('Carte des secteurs', touches)
  const changer = (carreau: number, geste: Geste) => {
    if (choisi !== undefined) void changerCarreau(choisi.id, carreau, geste)
  }
  const inverse = (carreau: number): Geste => (choisi?.carreaux.includes(carreau) === true ? 'effacer' : 'peindre')
  const aller = (carreau: number) => {
    setVise(carreau)
    table.current?.querySelector<HTMLElement>(`[data-carreau="${carreau}"]`)?.focus()
  }
  const frapper = (event: React.KeyboardEvent, carreau: number) => {
    const pas = PAS[event.key]
    const suivant = pas === undefined ? undefined : voisin(carreau, ...pas)
    if (pas === undefined && event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    if (pas === undefined) return changer(carreau, inverse(carreau))
    if (suivant === undefined) return
    if (event.shiftKey) changer(suivant, 'peindre')
    aller(suivant)
  }
  return (
    <table
      ref={table}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of ARIA's own guide
      role="grid"
      aria-label={choisi === undefined ? 'Carte' : `Carte, secteur à peindre : ${choisi.nom}`}
      className={classes['quadrillage']}
      onPointerLeave={() => (trait.current = null)}
      onPointerUp={() => (trait.current = null)}
    >
      <tbody>
        {Array.from({ length: RANGEES }, (_, rangee) => (
          <tr key={rangee}>
            {carreauxDe(rangee).map((carreau) => {
              const tenant = tenants.get(carreau)
              const rang = tenant === undefined ? -1 : secteurs.indexOf(tenant)
              return (
                <td
                  key={carreau}
                  data-carreau={carreau}
                  data-teinte={rang < 0 ? undefined : rang % 6}
                  data-en-main={tenant !== undefined && tenant === choisi}
                  aria-label={nommer(carreau, tenant, rang)}
                  aria-selected={tenant !== undefined && tenant === choisi}
                  tabIndex={carreau === vise ? 0 : -1}
                  onFocus={() => setVise(carreau)}
                  onKeyDown={(event) => frapper(event, carreau)}
                  onPointerDown={(event) => {
                    if (event.button !== 0) return
                    event.currentTarget.releasePointerCapture(event.pointerId)
                    trait.current = inverse(carreau)
                    changer(carreau, trait.current)
                  }}
                  onPointerEnter={() => trait.current !== null && changer(carreau, trait.current)}
                >
                  {rang < 0 ? '' : rang + 1}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const carreauxDe = (rangee: number): readonly number[] =>
  Array.from({ length: CARREAUX / RANGEES }, (_, colonne) => rangee * COLONNES + colonne)

const nommer = (carreau: number, tenant: SecteurDessine | undefined, rang: number): string => {
  const { colonne, rangee } = placeDe(carreau)
  return `Rangée ${rangee + 1}, colonne ${colonne + 1} : ${tenant === undefined ? 'aucun secteur' : `${rang + 1}, ${tenant.nom}`}`
}

const PAS: Readonly<Record<string, readonly [droite: number, bas: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

const touches = [
  { combinaison: 'ArrowDown', affichage: '← ↑ ↓ →', libelle: 'Se déplacer sur la carte' },
  { combinaison: 'Space', affichage: 'Espace', libelle: 'Peindre ou effacer un carreau' },
  { combinaison: 'shift+ArrowRight', affichage: 'Maj →', libelle: 'Peindre en avançant' },
]
