import type { Db } from '#db/connection.ts'
import { lireFaits, lireTextes } from '#db/queries/bilan.ts'
import { listerContexte } from '#db/queries/contexte.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { listerPostes } from '#db/queries/postes.ts'
import { type PublicationAnterieure, publicationsEnRapport } from '#db/queries/registre.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import type { MesureBrute, PeriodePubliee } from '#shared/domaine/bilan/chiffre.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { anneeDe, type Periode } from '#shared/domaine/bilan/periode.ts'
import { declarations, mesurer, tableauxDemandes } from '#shared/domaine/bilan/preparer.ts'
import { comparerFlux } from '#shared/domaine/bilan/flux.ts'
import { type MotsDits, recenser, type Recensement } from '#shared/domaine/bilan/recensement.ts'
import { contexteImprime } from '#shared/domaine/contexte.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { type TableauDefini, tableauxDefinis } from '#shared/domaine/lot/definition.ts'
import { relier } from '#shared/domaine/lot/liee.ts'
import type { Lot, TableauLot } from '#shared/domaine/lot/lot.ts'
import { plier } from '#shared/domaine/lot/plier.ts'
import { racontePublication } from '#shared/domaine/lot/publications.ts'
import { mettreEnCliques } from '#shared/domaine/lot/recensement-lot.ts'
import { PERSONNES_PAR_MOT, tabuler } from '#shared/domaine/lot/tabuler.ts'
import { etpMoyen } from '#shared/domaine/poste.ts'
import { VERSION } from '#shared/version.ts'
import { postesDe } from '../bilan/entree.ts'
import { empreinteDeDefinition } from './definition.ts'

export type DemandeLot = Periode & {
  readonly dispositif: CodeDispositif
  /** The post says that its narrative answers name nobody; else they stay here. */
  readonly avecSections: boolean
}

type Compose = Omit<Lot, 'schema' | 'id' | 'poste' | 'cle' | 'destinataire' | 'numero' | 'faitLe'>

/** All that a lot tells of a period, counted today: what the report counts, exact, and nothing of any person. */
export const composerLot = async (db: Db, { dispositif, du, au, avecSections }: DemandeLot): Promise<Compose> => {
  const periode = { du, au }
  const annee = anneeDe(periode)
  const nomenclature = await lireNomenclature(db, dispositif)
  const comptes = compter(await lireFaits(db, dispositif, periode), periode)
  const declares = tableauxDemandes(dispositif, nomenclature)
  const definis = tableauxDefinis(dispositif)
  const inscrites = await publicationsEnRapport(db, dispositif, periode)
  const dits = motsDits(inscrites, definis)
  const [recensements = []] = recenser(declares, [comptes], nomenclature, PERSONNES_PAR_MOT, 'detaillee', dits)
  const [regroupes = []] = recenser(declares, [comptes], nomenclature, PERSONNES_PAR_MOT, 'regroupee', dits)
  const dimensions = declares.flatMap((t) => t.dimensions)
  const groupeDe = (question: string, code: string): string | null => {
    const declaree = dimensions.find((d) => d.id === question)
    return declaree?.modalites(nomenclature).find((m) => m.code === code)?.groupe ?? null
  }
  const { tableaux, modalites } = tabuler(recensements, definis, groupeDe, dits)
  const postes = await listerPostes(db)
  const brutes = mesurer(comptes)
  const etp = postes.reduce((total, poste) => total + etpMoyen(poste, annee), 0)
  const exacte = lireExact(annee, etp, tableaux, brutes)
  const textes = avecSections ? await lireTextes(db, dispositif, annee) : []
  return {
    dispositif,
    du,
    au,
    definition: { empreinte: empreinteDeDefinition(dispositif), version: VERSION },
    demonstration: (await lireReglages(db)).demonstration,
    postes: postesDe(postes, annee),
    sections: nomenclature.sections.flatMap(({ code }) => {
      const texte = textes.find((t) => t.section === code)?.texte.trim() ?? ''
      return texte === '' ? [] : [{ code, texte }]
    }),
    contexte: contexteImprime(await listerContexte(db, dispositif), annee),
    modalites,
    tableaux,
    chiffres: declarations[dispositif].chiffres.map(({ id, calculer }) => ({ id, valeur: calculer(exacte) ?? null })),
    mesures: brutes.map(taireMediane),
    publications: inscrites.map(({ edition, ...p }) =>
      racontePublication(
        {
          ...p,
          edition: edition.id,
          seuil: edition.seuil,
          mode: edition.mode,
          publieeLe: edition.creeeLe,
        },
        definis,
        modalites,
      ),
    ),
    ...agreger({ recensements, regroupes, inscrites, definis, dits }),
  }
}

/** Texts typed freely that these editions have as rows: without them a lot would tell less than what was printed. */
const motsDits = (inscrites: readonly PublicationAnterieure[], definis: readonly TableauDefini[]): MotsDits => {
  const libres = new Set(definis.flatMap((t) => t.dimensions.flatMap((d) => (d.libre ? [d.id] : []))))
  const rangees = inscrites
    .flatMap((i) => i.recensement.tableaux.flatMap((t) => t.dimensions))
    .filter((d) => libres.has(d.id))
    .flatMap((d) => d.modalites.flatMap((m) => (m.reste ? [] : [{ question: d.question, code: m.code }])))
  return new Map(
    [...Map.groupBy(rangees, (r) => r.question)].map(([question, siennes]) => [
      question,
      new Set(siennes.map((r) => r.code)),
    ]),
  )
}

/** The cliques of the tables, and what was published of the same units, in the same words. */
const agreger = ({
  recensements,
  regroupes,
  inscrites,
  definis,
  dits,
}: {
  readonly recensements: readonly Recensement[]
  readonly regroupes: readonly Recensement[]
  readonly inscrites: readonly PublicationAnterieure[]
  readonly definis: readonly TableauDefini[]
  readonly dits: MotsDits
}): Pick<Lot, 'recensements' | 'liees'> => {
  const plis = recensements.map((r) => plier(r, definis, dits))
  const flux = new Map(
    [...Map.groupBy(inscrites, cleDeRelease)].map(([cle, siennes]) => [
      cle,
      comparerFlux(
        siennes.map((s) => s.recensement),
        recensements,
      ),
    ]),
  )
  return {
    recensements: plis.map((p) => {
      const siens = regroupes.find((r) => r.unite === p.recensement.unite)?.tableaux ?? []
      return mettreEnCliques(p.recensement, siens.map(p.plierTableau))
    }),
    liees: inscrites.flatMap((i) => {
      const pli = plis.find((p) => p.recensement.unite === i.unite)
      const sien = flux.get(cleDeRelease(i))
      return pli === undefined || sien === undefined ? [] : [relier({ ...i, edition: i.edition.id, flux: sien }, pli)]
    }),
  }
}

const cleDeRelease = ({ edition, du, au }: PublicationAnterieure): string => `${edition.id} ${du} ${au}`

const lireExact = (
  annee: number,
  etp: number,
  tableaux: readonly TableauLot[],
  mesures: readonly MesureBrute[],
): PeriodePubliee => {
  const cases = new Map(tableaux.map((t) => [t.id, new Map(t.cellules.map((c) => [c.codes.join(' '), c.valeur]))]))
  return {
    annee,
    etp,
    lire: (tableau, ...codes) => {
      const lues = cases.get(tableau)
      return lues === undefined ? undefined : (lues.get(codes.join(' ')) ?? 0)
    },
    total: (unite) => tableaux.find((t) => t.unite === unite)?.base,
    mesure: (id) => mesures.find((m) => m.id === id)?.valeur,
  }
}

/** A median of one or two persons is about them; how many there are is a number like any other. */
const taireMediane = ({ id, valeur, effectif, personnes }: MesureBrute): Lot['mesures'][number] => ({
  id,
  valeur: estEffectif(id) || personnes >= PERSONNES_PAR_MOT ? valeur : null,
  effectif,
  personnes,
})

const estEffectif = (id: string): boolean => id === 'suivisClos' || id.endsWith('-n')
