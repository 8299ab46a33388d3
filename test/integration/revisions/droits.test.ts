import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { phrases, unAgent, unCoffrePartage } from '../acces/aide.ts'

const dejaConnue = (presence: EntretienASaisir['presences'][number]) => ({ ...presence, fiche: null })

const dernier = async (db: Db): Promise<string> =>
  (await db.selectFrom('geste').select('id').orderBy('rang', 'desc').executeTakeFirst())?.id ?? ''

/** One person met by two jobs; an entretien of the second was changed, then removed. */
const deuxMetiers = async () => {
  const fenetre = await unCoffrePartage(unAgent())
  const { api, session } = fenetre
  const [connue, cachee] = [unePersonne({ nom: 'Connue' }), unePersonne({ nom: 'Cachée' })]
  await valeur(api.entretiens.enregistrer(unEntretien({ presences: [unePresence(connue)] })))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const role = { role: 'accompagnee', reponses: {} }
  const suivi = { id: unId(), saisineDate: null, reponses: {} }
  const deCvp = unEntretien({
    suivi,
    reponses: {},
    note: 'MARQUE',
    presences: [unePresence(connue, { ...role, fiche: null }), unePresence(cachee, role)],
  })
  await valeur(api.entretiens.enregistrer(deCvp))
  const presences = deCvp.presences.map(dejaConnue)
  await valeur(api.entretiens.enregistrer({ ...deCvp, presences, note: 'autre' }))
  const changement = await dernier(session.db())
  await valeur(api.entretiens.supprimer({ id: deCvp.id }))
  const retrait = await dernier(session.db())
  const ouvrir = async (phrase: string) => {
    await session.verrouiller()
    await session.ouvrir({ phrase })
  }
  return { ...fenetre, connue, cachee, deCvp, changement, retrait, ouvrir }
}

test('qui ne voit pas une ligne n’en voit ni l’historique ni le retrait, et ne l’annule pas', async () => {
  const { api, session, connue, cachee, deCvp, changement, retrait, ouvrir } = await deuxMetiers()
  expect(await valeur(api.revisions.corbeille())).toHaveLength(1)
  await ouvrir(phrases.agent)
  expect(await valeur(api.revisions.corbeille())).toEqual([])
  for (const sujet of [
    { genre: 'entretien', id: deCvp.id },
    { genre: 'suivi', id: deCvp.suivi.id },
    { genre: 'personne', id: cachee.id },
  ] as const)
    expect((await valeur(api.revisions.historique(sujet))).gestes).toEqual([])
  const vues = JSON.stringify(await session.db().selectFrom('revision').selectAll().execute())
  expect(vues).toContain(connue.id)
  expect(vues).not.toMatch(new RegExp(`MARQUE|cvp|${cachee.id}|${deCvp.id}`, 'u'))
  for (const gesteId of [changement, retrait])
    expect(await api.revisions.annuler({ gesteId })).toMatchObject({ erreur: { code: 'introuvable' } })
  expect(await valeur(api.revisions.viderCorbeille({ gestes: [retrait] }))).toEqual({ detruits: 0 })
  await ouvrir(phrases.titulaire)
  expect(await valeur(api.revisions.corbeille())).toHaveLength(1)
  await valeur(api.revisions.annuler({ gesteId: retrait }))
  await valeur(api.revisions.annuler({ gesteId: changement }))
  expect((await valeur(api.entretiens.lire({ id: deCvp.id }))).note).toBe('MARQUE')
})

test('l’historique dit qui a changé quoi, et l’un annule le geste d’un autre s’il aurait pu le faire', async () => {
  const { api, connue, ouvrir } = await deuxMetiers()
  await ouvrir(phrases.agent)
  await valeur(api.personnes.enregistrer({ ...connue, telephone: '0639981234' }))
  await ouvrir(phrases.titulaire)
  const lire = async () => (await valeur(api.revisions.historique({ genre: 'personne', id: connue.id }))).gestes
  const [dernierGeste] = await lire()
  expect(dernierGeste).toMatchObject({
    qui: 'Camille',
    nom: 'personnes.enregistrer',
    annule: false,
    annulation: false,
    lignes: [
      {
        tableau: 'personne',
        genre: 'changement',
        champs: [{ champ: 'telephone', avant: connue.telephone, apres: '0639981234' }],
      },
    ],
  })
  await valeur(api.revisions.annuler({ gesteId: dernierGeste?.id ?? '' }))
  expect((await valeur(api.personnes.lire({ id: connue.id }))).personne.telephone).toBe(connue.telephone)
  expect(await lire()).toMatchObject([{ qui: 'Titulaire', annulation: true }, { annule: true }, {}, {}])
})

test('qui n’a pas le droit d’un geste ne l’annule pas, même s’il n’y a rien à cacher', async () => {
  const fenetre = await unCoffrePartage(unAgent({ role: 'coordonnateur', dispositifs: ['isc', 'cvp'] }))
  const { api, session } = fenetre
  await valeur(api.reglages.ecrire({ nom: 'Autre', intervenant: '', verrouillageMinutes: 5 }))
  const gesteId = await dernier(session.db())
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  expect(await api.revisions.annuler({ gesteId })).toMatchObject({ erreur: { code: 'droit-absent' } })
  expect(await api.revisions.historique({ genre: 'personne', id: unId() })).toMatchObject({
    erreur: { code: 'droit-absent' },
  })
})
