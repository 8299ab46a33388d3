import { z } from 'zod'
import { Annee, Id } from '../../domaine/communs.ts'
import { LigneBudget } from '../../domaine/strategie/budget.ts'
import { codesExemple } from '../../domaine/strategie/exemples/index.ts'
import { AnneeFiche, FicheAction } from '../../domaine/strategie/fiche.ts'
import { Indicateur, ValeurANoter } from '../../domaine/strategie/indicateur.ts'
import { Axe, FicheLue, Strategie, StrategieResumee, Territoire } from '../../domaine/strategie/strategie.ts'
import { command, query } from '../call.ts'

/** What is taken out with a way back. */
const retirables = ['strategie', 'axe', 'territoire', 'fiche', 'indicateur'] as const
export type RetirableDeStrategie = (typeof retirables)[number]

const Retrait = z.strictObject({ genre: z.enum(retirables), id: Id })
const UneAnnee = z.strictObject({ id: Id, annee: Annee })
const Deplacement = z.strictObject({ id: Id, vers: z.enum(['haut', 'bas']) })

/** The strategy of the coordinator, its fiches action and their indicators. It holds no person. */
export const strategie = {
  lister: query(z.void(), z.array(Strategie)),
  /** Axes and fiches of a strategy as one year shows them. */
  resumer: query(UneAnnee, StrategieResumee),
  lireFiche: query(UneAnnee, FicheLue),
  /** Loads a published strategy; refused while it is there. */
  chargerExemple: command(z.strictObject({ exemple: z.enum(codesExemple) }), z.strictObject({ id: Id })),
  enregistrer: command(Strategie, z.void()),
  enregistrerAxe: command(Axe, z.void()),
  enregistrerTerritoire: command(Territoire, z.void()),
  enregistrerFiche: command(FicheAction, z.void()),
  enregistrerIndicateur: command(Indicateur, z.void()),
  deplacerAxe: command(Deplacement, z.void()),
  deplacerFiche: command(Deplacement, z.void()),
  /** Copies a fiche for each territory that has none of it; answers how many. */
  declinerFiche: command(z.strictObject({ id: Id }), z.strictObject({ copies: z.int() })),
  noterAnnee: command(AnneeFiche, z.void()),
  /** One cell; refused over what Jalon counts. */
  noterValeur: command(ValeurANoter, z.void()),
  enregistrerLigne: command(LigneBudget, z.void()),
  supprimerLigne: command(z.strictObject({ id: Id }), z.void()),
  retirer: command(Retrait, z.void()),
  retablir: command(Retrait, z.void()),
}
