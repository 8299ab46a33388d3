import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { type Nomenclature, trouverListe } from '#shared/domaine/nomenclature.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { enregistrerEntretien } from './entretiens.ts'
import { lireSaisie, type Saisie } from './lire-entretiens.ts'
import { estDe } from './dispositifs.ts'
import { lireReponses } from './reponses.ts'

/** Saves, then reads back from the database what it now holds: « Enregistré à » is never said of what was not kept. */
export const enregistrerEtRelire = async (
  db: Db,
  nomenclature: Nomenclature,
  entretien: EntretienASaisir,
  maintenant: Date,
): Promise<{ enregistreLe: string }> => {
  await enregistrerEntretien(db, nomenclature, entretien, maintenant)
  const relu = await lireSaisie(db, entretien.id)
  if (empreinteDe(relu) !== empreinteDe(entretien)) throw new Error('an entretien was not kept as it was saved')
  return { enregistreLe: relu.enregistreLe }
}

/** What must come back the same, in one text. */
const empreinteDe = (e: Saisie | EntretienASaisir): string =>
  JSON.stringify([
    [e.date, e.heure, e.dureeMinutes, e.note, e.reponses],
    [e.suivi.id, e.suivi.saisineDate, e.suivi.reponses],
    e.presences.map((p) => [p.personneId, p.role, p.reponses]),
    e.orientations.map((o) => [o.id, o.destination, o.partenaireId]),
    e.echeances.map((x) => `${x.id} ${x.date} ${x.libelle}`).toSorted(),
  ])

/** One more anonymous contact, today, where the last one took place. Asked twice with the same id, it counts once. */
export const compterAnonyme = async (
  db: Db,
  nomenclature: Nomenclature,
  id: string,
  maintenant: Date,
): Promise<{ enregistreLe: string }> => {
  const deja = await db.selectFrom('entretien').select('modifie_le').where('id', '=', id).executeTakeFirst()
  if (deja !== undefined) return { enregistreLe: deja.modifie_le }
  const personneId = randomUUID()
  const fiche = { id: personneId, anonyme: true, commune: null, naissance: null, reponses: {} } as const
  const { reponses } = await defautsEntretien(db, nomenclature)
  return enregistrerEtRelire(
    db,
    nomenclature,
    {
      id,
      // Where the last person came from is not known to be where this one did.
      suivi: { id: randomUUID(), saisineDate: null, reponses: {} },
      date: jourLocal(maintenant),
      heure: maintenant.toTimeString().slice(0, 5),
      dureeMinutes: null,
      note: '',
      reponses,
      presences: [{ personneId, fiche, role: roleParDefaut(nomenclature), reponses: {} }],
      orientations: [],
      echeances: [],
    },
    maintenant,
  )
}

/** The declared default, or the first role still offered once the post has hidden it. */
const roleParDefaut = (nomenclature: Nomenclature): string => {
  const offerts = trouverListe(nomenclature, nomenclature.listeRoles).modalites.filter((m) => m.masquee !== true)
  return (offerts.find((m) => m.code === nomenclature.roleParDefaut) ?? offerts[0])?.code ?? nomenclature.roleParDefaut
}

type Defauts = { reponses: Reponses; reponsesSuivi: Reponses; dureeMinutes: number | null }

/** Answers of the last entretien saved that are declared `repris`, and its duration. */
export const defautsEntretien = async (db: Db, nomenclature: Nomenclature): Promise<Defauts> => {
  const dernier = await db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .select(['e.reponses', 's.reponses as reponses_suivi', 'e.duree_minutes'])
    .where('e.supprime_le', 'is', null)
    .where(estDe(nomenclature.code))
    .orderBy('e.cree_le', 'desc')
    .limit(1)
    .executeTakeFirst()
  const repris = (json: string): Reponses =>
    Object.fromEntries(
      Object.entries(lireReponses(json)).filter(([code]) =>
        nomenclature.champs.some((c) => c.code === code && c.repris === true && c.actif),
      ),
    )
  return {
    reponses: repris(dernier?.reponses ?? '{}'),
    reponsesSuivi: repris(dernier?.reponses_suivi ?? '{}'),
    dureeMinutes: dernier?.duree_minutes ?? null,
  }
}
