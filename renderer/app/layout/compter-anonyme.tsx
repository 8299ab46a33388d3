import { api, appeler, reussir } from '../api.ts'
import { annoncerAvecAnnulation } from '../annoncer.tsx'
import { heure } from '../dates.ts'
import { annoncerEcriture } from '../ecritures.ts'

/** One more anonymous contact, kept only if nobody undoes it. */
export const compterAnonyme = async (): Promise<void> => {
  const id = crypto.randomUUID()
  const fait = await appeler(api.entretiens.compterAnonyme({ id }))
  if (fait === undefined) return
  annoncerEcriture()
  annoncerAvecAnnulation({
    message: `Contact anonyme enregistré à ${heure(fait.enregistreLe)}`,
    annuler: async () => {
      const retire = await reussir(api.entretiens.supprimer({ id }))
      annoncerEcriture()
      return retire
    },
    annule: 'Contact anonyme retiré',
  })
}
