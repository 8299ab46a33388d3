import { Ecran } from '#ui/Ecran.tsx'

export const InstancesPage = () => <Ecran titre="Instances">{null}</Ecran>
