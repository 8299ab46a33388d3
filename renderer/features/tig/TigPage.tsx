import { Ecran } from '#ui/Ecran.tsx'

export const TigPage = () => <Ecran titre="Accueils TIG">{null}</Ecran>
