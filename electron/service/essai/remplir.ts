import type { Db } from '#db/connection.ts'
import { ecrireDemonstration, ecrireVille } from '#db/queries/demonstration.ts'
import { ecrireReglages } from '#db/queries/reglages.ts'
import { genererCoordination } from '#shared/domaine/demo/coordination/generer.ts'
import { genererDemonstration } from '#shared/domaine/demo/generer.ts'
import { genererTig } from '#shared/domaine/demo/tig/generer.ts'
import { jourLocal } from '#shared/utils/dates.ts'

export const NOM_DEMO = 'Poste de démonstration (données inventées)'

type Options = {
  readonly maintenant: Date
  /** Part of the persons of the whole demonstration. */
  readonly taille: number
  readonly progression: (fait: number, total: number) => void
}

/** Fills an empty coffre with an invented post and its town, up to today; gives the last whole year. */
export const remplirDemonstration = async (db: Db, { maintenant, taille, progression }: Options): Promise<number> => {
  const aujourdhui = jourLocal(maintenant)
  const demonstration = genererDemonstration(aujourdhui, GRAINE, taille)
  const { annee } = demonstration
  await ecrireReglages(db, {
    demonstration: true,
    secoursConfirme: true,
    intervenant: 'Dominique Exemple (personne inventée)',
  })
  await ecrireDemonstration(db, demonstration, maintenant, progression)
  const ville = { annee, tig: genererTig(aujourdhui), coordination: genererCoordination(aujourdhui) }
  await ecrireVille(db, ville, maintenant)
  return annee
}

const GRAINE = 2012
