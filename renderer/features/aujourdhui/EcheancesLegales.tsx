import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { aller } from '#app/navigation.ts'
import type { EcheanceLegaleDuSuivi } from '#shared/domaine/parcours/horloge.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Personnes } from './Personnes.tsx'
import { delai } from './presenter.ts'
import { JOURS_LEGAUX, useAujourdhui } from './store.ts'
import classes from './aujourdhui.module.css'

/** The soonest first; the rest is one click away. */
const MONTREES = 6

/** What the law brings in the days to come, with its article; the name opens the parcours. */
export const EcheancesLegales = ({ legales }: { readonly legales: readonly EcheanceLegaleDuSuivi[] }) => {
  const jour = useAujourdhui((s) => s.jour)
  const [toutes, setToutes] = useState(false)
  if (legales.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Aucune échéance légale dans les {JOURS_LEGAUX} jours.
      </Text>
    )
  const visibles = toutes ? legales : legales.slice(0, MONTREES)
  return (
    <>
      <ul className={classes['liste']}>
        {visibles.map(({ code, suiviId, date, libelle, article, explication, personnes }) => (
          <li key={`${suiviId} ${code} ${date}`} className={classes['ligne']}>
            <Stack gap={0} className={classes['corps']}>
              <Text size="sm" fw={600} title={explication}>
                {libelle}
              </Text>
              <Personnes personnes={personnes} ouvrir={(personneId) => aller('parcours', { personneId, suiviId })} />
              <Text size="xs" c="dimmed">
                {article}
              </Text>
            </Stack>
            <Text size="sm" ta="right" className={classes['date'] ?? ''}>
              {delai(date, jour).texte}
              <Text span size="xs" c="dimmed" display="block">
                {dateFrancaise(date)}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
      {visibles.length < legales.length && (
        <Button variant="subtle" onClick={() => setToutes(true)}>
          Voir les {legales.length - visibles.length} autres
        </Button>
      )}
    </>
  )
}
