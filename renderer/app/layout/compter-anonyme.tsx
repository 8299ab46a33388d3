import { api, appeler } from '../api.ts'
import { annoncer } from '../annoncer.tsx'
import { heure } from '../dates.ts'
import { annoncerEcriture } from '../ecritures.ts'

/** One more anonymous contact, kept only if nobody undoes it. */
export const compterAnonyme = async (): Promise<void> => {
  const id = crypto.randomUUID()
  const fait = await appeler(api.entretiens.compterAnonyme({ id }))
  if (fait === undefined) return
  annoncerEcriture()
  annoncer(`Contact anonyme enregistré à ${heure(fait.enregistreLe)}`, { annule: 'Contact anonyme retiré' })
}
