import type { Db } from '#db/connection.ts'
import {
  derniereEdition,
  lireEdition,
  listerEditions,
  type PublicationAnterieure,
  publicationsEnRapport,
} from '#db/queries/registre.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { Certificat, type ControleUnite, type Refus } from '#shared/domaine/secret/certificat.ts'
import { ErreurExposition } from '#shared/domaine/secret/juger.ts'
import { ErreurSolveur } from '#shared/domaine/secret/moteur/solveur.ts'
import { poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { type BilanProtege, composerBilan, reprendreEdition } from '#shared/domaine/secret/protege.ts'
import { estArrondi, relire } from '#shared/domaine/secret/relire.ts'
import { scinder } from '#shared/domaine/secret/scinder.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { Context } from '../context.ts'
import { type Entree, lireEntree, type PeriodeComptee } from './entree.ts'
import { jugerPeriode, lieesA, type PeriodeControlee } from './juger-periode.ts'

/** A report ready to be shown and, unless it is refused, published. */
export type BilanPrepare = {
  readonly bilan: BilanProtege
  readonly certificat: Certificat
  readonly refus: Refus | null
  /** The edition that says exactly this, when it was published already. */
  readonly edition: string | null
  readonly entree: Entree
  /** What was judged now, in the order of the periods; an edition that is printed again was judged in its time. */
  readonly periodes: readonly {
    readonly comptee: PeriodeComptee
    readonly controlee: PeriodeControlee
    /** Printed again as an edition did. */
    readonly figee: boolean
  }[]
}

export type OutilsBilan = Pick<Context, 'atelier' | 'maintenant' | 'progression'> & { readonly db: Db }

/** Seconds given to the search of a lighter hiding: few for a preview, more before publishing (secret-statistique.md §5.2). */
const BUDGETS = { apercu: 3, publication: 15 } as const

/**
 * Facts → counts → protection → audit. The only way from the database to a report: what comes out holds nothing that is
 * hidden. Throws `periode-invalide`, and `secret-non-prouve` when the solver fails or the audit of the document does.
 */
export const preparerBilan = async (
  outils: OutilsBilan,
  demande: DemandeBilan,
  but: keyof typeof BUDGETS,
): Promise<BilanPrepare> => {
  // The worker gets ready while rows are read.
  if (demande.mode !== 'total') outils.atelier.preparer()
  const entree = await lireEntree(outils.db, demande, outils.maintenant())
  const publiee = await dejaPubliee(outils.db, demande, entree)
  if (publiee !== undefined) return publiee
  try {
    return await juger(outils, demande, entree, BUDGETS[but])
  } catch (error) {
    throw error instanceof ErreurSolveur || error instanceof ErreurExposition
      ? new ErreurMetier('secret-non-prouve')
      : error
  }
}

const juger = async (
  outils: OutilsBilan,
  demande: DemandeBilan,
  entree: Entree,
  budget: number,
): Promise<BilanPrepare> => {
  const { atelier, db, maintenant } = outils
  const { seuil, mode, dispositif } = demande
  const debut = performance.now()
  const etapes = 1 + entree.precedentes.length
  const periodes: BilanPrepare['periodes'][number][] = []
  for (const comptee of [entree.periode, ...entree.precedentes]) {
    const inscrites = await publicationsEnRapport(db, dispositif, comptee.periode)
    const figee = await dejaImprimee(db, comptee, inscrites, demande, periodes.length === 0)
    outils.progression(RECHERCHE, periodes.length, etapes + 1)
    const controlee = figee ?? (await jugerPeriode(atelier, comptee, inscrites, { seuil, mode, budget }))
    // An earlier period that may not be told again is left out: it has its own edition.
    if (periodes.length === 0 || controlee.refus === null)
      periodes.push({ comptee, controlee, figee: figee !== undefined })
  }
  const [premiere, ...autres] = periodes
  if (premiere === undefined) throw new ErreurMetier('periode-invalide')
  const bilan = composerBilan({
    ...entree,
    periode: jugee(premiere),
    precedentes: autres.map(jugee),
    le: jourLocal(maintenant()),
    remplace: (await derniereEdition(db, dispositif, premiere.comptee.periode))?.creeeLe.slice(0, 10),
  })
  const { refus } = premiere.controlee
  outils.progression(CONTROLE, etapes, etapes + 1)
  const relecture = refus === null && mode !== 'total' ? await relireBilan(outils, bilan, periodes, demande) : null
  if (relecture?.statut === 'expose') throw new ErreurMetier('secret-non-prouve')
  const certificat: Certificat = {
    schema: 'jalon-certificat/1',
    dispositif,
    du: demande.du,
    au: demande.au,
    seuil,
    mode,
    catalogue: entree.regle.catalogue,
    faitLe: maintenant().toISOString(),
    dureeMs: Math.round(performance.now() - debut),
    periodes: periodes.map(({ comptee, controlee }) => ({
      ...comptee.periode,
      personnes: comptee.recensements.find((r) => r.unite === 'personnes')?.unites.length ?? 0,
      unites: [...controlee.controles],
      flux: [...controlee.flux],
    })),
    relecture,
  }
  return { bilan, certificat, refus, edition: null, entree, periodes }
}

const RECHERCHE = 'Recherche du masquage le plus léger…'
const CONTROLE = 'Contrôle : peut-on retrouver une case masquée par le calcul ?'

const jugee = ({ comptee, controlee }: BilanPrepare['periodes'][number]) => ({
  annee: comptee.annee,
  etp: comptee.etp,
  mesures: comptee.mesures,
  unites: controlee.unites,
})

/** The same facts, texts and choices as an edition: it is given back as it was, to the byte. */
const dejaPubliee = async (db: Db, demande: DemandeBilan, entree: Entree): Promise<BilanPrepare | undefined> => {
  const editions = await listerEditions(db, demande.dispositif)
  const meme = editions.find((e) => e.empreinte === entree.empreinte)
  const edition = meme === undefined ? undefined : await lireEdition(db, meme.id)
  if (edition === undefined) return undefined
  return {
    bilan: reprendreEdition(Bilan.parse(edition.document)),
    certificat: Certificat.parse(edition.certificat),
    refus: null,
    edition: edition.id,
    entree,
    periodes: [],
  }
}

/**
 * The period of the report is printed as its last edition did while nothing of its count changed. An earlier one never
 * changes at all: it is told as it was published, unless a higher threshold is asked.
 */
const dejaImprimee = async (
  db: Db,
  { periode, recensements }: PeriodeComptee,
  inscrites: readonly PublicationAnterieure[],
  { seuil, mode }: DemandeBilan,
  principale: boolean,
): Promise<PeriodeControlee | undefined> => {
  const memes = inscrites.filter(
    ({ du, au, edition }) =>
      du === periode.du &&
      au === periode.au &&
      (principale ? edition.seuil === seuil && edition.mode === mode : edition.seuil >= seuil),
  )
  const derniere = memes.at(-1)?.edition.id
  const siennes = memes.filter((i) => i.edition.id === derniere)
  const retrouve = (r: Recensement) =>
    siennes.some((s) => s.unite === r.unite && (!principale || JSON.stringify(s.recensement) === JSON.stringify(r)))
  if (siennes.length === 0 || !recensements.every(retrouve)) return undefined
  return {
    unites: siennes.map(({ recensement, cellules: { imprimes, bases, total } }) => ({
      recensement,
      imprimes,
      bases,
      total,
    })),
    controles: derniere === undefined ? [] : await lireControles(db, derniere, periode),
    flux: [],
    refus: null,
  }
}

/** What is printed again keeps the proof it had. */
const lireControles = async (
  db: Db,
  id: string,
  { du, au }: PeriodeComptee['periode'],
): Promise<readonly ControleUnite[]> => {
  const edition = await lireEdition(db, id)
  const { periodes } = Certificat.parse(edition?.certificat)
  return periodes.find((p) => p.du === du && p.au === au)?.unites ?? []
}

/** The auditor reads the text of the document and the ledger, nothing of what the protector knows. */
const relireBilan = async (
  { atelier, db }: OutilsBilan,
  bilan: BilanProtege,
  periodes: BilanPrepare['periodes'],
  { seuil, dispositif }: DemandeBilan,
): Promise<NonNullable<Certificat['relecture']>> => {
  const lu = Bilan.parse(JSON.parse(JSON.stringify(bilan)))
  let [calculs, exposees] = [0, 0]
  for (const [rang, { comptee, figee }] of periodes.entries()) {
    if (rang > 0 && figee) continue
    const inscrites = await publicationsEnRapport(db, dispositif, comptee.periode)
    for (const recensement of comptee.recensements) {
      const annee = rang === 0 ? null : comptee.annee
      for (const partie of scinder(recensement, lieesA(recensement, inscrites), seuil)) {
        const mode = estArrondi(lu, partie.recensement, annee) ? 'arrondi' : 'masquage'
        const { tache, adresses } = poserRecensement(partie.recensement, partie.anciennes, { seuil, mode, budget: 0 })
        const verdict = await atelier.controler(tache, relire(lu, annee, adresses))
        calculs += verdict.calculs
        exposees += verdict.exposees.length
      }
    }
  }
  return { statut: exposees === 0 ? 'protege' : 'expose', exposees, calculs }
}
