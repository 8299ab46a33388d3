import { lireApercuPurge } from '#db/queries/conservation/lister.ts'
import { listerPurges } from '#db/queries/conservation/purges.ts'
import {
  cesserProlongation,
  choisirRegle,
  lireRegles,
  listerVisas,
  noterVisa,
  prolonger,
} from '#db/queries/conservation/regles.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { purgerCoffre } from '../conservation/purger.ts'
import type { HandlersDe } from '../context.ts'

export const conservation: HandlersDe<'conservation'> = {
  lire: async ({ jour }, { db }) => {
    const { dispositifs } = await lireReglages(db())
    return {
      regles: [...(await lireRegles(db())).values()].filter((r) => dispositifs.includes(r.dispositif)),
      apercu: await lireApercuPurge(db(), jour),
      visas: await listerVisas(db()),
      purges: await listerPurges(db()),
    }
  },
  avis: async ({ jour }, { db }) => {
    const { aTerme, bientot } = await lireApercuPurge(db(), jour)
    const libres = (lignes: typeof aTerme) => lignes.filter((l) => l.retenue === null).length
    return { aTerme: libres(aTerme), bientot: libres(bientot) }
  },
  choisirRegle: ({ dispositif, regle }, { db, maintenant }) =>
    choisirRegle(db(), dispositif, regle === null ? null : { ...regle, dispositif }, maintenant()),
  noterVisa: (visa, { db, maintenant }) => noterVisa(db(), visa, maintenant()),
  prolonger: (prolongation, { db, maintenant }) => prolonger(db(), prolongation, maintenant()),
  cesserProlongation: ({ suiviId }, { db }) => cesserProlongation(db(), suiviId),
  purger: (demande, contexte) => purgerCoffre(contexte, demande),
}
