import { Ecran } from '#ui/Ecran.tsx'

export const StrategiePage = () => <Ecran titre="Stratégie">{null}</Ecran>
