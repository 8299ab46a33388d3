import { useState } from 'react'
import { useOuvertures } from '#app/ouvertures.ts'
import { rafraichirSession, useSession } from '#app/session.ts'
import { ConfirmerSecours } from './ConfirmerSecours.tsx'
import { CreerCoffre } from './CreerCoffre.tsx'
import { FeuilleSecours } from './FeuilleSecours.tsx'
import { Impasse } from './Impasse.tsx'
import { OuvrirCoffre } from './OuvrirCoffre.tsx'
import { RepartirSauvegarde } from './RepartirSauvegarde.tsx'

/** What stands before the places of the post: making the coffre, opening it, keeping the recovery code. */
export const CoffrePage = () => {
  const { coffre, ouverte, codeSecours } = useSession()
  const [repartir, setRepartir] = useState(false)
  const { sauvegardes } = useOuvertures()
  if (coffre === null) return null
  if (ouverte !== null) return codeSecours === null ? <ConfirmerSecours /> : <FeuilleSecours code={codeSecours} />
  const revenir = () => {
    setRepartir(false)
    useOuvertures.setState({ sauvegardes: null })
  }
  if (repartir || sauvegardes !== null)
    return (
      <RepartirSauvegarde
        ouvertes={sauvegardes}
        onRetour={revenir}
        onFin={() => {
          revenir()
          void rafraichirSession()
        }}
      />
    )
  const onRepartir = () => setRepartir(true)
  if (coffre.etat === 'absent') return <CreerCoffre emplacement={coffre.emplacement} onRepartir={onRepartir} />
  if (coffre.etat === 'verrouille' || coffre.etat === 'ouvert')
    return <OuvrirCoffre attendre={coffre.attendre} onRepartir={onRepartir} />
  return <Impasse etat={coffre.etat} emplacement={coffre.emplacement} onRepartir={onRepartir} />
}
