import { Text } from '@mantine/core'
import { aujourdhui } from '#app/dates.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { distance } from './presenter.ts'
import { Rangee } from './Repli.tsx'
import { Volet } from './Volet.tsx'

/** The days that the law gives this suivi, each with its article. */
export const EcheancesLegales = ({ parcours: { echeancesLegales } }: { readonly parcours: Parcours }) => (
  <Volet
    titre="Échéances légales"
    aide="Calculées d’après les dates notées ici, droit d’avril 2026. Le greffe et le SPIP font foi."
    vide="Aucune ne peut être calculée. Notez les passages, la fin de peine, la libération ou la domiciliation."
    lignes={echeancesLegales.map(({ code, libelle, article, explication, date }) => (
      <Rangee key={`${code}-${date}`} nom={libelle}>
        <Text component="span" fw={600}>
          {dateFrancaise(date)}
        </Text>{' '}
        {libelle}{' '}
        <Text component="span" c="dimmed">
          {distance(date, aujourdhui())} · {article}
        </Text>
        <Text size="sm" c="dimmed">
          {explication}
        </Text>
      </Rangee>
    ))}
  />
)
