import { describe, expect, test } from 'vitest'
import { droitDe } from '#shared/domaine/acces/droits-du-contrat.ts'
import { aDroit, type Droit, rolesAgent } from '#shared/domaine/acces/roles.ts'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { appeler, appels, unPosteGarni } from '../coffre/poste-garni.ts'
import { phrases, unAgent, unCoffrePartage } from './aide.ts'

const phrase = 'la phrase de cet utilisateur'

/** The doors that close the coffre, or that are not a right. */
const portes = new Set(['coffre.verrouiller', 'coffre.creer', 'coffre.ouvrir', 'coffre.ouvrirParSecours'])

/** Rights of some dispositifs only; and nobody opens the follow-ups to another who does not read them. */
const parMetier: ReadonlySet<Droit> = new Set(['bilans', 'publications', 'coordination', 'acces'])

/** Open to all, then asks for the right of the act that is undone. */
const selonLActe = new Set(['revisions.annuler'])

describe.each(rolesAgent)('%s', (role) => {
  test('n’obtient que ce que son rôle lui donne, quoi que sa fenêtre demande', async () => {
    const { api, entrees, incidents } = await unPosteGarni()
    await valeur(api.acces.ajouter({ id: unId(), nom: 'Sacha', role, dispositifs: ['isc'], phrase }))
    await valeur(api.coffre.verrouiller())
    await valeur(api.coffre.ouvrir({ phrase }))
    const ecarts: unknown[] = []
    for (const appel of appels.filter(
      (a) => !portes.has(a) && !selonLActe.has(a) && (a.startsWith('coffre.') || Object.hasOwn(entrees, a)),
    )) {
      const droit = droitDe(...(appel.split('.') as [string, string]))
      const donne = droit !== undefined && aDroit(role, droit)
      const reponse = await appeler(api, appel, entrees[appel])
      const refuse = !reponse.ok && reponse.erreur.code === 'droit-absent'
      if (donne === refuse && !(donne && parMetier.has(droit))) ecarts.push({ appel, droit, reponse })
    }
    expect(ecarts).toEqual([])
    expect(incidents).toEqual([])
  })
})

test('un appel qui nomme un autre métier est refusé, que ce coffre s’en serve ou non', async () => {
  const { session, api } = await unCoffrePartage(unAgent())
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  for (const dispositif of ['cvp', 'tig'] as const) {
    const refus = { ok: false, erreur: { code: 'droit-absent' } }
    expect(await api.bilans.annees({ dispositif })).toEqual(refus)
    expect(await api.bilans.editions({ dispositif })).toEqual(refus)
    expect(await api.nomenclature.lire({ dispositif })).toEqual(refus)
    expect(await api.reglages.changerDispositif({ dispositif })).toEqual(refus)
  }
  const reglages = await valeur(api.reglages.lire())
  expect(reglages).toMatchObject({ dispositifs: ['isc'], dispositif: 'isc' })
})

test('chacun garde à l’écran son propre métier', async () => {
  const { session, api } = await unCoffrePartage(unAgent({ dispositifs: ['cvp', 'isc'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  expect(await valeur(api.reglages.lire())).toMatchObject({ dispositif: 'cvp', dispositifs: ['isc', 'cvp'] })
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.titulaire })
  expect(await valeur(api.reglages.lire())).toMatchObject({ dispositif: 'isc' })
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  expect(await valeur(api.reglages.lire())).toMatchObject({ dispositif: 'cvp' })
})

test('un administrateur gère les utilisateurs, et n’ouvre le suivi à personne', async () => {
  const camille = unAgent()
  const { session, api } = await unCoffrePartage(unAgent({ nom: 'Sacha', role: 'administrateur' }), camille)
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  const refus = { ok: false, erreur: { code: 'droit-absent' } }
  expect(await api.acces.ajouter({ ...unAgent(), phrase })).toEqual(refus)
  expect(await api.acces.redonnerPhrase({ id: camille.id, phrase })).toEqual(refus)
  const sacha = (await valeur(api.acces.lister())).find(({ nom }) => nom === 'Sacha')
  expect(sacha).toMatchObject({ nom: 'Sacha', role: 'administrateur', peutOuvrir: true, revuLe: '2025-06-02' })
  expect(await api.acces.modifier({ ...camille, id: sacha?.id ?? '' })).toEqual(refus)
  expect(await api.acces.ajouter({ ...unAgent({ role: 'lecteur-statistique' }), phrase })).toMatchObject({ ok: true })
  expect(await api.acces.retirer({ id: camille.id })).toMatchObject({ ok: true })
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp', 'tig'] }))
  expect(await valeur(api.reglages.lire())).toMatchObject({ dispositifs: ['isc', 'cvp', 'tig'] })
})

test('le titulaire seul ne voit rien de changé : tout lui est permis', async () => {
  const { api } = await unCoffrePartage()
  expect(await valeur(api.acces.moi())).toMatchObject({ agent: { id: null, role: 'titulaire' }, plusieurs: false })
  expect(await valeur(api.reglages.lire())).toMatchObject({ dispositifs: ['isc', 'cvp'], dispositif: 'isc' })
})
