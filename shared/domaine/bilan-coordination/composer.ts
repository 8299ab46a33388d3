import type { CodeDispositif } from '../dispositifs/index.ts'
import type { ContexteImprime } from '../contexte.ts'
import type { BilanInstance } from '../instances/bilan.ts'
import type { FicheLue, StrategieLue } from '../strategie/strategie.ts'
import type { DateIso } from '../../utils/dates.ts'
import { estFinanceeParFipd } from './compte.ts'
import { type IndicateurImprime, protegerFiches } from './proteger.ts'
import type { BilanPublie } from './publies.ts'

/** A fiche action as the documents print it: what was read, its indicators protected. */
export type FicheImprimee = Omit<FicheLue, 'indicateurs' | 'cibles' | 'part'> & {
  readonly territoire: string | null
  readonly indicateurs: readonly IndicateurImprime[]
  readonly fipd: boolean
}

/** What a followed post itself published of a year: its grand total of persons, null when it hid it or published none. */
export type PostePublie = {
  readonly nom: string
  readonly dispositif: CodeDispositif
  /** Whether it had published that year when it gave its lot. */
  readonly publie: boolean
  readonly personnes: number | null
}

/** What the observatoire counted of a year. No person. */
export type CompteAnnuel = {
  readonly signalements: number
  readonly suivis: number
  readonly interventions: number
  readonly parSecteur: readonly {
    readonly nom: string
    readonly signalements: number
    readonly interventions: number
  }[]
}

export type FaitsCoordination = {
  readonly strategie: StrategieLue
  readonly poste: string
  readonly demonstration: boolean
  /** The day it was read. */
  readonly jour: DateIso
  readonly instances: readonly BilanInstance[]
  readonly contexte: readonly ContexteImprime[]
  /** Jobs of the coffre whose bilans the reader may read, and what they published. */
  readonly metiers: readonly CodeDispositif[]
  readonly publies: readonly BilanPublie[]
  /** Bilans of the year that add up the lots of the posts, once published. */
  readonly consolides: readonly BilanPublie[]
  readonly postes: readonly PostePublie[]
  readonly observatoire: { readonly annee: CompteAnnuel; readonly precedente: CompteAnnuel }
  /** Narrative sections of the year by code, and those of the comptes rendus by code and fiche. */
  readonly textes: ReadonlyMap<string, string>
}

/** The year of a coordinator as every document of his prints it: nothing but this is given to the writers. */
export type BilanCoordination = Omit<FaitsCoordination, 'strategie'> &
  Pick<StrategieLue, 'strategie' | 'annee'> & {
    readonly axes: readonly (StrategieLue['axes'][number] & { readonly fiches: readonly FicheImprimee[] })[]
    readonly fiches: readonly FicheImprimee[]
  }

export const composerBilan = ({ strategie: lue, ...faits }: FaitsCoordination): BilanCoordination => {
  const { strategie, annee, axes, territoires } = lue
  const proteges = protegerFiches(lue.fiches, { annee, publies: faits.publies })
  const fiches = lue.fiches.map(({ indicateurs: _indicateurs, cibles: _cibles, part: _part, ...fiche }) =>
    Object.assign(fiche, {
      territoire: territoires.find((t) => t.id === fiche.territoireId)?.nom ?? null,
      indicateurs: proteges.get(fiche.id) ?? [],
      fipd: estFinanceeParFipd(fiche.contenu.financeurs, fiche.budget),
    }),
  )
  return {
    ...faits,
    strategie,
    annee,
    // By id: two documents of one town may number the same axes in another order.
    axes: axes.map((axe) => Object.assign({}, axe, { fiches: fiches.filter((f) => f.axeId === axe.id) })),
    fiches,
  }
}

/** « 2.1 Travail d’intérêt général », « 1.3 Animation – Jas de Bouffan ». */
export const nomDeFiche = ({ numero, titre, territoire }: FicheImprimee): string =>
  [`${numero} ${titre}`.trim(), ...(territoire === null ? [] : [territoire])].join(' – ')

/** The text of a section of the compte rendu of an action is kept with those of the year, under this code. */
export const codeTexteAction = (section: string, ficheId: string): string => `${section}-${ficheId}`
