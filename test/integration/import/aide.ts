import type { Db } from '#db/connection.ts'
import { type DemandeImport, importerFichier } from '#electron/service/import/importer.ts'
import { uneBase } from '../../fixtures/base.ts'

export const maintenant = new Date('2026-11-22T10:00:00')

/** A real encrypted coffre, and the import as the service runs it. */
export const unPoste = async () => {
  const base = await uneBase()
  const etapes: string[] = []
  const importer = (octets: Buffer, reste: Partial<DemandeImport> = {}) =>
    importerFichier(
      { octets, dispositif: 'isc', correspondance: {}, simulation: false, avecNoms: true, ...reste },
      {
        db: () => base,
        maintenant: () => maintenant,
        progression: (etape, fait, total) => etapes.push(`${etape} ${fait}/${total}`),
      },
    )
  return { db: base, importer, etapes }
}

const tables = [
  'personne',
  'suivi',
  'participation',
  'entretien',
  'presence',
  'orientation',
  'modalite_locale',
] as const

export const compter = async (db: Db): Promise<Record<string, number>> => {
  const comptes: Record<string, number> = {}
  for (const table of tables) comptes[table] = (await db.selectFrom(table).selectAll().execute()).length
  return comptes
}

/** Everything the coffre holds, as text: ids replaced by what they stand for, instants left out. Two equal coffres, same text. */
export const contenuDe = async (db: Db): Promise<string[]> => {
  const lignes = await db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .innerJoin('presence as pr', 'pr.entretien_id', 'e.id')
    .innerJoin('personne as p', 'p.id', 'pr.personne_id')
    .innerJoin('participation as pa', (j) => j.onRef('pa.suivi_id', '=', 's.id').onRef('pa.personne_id', '=', 'p.id'))
    .select((eb) => [
      'e.empreinte',
      'e.date',
      'e.heure',
      'e.duree_minutes',
      'e.note',
      'e.reponses as entretien',
      'e.supprime_le',
      's.numero',
      's.dispositif',
      's.saisine_date',
      's.ouvert_le',
      's.reponses as suivi',
      'pr.commune as commune_du_jour',
      'p.anonyme',
      'p.nom',
      'p.prenom',
      'p.naissance',
      'p.telephone',
      'p.commune',
      'p.reponses as personne',
      'p.cle_identite',
      'pa.role',
      'pa.reponses as participation',
      eb
        .selectFrom('orientation as o')
        .select((o) => o.fn<string>('group_concat', ['o.destination']).as('destinations'))
        .whereRef('o.entretien_id', '=', 'e.id')
        .as('destinations'),
    ])
    .orderBy('e.empreinte')
    .execute()
  return lignes.map((ligne) => JSON.stringify(ligne))
}
