import { createHash, randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/connection.ts'
import { ecrireAccueilsImportes } from '#db/queries/imports-accueils.ts'
import { type Ecritures, ecrireImport, lireConnus, nombreDEcritures } from '#db/queries/imports.ts'
import { lireEcartees } from '#db/queries/droits/restrictions.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireNecessite } from '#db/queries/parcours/cadre-penal.ts'
import { inTransaction } from '#db/transaction.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { Grille } from '#shared/domaine/import/cellule.ts'
import { lireGrilles } from '#shared/domaine/import/lecture.ts'
import { sansEcartees } from '#shared/domaine/import/lignes-ecartees.ts'
import { planifier } from '#shared/domaine/import/planifier.ts'
import { champsSousNecessite } from '#shared/domaine/import/questions-parcours.ts'
import { type Correspondance, estRefuse, type RapportImport } from '#shared/domaine/import/rapport.ts'
import { signerLignes } from '#shared/domaine/import/signature.ts'
import { cleDoublon } from '#shared/domaine/personne.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { Context } from '../context.ts'
import { etudierAccueils } from './etudier-accueils.ts'
import { deLignesPossibles } from './lignes-possibles.ts'
import { lireFichier } from './lire-fichier.ts'

export type DemandeImport = {
  readonly octets: Buffer
  readonly dispositif: CodeDispositif
  readonly correspondance: Correspondance
  /** Reads everything and writes nothing. */
  readonly simulation: boolean
  /** The report may show names: on screen, not on the command line. */
  readonly avecNoms: boolean
}

/** How many lines are written between two signs of progress. */
const PAS = 50

/**
 * Imports a file, whole or not at all, and says what was or would be done. Nothing is written when the report is refused
 * (`estRefuse`), nor for lines imported before. Throws `fichier-illisible`, `fichier-trop-gros`, or `valeur-inconnue`.
 */
export const importerFichier = async (
  demande: DemandeImport,
  { db, maintenant, progression }: Pick<Context, 'db' | 'maintenant' | 'progression'>,
): Promise<RapportImport> => {
  const { nature } = dispositifs[demande.dispositif]
  // Where nobody is received, a line of a spreadsheet would become nothing.
  if (nature === 'sans-personne') throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'metier' } })
  progression('lecture', 0, 1)
  const grilles = await lireFichier(demande.octets)
  progression('lecture', 1, 1)
  const instant = maintenant()
  const preparer = nature === 'accueils' ? preparerAccueils : preparerEntretiens
  if (demande.simulation) return (await preparer(db(), grilles, demande, instant)).rapport
  const importer = async (trx: Db): Promise<RapportImport> => {
    const { rapport, total, ecrire } = await preparer(trx, grilles, demande, instant)
    if (estRefuse(rapport)) throw new ImportRefuse(rapport)
    await ecrire(async (fait) => {
      if (fait % PAS !== 0 && fait !== total) return
      progression('ecriture', fait, total)
      // A turn of the event loop: without it the statements already run pile up in memory until the end.
      await setImmediate()
    })
    return rapport
  }
  try {
    return await inTransaction(db(), importer)
  } catch (error) {
    if (error instanceof ImportRefuse) return error.rapport
    throw error
  }
}

/** Ends the transaction of an import that is refused, or the journal would say that it was made. */
class ImportRefuse extends Error {
  readonly rapport: RapportImport
  constructor(rapport: RapportImport) {
    super('import-refuse')
    this.rapport = rapport
  }
}

/** What the report tells, and how to write it when nobody objects; `avancer` counts to `total`. */
type Preparation = {
  readonly rapport: RapportImport
  readonly total: number
  readonly ecrire: (avancer: (fait: number) => Promise<void>) => Promise<void>
}
type Preparer = (db: Db, grilles: readonly Grille[], demande: DemandeImport, instant: Date) => Promise<Preparation>

const preparerEntretiens: Preparer = async (db, grilles, demande, instant) => {
  const { rapport, ecritures } = await etudier(db, grilles, demande, instant)
  const total = nombreDEcritures(ecritures)
  return { rapport, total, ecrire: (avancer) => ecrireImport(db, demande.dispositif, ecritures, instant, avancer) }
}

const preparerAccueils: Preparer = async (db, grilles, demande, instant) => {
  const { rapport, ecritures } = await etudierAccueils(db, grilles, demande, instant)
  const total = ecritures.accueils.length
  const ecrire: Preparation['ecrire'] = (avancer) =>
    ecrireAccueilsImportes(db, demande.dispositif, ecritures, instant, avancer)
  return { rapport, total, ecrire }
}

const etudier = async (db: Db, grilles: readonly Grille[], demande: DemandeImport, maintenant: Date) => {
  const { dispositif, correspondance, simulation, avecNoms } = demande
  const nomenclature = await lireNomenclature(db, dispositif)
  const lue = lireGrilles(grilles, nomenclature, correspondance, jourLocal(maintenant))
  const { nombre, lignes, ajouts, ...lecture } = sansEcartees(lue, await lireEcartees(db))
  const empreintes = new Map(
    [...signerLignes(dispositif, lignes)].map(([ligne, signature]) => [ligne, condenser(signature)]),
  )
  const cles = lignes.filter((l) => !l.personne.anonyme).map((l) => cleDoublon(l.personne))
  const connus = await lireConnus(db, dispositif, empreintes.values(), new Set(cles))
  const necessite = (await lireNecessite(db, dispositif)) !== null
  const { entretiens, suivis, parcours, utiles, ...plan } = planifier(lignes, {
    empreintes,
    connus,
    nomenclature,
    necessite,
    nouvelId: () => randomUUID(),
    avecNoms,
  })
  // A line that can't be read may be what another one lacks: the whole file is judged once each line is.
  const problemes = [...lecture.problemes, ...(lecture.problemes.length === 0 ? plan.problemes : [])]
  const jugee = { ...lecture, problemes: problemes.toSorted((a, b) => a.ligne - b.ligne) }
  const valeursInconnues = necessite
    ? jugee.valeursInconnues
    : jugee.valeursInconnues.filter((v) => !champsSousNecessite.has(v.champ))
  const rapport: RapportImport = {
    schema: 'jalon-import/1',
    simulation,
    ...plan,
    ...jugee,
    lignes: nombre,
    ignorees: [...lecture.ignorees, ...plan.ignorees].toSorted((a, b) => a.ligne - b.ligne),
    importees: estRefuse({ problemes, valeursInconnues }) ? 0 : utiles.size,
    ...compterEcritures({ entretiens, suivis, parcours }),
    accueils: 0,
    avertissements: [...lecture.avertissements, ...plan.avertissements],
    apercu: avecNoms ? lecture.apercu : [],
    valeursInconnues: avecNoms ? valeursInconnues : deLignesPossibles({ ...jugee, valeursInconnues }),
  }
  return { rapport, ecritures: { ajouts, entretiens, suivis, parcours } }
}

const compterEcritures = ({
  entretiens,
  parcours,
}: Omit<Ecritures, 'ajouts'>): Pick<RapportImport, 'entretiens' | 'sejours' | 'faits'> => ({
  entretiens: entretiens.length,
  sejours: parcours.reduce((somme, p) => somme + p.passages.length, 0),
  faits: parcours.reduce(
    (somme, p) =>
      somme +
      [p.statuts, p.mesures, p.reperes, p.consentements, p.situations].flat().length +
      (p.cloture === null ? 0 : 1),
    0,
  ),
})

const condenser = (signature: string): string => createHash('sha256').update(signature).digest('hex')
