import { Ecran } from '#ui/Ecran.tsx'

export const ObservatoirePage = () => <Ecran titre="Observatoire">{null}</Ecran>
