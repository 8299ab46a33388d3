import type { Db } from '#db/connection.ts'
import { nommer } from '#db/queries/personnes.ts'
import { estVisible } from '#db/queries/suivis.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { FaitsParcours } from '#shared/domaine/parcours/faits.ts'
import { decisionsDe } from './comites.ts'
import { consentementsDe } from './consentements.ts'
import { contratsDe } from './contrats.ts'
import { demarchesDe } from './demarches.ts'
import { mesuresDe, parSuivi, statutsDe } from './lire-cadre-penal.ts'
import { passagesDe } from './passages.ts'
import { rattachementsDe } from './rattachement.ts'
import { reperesDe } from './reperes.ts'
import { situationsDe } from './situations.ts'

/** Parcours of suivis of the dispositif that are not deleted, in the order asked: as many statements for a thousand as for one. */
export const lireFaits = async (
  db: Db,
  { code, roleParDefaut }: Nomenclature,
  demandes: readonly string[],
): Promise<FaitsParcours[]> => {
  const lus = await db
    .selectFrom('suivi as s')
    .select(['s.id', 's.dispositif', 's.numero', 's.saisine_date', 's.clos_le', 's.motif_cloture'])
    .where('s.id', 'in', demandes)
    .where('s.dispositif', '=', code)
    .where(estVisible)
    .execute()
  const parId = new Map(lus.map((s) => [s.id, s]))
  const ids = [...parId.keys()]
  const tables = {
    personnes: await personnesDe(db, ids, roleParDefaut),
    entretiens: await entretiensDe(db, ids),
    reperes: await reperesDe(db, ids),
    consentements: await consentementsDe(db, ids),
    statuts: await statutsDe(db, ids),
    mesures: await mesuresDe(db, ids),
    passages: await passagesDe(db, ids),
    situations: await situationsDe(db, ids),
    demarches: await demarchesDe(db, ids),
    decisions: await decisionsDe(db, ids),
    contrats: await contratsDe(db, ids),
    rattachements: await rattachementsDe(db, ids),
    orientations: await orientationsDe(db, ids),
    echeances: await echeancesDe(db, ids),
  }
  return demandes.flatMap((id) => {
    const s = parId.get(id)
    if (s === undefined) return []
    const sien = <T>(table: ReadonlyMap<string, T[]>): T[] => table.get(id) ?? []
    return {
      suivi: {
        id,
        dispositif: s.dispositif,
        numero: s.numero,
        saisineDate: s.saisine_date,
        closLe: s.clos_le,
        motifCloture: s.motif_cloture,
      },
      personnes: sien(tables.personnes),
      entretiens: sien(tables.entretiens),
      reperes: sien(tables.reperes),
      consentements: sien(tables.consentements),
      statuts: sien(tables.statuts),
      mesures: sien(tables.mesures),
      passages: sien(tables.passages),
      situations: sien(tables.situations),
      demarches: sien(tables.demarches),
      decisions: sien(tables.decisions),
      rattachement: tables.rattachements.get(id) ?? null,
      contrats: sien(tables.contrats),
      orientations: sien(tables.orientations),
      echeances: sien(tables.echeances),
    }
  })
}

/** Those who have the usual role of the dispositif; everybody in a suivi where nobody has it. */
const personnesDe = async (db: Db, suivis: readonly string[], roleParDefaut: string) => {
  const lignes = await db
    .selectFrom('participation as pa')
    .innerJoin('personne as p', 'p.id', 'pa.personne_id')
    .select(['pa.suivi_id', 'pa.role', 'p.id', 'p.anonyme', 'p.nom', 'p.prenom', 'p.naissance'])
    .where('pa.suivi_id', 'in', suivis)
    .orderBy('p.cle_identite')
    .execute()
  const accompagnees = Map.groupBy(lignes, (l) => l.suivi_id)
  return new Map(
    [...accompagnees].map(([suivi, membres]) => {
      const siennes = membres.filter((m) => m.role === roleParDefaut)
      return [
        suivi,
        (siennes.length > 0 ? siennes : membres).map((m) => Object.assign(nommer(m), { naissance: m.naissance })),
      ]
    }),
  )
}

const entretiensDe = async (db: Db, suivis: readonly string[]) =>
  parSuivi(
    await db
      .selectFrom('entretien')
      .select(['suivi_id', 'date'])
      .where('suivi_id', 'in', suivis)
      .where('supprime_le', 'is', null)
      .orderBy('date')
      .execute(),
    (e) => e.date,
  )

const orientationsDe = async (db: Db, suivis: readonly string[]) =>
  parSuivi(
    await db
      .selectFrom('orientation as o')
      .innerJoin('entretien as e', 'e.id', 'o.entretien_id')
      .select(['e.suivi_id', 'o.destination', 'o.statut', 'e.date'])
      .where('e.suivi_id', 'in', suivis)
      .where('e.supprime_le', 'is', null)
      .orderBy('e.date')
      .execute(),
    ({ destination, statut, date }) => ({ destination, statut, date }),
  )

/** Not done, and not held by a deleted entretien. */
const echeancesDe = async (db: Db, suivis: readonly string[]) =>
  parSuivi(
    await db
      .selectFrom('echeance as ec')
      .leftJoin('entretien as e', 'e.id', 'ec.entretien_id')
      .select(['ec.suivi_id', 'ec.date', 'ec.libelle'])
      .where('ec.suivi_id', 'in', suivis)
      .where('ec.faite_le', 'is', null)
      .where('e.supprime_le', 'is', null)
      .orderBy('ec.date')
      .execute(),
    ({ date, libelle }) => ({ date, libelle }),
  )
