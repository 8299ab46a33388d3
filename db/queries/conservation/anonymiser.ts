import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { classement } from '#db/conservation/classement.ts'
import type { Db } from '#db/connection.ts'
import { naissanceAttenuee } from '#shared/domaine/conservation/termes.ts'

/**
 * Leaves these suivis with persons who are nobody. Whoever is known only by them loses her name in place; whoever the coffre
 * still has a reason to know keeps her file, and somebody without a name takes her part here. Gives back those who lost it.
 */
export const anonymiserPersonnes = async (
  trx: Db,
  suivis: readonly string[],
  maintenant: Date,
): Promise<readonly string[]> => {
  const ids = sql`(select value from json_each(${JSON.stringify(suivis)}))`
  const { rows } = await sql<Presente>`select p.id, p.anonyme, p.naissance, p.reponses,
      exists (select 1 from main.participation a where a.personne_id = p.id and a.suivi_id not in ${ids}
        and a.suivi_id not in (select suivi_id from main.suivi_anonymise))
      or exists (select 1 from main.point_nominatif n where n.personne_id = p.id) as ailleurs,
      (select json_group_array(e.date) from main.presence r join main.entretien e on e.id = r.entretien_id
        where r.personne_id = p.id and e.suivi_id in ${ids}) as jours
    from main.personne p where p.id in (select personne_id from main.participation where suivi_id in ${ids})`.execute(
    trx,
  )
  const rendues: string[] = []
  for (const personne of rows) {
    const jours = JSON.parse(personne.jours) as string[]
    const naissance = personne.naissance === null ? null : naissanceAttenuee(personne.naissance, jours)
    if (personne.ailleurs === 0) {
      await oublier(trx, personne.id, naissance)
      rendues.push(personne.id)
    } else await remplacer(trx, { ...personne, naissance }, suivis, maintenant)
  }
  return rendues
}

type Presente = {
  readonly id: string
  readonly naissance: string | null
  readonly reponses: string
  readonly ailleurs: number
  readonly jours: string
}

/** The file itself becomes nobody's: it matches no name any more. */
const oublier = async (trx: Db, id: string, naissance: string | null): Promise<void> => {
  const { efface = '' } = classement.personne as { readonly efface?: string }
  const nuls = new Set(['telephone', 'commune', 'foyer_id', 'lien_foyer'])
  const vides = efface
    .trim()
    .split(/\s+/u)
    .map((colonne) => sql`${sql.ref(colonne)} = ${nuls.has(colonne) ? null : ''}`)
  await sql`update main.personne set anonyme = 1, naissance = ${naissance}, ${sql.join(vides)} where id = ${id}`.execute(
    trx,
  )
}

const remplacer = async (
  trx: Db,
  { id, naissance, reponses }: Pick<Presente, 'id' | 'naissance' | 'reponses'>,
  suivis: readonly string[],
  maintenant: Date,
): Promise<void> => {
  const [personne, instant, json] = [randomUUID(), maintenant.toISOString(), JSON.stringify(suivis)]
  await sql`insert into main.personne (id, anonyme, nom, prenom, naissance, reponses, cle_identite, cle_doublon, recherche,
      phonetique, cle_phonetique, cree_le, modifie_le)
    values (${personne}, 1, '', '', ${naissance}, ${reponses}, '', '', '', '', '', ${instant}, ${instant})`.execute(trx)
  const siens = sql`(select value from json_each(${json}))`
  await sql`update main.participation set personne_id = ${personne} where personne_id = ${id} and suivi_id in ${siens}`.execute(
    trx,
  )
  await sql`update main.presence set personne_id = ${personne} where personne_id = ${id}
    and entretien_id in (select id from main.entretien where suivi_id in ${siens})`.execute(trx)
}
