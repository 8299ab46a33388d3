import { type ModeSecret, modesSecret } from '#shared/domaine/bilan/bilan.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DemandeBilan, Facon } from '#shared/ipc/contract/bilans.ts'
import { type BilanPrepare, type OutilsBilan, preparerBilan } from './preparer.ts'

/** What each way to protect the same report would print and hide, side by side. */
export const comparerFacons = async (outils: OutilsBilan, demande: Omit<DemandeBilan, 'mode'>): Promise<Facon[]> => {
  const facons: Facon[] = []
  for (const [rang, mode] of modesSecret.entries()) {
    const progression: OutilsBilan['progression'] = (etape, fait, total) =>
      outils.progression(etape, rang * total + fait, modesSecret.length * total)
    facons.push(await essayer({ ...outils, progression }, { ...demande, mode }))
  }
  return facons
}

const essayer = async (outils: OutilsBilan, demande: DemandeBilan): Promise<Facon> => {
  try {
    return decrire(demande.mode, await preparerBilan(outils, demande, 'apercu'))
  } catch (error) {
    if (!(error instanceof ErreurMetier) || error.erreur.code !== 'secret-non-prouve') throw error
    return { mode: demande.mode, etat: 'non-prouve' }
  }
}

const decrire = (mode: ModeSecret, { bilan, certificat, refus }: BilanPrepare): Facon => {
  const cellules = bilan.tableaux.flatMap((t) => t.cellules)
  const personnes = certificat.periodes[0]?.unites.find((u) => u.unite === 'personnes' && !u.arrondi)
  return {
    mode,
    etat: refus === null ? 'permis' : 'refuse',
    imprimees: cellules.filter((c) => c.etat === 'publie').length,
    masquees: cellules.filter((c) => c.etat !== 'publie').length,
    personnes: personnes === undefined ? 0 : personnes.unitesPrimaires + personnes.unitesSecondaires,
  }
}
