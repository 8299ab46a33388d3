import { Ecran } from '#ui/Ecran.tsx'

export const PostesPage = () => <Ecran titre="Postes suivis">{null}</Ecran>
