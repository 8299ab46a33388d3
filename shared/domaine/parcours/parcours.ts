import { z } from 'zod'
import { horloges } from '../dispositifs/cvp/horloges.ts'
import type { Nomenclature } from '../nomenclature.ts'
import { avancementDe, EtapeAtteinte } from './avancement.ts'
import { FaitsParcours } from './faits.ts'
import { EcheanceLegale, echeancesLegales } from './horloge.ts'
import { Sortie, sortieDe } from './sorties.ts'

/** A suivi out of prison, whole: what is stored of it, and what its dates say. */
export const Parcours = FaitsParcours.extend({
  avancement: z.array(EtapeAtteinte),
  /** Legal clocks, past ones included. */
  echeancesLegales: z.array(EcheanceLegale),
  /** The coming release; null when none is expected. */
  prochaineSortie: Sortie.nullable(),
})
export type Parcours = z.infer<typeof Parcours>

export const composerParcours = (nomenclature: Nomenclature, faits: FaitsParcours, aujourdhui: string): Parcours => ({
  ...faits,
  avancement: avancementDe(faits, aujourdhui),
  echeancesLegales: echeancesLegales(horloges, faits, aujourdhui),
  prochaineSortie: sortieDe(nomenclature, faits, aujourdhui) ?? null,
})
