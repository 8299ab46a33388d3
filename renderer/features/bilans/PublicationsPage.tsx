import { Ecran } from '#ui/Ecran.tsx'
import { PanneauRegistre } from './PanneauRegistre.tsx'

/** The reports already published, for who reads them and counts nobody. */
export const PublicationsPage = () => (
  <Ecran titre="Bilans publiés">
    <PanneauRegistre />
  </Ecran>
)
