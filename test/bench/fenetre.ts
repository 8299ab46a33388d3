import { lancer } from '../e2e/pilote.ts'
import { allerA, ouvrirAvec } from '../e2e/gestes.ts'

const lieux = ['Aujourd’hui', 'Entretiens', 'Personnes', 'Partenaires'] as const

/** Opens a coffre in the real window and goes round its places; its heap, in bytes, once collected, after each turn. */
export const mesurerFenetre = async (coffre: string, phrase: string, tours: number): Promise<readonly number[]> => {
  const application = await lancer({ coffre })
  try {
    const { page } = application
    await ouvrirAvec(page, phrase)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('HeapProfiler.enable')
    const tas: number[] = []
    for (let tour = 0; tour < tours; tour += 1) {
      for (const lieu of lieux) await allerA(page, lieu)
      await cdp.send('HeapProfiler.collectGarbage')
      tas.push((await cdp.send('Runtime.getHeapUsage')).usedSize)
    }
    return tas
  } finally {
    await application.fermer()
  }
}
