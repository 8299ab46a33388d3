import { expect, test } from 'vitest'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { entretienJustice } from '../parcours/un-parcours.ts'
import { phrases, unAgent, unCoffrePartage } from './aide.ts'

/** Awa is followed by `isc` and `cvp`, Zoé by `cvp` alone; they live together. Camille works for `isc`. */
const unFoyerPartage = async () => {
  const coffre = await unCoffrePartage(unAgent())
  const { api, session } = coffre
  const awa = unePersonne({ nom: 'Diarra', prenom: 'Awa', commune: null })
  const zoe = unePersonne({ nom: 'Diarra', prenom: 'Zoé' })
  await valeur(api.entretiens.enregistrer(unEntretien({ presences: [unePresence(awa)] })))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const presence = unePresence(awa, { fiche: null, role: 'accompagnee', reponses: {} })
  await valeur(api.entretiens.enregistrer(entretienJustice(awa, 'cvp', { presences: [presence] })))
  await valeur(api.entretiens.enregistrer(entretienJustice(zoe, 'cvp')))
  await valeur(api.personnes.rattacherFoyer({ personneId: zoe.id, avecId: awa.id, lien: 'sœur' }))
  const ouvrir = async (qui: 'titulaire' | 'agent') => {
    await session.verrouiller()
    await session.ouvrir({ phrase: phrases[qui] })
  }
  return { ...coffre, awa, zoe, ouvrir }
}

test('suivie des deux côtés, c’est une seule personne : corrigée d’un côté, elle l’est de l’autre', async () => {
  const { api, awa, zoe, ouvrir } = await unFoyerPartage()
  await ouvrir('agent')
  const fiche = await valeur(api.personnes.lire({ id: awa.id }))
  expect(fiche).toMatchObject({ personne: { entretiens: 1, dernierEntretien: '2025-03-11' }, foyer: [] })
  expect(fiche.suivis).toHaveLength(1)
  expect(await api.personnes.lire({ id: zoe.id })).toEqual({ ok: false, erreur: { code: 'introuvable' } })
  await valeur(api.personnes.enregistrer({ ...awa, prenom: 'Hawa' }))
  await ouvrir('titulaire')
  expect(await valeur(api.personnes.lire({ id: awa.id }))).toMatchObject({
    personne: { prenom: 'Hawa', dernierEntretien: '2025-02-10' },
    foyer: [{ lien: 'sœur', personne: { id: zoe.id } }],
  })
})

test('la commune apprise d’un côté ne change aucun jour de l’autre', async () => {
  const { api, awa, ouvrir, session } = await unFoyerPartage()
  await ouvrir('agent')
  await valeur(api.personnes.enregistrer({ ...awa, commune: 'Périgueux' }))
  await ouvrir('titulaire')
  const jours = await session.db().selectFrom('presence').select('commune').where('personne_id', '=', awa.id).execute()
  expect(new Set(jours.map((j) => j.commune))).toEqual(new Set(['Périgueux', null]))
})

test('quitter un foyer laisse en place qui l’on n’y voit pas', async () => {
  const { api, awa, zoe, ouvrir, session } = await unFoyerPartage()
  await ouvrir('agent')
  await valeur(api.personnes.quitterFoyer({ personneId: awa.id }))
  await ouvrir('titulaire')
  expect((await valeur(api.personnes.lire({ id: awa.id }))).foyer).toEqual([])
  const { foyer_id } = await session
    .db()
    .selectFrom('personne')
    .select('foyer_id')
    .where('id', '=', zoe.id)
    .executeTakeFirstOrThrow()
  expect(foyer_id).not.toBeNull()
})
