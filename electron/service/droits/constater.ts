import type { Db } from '#db/connection.ts'
import { lireRegles } from '#db/queries/conservation/regles.ts'
import { listerPurges } from '#db/queries/conservation/purges.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { type RoleAcces, roles } from '#shared/domaine/acces/roles.ts'
import { suivisVisibles } from '#shared/domaine/acces/agent.ts'
import { listerAgents } from '#db/queries/agents.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Regle } from '#shared/domaine/conservation/regle.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** What the coffre really does for one dispositif, no person among it. */
export type Constat = {
  readonly poste: string
  readonly nomenclature: Nomenclature
  readonly regle: Regle
  /** Who may read its suivis, by role; the titulaire is always one. */
  readonly lecteurs: readonly string[]
  readonly agents: number
  readonly suivis: number
  /** Whether the judicial frame was declared necessary (art. 46, loi 78-17). */
  readonly necessite: boolean
  readonly verrouillageMinutes: number
  readonly secondEmplacement: boolean
  readonly purges: number
  readonly dernierePurge: string | null
}

export const constater = async (db: Db, dispositif: CodeDispositif): Promise<Constat> => {
  const { nom, dispositifs, verrouillageMinutes, secondEmplacement } = await lireReglages(db)
  const regle = (await lireRegles(db)).get(dispositif)
  if (!dispositifs.includes(dispositif) || regle === undefined) throw new ErreurMetier('introuvable')
  const agents = await listerAgents(db)
  const { n: suivis } = await db
    .selectFrom('suivi')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('dispositif', '=', dispositif)
    .executeTakeFirstOrThrow()
  const necessite = await db
    .selectFrom('necessite')
    .select('dispositif')
    .where('dispositif', '=', dispositif)
    .executeTakeFirst()
  const purges = await listerPurges(db)
  const lecteurs: readonly RoleAcces[] = [
    'titulaire',
    ...agents.filter((a) => suivisVisibles(a).includes(dispositif)).map((a) => a.role),
  ]
  return {
    poste: nom,
    nomenclature: await lireNomenclature(db, dispositif),
    regle,
    lecteurs: [...Map.groupBy(lecteurs, (r) => r)].map(([role, siens]) => `${roles[role].libelle} : ${siens.length}`),
    agents: agents.length,
    suivis,
    necessite: necessite !== undefined,
    verrouillageMinutes,
    secondEmplacement: secondEmplacement !== null,
    purges: purges.length,
    dernierePurge: purges[0]?.le.slice(0, 10) ?? null,
  }
}
