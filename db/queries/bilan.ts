import { sql } from 'kysely'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Faits } from '#shared/domaine/bilan/faits.ts'
import type { Periode } from '#shared/domaine/bilan/periode.ts'
import type { Db } from '../connection.ts'
import { lireReponses } from './reponses.ts'

/**
 * What the report may read, column by column. Identity, free text, telephone, partner and household never leave the
 * database on this path.
 */
export const colonnesDuBilan = {
  entretien: ['entretien.id', 'entretien.suivi_id as suiviId', 'entretien.date', 'entretien.reponses'],
  presence: ['presence.entretien_id as entretienId', 'presence.personne_id as personneId', 'presence.commune'],
  orientation: ['orientation.id', 'orientation.entretien_id as entretienId', 'orientation.destination'],
  suivi: [
    'suivi.id',
    'suivi.saisine_date as saisineDate',
    'suivi.ouvert_le as ouvertLe',
    'suivi.clos_le as closLe',
    'suivi.reponses',
  ],
  participation: [
    'participation.suivi_id as suiviId',
    'participation.personne_id as personneId',
    'participation.role',
    'participation.reponses',
  ],
  personne: ['personne.id', 'personne.anonyme', 'personne.naissance', 'personne.reponses'],
} as const

/** Every fact that a report on these days counts, in one read per table. Deleted entretiens count nowhere. */
export const lireFaits = async (db: Db, dispositif: CodeDispositif, { du, au }: Periode): Promise<Faits> => {
  const vivants = db
    .selectFrom('entretien')
    .innerJoin('suivi', 'suivi.id', 'entretien.suivi_id')
    .where('suivi.dispositif', '=', dispositif)
    .where('entretien.supprime_le', 'is', null)
  const actes = vivants.where('entretien.date', '>=', du).where('entretien.date', '<=', au)

  const entretiens = await actes.select(colonnesDuBilan.entretien).execute()
  const presences = await actes
    .innerJoin('presence', 'presence.entretien_id', 'entretien.id')
    .select(colonnesDuBilan.presence)
    .execute()
  const orientations = await actes
    .innerJoin('orientation', 'orientation.entretien_id', 'entretien.id')
    .select(colonnesDuBilan.orientation)
    .execute()

  // A suivi whose entretiens were all deleted is a mistake taken back: it counts nowhere either.
  const suivis = await db
    .selectFrom('suivi')
    .where('dispositif', '=', dispositif)
    .where('id', 'in', vivants.select('entretien.suivi_id'))
    .select(colonnesDuBilan.suivi)
    .execute()
  const participations = await db
    .selectFrom('participation')
    .where('suivi_id', 'in', vivants.select('entretien.suivi_id'))
    .select(colonnesDuBilan.participation)
    .execute()
  const personnes = await vivants
    .innerJoin('presence', 'presence.entretien_id', 'entretien.id')
    .innerJoin('personne', 'personne.id', 'presence.personne_id')
    .where('entretien.date', '<=', au)
    .groupBy('personne.id')
    .select(colonnesDuBilan.personne)
    .select(({ fn }) => fn.min('entretien.date').as('premierActe'))
    .execute()

  return {
    entretiens: entretiens.map(avecReponses),
    presences,
    orientations,
    suivis: suivis.map(({ id, saisineDate, ouvertLe, closLe, reponses }) => ({
      id,
      saisineLe: saisineDate ?? ouvertLe,
      ouvertLe,
      closLe,
      reponses: lireReponses(reponses),
    })),
    participations: participations.map(avecReponses),
    personnes: personnes.map((p) => Object.assign(avecReponses(p), { anonyme: p.anonyme === 1 })),
  }
}

const avecReponses = <L extends { readonly reponses: string }>(ligne: L) => ({
  ...ligne,
  reponses: lireReponses(ligne.reponses),
})

/** Distinct persons present at one entretien at least, for each of these periods. */
export const compterPersonnes = async (
  db: Db,
  dispositif: CodeDispositif,
  periodes: readonly Periode[],
): Promise<readonly number[]> => {
  const comptes: number[] = []
  for (const { du, au } of periodes) {
    const { n } = await db
      .selectFrom('entretien')
      .innerJoin('suivi', 'suivi.id', 'entretien.suivi_id')
      .innerJoin('presence', 'presence.entretien_id', 'entretien.id')
      .where('suivi.dispositif', '=', dispositif)
      .where('entretien.supprime_le', 'is', null)
      .where('entretien.date', '>=', du)
      .where('entretien.date', '<=', au)
      .select(({ fn }) => fn.count<number>('presence.personne_id').distinct().as('n'))
      .executeTakeFirstOrThrow()
    comptes.push(n)
  }
  return comptes
}

/** Years that hold an entretien, latest first. */
export const lireAnnees = async (db: Db, dispositif: CodeDispositif): Promise<readonly number[]> => {
  const lignes = await db
    .selectFrom('entretien')
    .innerJoin('suivi', 'suivi.id', 'entretien.suivi_id')
    .where('suivi.dispositif', '=', dispositif)
    .where('entretien.supprime_le', 'is', null)
    .select(sql<number>`cast(substr(entretien.date, 1, 4) as integer)`.as('annee'))
    .distinct()
    .orderBy('annee', 'desc')
    .execute()
  return lignes.map((l) => l.annee)
}

export const lireTextes = async (db: Db, dispositif: CodeDispositif, annee: number) =>
  db
    .selectFrom('bilan_texte')
    .where('dispositif', '=', dispositif)
    .where('annee', '=', annee)
    .select(['section', 'texte'])
    .execute()

export const ecrireTexte = async (
  db: Db,
  texte: {
    readonly dispositif: CodeDispositif
    readonly annee: number
    readonly section: string
    readonly texte: string
  },
): Promise<void> => {
  await db
    .insertInto('bilan_texte')
    .values(texte)
    .onConflict((conflit) => conflit.columns(['dispositif', 'annee', 'section']).doUpdateSet({ texte: texte.texte }))
    .execute()
}
