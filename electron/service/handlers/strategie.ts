import { lireReglages } from '#db/queries/reglages.ts'
import { enregistrerLigne, supprimerLigne } from '#db/queries/strategie/budget.ts'
import { chargerExemple } from '#db/queries/strategie/exemple.ts'
import { declinerFiche, deplacerFiche, enregistrerFiche, noterAnnee } from '#db/queries/strategie/fiches.ts'
import { enregistrerIndicateur, noterValeur } from '#db/queries/strategie/indicateurs.ts'
import { lireFiche, listerStrategies, resumerStrategie } from '#db/queries/strategie/lire.ts'
import type { Comptage } from '#db/queries/strategie/lire-indicateurs.ts'
import { deplacerAxe, enregistrerAxe, enregistrerStrategie, enregistrerTerritoire } from '#db/queries/strategie/plan.ts'
import { retirerDeStrategie } from '#db/queries/strategie/retirer.ts'
import { suivisVisibles } from '#shared/domaine/acces/agent.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { Context, HandlersDe } from '../context.ts'

export const strategie: HandlersDe<'strategie'> = {
  lister: (_, { db }) => listerStrategies(db()),
  resumer: async ({ id, annee }, ctx) => resumerStrategie(ctx.db(), id, { annee, ...(await comptageDe(ctx)) }),
  lireFiche: async ({ id, annee }, ctx) => lireFiche(ctx.db(), id, { annee, ...(await comptageDe(ctx)) }),
  chargerExemple: async ({ exemple }, { db, maintenant }) => ({
    id: await chargerExemple(db(), exemple, maintenant()),
  }),
  enregistrer: (plan, { db, maintenant }) => enregistrerStrategie(db(), plan, maintenant()),
  enregistrerAxe: (axe, { db }) => enregistrerAxe(db(), axe),
  enregistrerTerritoire: (territoire, { db }) => enregistrerTerritoire(db(), territoire),
  enregistrerFiche: (fiche, { db, maintenant }) => enregistrerFiche(db(), fiche, maintenant()),
  enregistrerIndicateur: (indicateur, { db, maintenant }) => enregistrerIndicateur(db(), indicateur, maintenant()),
  deplacerAxe: ({ id, vers }, { db }) => deplacerAxe(db(), id, vers),
  deplacerFiche: ({ id, vers }, { db }) => deplacerFiche(db(), id, vers),
  declinerFiche: async ({ id }, { db, maintenant }) => ({ copies: await declinerFiche(db(), id, maintenant()) }),
  noterAnnee: (annee, { db, maintenant }) => noterAnnee(db(), annee, maintenant()),
  noterValeur: (valeur, { db, maintenant }) => noterValeur(db(), valeur, maintenant()),
  enregistrerLigne: (ligne, { db, maintenant }) => enregistrerLigne(db(), ligne, maintenant()),
  supprimerLigne: ({ id }, { db }) => supprimerLigne(db(), id),
  retirer: (chose, { db, maintenant }) => retirerDeStrategie(db(), chose, maintenant().toISOString()),
  retablir: (chose, { db }) => retirerDeStrategie(db(), chose, null),
}

/** Whoever may not read the suivis of a job is given none of its counts; the observatoire holds nobody. */
export const comptageDe = async ({ db, agent, maintenant }: Context): Promise<Comptage> => {
  const { dispositifs } = await lireReglages(db())
  const visibles = suivisVisibles(agent())
  return {
    jour: jourLocal(maintenant()),
    comptables: dispositifs.filter((d) => d === 'coordination' || visibles.includes(d)),
    seuil: 0,
  }
}
