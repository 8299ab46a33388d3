import { z } from 'zod'
import { Id } from '../communs.ts'
import { type Certificat, Refus } from './certificat.ts'

/** What the control of a report says on screen: how many, never which. */
export const Verdict = z.strictObject({
  refus: Refus.nullable(),
  /** The edition that says exactly this already: publishing again gives its files back. */
  edition: Id.nullable(),
  tableaux: z.int(),
  /** Editions already published that were joined with it. */
  rapports: z.int(),
  petites: z.int(),
  masqueesEnPlus: z.int(),
  calculs: z.int(),
  secondes: z.number(),
  /** By how much, in percent, a lighter hiding could do better at most; 0 when there is none. */
  ecart: z.number(),
  /** Tables where more than 15 % of the cells are small: rare rows put together would read better (secret-statistique.md §5.2). */
  clairsemes: z.int(),
})
export type Verdict = z.infer<typeof Verdict>

/** The figures of a certificate that are told on screen. */
export const resumerCertificat = ({
  periodes,
  relecture,
  dureeMs,
}: Certificat): Pick<
  Verdict,
  'rapports' | 'petites' | 'masqueesEnPlus' | 'calculs' | 'secondes' | 'ecart' | 'clairsemes'
> => {
  const unites = periodes.flatMap((p) => p.unites)
  // Those of the report itself: the periods before it are only recalled beside it.
  const siennes = periodes[0]?.unites ?? []
  const cout = sommer(unites.map((u) => u.cout))
  const borne = sommer(unites.map((u) => (u.optimal ? u.cout : Math.min(u.cout, u.borneInferieure))))
  return {
    rapports: new Set(periodes.flatMap((p) => p.flux.map((f) => f.edition.id))).size,
    petites: sommer(siennes.map((u) => u.primaires)),
    masqueesEnPlus: sommer(siennes.map((u) => u.secondaires)),
    calculs: sommer(unites.map((u) => u.calculs)) + (relecture?.calculs ?? 0),
    secondes: dureeMs / 1000,
    ecart: cout === 0 ? 0 : ((cout - borne) / cout) * 100,
    clairsemes: siennes.flatMap((u) => u.tableaux).filter((t) => t.primaires > PART_CLAIRSEMEE * t.cellules).length,
  }
}

const PART_CLAIRSEMEE = 0.15

const sommer = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0)
