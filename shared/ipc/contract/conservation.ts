import { z } from 'zod'
import { CodeDispositifSchema, Id, Jour } from '../../domaine/communs.ts'
import { ApercuPurge, ComptesPurge, PurgeFaite } from '../../domaine/conservation/apercu.ts'
import { Prolongation } from '../../domaine/conservation/prolongation.ts'
import { Regle, RegleChoisie, VisaArchives } from '../../domaine/conservation/regle.ts'
import { command, query } from '../call.ts'

/** How long each dispositif keeps what it holds, what leaves and when, and what already left. */
export const conservation = {
  lire: query(
    z.strictObject({ jour: Jour }),
    z.strictObject({
      regles: z.array(Regle),
      apercu: ApercuPurge,
      visas: z.array(VisaArchives),
      purges: z.array(PurgeFaite),
    }),
  ),
  /** Whether something is at its term, for the first screen. */
  avis: query(z.strictObject({ jour: Jour }), z.strictObject({ aTerme: z.int(), bientot: z.int() })),
  /** Null gives the declared rule back. */
  choisirRegle: command(
    z.strictObject({ dispositif: CodeDispositifSchema, regle: RegleChoisie.omit({ dispositif: true }).nullable() }),
    z.void(),
  ),
  noterVisa: command(VisaArchives, z.void()),
  prolonger: command(Prolongation, z.void()),
  cesserProlongation: command(z.strictObject({ suiviId: Id }), z.void()),
  /** Only what was shown leaves: `attendues` are the ids of the lines. It cannot be undone. */
  purger: command(
    z.strictObject({ id: Id, attendues: z.array(Id).max(20_000), malgreBilans: z.boolean() }),
    ComptesPurge,
  ),
}
