import { sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { CodeDispositifSchema } from '#shared/domaine/communs.ts'
import type { SuiviDate } from '#shared/domaine/conservation/termes.ts'

/** Days of acts, by suivi. Of somebody set aside or not, every suivi is there. */
const actes = sql`
  select suivi_id, date as jour from main.entretien where supprime_le is null
  union all select id, coalesce(saisine_date, ouvert_le) from main.suivi
  union all select id, ouvert_le from main.suivi
  union all select suivi_id, date from main.reperage
  union all select suivi_id, date from main.parcours_repere where date is not null
  union all select suivi_id, date from main.consentement where supprime_le is null
  union all select suivi_id, coalesce(sortie, entree) from main.passage where supprime_le is null and coalesce(sortie, entree) is not null
  union all select suivi_id, date from main.situation
  union all select suivi_id, ouverte_le from main.demarche where supprime_le is null
  union all select d.suivi_id, t.date from main.demarche_statut t join main.demarche d on d.id = t.demarche_id
    where t.supprime_le is null and d.supprime_le is null
  union all select d.suivi_id, c.date from main.comite_decision d join main.comite c on c.id = d.comite_id
    where d.supprime_le is null and c.supprime_le is null
  union all select suivi_id, relais_le from main.rattachement where relais_le is not null
  union all select suivi_id, du from main.contrat where supprime_le is null
  union all select suivi_id, date from main.journee where supprime_le is null
  union all select suivi_id, date from main.incident where supprime_le is null
  union all select suivi_id, debut_le from main.accueil where debut_le is not null
  union all select suivi_id, attestation_le from main.accueil where attestation_le is not null`

/** And those when somebody was written to, or is waited for. */
const jours = sql`${actes}
  union all select suivi_id, date from main.echeance where faite_le is null
  union all select suivi_id, date from main.remise_notice`

/** Every suivi with its persons and its last day; one already anonymised only if something was written in it since. */
export const lireSuivisDates = async (db: Db): Promise<readonly SuiviDate[]> => {
  const { rows: derniers } = await sql<{ suivi_id: string; jour: string }>`
    select suivi_id, max(jour) as jour from (${jours}) group by suivi_id`.execute(db)
  const dernier = new Map(derniers.map((d) => [d.suivi_id, d.jour]))
  const suivis = await entier(db)
    .selectFrom('suivi')
    .leftJoin('suivi_anonymise', 'suivi_anonymise.suivi_id', 'suivi.id')
    .select(['suivi.id', 'suivi.dispositif', 'suivi.clos_le', 'suivi_anonymise.le'])
    .execute()
  const participations = await entier(db).selectFrom('participation').select(['suivi_id', 'personne_id']).execute()
  const personnes = Map.groupBy(participations, (p) => p.suivi_id)
  return suivis.flatMap(({ id, dispositif, clos_le: closLe, le }) => {
    const dernierContact = dernier.get(id) ?? ''
    if (le !== null && dernierContact <= le.slice(0, 10)) return []
    const siennes = (personnes.get(id) ?? []).map((p) => p.personne_id)
    return { id, dispositif: CodeDispositifSchema.parse(dispositif), personnes: siennes, dernierContact, closLe }
  })
}

/** Years of the acts of each suivi. */
export const lireAnneesDesSuivis = async (db: Db): Promise<ReadonlyMap<string, readonly number[]>> => {
  const { rows } = await sql<{ suivi_id: string; annee: number }>`
    select distinct suivi_id, cast(substr(jour, 1, 4) as integer) as annee from (${actes})`.execute(db)
  return new Map(
    [...Map.groupBy(rows, (r) => r.suivi_id)].map(([suivi, lignes]) => [
      suivi,
      lignes.map((l) => l.annee).toSorted((a, b) => a - b),
    ]),
  )
}
