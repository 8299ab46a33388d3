import { z } from 'zod'
import { Id, Jour } from '../communs.ts'
import { StatutOrientation } from '../orientation.ts'
import { DecisionDuParcours } from './comite.ts'
import { Consentement } from './consentement.ts'
import { Contrat } from './contrat.ts'
import { Demarche } from './demarche.ts'
import { Repere } from './etape.ts'
import { Mesure } from './mesure.ts'
import { Passage } from './passage.ts'
import { Rattachement } from './rattachement.ts'
import { Situation } from './situation.ts'
import { StatutPenalDate } from './statut-penal.ts'

/** All that is stored of one suivi out of prison: what its screen shows, and what every rule of this folder reads. */
export const FaitsParcours = z.strictObject({
  suivi: z.strictObject({
    id: Id,
    dispositif: z.string(),
    numero: z.int(),
    saisineDate: Jour.nullable(),
    closLe: Jour.nullable(),
    motifCloture: z.string().nullable(),
  }),
  /** Persons accompanied, not their relatives; the birth date serves the age limits of a mission locale. */
  personnes: z.array(z.strictObject({ id: Id, libelle: z.string(), naissance: z.string().nullable() })),
  /** Days of the entretiens, in order. */
  entretiens: z.array(Jour),
  reperes: z.array(Repere),
  consentements: z.array(Consentement),
  statuts: z.array(StatutPenalDate),
  mesures: z.array(Mesure),
  passages: z.array(Passage),
  situations: z.array(Situation),
  demarches: z.array(Demarche),
  decisions: z.array(DecisionDuParcours),
  rattachement: Rattachement.nullable(),
  contrats: z.array(Contrat),
  orientations: z.array(z.strictObject({ destination: z.string(), statut: StatutOrientation, date: Jour })),
  /** Échéances of the suivi that are not done. */
  echeances: z.array(z.strictObject({ date: Jour, libelle: z.string() })),
})
export type FaitsParcours = z.infer<typeof FaitsParcours>
