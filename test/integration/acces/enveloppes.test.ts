import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cheminsDuCoffre } from '#electron/service/coffre/chemins.ts'
import { avecAgents, type Entete, lireEntete } from '#electron/service/coffre/entete.ts'
import { listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { octetsDe, refus, unDossier } from '../coffre/aide.ts'
import { phrases, unAgent, unCoffrePartage, uneFenetre } from './aide.ts'

const lire = (dossier: string): Entete => lireEntete(cheminsDuCoffre(dossier), 2)
const ecrire = (dossier: string, entete: unknown): void =>
  writeFileSync(cheminsDuCoffre(dossier).entete, JSON.stringify(entete))

/** Opens with a passphrase, says who that makes, and closes. */
const qui = async (dossier: string, phrase: string): Promise<unknown> => {
  const { session } = uneFenetre(dossier)
  const refuse = await refus(session.ouvrir({ phrase }))
  if (typeof refuse === 'string') return refuse
  const { role, nom } = session.agent()
  await session.verrouiller()
  return role === 'titulaire' ? role : `${role} ${nom}`
}

test('chaque phrase ouvre le même coffre, avec les droits de celui à qui elle est', async () => {
  const { dossier, session, codeSecours } = await unCoffrePartage(
    unAgent(),
    unAgent({ nom: 'Sacha', role: 'administrateur' }),
  )
  await session.verrouiller()
  expect(await qui(dossier, phrases.titulaire)).toBe('titulaire')
  expect(await qui(dossier, phrases.agent)).toBe('intervenant Camille')
  expect(await qui(dossier, `${phrases.autre} 1`)).toBe('administrateur Sacha')
  expect(await qui(dossier, 'une phrase que personne n’a')).toBe('phrase-incorrecte')
  const secours = uneFenetre(dossier).session
  await secours.ouvrirParSecours({ code: codeSecours, nouvelle: 'la nouvelle phrase titulaire' })
  expect(secours.agent().role).toBe('titulaire')
  await secours.verrouiller()
  expect(await qui(dossier, phrases.agent)).toBe('intervenant Camille')
})

test('un coffre qui n’a que son titulaire garde l’en-tête d’avant, et y revient quand le dernier part', async () => {
  const seul = await unCoffrePartage()
  const avant = readFileSync(cheminsDuCoffre(seul.dossier).entete, 'utf8')
  expect(lire(seul.dossier)).toMatchObject({ format: 'jalon-coffre/1' })
  const agent = unAgent({ nom: 'Camille Nom-Marqué' })
  await seul.session.agents.ajouter({ ...agent, phrase: phrases.agent })
  expect(lire(seul.dossier)).toMatchObject({ format: 'jalon-coffre/2', agents: { enveloppes: [{ id: agent.id }] } })
  const tout = Object.values(octetsDe(seul.dossier)).map((octets) => octets.toString('latin1'))
  expect(tout.filter((octets) => octets.includes('Nom-Marqu') || octets.includes('intervenant'))).toEqual([])
  await seul.session.agents.retirer({ id: agent.id })
  expect(readFileSync(cheminsDuCoffre(seul.dossier).entete, 'utf8')).toBe(avant)
})

test('une phrase déjà prise est refusée à tous, sans dire à qui elle est', async () => {
  const [camille, sacha] = [unAgent(), unAgent({ nom: 'Sacha' })]
  const { session, dossier, codeSecours } = await unCoffrePartage(camille)
  const ajout = { ...sacha, phrase: phrases.titulaire }
  expect(await refus(session.agents.ajouter(ajout))).toBe('phrase-refusee')
  expect(await refus(session.agents.ajouter({ ...sacha, phrase: phrases.agent }))).toBe('phrase-refusee')
  expect(await refus(session.agents.ajouter({ ...sacha, phrase: 'azerty' }))).toBe('phrase-trop-faible')
  expect(await session.agents.lister()).toHaveLength(1)
  const prise = { ancienne: phrases.titulaire, nouvelle: phrases.agent }
  expect(await refus(session.changerPhrase(prise))).toBe('phrase-refusee')
  expect(await refus(session.agents.redonnerPhrase({ id: camille.id, phrase: phrases.titulaire }))).toBe(
    'phrase-refusee',
  )
  await session.verrouiller()
  const secours = uneFenetre(dossier).session
  expect(await refus(secours.ouvrirParSecours({ code: codeSecours, nouvelle: phrases.agent }))).toBe('phrase-refusee')
  expect(await qui(dossier, phrases.agent)).toBe('intervenant Camille')
  expect(await qui(dossier, phrases.titulaire)).toBe('titulaire')
})

test('chacun change sa phrase et aucune autre ; le titulaire en redonne une', async () => {
  const camille = unAgent()
  const { dossier, session } = await unCoffrePartage(camille)
  await session.verrouiller()
  const la = uneFenetre(dossier).session
  await la.ouvrir({ phrase: phrases.agent })
  const nouvelle = 'Camille en a choisi une autre'
  expect(await refus(la.changerPhrase({ ancienne: phrases.titulaire, nouvelle }))).toBe('phrase-incorrecte')
  await la.changerPhrase({ ancienne: phrases.agent, nouvelle })
  await la.verrouiller()
  expect(await qui(dossier, phrases.agent)).toBe('phrase-incorrecte')
  expect(await qui(dossier, nouvelle)).toBe('intervenant Camille')
  await session.ouvrir({ phrase: phrases.titulaire })
  await session.agents.redonnerPhrase({ id: camille.id, phrase: phrases.autre })
  await session.verrouiller()
  expect(await qui(dossier, nouvelle)).toBe('phrase-incorrecte')
  expect(await qui(dossier, phrases.autre)).toBe('intervenant Camille')
})

test('un utilisateur retiré n’ouvre plus rien, ni le coffre, ni ses sauvegardes ; une copie d’avant s’ouvre encore', async () => {
  const camille = unAgent()
  const { dossier, session } = await unCoffrePartage(camille)
  await session.sauvegardes.sauvegarder()
  const copie = join(unDossier(), 'copie')
  cpSync(dossier, copie, { recursive: true })
  await session.agents.retirer({ id: camille.id })
  expect(await session.agents.lister()).toEqual([])
  const [sauvegarde] = listerSauvegardes(cheminsDuCoffre(dossier).sauvegardes)
  await session.verrouiller()
  expect(await qui(dossier, phrases.agent)).toBe('phrase-incorrecte')
  expect(lire(sauvegarde?.dossier ?? '')).toEqual(lire(dossier))
  expect(await qui(copie, phrases.agent)).toBe('intervenant Camille')
  // Whoever kept the former header and puts it back gains nothing: the base knows him no more.
  ecrire(dossier, lire(copie))
  expect(await qui(dossier, phrases.agent)).toBe('phrase-incorrecte')
  expect(await qui(dossier, phrases.titulaire)).toBe('titulaire')
})

test('ajouté à moitié, retiré à moitié : il n’ouvre rien, et la liste le dit', async () => {
  const camille = unAgent()
  const { dossier, session } = await unCoffrePartage(camille)
  // Cut short after the base was written, before the header was.
  ecrire(dossier, avecAgents(lire(dossier), undefined))
  expect(await session.agents.lister()).toMatchObject([{ id: camille.id, peutOuvrir: false }])
  await session.agents.redonnerPhrase({ id: camille.id, phrase: phrases.agent })
  expect(await session.agents.lister()).toMatchObject([{ id: camille.id, peutOuvrir: true }])
  await session.verrouiller()
  expect(await qui(dossier, phrases.agent)).toBe('intervenant Camille')
})

test('une enveloppe donnée à un autre nom n’ouvre pas : on ne prend pas les droits d’un autre', async () => {
  const [camille, sacha] = [unAgent(), unAgent({ nom: 'Sacha', role: 'administrateur' })]
  const { dossier, session } = await unCoffrePartage(camille, sacha)
  await session.verrouiller()
  const entete = lire(dossier)
  const [une, deux] = entete.agents?.enveloppes ?? []
  if (une === undefined || deux === undefined || entete.agents === undefined) throw new Error('two envelopes expected')
  const { sel } = entete.agents
  const avecEnveloppes = (enveloppes: readonly unknown[]) => ecrire(dossier, { ...entete, agents: { sel, enveloppes } })
  avecEnveloppes([
    { ...une, id: deux.id },
    { ...deux, id: une.id },
  ])
  expect(await qui(dossier, phrases.agent)).toBe('phrase-incorrecte')
  avecEnveloppes([{ ...une, id: deux.id }, une])
  expect(await qui(dossier, phrases.agent)).toBe('intervenant Camille')
  const { id: _, ...scelle } = une
  ecrire(dossier, { ...entete, enveloppes: { ...entete.enveloppes, phrase: { ...scelle, sel } } })
  expect(await qui(dossier, phrases.agent)).toBe('intervenant Camille')
  expect(await qui(dossier, phrases.titulaire)).toBe('phrase-incorrecte')
  ecrire(dossier, { ...entete, agents: { ...entete.agents, role: 'titulaire' } })
  expect(await qui(dossier, phrases.titulaire)).toBe('coffre-illisible')
})

test('qui n’a plus aucun de ses métiers dans ce coffre ne l’ouvre pas', async () => {
  const { dossier, session, api } = await unCoffrePartage(unAgent({ dispositifs: ['cvp'] }))
  await api.reglages.choisirDispositifs({ dispositifs: ['isc'] })
  await session.verrouiller()
  expect(await qui(dossier, phrases.agent)).toBe('droit-absent')
  expect(await qui(dossier, phrases.titulaire)).toBe('titulaire')
})

test('une sauvegarde s’examine et se restaure par qui en a le droit', async () => {
  const { dossier, session } = await unCoffrePartage(unAgent(), unAgent({ nom: 'Sacha', role: 'administrateur' }))
  await session.sauvegardes.sauvegarder()
  await session.verrouiller()
  const [sauvegarde] = listerSauvegardes(cheminsDuCoffre(dossier).sauvegardes)
  if (sauvegarde === undefined) throw new Error('a backup expected')
  const demande = (secret: string) => ({ sauvegarde, genre: 'phrase' as const, secret })
  expect(await refus(session.examinerSauvegarde(demande(phrases.agent)))).toBe('droit-absent')
  const vers = join(unDossier(), 'ailleurs')
  const restauration = { ...demande(phrases.agent), malgrePlusRecent: false, vers }
  expect(await refus(session.restaurer(restauration))).toBe('droit-absent')
  expect(await session.examinerSauvegarde(demande(`${phrases.autre} 1`))).toMatchObject({ present: 'identique' })
  await session.restaurer({ ...restauration, secret: phrases.titulaire })
  expect(await qui(vers, phrases.agent)).toBe('intervenant Camille')
  expect(await qui(vers, phrases.titulaire)).toBe('titulaire')
})
