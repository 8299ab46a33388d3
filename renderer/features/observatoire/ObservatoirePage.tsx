import { Button, SegmentedControl } from '@mantine/core'
import { useEffect } from 'react'
import { Ecran, EtatVide } from '#ui/Ecran.tsx'
import { Comptes } from './Comptes.tsx'
import { Mediation } from './Mediation.tsx'
import { Secteurs } from './Secteurs.tsx'
import { Signalements } from './Signalements.tsx'
import { oublierReponse } from './store-mediation.ts'
import { lireSecteurs, montrerVue, useObservatoire } from './store.ts'

/** The observatoire de la tranquillité: troubles told by function, where and when, and what the médiation made of them. */
export const ObservatoirePage = () => {
  const { vue, secteurs } = useObservatoire()
  useEffect(() => void lireSecteurs(), [])
  if (secteurs === null) return null
  return (
    <Ecran
      titre="Observatoire"
      actions={
        <SegmentedControl
          aria-label="Vue"
          value={vue}
          onChange={(choisie) => {
            oublierReponse()
            montrerVue(choisie)
          }}
          data={[
            { value: 'signalements', label: 'Signalements' },
            { value: 'carte', label: 'Carte et comptes' },
            { value: 'mediation', label: 'Médiation' },
            { value: 'secteurs', label: 'Secteurs' },
          ]}
        />
      }
    >
      {secteurs.length === 0 && vue !== 'secteurs' ? (
        <EtatVide titre="Commencez par les secteurs">
          Un signalement se compte dans un secteur de la ville : nommez-les, puis dessinez-les si vous voulez une carte.
          <Button display="block" mx="auto" mt="sm" onClick={() => montrerVue('secteurs')}>
            Nommer les secteurs
          </Button>
        </EtatVide>
      ) : (
        <>
          {vue === 'signalements' && <Signalements secteurs={secteurs} />}
          {vue === 'carte' && <Comptes />}
          {vue === 'mediation' && <Mediation secteurs={secteurs} />}
          {vue === 'secteurs' && <Secteurs secteurs={secteurs} />}
        </>
      )}
    </Ecran>
  )
}
