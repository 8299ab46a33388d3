import { createHash } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { compterPersonnes, lireFaits, lireTextes } from '#db/queries/bilan.ts'
import { listerContexte } from '#db/queries/contexte.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { listerPostes } from '#db/queries/postes.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import type { MesureBrute } from '#shared/domaine/bilan/chiffre.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { anneeDe, nomDePeriode, type Periode, reculer, tientEnUnAn } from '#shared/domaine/bilan/periode.ts'
import { declarations, mesurer, tableauxDemandes } from '#shared/domaine/bilan/preparer.ts'
import { recenser, type Recensement } from '#shared/domaine/bilan/recensement.ts'
import { Annee } from '#shared/domaine/communs.ts'
import { contexteImprime } from '#shared/domaine/contexte.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { etpMoyen, financementDu, moisTravailles, type Poste } from '#shared/domaine/poste.ts'
import type { BilanJuge } from '#shared/domaine/secret/protege.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { enJson } from '#shared/utils/json.ts'

/** Years shown by the series, the one of the report included. */
const ANNEES_DE_SERIE = 10

/** A period counted, none of its numbers judged yet. */
export type PeriodeComptee = {
  readonly periode: Periode
  readonly annee: number
  readonly etp: number
  readonly recensements: readonly Recensement[]
  readonly mesures: readonly MesureBrute[]
}

/** Everything a report is made of. It stays in the service. */
export type Entree = Omit<BilanJuge, 'periode' | 'precedentes'> & {
  readonly periode: PeriodeComptee
  /** The periods before that hold data, latest first. */
  readonly precedentes: readonly PeriodeComptee[]
  /** SHA-256 of all the above: the same facts, texts and choices make the same report. */
  readonly empreinte: string
}

/**
 * Reads and counts. Throws `periode-invalide` for a period that ends before it begins, has not begun, or is out of the
 * calendar.
 */
export const lireEntree = async (db: Db, demande: DemandeBilan, maintenant: Date): Promise<Entree> => {
  const { dispositif, seuil, mode } = demande
  const periode = { du: demande.du, au: demande.au }
  refuserPeriode(periode, maintenant)
  const nomenclature = await lireNomenclature(db, dispositif)
  const periodes = tientEnUnAn(periode) ? [0, 1, 2].map((ans) => reculer(periode, ans)) : [periode]
  const faits = await lireFaits(db, dispositif, { du: periodes.at(-1)?.du ?? periode.du, au: periode.au })
  const comptees = periodes
    .map((p) => ({ periode: p, comptes: compter(faits, p) }))
    .filter(({ comptes }, rang) => rang === 0 || comptes.personnes.length > 0)

  const declares = tableauxDemandes(dispositif, nomenclature)
  const recensements = recenser(
    declares,
    comptees.map((c) => c.comptes),
    nomenclature,
    seuil,
    mode === 'regroupement' ? 'regroupee' : 'detaillee',
  )
  const postes = await listerPostes(db)
  const [enCours, ...precedentes] = comptees.map(({ periode: p, comptes }, i) => ({
    periode: p,
    annee: anneeDe(p),
    etp: postes.reduce((total, poste) => total + etpMoyen(poste, anneeDe(p)), 0),
    recensements: recensements[i] ?? [],
    mesures: mesurer(comptes),
  }))
  if (enCours === undefined) throw new ErreurMetier('periode-invalide')
  const entree = {
    entete: {
      dispositif,
      titre: `Bilan d’activité ${nomDePeriode(periode)}`,
      demonstration: (await lireReglages(db)).demonstration,
      periode,
      postes: postesDe(postes, anneeDe(periode)),
      sections: await sectionsDe(db, nomenclature, demande),
      ...(await contexteDe(db, demande)),
    },
    textes: new Map(declares.map(({ id, titre, definition }) => [id, { titre, definition }])),
    chiffres: declarations[dispositif].chiffres,
    periode: enCours,
    precedentes,
    serie: await serieDe(db, demande),
    regle: { seuil, mode, catalogue: `${dispositif}-1${mode === 'regroupement' ? '-regroupe' : ''}` },
  }
  return { ...entree, empreinte: empreinteDe({ ...entree, textes: [...entree.textes], chiffres: [] }) }
}

/** Of the text that `JSON.stringify` would make, piece by piece: the whole of a large post is too long for one string. */
const empreinteDe = (valeur: object): string => {
  const empreinte = createHash('sha256')
  for (const morceau of enJson(valeur)) empreinte.update(morceau)
  return empreinte.digest('hex')
}

const refuserPeriode = ({ du, au }: Periode, maintenant: Date): void => {
  const annees = [du, au].map((jour) => Number(jour.slice(0, 4)))
  if (du > au || du > jourLocal(maintenant) || annees.some((annee) => !Annee.safeParse(annee).success))
    throw new ErreurMetier('periode-invalide')
}

/** Posts held during the year, with what each is owed. */
export const postesDe = (postes: readonly Poste[], annee: number): Bilan['postes'] =>
  postes.flatMap((poste) => {
    const mois = moisTravailles(poste, annee)
    const { nom, etp, financeur, financementAnnuel } = poste
    return mois === 0
      ? []
      : [{ nom, etp, mois, financeur, financementAnnuel, financementDu: financementDu(poste, annee) }]
  })

const sectionsDe = async (
  db: Db,
  nomenclature: Nomenclature,
  { dispositif, du, au }: DemandeBilan,
): Promise<Bilan['sections']> => {
  const textes = await lireTextes(db, dispositif, anneeDe({ du, au }))
  return nomenclature.sections.map(({ code, titre }) => ({
    code,
    titre,
    texte: textes.find((t) => t.section === code)?.texte ?? '',
  }))
}

/** Nothing at all where there is none: a report without context is the one it was before there could be any. */
const contexteDe = async (db: Db, { dispositif, du, au }: DemandeBilan): Promise<Pick<Bilan, 'contexte'>> => {
  const contexte = contexteImprime(await listerContexte(db, dispositif), anneeDe({ du, au }))
  return contexte.length === 0 ? {} : { contexte }
}

/** Persons of the same days, year after year, from the first year that holds any. */
const serieDe = async (db: Db, { dispositif, du, au }: DemandeBilan) => {
  const periode = { du, au }
  const reculs = tientEnUnAn(periode) ? Array.from({ length: ANNEES_DE_SERIE }, (_, i) => ANNEES_DE_SERIE - 1 - i) : [0]
  const periodes = reculs.map((ans) => reculer(periode, ans))
  const personnes = await compterPersonnes(db, dispositif, periodes)
  const annees = periodes.map((p, i) => ({ annee: anneeDe(p), personnes: personnes[i] ?? 0 }))
  const premiere = annees.findIndex((a) => a.personnes > 0)
  return premiere === -1 ? annees.slice(-1) : annees.slice(premiere)
}
