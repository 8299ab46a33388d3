import { Text, Title, UnstyledButton } from '@mantine/core'
import { Calendar } from '@mantine/dates'
import { IconDoorExit, IconScale } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { useTouches } from '#app/touches.ts'
import type { EcheanceLegaleDuSuivi } from '#shared/domaine/parcours/horloge.ts'
import type { Sortie } from '#shared/domaine/parcours/sorties.ts'
import { ajouterMois, type DateIso, jourEnLettres } from '#shared/utils/dates.ts'
import { compterEvenements, type Evenement, evenementsDe } from './presenter.ts'
import { choisirJour, MOIS_CONNUS, montrerMois, ouvrirParcours, useSorties } from './store.ts'
import classes from './sorties.module.css'

type Props = { readonly sorties: readonly Sortie[]; readonly legales: readonly EcheanceLegaleDuSuivi[] }

/** A month of releases and legal clocks, walked with the arrows; the day chosen is told at length beside it. */
export const Calendrier = ({ sorties, legales }: Props) => {
  const { choisi, mois } = useSorties()
  const evenements = useMemo(() => evenementsDe(sorties, legales), [sorties, legales])
  const duJour = (date: DateIso) => evenements.get(date) ?? []
  const grille = useRef<HTMLDivElement>(null)
  const tourner = (nombre: number) => {
    choisirJour(ajouterMois(choisi, nombre))
    requestAnimationFrame(() => grille.current?.querySelector<HTMLElement>('[data-selected]')?.focus())
  }
  useTouches('Calendrier des sorties', [
    { combinaison: 'PageDown', affichage: 'Page ↓', libelle: 'Mois suivant', action: () => tourner(1), partout: true },
    { combinaison: 'PageUp', affichage: 'Page ↑', libelle: 'Mois précédent', action: () => tourner(-1), partout: true },
  ])
  return (
    <div className={classes['calendrier']}>
      <div className={classes['mois']} ref={grille}>
        <Calendar
          fullWidth
          maxLevel="month"
          highlightToday
          hideOutsideDates
          date={mois}
          onDateChange={montrerMois}
          ariaLabels={{ nextMonth: 'Mois suivant', previousMonth: 'Mois précédent' }}
          classNames={{
            day: classes['jour'] ?? '',
            monthCell: classes['case'] ?? '',
            calendarHeaderLevel: classes['nom-mois'] ?? '',
          }}
          weekdayFormat="dddd"
          // The day speaks for itself, in full: a label would hide the names it shows.
          getDayProps={(date) => ({
            'aria-label': undefined,
            selected: date === choisi,
            onClick: () => choisirJour(date),
            onFocus: () => choisirJour(date),
          })}
          renderDay={(date) => <Jour date={date} evenements={duJour(date)} />}
        />
      </div>
      <DuJour date={choisi} evenements={duJour(choisi)} />
    </div>
  )
}

/** Lines of a day before « +2 ». */
const LIGNES = 2

const icones = { sortie: IconDoorExit, legale: IconScale } as const

const Jour = ({ date, evenements }: { readonly date: DateIso; readonly evenements: readonly Evenement[] }) => (
  <>
    <span className={classes['numero']} aria-hidden>
      {Number(date.slice(8))}
    </span>
    <span className="visuellement-cache">
      {[jourEnLettres(date), compterEvenements(evenements)].filter((t) => t !== '').join(', ')}
    </span>
    {evenements.slice(0, LIGNES).map(({ cle, genre, qui }) => {
      const Icone = icones[genre]
      return (
        <span key={cle} className={classes['evenement']} data-genre={genre}>
          <Icone size={13} aria-hidden />
          <span>{qui}</span>
        </span>
      )
    })}
    {evenements.length > LIGNES && <span className={classes['reste']}>+ {evenements.length - LIGNES}</span>}
  </>
)

const DuJour = ({ date, evenements }: { readonly date: DateIso; readonly evenements: readonly Evenement[] }) => (
  <section className={classes['du-jour']} aria-label="Jour choisi" aria-live="polite">
    <Title order={2} className={classes['majuscule'] ?? ''}>
      {jourEnLettres(date)}
    </Title>
    {evenements.length === 0 ? (
      <Text size="sm" c="dimmed">
        Ni sortie ni échéance légale ce jour-là.
      </Text>
    ) : (
      <ul className={classes['cartes']}>
        {evenements.map((evenement) => (
          <Ligne key={evenement.cle} evenement={evenement} />
        ))}
      </ul>
    )}
    <Legende />
  </section>
)

const Legende = () => (
  <div className={classes['legende']}>
    <p className={classes['horloge']}>
      <IconDoorExit size={15} aria-hidden /> Sortie prévue
    </p>
    <p className={classes['horloge']}>
      <IconScale size={15} aria-hidden /> Échéance légale, calculée sur {MOIS_CONNUS} mois pour tous les suivis ouverts
    </p>
  </div>
)

const Ligne = ({ evenement: { genre, titre, qui, article, suivi } }: { readonly evenement: Evenement }) => {
  const Icone = icones[genre]
  return (
    <li className={classes['carte']}>
      <UnstyledButton className={classes['nom'] ?? ''} onClick={() => ouvrirParcours(suivi)}>
        {qui}
      </UnstyledButton>
      <p className={classes['horloge']}>
        <Icone size={15} aria-hidden />
        <span>
          {titre}
          {article !== null && <span className={classes['article']}>{article}</span>}
        </span>
      </p>
    </li>
  )
}
