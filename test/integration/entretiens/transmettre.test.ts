import { expect, test } from 'vitest'
import { unEntretien, unePresence, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { phrase } from '../coffre/aide.ts'
import { unCoffreDate } from '../conservation/aide.ts'

const AUTRE = 'la phrase de Camille'

/** Two suivis of one entretien each; on the first, all that may hang on it, and a note of another user. */
const deuxSuivis = async () => {
  const coffre = await unCoffreDate('2025-06-02', ['isc'])
  const { api, session } = coffre
  const presence = unePresence()
  const premier = unEntretien({ presences: [presence] })
  const second = unEntretien({ date: '2025-04-02' })
  for (const entretien of [premier, second]) await valeur(api.entretiens.enregistrer(entretien))
  const [personneId, suiviId] = [presence.personneId, premier.suivi.id]
  await valeur(api.lettres.noterRemise({ suiviId, personneId, date: '2025-05-02' }))
  await valeur(api.conservation.prolonger({ suiviId, motif: 'contentieux', jusquAu: '2025-12-01' }))
  const agent = { id: unId(), nom: 'Camille', role: 'intervenant', dispositifs: ['isc'] } as const
  await valeur(api.acces.ajouter({ ...agent, dispositifs: [...agent.dispositifs], phrase: AUTRE }))
  const ouvrir = async (secret: string) => {
    await session.verrouiller()
    await session.ouvrir({ phrase: secret })
  }
  const noter = async (de: typeof premier, texte: string, entretienId: string | null) =>
    valeur(api.notesPrivees.ecrire({ suiviId: de.suivi.id, entretienId, texte }))
  const lire = async (suivi: typeof premier, entretienId: string | null) =>
    (await valeur(api.notesPrivees.lire({ suiviId: suivi.suivi.id, entretienId }))).texte
  await ouvrir(AUTRE)
  await noter(premier, 'de Camille, sur l’entretien', premier.id)
  await noter(premier, 'de Camille, sur le premier', null)
  await noter(second, 'de Camille, sur le second', null)
  await ouvrir(phrase)
  await noter(premier, 'la mienne', null)
  return { ...coffre, premier, second, personneId, ouvrir, lire }
}

test('l’entretien déplacé emmène tout ce qui tenait à son suivi, notes privées de chacun comprises', async () => {
  const { api, session, premier, second, personneId, ouvrir, lire } = await deuxSuivis()
  await valeur(api.entretiens.enregistrer({ ...premier, suivi: second.suivi }))
  expect(await session.db().selectFrom('suivi').select('id').execute()).toEqual([{ id: second.suivi.id }])
  expect(await valeur(api.lettres.remise({ suiviId: second.suivi.id, personneId }))).toMatchObject({
    date: '2025-05-02',
  })
  expect(await session.db().selectFrom('prolongation').select(['suivi_id', 'jusqu_au']).execute()).toEqual([
    { suivi_id: second.suivi.id, jusqu_au: '2025-12-01' },
  ])
  expect(await lire(second, null)).toBe('la mienne')
  await ouvrir(AUTRE)
  expect(await lire(second, premier.id)).toBe('de Camille, sur l’entretien')
  expect(await lire(second, null)).toBe('de Camille, sur le second\n\nde Camille, sur le premier')
})

test('le déplacement annulé rend sa note à l’entretien ; un autre suivi, gardé, ne la retient pas', async () => {
  const { api, session, premier, second, ouvrir, lire } = await deuxSuivis()
  await valeur(api.entretiens.enregistrer(unEntretien({ suivi: premier.suivi })))
  await valeur(api.entretiens.enregistrer({ ...premier, suivi: second.suivi }))
  const geste = await session.db().selectFrom('geste').select('id').orderBy('rang', 'desc').executeTakeFirstOrThrow()
  await ouvrir(AUTRE)
  expect(await lire(second, premier.id)).toBe('de Camille, sur l’entretien')
  expect(await lire(premier, null)).toBe('de Camille, sur le premier')
  await ouvrir(phrase)
  await valeur(api.revisions.annuler({ gesteId: geste.id }))
  await ouvrir(AUTRE)
  expect(await lire(premier, premier.id)).toBe('de Camille, sur l’entretien')
})
