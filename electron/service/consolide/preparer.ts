import { createHash } from 'node:crypto'
import type { Consolidation } from '#db/consolidation/base.ts'
import { estPartagee, inscrireSommes, sommesPubliees } from '#db/consolidation/sommes.ts'
import type { Db } from '#db/connection.ts'
import { lireEdition, listerEditions, type PublicationAnterieure, publicationsEnRapport } from '#db/queries/registre.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { comparerFlux, estTropFaible } from '#shared/domaine/bilan/flux.ts'
import { anneeDe, type Periode, reculer } from '#shared/domaine/bilan/periode.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { assembler } from '#shared/domaine/lot/assembler.ts'
import { lotDe } from '#shared/domaine/lot/reconstituer.ts'
import { Certificat } from '#shared/domaine/secret/certificat.ts'
import { reprendreEdition } from '#shared/domaine/secret/protege.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { OutilsBilan } from '../bilan/preparer.ts'
import type { APublier } from '../bilan/publier.ts'
import { type AnneePrecedente, anneePrecedente } from './annee-precedente.ts'
import type { LotLu, Perimetre } from './lire.ts'
import { lirePerimetre } from './lire.ts'
import { catalogueDe, composerSomme } from './composer.ts'
import { jugerSomme, type Jugement, relireSomme, totalDesLots } from './juger.ts'
import { type Ecart, verifierPublications } from './verifier.ts'

/** A consolidated report, what the ledger will keep of it, and how each lot stands beside what its post published. */
export type Consolide = {
  readonly aPublier: APublier
  readonly perimetre: Perimetre
  readonly verification: { readonly compares: number; readonly ecarts: Ecart[] }
}

/** `base`: where the lots are, in this coffre or elsewhere; the ledger is this coffre's, told to the others of a shared base. */
export type OutilsConsolide = OutilsBilan & { readonly base: Consolidation }

/** Seconds given to the search of a lighter hiding, for each part of each group of posts. */
const BUDGETS = { apercu: 1, publication: 4 } as const

/**
 * Lots → sum → protection → audit. Throws `consolidation-refusee`, with the post and the reason, when what posts or earlier
 * sums published does not let the sum be told in detail, or when its audit fails; grand totals alone need no such proof.
 */
export const preparerConsolide = async (
  outils: OutilsConsolide,
  demande: DemandeBilan,
  but: keyof typeof BUDGETS,
): Promise<Consolide> => {
  const { db, base, maintenant } = outils
  const { dispositif, du, au, seuil, mode } = demande
  const perimetre = await lirePerimetre(base, demande, jourLocal(maintenant()))
  const { lots } = perimetre
  if (lots.length === 0) refuser('aucun-lot')
  const finesse = mode === 'regroupement' ? 'regroupee' : 'detaillee'
  const recensements = assembler(dispositif, lots, seuil, finesse)
  const verification = verifierPublications(assembler(dispositif, lots, seuil, 'detaillee'), lots)
  const inscrites = await publiees(outils, dispositif, { du, au })
  const avant = anneePrecedente(
    await publiees(outils, dispositif, reculer({ du, au }, 1)),
    recensements,
    { du, au },
    catalogueDe(demande),
  )
  const empreinte = empreinteDe(demande, perimetre, avant)
  const deja = await dejaPublie(db, demande, empreinte)
  if (deja !== undefined) return { aPublier: deja, perimetre, verification }

  const debut = performance.now()
  if (mode === 'arrondi') refuser('arrondi')
  if (mode !== 'total') exigerPreuvePossible(demande, lots, inscrites, recensements)
  const demonstration = { lots, inscrites, seuil, budget: BUDGETS[but] }
  const jugement: Jugement =
    mode === 'total'
      ? { unites: totaux(recensements, lots, seuil), controles: [], retires: [] }
      : await jugerSomme(outils.atelier, recensements, demonstration, (fait, total) =>
          outils.progression('Recherche du masquage, groupe de postes par groupe…', fait, total + 1),
        )
  const bilan = await composerSomme(db, demande, { perimetre, recensements, jugement, avant }, maintenant())
  outils.progression('Contrôle du bilan joint à ce que les postes ont publié…', 1, 2)
  const relecture =
    mode === 'total'
      ? null
      : await relireSomme(outils.atelier, Bilan.parse(JSON.parse(JSON.stringify(bilan))), recensements, demonstration)
  if (relecture !== null && relecture.exposees > 0) refuser('non-prouve')
  const certificat: Certificat = {
    schema: 'jalon-certificat/1',
    dispositif,
    du,
    au,
    seuil,
    mode,
    catalogue: bilan.secret.catalogue,
    faitLe: maintenant().toISOString(),
    dureeMs: Math.round(performance.now() - debut),
    periodes: [
      {
        du,
        au,
        personnes: recensements.find((r) => r.unite === 'personnes')?.unites.length ?? 0,
        unites: [...jugement.controles],
        flux: [],
      },
    ],
    relecture: relecture === null ? null : { statut: 'protege', ...relecture },
  }
  const controlee = { unites: jugement.unites, controles: jugement.controles, flux: [], refus: null }
  const comptee = { periode: { du, au }, annee: anneeDe({ du, au }), etp: 0, recensements, mesures: [] }
  const aPublier: APublier = {
    bilan,
    certificat,
    refus: null,
    edition: null,
    entree: { empreinte },
    periodes: [{ comptee, controlee, figee: false }],
    ...(estPartagee(base) && {
      annoncer: (publications) => inscrireSommes(base, demande, publications, inscrites),
    }),
  }
  return { aPublier, perimetre, verification }
}

/** By this coffre and, where the base is shared, by every coordinator: what a reader may hold beside the next report. */
const publiees = async (
  { db, base }: OutilsConsolide,
  dispositif: CodeDispositif,
  periode: Periode,
): Promise<readonly PublicationAnterieure[]> => {
  const toutes = [
    ...(await publicationsEnRapport(db, dispositif, periode, 'consolidation')),
    ...(await sommesPubliees(base, dispositif, periode)),
  ]
  return [...new Map(toutes.map((p) => [p.id, p])).values()]
}

const refuser = (motif: string, poste = ''): never => {
  throw new ErreurMetier('consolidation-refusee', { champs: { motif, poste } })
}

/** What a proof stands on: posts that published these very days or nothing, counted then as in their lots; sums that only grew. */
const exigerPreuvePossible = (
  { du, au, seuil }: DemandeBilan,
  lots: readonly LotLu[],
  inscrites: readonly PublicationAnterieure[],
  recensements: readonly Recensement[],
): void => {
  for (const { poste, liees } of lots)
    for (const liee of liees.filter((l) => l.tableaux.length > 0)) {
      if (liee.du !== du || liee.au !== au) refuser('autres-jours', poste)
      if (liee.flux.entrees + liee.flux.sorties + liee.flux.modifications > 0) refuser('modifie-depuis', poste)
      if (!liee.fidele) refuser('lignes-reunies', poste)
    }
  const presents = new Set(lots.map((l) => l.id))
  for (const siennes of Map.groupBy(inscrites, (i) => i.edition.id).values()) {
    if (siennes.some((i) => i.du !== du || i.au !== au)) refuser('autre-periode')
    const avant = siennes.map((i) => i.recensement)
    if (avant.some((r) => r.unites.some((u) => !presents.has(lotDe(u))))) refuser('lot-remplace')
    if (estTropFaible(comparerFlux(personnes(avant), personnes(recensements)), seuil)) refuser('trop-peu-de-personnes')
  }
}

/** Those of acts are nobody in particular, and the same persons again. */
const personnes = (recensements: readonly Recensement[]): readonly Recensement[] =>
  recensements.filter((r) => r.unite === 'personnes')

const totaux = (recensements: readonly Recensement[], lots: readonly LotLu[], seuil: number): Jugement['unites'] =>
  recensements.map((r) => ({
    recensement: { unite: r.unite, questions: r.questions, tableaux: [] },
    total: totalDesLots(r, lots, seuil),
    imprimes: [],
    bases: {},
  }))

/** The same lots, posts beside them, texts and choices make the same report. */
const empreinteDe = (
  demande: DemandeBilan,
  { lots, ...reste }: Perimetre,
  avant: AnneePrecedente | undefined,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify(['consolidation', demande, lots.map((l) => [l.id, l.poste, l.postes]), reste, avant?.edition]),
    )
    .digest('hex')

const dejaPublie = async (db: Db, { dispositif }: DemandeBilan, empreinte: string): Promise<APublier | undefined> => {
  const meme = (await listerEditions(db, dispositif, 'consolidation')).find((e) => e.empreinte === empreinte)
  const edition = meme === undefined ? undefined : await lireEdition(db, meme.id)
  if (edition === undefined) return undefined
  return {
    bilan: reprendreEdition(Bilan.parse(edition.document)),
    certificat: Certificat.parse(edition.certificat),
    refus: null,
    edition: edition.id,
    entree: { empreinte },
    periodes: [],
  }
}
