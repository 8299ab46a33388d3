import { Ecran } from '#ui/Ecran.tsx'

/** Coming releases. */
export const SortiesPage = () => <Ecran titre="Sorties">{null}</Ecran>
