import type { Kysely } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Consolidation, consolidationDe } from '#db/consolidation/base.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { ecrireReglages } from '#db/queries/reglages.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { cleDeReception } from '#electron/service/lots/cles.ts'
import type { DemandeLot } from '#electron/service/lots/composer.ts'
import { faireLot, type LotScelle } from '#electron/service/lots/faire.ts'
import { type ReceptionLot, recevoirLot } from '#electron/service/lots/recevoir.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'

export const maintenant = new Date('2026-02-01T09:00:00Z')
export const annee2025 = { dispositif: 'isc', du: '2025-01-01', au: '2025-12-31' } as const

/** A post of its own encrypted base: each of its persons comes once, or as often as said. */
export const unPoste = async (nom: string, personnes: number, venues = 1): Promise<Db> => {
  const db = await uneBase()
  await ecrireReglages(db, { nom, dispositifs: ['isc'] })
  for (let i = 0; i < personnes; i += 1) {
    const fiche = unePersonne({ nom: `${nom}${i}`, reponses: { sexe: i % 3 === 0 ? 'homme' : 'femme' } })
    const premier = unEntretien({ presences: [unePresence(fiche, { role: i % 4 === 0 ? 'mis-en-cause' : 'victime' })] })
    for (let v = 0; v < venues; v += 1)
      await enregistrerEntretien(
        db,
        dispositifs.isc,
        v === 0
          ? premier
          : { ...unEntretien(), suivi: premier.suivi, presences: premier.presences, date: `2025-04-0${v}` },
        maintenant,
      )
  }
  return db
}

/** A coordinator, whose lots are added up in his coffre, or where `partagee` opens. */
export const uneCoordination = async (partagee?: () => Promise<Consolidation>) => {
  const db = await uneBase()
  const cle = await cleDeReception(db, maintenant)
  const base = partagee === undefined ? consolidationDe(db) : await partagee()
  return {
    db,
    base,
    cle,
    recevoir: (octets: Uint8Array): Promise<ReceptionLot> => recevoirLot(base, octets, cle, maintenant),
  }
}

export const unLot = (db: Db, destinataire: string, demande: Partial<DemandeLot> = {}): Promise<LotScelle> =>
  faireLot(db, { ...annee2025, avecSections: false, destinataire, ...demande }, maintenant)

/** Every row of a base, to tell whether anything changed. */
export const toutLire = async <B>(db: Kysely<B>): Promise<Record<string, unknown[]>> => {
  const lues: Record<string, unknown[]> = {}
  for (const { name } of await db.introspection.getTables())
    lues[name] = await (db as unknown as Db)
      .selectFrom(name as 'lot')
      .selectAll()
      .execute()
  return lues
}

/** What a refusal said; anything else fails the test that reads it. */
export const raisonDe = (reception: ReceptionLot): string =>
  reception.etat === 'refuse' ? reception.raison : reception.etat
