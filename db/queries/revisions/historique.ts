import type { ExpressionBuilder } from 'kysely'
import type { Db } from '#db/connection.ts'
import { nommer } from '#db/queries/personnes.ts'
import type { Database } from '#db/schema.ts'
import type { ChampChange, GesteLu, Historique, SujetHistorique, Valeur } from '#shared/domaine/revision.ts'
import { estAnnule } from './annuler.ts'
import { nommerAgents } from './qui.ts'

/** Acts shown of one record, the latest ones. */
const GESTES_MAX = 100

/** Who changed what of a record, and when; only what this user may see of it. */
export const lireHistorique = async (db: Db, sujet: SujetHistorique): Promise<Historique> => {
  const gestes = await db
    .selectFrom('geste as g')
    .select(['g.id', 'g.le', 'g.agent', 'g.nom', 'g.annule'])
    .where('g.id', 'in', (eb) => eb.selectFrom('revision').select('geste_id').where(duSujet(sujet)))
    .orderBy('g.rang', 'desc')
    .limit(GESTES_MAX)
    .execute()
  const lignes = await db
    .selectFrom('revision')
    .select(['geste_id', 'tableau', 'genre', 'avant', 'apres'])
    .where(duSujet(sujet))
    .where(
      'geste_id',
      'in',
      gestes.map((g) => g.id),
    )
    .orderBy('rang')
    .execute()
  const parGeste = Map.groupBy(lignes, (l) => l.geste_id)
  const qui = await nommerAgents(db)
  const lus: GesteLu[] = []
  for (const { id, le, agent, nom, annule } of gestes)
    lus.push({
      id,
      le,
      qui: qui(agent),
      nom,
      annule: await estAnnule(db, id),
      annulation: annule !== null,
      lignes: (parGeste.get(id) ?? []).flatMap(({ tableau, genre, avant, apres }) => {
        const champs = champsChanges(avant, apres)
        return genre === 'changement' && champs.length === 0 ? [] : [{ tableau, genre, champs }]
      }),
    })
  return { gestes: lus.filter((g) => g.lignes.length > 0), noms: await nommerTous(db, lus) }
}

const duSujet = ({ genre, id }: SujetHistorique) => {
  const colonne = ({ personne: 'personne_id', suivi: 'suivi_id', entretien: 'entretien_id' } as const)[genre]
  return (eb: ExpressionBuilder<Database, 'revision'>) => eb(colonne, '=', id)
}

/** What no screen shows: keys, and what is computed. */
const tues: ReadonlySet<string> = new Set(
  `id rang cle_identite cle_doublon recherche phonetique cle_phonetique empreinte cree_le modifie_le supprime_le ouvert_le
   foyer_id dispositif numero changements suivi_id entretien_id demarche_id journee_id comite_id anonyme`.split(/\s+/u),
)

/** Field by field, each answer of `reponses` being one; a removed row has nothing after. */
const champsChanges = (avant: string | null, apres: string | null): ChampChange[] => {
  const [a, b] = [etaler(avant), etaler(apres)]
  const champs = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((c) => !tues.has(c))
  return champs
    .map((champ) => ({ champ, avant: a[champ] ?? null, apres: b[champ] ?? null }))
    .filter((c) => JSON.stringify(c.avant) !== JSON.stringify(c.apres))
}

const etaler = (json: string | null): Readonly<Record<string, Valeur>> => {
  const { reponses, ...colonnes } = (json === null ? {} : JSON.parse(json)) as Record<string, Valeur>
  const dites = (typeof reponses === 'string' ? JSON.parse(reponses) : {}) as Record<string, Valeur>
  return {
    ...colonnes,
    ...Object.fromEntries(Object.entries(dites).map(([question, reponse]) => [`reponses.${question}`, reponse])),
  }
}

/** Persons and partners that the fields name by their id, as this user sees them. */
const nommerTous = async (db: Db, gestes: readonly GesteLu[]): Promise<Record<string, string>> => {
  const champs = gestes.flatMap((g) => g.lignes.flatMap((l) => l.champs))
  const ids = champs
    .flatMap((c) => (c.champ.endsWith('_id') ? [c.avant, c.apres] : []))
    .filter((v) => typeof v === 'string')
  if (ids.length === 0) return {}
  const personnes = await db
    .selectFrom('personne')
    .select(['id', 'anonyme', 'nom', 'prenom'])
    .where('id', 'in', ids)
    .execute()
  const partenaires = await db.selectFrom('partenaire').select(['id', 'nom']).where('id', 'in', ids).execute()
  return Object.fromEntries([
    ...personnes.map(nommer).map(({ id, libelle }) => [id, libelle] as const),
    ...partenaires.map(({ id, nom }) => [id, nom] as const),
  ])
}
