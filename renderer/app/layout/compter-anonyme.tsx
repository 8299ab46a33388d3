import { api, appeler, reussir } from '../api.ts'
import { annoncerAvecAnnulation } from '../annoncer.tsx'
import { heure } from '../dates.ts'

/** One more anonymous contact, kept only if nobody undoes it. */
export const compterAnonyme = async (): Promise<void> => {
  const id = crypto.randomUUID()
  const fait = await appeler(api.entretiens.compterAnonyme({ id }))
  if (fait === undefined) return
  annoncerAvecAnnulation({
    message: `Contact anonyme enregistré à ${heure(fait.enregistreLe)}`,
    annuler: () => reussir(api.entretiens.supprimer({ id })),
    annule: 'Contact anonyme retiré',
  })
}
