import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Connus } from '#shared/domaine/import/connus.ts'
import type { Plan } from '#shared/domaine/import/planifier.ts'
import type { Ajout } from '#shared/domaine/import/valeurs.ts'
import { enregistrerEntretien } from './entretiens.ts'
import { ecrireParcours, ecrireSuiviSansEntretien, lireParcoursConnus } from './imports-parcours.ts'
import { lireNomenclature, modifierModalite } from './nomenclature.ts'
import { utiliserDispositif } from './dispositifs.ts'
import { parmi } from './parmi.ts'
import { lireReponses } from './reponses.ts'

/** What the coffre holds about the lines of a file, found by their fingerprints and by the names they bear. */
export const lireConnus = async (
  db: Db,
  dispositif: CodeDispositif,
  empreintes: Iterable<string>,
  clesDoublon: Iterable<string>,
): Promise<Connus> => {
  const importees = await db
    .selectFrom('entretien as e')
    .innerJoin('presence as pr', 'pr.entretien_id', 'e.id')
    .select(['e.empreinte', 'e.suivi_id', 'pr.personne_id'])
    .where('e.empreinte', 'in', parmi(empreintes))
    .execute()
  const personnes = await db
    .selectFrom('personne')
    .select(['id', 'nom', 'prenom', 'naissance', 'telephone', 'commune', 'reponses'])
    .where((eb) =>
      eb.or([
        eb.and([eb('anonyme', '=', 0), eb('cle_doublon', 'in', parmi(clesDoublon))]),
        eb('id', 'in', parmi(importees.map((i) => i.personne_id))),
      ]),
    )
    .orderBy('cree_le')
    .orderBy('id')
    .execute()
  const ids = personnes.map((p) => p.id)
  const suivis = await lireSuivis(db, dispositif, ids)
  return {
    empreintes: new Map(
      [...Map.groupBy(importees, (i) => i.empreinte ?? '')].map(([empreinte, presences]) => [
        empreinte,
        { suiviId: presences[0]?.suivi_id ?? '', personneId: seul(presences.map((p) => p.personne_id)) },
      ]),
    ),
    personnes: personnes.map((p) => Object.assign(p, { reponses: lireReponses(p.reponses) })),
    suivis,
    jours: await lireJours(db, dispositif, ids),
    parcours: await lireParcoursConnus(
      db,
      suivis.map((s) => s.id),
    ),
  }
}

const seul = (ids: readonly string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null)

const lireSuivis = async (
  db: Db,
  dispositif: CodeDispositif,
  personnes: readonly string[],
): Promise<Connus['suivis']> => {
  const lignes = await db
    .selectFrom('suivi as s')
    .innerJoin('participation as p', 'p.suivi_id', 's.id')
    .select(['s.id', 's.clos_le', 's.saisine_date', 's.reponses', 'p.personne_id', 'p.role', 'p.reponses as part'])
    .where('s.dispositif', '=', dispositif)
    .where('s.id', 'in', (eb) =>
      eb.selectFrom('participation').select('suivi_id').where('personne_id', 'in', parmi(personnes)),
    )
    .orderBy('s.numero')
    .execute()
  return [...Map.groupBy(lignes, (l) => l.id).values()].flatMap(([premiere, ...autres]) =>
    premiere === undefined
      ? []
      : {
          id: premiere.id,
          closLe: premiere.clos_le,
          saisineDate: premiere.saisine_date,
          reponses: lireReponses(premiere.reponses),
          participations: [premiere, ...autres].map((l) => ({
            personneId: l.personne_id,
            role: l.role,
            reponses: lireReponses(l.part),
          })),
        },
  )
}

const lireJours = async (
  db: Db,
  dispositif: CodeDispositif,
  personnes: readonly string[],
): Promise<Connus['jours']> => {
  const lignes = await db
    .selectFrom('presence as pr')
    .innerJoin('entretien as e', 'e.id', 'pr.entretien_id')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .select(['pr.personne_id', 'e.date'])
    .where('s.dispositif', '=', dispositif)
    .where('e.supprime_le', 'is', null)
    .where('pr.personne_id', 'in', parmi(personnes))
    .execute()
  return new Set(lignes.map((l) => `${l.personne_id}|${l.date}`))
}

export type Ecritures = Pick<Plan, 'entretiens' | 'suivis' | 'parcours'> & { readonly ajouts: readonly Ajout[] }

/**
 * Writes a planned import, all or nothing: the dispositif among those of the coffre, the values added to the lists, every
 * entretien, then the suivis that have none, and what is known of each parcours.
 */
export const ecrireImport = (
  db: Db,
  dispositif: CodeDispositif,
  { ajouts, entretiens, suivis, parcours }: Ecritures,
  maintenant: Date,
  avancer: (fait: number) => Promise<void>,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await utiliserDispositif(trx, dispositif)
    for (const { groupe = null, ...ajout } of ajouts)
      await modifierModalite(trx, { ...ajout, masquee: false, ordre: null, groupe })
    const nomenclature = await lireNomenclature(trx, dispositif)
    for (const [rang, { entretien, empreinte, commune }] of entretiens.entries()) {
      await enregistrerEntretien(trx, nomenclature, entretien, maintenant, empreinte)
      // The person's file has her latest commune; each day keeps its own.
      if (commune !== null)
        await trx.updateTable('presence').set({ commune }).where('entretien_id', '=', entretien.id).execute()
      await avancer(rang + 1)
    }
    for (const [rang, suivi] of suivis.entries()) {
      await ecrireSuiviSansEntretien(trx, nomenclature, suivi, maintenant)
      await avancer(entretiens.length + rang + 1)
    }
    for (const [rang, plan] of parcours.entries()) {
      await ecrireParcours(trx, nomenclature, plan, maintenant)
      await avancer(entretiens.length + suivis.length + rang + 1)
    }
  })

/** How many steps `avancer` counts. */
export const nombreDEcritures = ({ entretiens, suivis, parcours }: Ecritures): number =>
  entretiens.length + suivis.length + parcours.length
