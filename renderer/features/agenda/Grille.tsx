import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { VueAgenda } from '#shared/domaine/agenda/calendrier.ts'
import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import { type DateIso, jourEnLettres } from '#shared/utils/dates.ts'
import { allerDansLaGrille } from './clavier.ts'
import { LigneEvenement } from './LigneEvenement.tsx'
import { jourCourt, joursDeSemaine } from './presenter.ts'
import classes from './agenda.module.css'

type Props = {
  readonly vue: VueAgenda
  readonly jours: readonly (readonly DateIso[])[]
  readonly parJour: ReadonlyMap<DateIso, readonly Evenement[]>
  readonly choisi: DateIso
  readonly aujourdhui: DateIso
  readonly choisir: (jour: DateIso) => void
  readonly toutVoir: (jour: DateIso) => void
}

/** Days of a month that have more say « + 2 », which leads to their week. */
const LIGNES = 3

/** Days as a grid (WAI-ARIA): one stop of Tab, arrows between days, Enter into what a day holds, Escape back. */
export const Grille = ({ vue, jours, parJour, choisi, aujourdhui, choisir, toutVoir }: Props) => {
  const grille = useRef<HTMLTableElement>(null)
  const aLaGrille = useRef(false)
  useEffect(() => {
    // Only when the keyboard was already here: a view opened by its tab leaves it on the tab.
    if (aLaGrille.current) grille.current?.querySelector<HTMLElement>(`[data-jour="${choisi}"]`)?.focus()
    aLaGrille.current = false
  }, [choisi])
  const presser = (e: KeyboardEvent) => {
    const jour = allerDansLaGrille(vue, e)
    if (jour === undefined) return
    aLaGrille.current = true
    choisir(jour)
  }
  return (
    <table
      ref={grille}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- arrows walk the days of this table: that is what a grid is
      role="grid"
      aria-label={vue === 'semaine' ? 'Semaine' : 'Mois'}
      className={classes['grille']}
      data-vue={vue}
      onKeyDown={presser}
    >
      <thead>
        <tr>
          {joursDeSemaine.map(({ court, entier }) => (
            <th key={entier} scope="col" abbr={entier}>
              {court}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jours.map((semaine) => (
          <tr key={semaine[0]}>
            {semaine.map((jour) => (
              <td
                key={jour}
                tabIndex={jour === choisi ? 0 : -1}
                aria-selected={jour === choisi}
                aria-current={jour === aujourdhui ? 'date' : undefined}
                className={classes['jour']}
                data-jour={jour}
                data-autre-mois={vue === 'mois' && jour.slice(0, 7) !== choisi.slice(0, 7)}
                onClick={() => choisir(jour)}
                onFocus={() => choisir(jour)}
              >
                <Jour jour={jour} aujourdhui={aujourdhui} />
                <Contenu
                  vue={vue}
                  jour={jour}
                  evenements={parJour.get(jour) ?? []}
                  aujourdhui={aujourdhui}
                  toutVoir={toutVoir}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Jour = ({ jour, aujourdhui }: { readonly jour: DateIso; readonly aujourdhui: DateIso }) => (
  <p className={classes['numero']}>
    <span aria-hidden className={classes['court']}>
      {jourCourt(jour)}
    </span>
    <span className={classes['entier']}>{jourEnLettres(jour)}</span>
    {jour === aujourdhui && <strong className={classes['marque']}>aujourd’hui</strong>}
  </p>
)

const Contenu = (props: {
  readonly vue: VueAgenda
  readonly jour: DateIso
  readonly evenements: readonly Evenement[]
  readonly aujourdhui: DateIso
  readonly toutVoir: (jour: DateIso) => void
}) => {
  const { vue, jour, evenements, aujourdhui, toutVoir } = props
  if (evenements.length === 0) return null
  const montres = vue === 'mois' && evenements.length > LIGNES + 1 ? evenements.slice(0, LIGNES) : evenements
  const reste = evenements.length - montres.length
  return (
    <ul className={classes['liste']}>
      {montres.map((evenement) => (
        <li key={evenement.cle}>
          <LigneEvenement evenement={evenement} aujourdhui={aujourdhui} bref={vue === 'mois'} />
        </li>
      ))}
      {reste > 0 && (
        <li>
          <button type="button" tabIndex={-1} className={classes['evenement']} onClick={() => toutVoir(jour)}>
            + {reste} autres
          </button>
        </li>
      )}
    </ul>
  )
}
