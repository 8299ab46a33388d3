import { Anchor, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api, appeler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { aller } from '#app/navigation.ts'
import type { AccueilResume } from '#shared/domaine/tig/accueil.ts'
import { direAlerte } from '#shared/domaine/tig/alertes.ts'
import { Bloc } from './Bloc.tsx'
import { definitions } from './definitions.ts'
import classes from './aujourdhui.module.css'

/** Accueils where something waits for somebody, the most pressing first; each opens. */
export const AccueilsEnAttente = () => {
  const [accueils, setAccueils] = useState<readonly AccueilResume[]>([])
  useEffect(() => {
    const lire = async () => {
      const lus = await appeler(api.tig.lister({ jour: aujourdhui(), etat: 'tous', posteId: null, texte: '' }))
      setAccueils((lus ?? []).filter((a) => a.alertes.length > 0))
    }
    void lire()
  }, [])
  return (
    <Bloc titre="Accueils à regarder" nombre={accueils.length} definition={definitions.accueils}>
      {accueils.length === 0 && (
        <Text size="sm" c="dimmed">
          Aucun accueil n’attend quelque chose.
        </Text>
      )}
      <ul className={classes['liste']}>
        {accueils.map(({ id, personne, alertes: [premiere] }) => (
          <li key={id} className={classes['ligne']}>
            <div className={classes['corps']}>
              <Anchor component="button" type="button" size="sm" ta="left" onClick={() => aller('tig', { id })}>
                {personne}
              </Anchor>
              <Text size="sm" c="dimmed">
                {premiere === undefined ? '' : direAlerte(premiere)}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Bloc>
  )
}
