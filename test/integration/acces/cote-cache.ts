import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import type { unPosteGarni } from '../coffre/poste-garni.ts'
import { entretienJustice } from '../parcours/un-parcours.ts'

/** What nobody of `isc` may ever read: it is in each thing planted below. */
export const marques = ['MARQUE', 'Marqueville', '2025-04-17', '2025-09-19'] as const

type Garni = Awaited<ReturnType<typeof unPosteGarni>>

/**
 * As the titulaire: somebody that `isc` follows is followed under `cvp` too, and another under `cvp` alone, who bears her
 * names and lives with her; with a date, a note, a draft, a paper or a decision wherever one can be.
 */
export const planterCoteCache = async ({ api, entrees }: Pick<Garni, 'api' | 'entrees'>): Promise<void> => {
  const awa = entrees['personnes.enregistrer'] as ReturnType<typeof unePersonne>
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const deuxieme = entretienJustice(awa, 'cvp', {
    date: '2025-04-17',
    note: 'MARQUE note',
    presences: [unePresence(awa, { fiche: null, role: 'accompagnee', reponses: {} })],
    echeances: [{ id: unId(), date: '2025-09-19', libelle: 'MARQUE échéance' }],
  })
  await valeur(api.entretiens.enregistrer(deuxieme))
  const cachee = unePersonne({ nom: awa.nom, prenom: awa.prenom, naissance: '1931-07-23', commune: 'Marqueville' })
  const seule = entretienJustice(cachee, 'cvp', { date: '2025-04-17', note: 'MARQUE seule' })
  await valeur(api.entretiens.enregistrer(seule))
  const recente = unePersonne({ nom: 'Marquenom MARQUE', prenom: 'Zoé', commune: null })
  await valeur(api.entretiens.enregistrer(entretienJustice(recente, 'cvp', { date: '2025-04-17' })))
  await valeur(api.personnes.rattacherFoyer({ personneId: cachee.id, avecId: awa.id, lien: 'MARQUE lien' }))
  await valeur(api.brouillons.enregistrer({ id: unId(), titre: 'MARQUE brouillon', contenu: '{"MARQUE":1}' }))
  const suiviId = deuxieme.suivi.id
  await valeur(
    api.parcours.enregistrerMesure({
      id: unId(),
      suiviId,
      mesure: 'sp',
      du: '2025-04-17',
      finPrevue: '2025-09-19',
      au: null,
    }),
  )
  await valeur(
    api.parcours.enregistrerDemarche({
      id: unId(),
      suiviId,
      domaine: 'logement',
      demarche: 'siao',
      partenaireId: null,
      ouverteLe: '2025-04-17',
      echeance: '2025-09-19',
      precision: 'MARQUE démarche',
    }),
  )
  await valeur(
    api.parcours.noterComite({
      id: unId(),
      date: '2025-04-17',
      forme: 'restreint',
      participants: ['cvp'],
      decisions: [
        { id: unId(), suiviId, decision: 'MARQUE décision', acteur: 'cpip', pourLe: '2025-09-19', faiteLe: null },
      ],
    }),
  )
  await valeur(api.suivis.cloturer({ id: seule.suivi.id, date: '2025-04-17', motif: await unMotif(api) }))
  await valeur(
    api.bilans.ecrireTexte({ dispositif: 'cvp', annee: 2025, section: await uneSection(api), texte: 'MARQUE texte' }),
  )
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
}

const unMotif = async (api: Garni['api']): Promise<string> => {
  const { listes, listeMotifs } = await valeur(api.nomenclature.lire({ dispositif: 'cvp' }))
  return listes.find((l) => l.code === listeMotifs)?.modalites[0]?.code ?? ''
}

const uneSection = async (api: Garni['api']): Promise<string> =>
  (await valeur(api.nomenclature.lire({ dispositif: 'cvp' }))).sections[0]?.code ?? ''

/** Every row that this connection shows, by table. */
export const toutLire = async (db: Db): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ name: string }>`select name from main.sqlite_schema where type = 'table'`.execute(db)
  const lues = new Map<string, readonly string[]>()
  for (const { name } of rows) {
    const table = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    lues.set(
      name,
      table.rows.map((rangee) => JSON.stringify({ ...rangee, rowid: undefined })),
    )
  }
  return lues
}
