import type { PublicationAnterieure } from '#db/queries/registre.ts'
import { comparerFlux, estTropFaible } from '#shared/domaine/bilan/flux.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import type { ControleUnite, FluxEdition, Refus } from '#shared/domaine/secret/certificat.ts'
import { ErreurExposition, juger, type PartieJugee, totalDe } from '#shared/domaine/secret/juger.ts'
import { type Ancienne, poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import type { UniteJugee } from '#shared/domaine/secret/publier.ts'
import { scinder } from '#shared/domaine/secret/scinder.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import type { Atelier } from '../secret/atelier.ts'
import { controleDe } from './controle-unite.ts'
import type { PeriodeComptee } from './entree.ts'

export type PeriodeControlee = {
  readonly unites: readonly UniteJugee[]
  readonly controles: readonly ControleUnite[]
  readonly flux: readonly FluxEdition[]
  readonly refus: Refus | null
}

type Regle = Pick<DemandeBilan, 'seuil' | 'mode'> & { readonly budget: number }

/**
 * Judges a period: first against what was published of overlapping days (flow rule), then unit after unit, joined with it.
 * When it may not be published, it is judged alone, to be shown on screen, and `refus` says why.
 */
export const jugerPeriode = async (
  atelier: Atelier,
  { recensements }: PeriodeComptee,
  inscrites: readonly PublicationAnterieure[],
  regle: Regle,
  progression?: (calculs: number) => void,
): Promise<PeriodeControlee> => {
  const flux = fluxDepuis(inscrites, recensements)
  const faible = flux.find((f) => estTropFaible(f, regle.seuil))
  const juge = (liees: readonly PublicationAnterieure[]) =>
    jugerUnites(atelier, recensements, liees, regle, progression)
  if (regle.mode === 'total') return { ...totaux(recensements, regle.seuil), flux, refus: null }
  if (faible !== undefined && regle.mode !== 'arrondi')
    return { ...(await juge([])), flux, refus: { raison: 'flux', flux: faible } }
  try {
    const jugees = await juge(inscrites)
    // Rounded numbers do not tell who came or left; a unit that could not be rounded would.
    const exacte = jugees.unites.some((u) => u.recensement.tableaux.some((t) => u.bases[t.id] === undefined))
    return { ...jugees, flux, refus: faible !== undefined && exacte ? { raison: 'flux', flux: faible } : null }
  } catch (error) {
    if (!(error instanceof ErreurExposition) || inscrites.length === 0) throw error
    return { ...(await juge([])), flux, refus: { raison: 'exposition', cellules: error.exposees } }
  }
}

const jugerUnites = async (
  atelier: Atelier,
  recensements: readonly Recensement[],
  inscrites: readonly PublicationAnterieure[],
  regle: Regle,
  progression?: (calculs: number) => void,
): Promise<Pick<PeriodeControlee, 'unites' | 'controles'>> => {
  const jugees: UniteJugee[] = []
  const controles: ControleUnite[] = []
  for (const recensement of recensements) {
    const { seuil, budget } = regle
    const mode = regle.mode === 'arrondi' ? 'arrondi' : 'masquage'
    const anciennes = lieesA(recensement, inscrites)
    const parties: PartieJugee[] = []
    for (const partie of scinder(recensement, anciennes, seuil)) {
      const posee = poserRecensement(partie.recensement, partie.anciennes, { seuil, mode, budget })
      const constat = await atelier.accomplir(posee.tache, { progression })
      parties.push({ recensement: partie.recensement, posee, constat })
    }
    jugees.push(juger(recensement, parties, seuil))
    controles.push(controleDe(recensement, parties, anciennes.length))
  }
  return { unites: jugees, controles }
}

/**
 * Releases of the same unit to be joined to a new one. The same census printed the same way tells nothing more the second
 * time; no other may be left out: eleven months and a year tell December.
 */
export const lieesA = ({ unite }: Recensement, inscrites: readonly PublicationAnterieure[]): readonly Ancienne[] => {
  const vues = new Map<string, Ancienne>()
  for (const { recensement, cellules } of inscrites.filter((i) => i.unite === unite)) {
    const cle = JSON.stringify([recensement, cellules])
    vues.delete(cle)
    vues.set(cle, { recensement, ...cellules })
  }
  return [...vues.values()]
}

/** How many persons changed since each edition, the same days first counted the same way left out. */
const fluxDepuis = (
  inscrites: readonly PublicationAnterieure[],
  recensements: readonly Recensement[],
): readonly FluxEdition[] => {
  const parEdition = Map.groupBy(inscrites, (i) => `${i.edition.id} ${i.du} ${i.au}`)
  return [...parEdition.values()].flatMap((siennes) => {
    const [premiere] = siennes
    if (premiere === undefined) return []
    const { id, creeeLe } = premiere.edition
    const avant = siennes.map((s) => s.recensement)
    return [{ edition: { id, du: premiere.du, au: premiere.au, creeeLe }, ...comparerFlux(avant, recensements) }]
  })
}

/** Grand totals alone: the way out when nothing finer may be said. */
const totaux = (
  recensements: readonly Recensement[],
  seuil: number,
): Pick<PeriodeControlee, 'unites' | 'controles'> => ({
  unites: recensements.map((r) => ({
    recensement: { ...r, tableaux: [] },
    total: totalDe(r, seuil),
    imprimes: [],
    bases: {},
  })),
  controles: [],
})
