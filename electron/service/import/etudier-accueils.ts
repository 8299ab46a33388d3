import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { lireAccueilsConnus } from '#db/queries/imports-accueils.ts'
import { lireEcartees } from '#db/queries/droits/restrictions.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import type { Grille } from '#shared/domaine/import/cellule.ts'
import { lireGrilles } from '#shared/domaine/import/lecture.ts'
import { sansEcartees } from '#shared/domaine/import/lignes-ecartees.ts'
import { type LigneDAccueil, planifierAccueils } from '#shared/domaine/import/plan-accueils.ts'
import { estRefuse, type RapportImport } from '#shared/domaine/import/rapport.ts'
import { cleDoublon, cleIdentite } from '#shared/domaine/personne.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { deLignesPossibles } from './lignes-possibles.ts'
import type { DemandeImport } from './importer.ts'

/** What the file of a host would do to the coffre: the report, and the plan to write. */
export const etudierAccueils = async (
  db: Db,
  grilles: readonly Grille[],
  { dispositif, correspondance, simulation, avecNoms }: DemandeImport,
  maintenant: Date,
) => {
  const aujourdhui = jourLocal(maintenant)
  const nomenclature = await lireNomenclature(db, dispositif)
  const lue = lireGrilles(grilles, nomenclature, correspondance, aujourdhui)
  const { nombre, lignes, ajouts, ...lecture } = sansEcartees(lue, await lireEcartees(db))
  const lues = lignes.filter((ligne): ligne is LigneDAccueil => ligne.accueil !== null)
  const idDe = (ligne: LigneDAccueil, rang: number): string => idStable([dispositif, ...cleDe(ligne), rang])
  const connus = await lireAccueilsConnus(db, nomenclature, {
    cles: lues.map((l) => cleDoublon(l.personne)),
    ids: lues.map((l) => idDe(l, 1)),
    jour: aujourdhui,
  })
  const { accueils, postes, utiles, ...plan } = planifierAccueils(lues, {
    ...connus,
    idDe,
    nouvelId: () => randomUUID(),
    aujourdhui,
    avecNoms,
  })
  // A line that can't be read may be what another one lacks: the whole file is judged once each line is.
  const problemes = [...lecture.problemes, ...(lecture.problemes.length === 0 ? plan.problemes : [])].toSorted(
    (a, b) => a.ligne - b.ligne,
  )
  const refuse = estRefuse({ problemes, valeursInconnues: lecture.valeursInconnues })
  const rapport: RapportImport = {
    schema: 'jalon-import/1',
    simulation,
    ...plan,
    ...lecture,
    problemes,
    lignes: nombre,
    ignorees: [...lecture.ignorees, ...plan.ignorees].toSorted((a, b) => a.ligne - b.ligne),
    importees: refuse ? 0 : utiles.size,
    entretiens: 0,
    sejours: 0,
    faits: 0,
    accueils: accueils.length,
    avertissements: [...lecture.avertissements, ...plan.avertissements],
    apercu: avecNoms ? lecture.apercu : [],
    valeursInconnues: avecNoms ? lecture.valeursInconnues : deLignesPossibles({ ...lecture, problemes }),
  }
  return { rapport, ecritures: { ajouts, postes, accueils } }
}

/** What of a line never changes while the spreadsheet is kept up to date. */
const cleDe = ({ personne, accueil }: LigneDAccueil): readonly unknown[] => [
  cleIdentite(personne),
  accueil.mesure,
  accueil.heures,
  accueil.decideLe,
]

/** A UUID made of what it stands for (version 8, RFC 9562): the same line gives the same one. */
const idStable = (contenu: readonly unknown[]): string => {
  const h = createHash('sha256')
    .update(JSON.stringify(['jalon-accueil/1', ...contenu]))
    .digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`
}
