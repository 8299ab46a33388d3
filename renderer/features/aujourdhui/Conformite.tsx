import { Anchor, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api, appeler } from '#app/api.ts'
import { aller } from '#app/navigation.ts'
import { usePermis } from '#app/session.ts'
import { type DemandeLue, genresDemande, joursRestants } from '#shared/domaine/droits/demande.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { delai } from './presenter.ts'
import { useAujourdhui } from './store.ts'
import classes from './aujourdhui.module.css'

/** Days before the term of an answer when it is no longer only written in the register. */
const JOURS = 31

export type AFaire = { readonly demandes: readonly DemandeLue[]; readonly aTerme: number; readonly bientot: number }

/** Requests that wait for an answer, and what came to the end of its time; for whoever answers for the data. */
export const useConformite = (): AFaire | null => {
  const permis = usePermis()('conservation.lire')
  const jour = useAujourdhui((s) => s.jour)
  const [lue, setLue] = useState<AFaire | null>(null)
  useEffect(() => {
    if (!permis) return
    const lire = async () => {
      const avis = await appeler(api.conservation.avis({ jour }))
      const droits = await appeler(api.droits.lire())
      if (avis === undefined || droits === undefined) return
      const demandes = droits.demandes.filter((d) => d.repondueLe === null && joursRestants(d, jour) <= JOURS)
      setLue({ ...avis, demandes })
    }
    void lire()
  }, [permis, jour])
  return lue
}

export const Conformite = ({ demandes, aTerme, bientot }: AFaire) => {
  const jour = useAujourdhui((s) => s.jour)
  return (
    <ul className={classes['liste']}>
      {demandes.map((d) => (
        <li key={d.id} className={classes['ligne']}>
          <div className={classes['corps']}>
            <Text size="sm" fw={600}>
              {genresDemande[d.genre]}
            </Text>
            <Text size="sm">{d.nom ?? 'Personne que le coffre ne connaît pas'}</Text>
          </div>
          <Text size="sm" ta="right" className={classes['date'] ?? ''}>
            {delai(d.pourLe, jour).texte}
            <Text span size="xs" c="dimmed" display="block">
              réponse due le {dateFrancaise(d.pourLe)}
            </Text>
          </Text>
        </li>
      ))}
      {aTerme + bientot > 0 && (
        <li className={classes['ligne']}>
          <Text size="sm">
            {aTerme} à terme, {bientot} dans les trente jours :{' '}
            <Anchor component="button" type="button" onClick={() => aller('reglages')}>
              Réglages, Conservation
            </Anchor>
          </Text>
        </li>
      )}
    </ul>
  )
}
