import { expect, test } from 'vitest'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { entretienJustice } from '../parcours/un-parcours.ts'
import { phrases, unAgent, unCoffrePartage } from '../acces/aide.ts'

/** Three files of one person: two known to `isc` alone, the third to `cvp` too. Camille works for `isc`. */
const troisFiches = async () => {
  const coffre = await unCoffrePartage(unAgent())
  const { api, session } = coffre
  const noms = { nom: 'Diarra', prenom: 'Awa' }
  const [a, b, c] = [unePersonne(noms), unePersonne(noms), unePersonne(noms)]
  for (const personne of [a, b, c])
    await valeur(api.entretiens.enregistrer(unEntretien({ presences: [unePresence(personne)], note: 'ergothérapie' })))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const presence = unePresence(c, { fiche: null, role: 'accompagnee', reponses: {} })
  await valeur(api.entretiens.enregistrer(entretienJustice(c, 'cvp', { presences: [presence], note: 'ergonomie' })))
  const ouvrir = async (qui: 'titulaire' | 'agent') => {
    await session.verrouiller()
    await session.ouvrir({ phrase: phrases[qui] })
  }
  return { ...coffre, a, b, c, ouvrir }
}

test('qui ne voit pas tous les métiers ne réunit rien, et n’apprend rien de ce qui l’a été', async () => {
  const { api, a, b, c, ouvrir, session } = await troisFiches()
  const fusionner = (id: string, absorbeeId: string, fusionId = unId()) =>
    api.personnes.fusionner({ fusionId, id, absorbeeId, deLAutre: [] })
  const refus = { ok: false, erreur: { code: 'fusion-hors-droits' } }
  await ouvrir('agent')
  const avant = await valeur(api.personnes.lire({ id: a.id }))
  // The same answer, whatever somebody lives under the other job.
  for (const [garde, absorbee] of [
    [a, b],
    [a, c],
    [c, a],
  ] as const)
    expect(await fusionner(garde.id, absorbee.id)).toEqual(refus)
  await ouvrir('titulaire')
  const fusionId = unId()
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const cachee = unePersonne({ nom: 'Cachée', prenom: 'Sous cvp' })
  const presence = unePresence(cachee, { role: 'accompagnee', reponses: {} })
  await valeur(api.entretiens.enregistrer(entretienJustice(cachee, 'cvp', { presences: [presence] })))
  await valeur(fusionner(a.id, cachee.id, fusionId))
  await ouvrir('agent')
  const apres = await valeur(api.personnes.lire({ id: a.id }))
  expect({ ...apres, fiche: null }).toEqual({ ...avant, fiche: null })
  expect(JSON.stringify(apres)).not.toContain('Cachée')
  expect(await api.personnes.defaireFusion({ id: a.id, fusionId })).toEqual(refus)
  await ouvrir('titulaire')
  await valeur(api.personnes.defaireFusion({ id: a.id, fusionId }))
  await session.verrouiller()
})

test('qui voit tous les métiers réunit et sépare', async () => {
  const { api, a, b, ouvrir, session } = await troisFiches()
  await session.agents.modifier({
    ...unAgent({ dispositifs: ['isc', 'cvp'] }),
    id: (await session.agents.lister())[0]?.id ?? '',
  })
  await ouvrir('agent')
  const fusionId = unId()
  await valeur(api.personnes.fusionner({ fusionId, id: a.id, absorbeeId: b.id, deLAutre: [] }))
  expect((await valeur(api.personnes.lire({ id: a.id }))).entretiens).toHaveLength(2)
  await valeur(api.personnes.defaireFusion({ id: a.id, fusionId }))
  expect((await valeur(api.personnes.lire({ id: b.id }))).entretiens).toHaveLength(1)
})

test('cherche dans les notes, et seulement dans celles qu’il peut lire', async () => {
  const { api, ouvrir } = await troisFiches()
  const compter = async (texte: string) => {
    const demande = { texte, du: null, au: null, role: null, reponses: {} }
    const tri = { colonne: 'date', sens: 'desc' } as const
    return (await valeur(api.entretiens.lister({ ...demande, tri, page: { debut: 0, taille: 9 } }))).total
  }
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  expect([await compter('ERGOTHERAPIE'), await compter('ergo'), await compter('ergonomie')]).toEqual([3, 3, 0])
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  expect([await compter('ergonomie'), await compter('ergo'), await compter('diarra')]).toEqual([1, 1, 1])
  await ouvrir('agent')
  expect([await compter('ergotherapie'), await compter('ergonomie')]).toEqual([3, 0])
})
