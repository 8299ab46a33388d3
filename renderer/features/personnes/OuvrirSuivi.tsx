import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { ChampsReponses } from '#app/ChampsReponses.tsx'
import { aujourdhui } from '#app/dates.ts'
import { aller } from '#app/navigation.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { prendreFocus } from '#ui/focus.ts'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import classes from './personnes.module.css'
import { changer } from './store.ts'

/** A suivi opened for somebody sent and not met yet; her parcours is shown at once. */
export const OuvrirSuivi = (props: { readonly personneId: string; readonly onFini: () => void }) => {
  const { personneId, onFini } = props
  const [date, setDate] = useState(ecrireDate(aujourdhui()))
  const [reponses, setReponses] = useState<Reponses>({})
  const [refus, setRefus] = useState(false)
  const jour = lireDate(date, aujourdhui())
  const dateFausse = jour === undefined || jour > aujourdhui()
  const ouvrir = async () => {
    setRefus(true)
    if (dateFausse) return
    const suiviId = crypto.randomUUID()
    if (await changer(api.parcours.ouvrir({ suiviId, personneId, role: null, date: jour, reponses })))
      aller('parcours', { personneId, suiviId })
  }
  return (
    <form
      noValidate
      aria-label="Ouvrir avant tout entretien"
      className={classes['grille']}
      onSubmit={(event) => {
        event.preventDefault()
        void ouvrir()
      }}
    >
      <ChampDate
        label="Orientée le"
        aujourdhui={aujourdhui()}
        ref={prendreFocus}
        value={date}
        onChange={setDate}
        error={refus && dateFausse ? 'Attendu : jj/mm/aaaa, aujourd’hui ou avant.' : undefined}
      />
      <ChampsReponses porteur="suivi" reponses={reponses} onChange={setReponses} />
      <Group mt={22} gap="xs">
        <Button type="submit">Ouvrir</Button>
        <Button variant="default" onClick={onFini}>
          Annuler
        </Button>
      </Group>
    </form>
  )
}
