import { Stack } from '@mantine/core'
import { useEffect } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { useNomenclature } from '#app/session.ts'
import { jourEnLettres } from '#shared/utils/dates.ts'
import { majuscule } from '#shared/utils/texte.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { AccueilsEnAttente } from './AccueilsEnAttente.tsx'
import { Attendus } from './Attendus.tsx'
import { Bloc } from './Bloc.tsx'
import { definitions } from './definitions.ts'
import { InstancesAReunir } from './InstancesAReunir.tsx'
import { lireAttendus, useAujourdhui } from './store.ts'
import classes from './aujourdhui.module.css'

/** The day of a host or of a coordinator, who notes no entretien: what is due, and what waits for somebody. */
export const AttendusPage = () => {
  const { jour, attendus } = useAujourdhui()
  const { nature } = useNomenclature()
  useEffect(() => void lireAttendus(), [])
  useRelecture(lireAttendus)
  if (attendus === null) return null
  return (
    <Ecran titre="Aujourd’hui" sousTitre={majuscule(jourEnLettres(jour))}>
      <div className={classes['colonnes']}>
        <Stack gap="xl">
          <Bloc titre="À faire" nombre={attendus.length} definition={definitions.agenda}>
            <Attendus attendus={attendus} jour={jour} vide="Rien d’échu, ni dans les sept jours." />
          </Bloc>
        </Stack>
        <Stack gap="xl">{nature === 'accueils' ? <AccueilsEnAttente /> : <InstancesAReunir />}</Stack>
      </div>
    </Ecran>
  )
}
