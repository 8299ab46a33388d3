import { useEffect } from 'react'
import { BilanCoordinationPage } from '#features/bilan-coordination/BilanCoordinationPage.tsx'
import { BilansPage } from '#features/bilans/BilansPage.tsx'
import { useContexte } from '#features/bilans/contexte.ts'
import { PanneauContexte } from '#features/bilans/PanneauContexte.tsx'
import { PublicationsPage } from '#features/bilans/PublicationsPage.tsx'
import { useNomenclature, usePermis } from './session.ts'

/** Reports of who counts persons, documents of who leads without one; who may do neither reads what was published. */
export const Bilans = () => {
  const permis = usePermis()
  const { nature } = useNomenclature()
  if (nature === 'sans-personne' && permis('bilanCoordination.apercu'))
    return <BilanCoordinationPage Contexte={Contexte} />
  return permis('bilans.apercu') ? <BilansPage /> : <PublicationsPage />
}

const Contexte = ({ annee, onChange }: { readonly annee: number; readonly onChange: () => void }) => {
  const { chiffres } = useContexte()
  useEffect(onChange, [chiffres, onChange])
  return <PanneauContexte annee={annee} />
}
