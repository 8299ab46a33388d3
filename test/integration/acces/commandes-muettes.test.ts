import { expect, test } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { unCsv } from '../../fixtures/imports/fichiers.ts'
import { valeur } from '../../fixtures/service.ts'
import { appeler, appels, unPosteGarni } from '../coffre/poste-garni.ts'
import { entretienJustice } from '../parcours/un-parcours.ts'
import { planterCoteCache } from './cote-cache.ts'

/** Known to `cvp` alone; Camille, of `isc`, meets somebody of the same names, born the same day. */
const cachee = { nom: 'Secrète', prenom: 'Inès', naissance: '1990-05-12' }

const unCoffre = async (plante: boolean) => {
  const service = await unPosteGarni()
  const { api } = service
  if (plante) {
    await planterCoteCache(service)
    await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
    await valeur(api.entretiens.enregistrer(entretienJustice(unePersonne(cachee), 'cvp', { date: '2025-04-17' })))
    await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  }
  const ouvrir = async (phrase: string) => {
    await valeur(api.coffre.verrouiller())
    await valeur(api.coffre.ouvrir({ phrase }))
  }
  await ouvrir('la phrase de Camille')
  return { ...service, ouvrir }
}

/** What was said, whatever the ids and the instants. */
const sansHasard = (dit: unknown): unknown =>
  JSON.parse(
    JSON.stringify(dit)
      .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, 'id')
      .replaceAll(/"(?:secondes|octets)":\d+/gu, '"n":0'),
  )

const estCommande = (appel: string): boolean => {
  const [feature = '', method = ''] = appel.split('.')
  const methodes = Object.entries(contract).find(([nom]) => nom === feature)?.[1]
  return Object.entries(methodes ?? {}).some(([nom, { kind }]) => nom === method && kind === 'command')
}

test('aucune commande ne répond autrement selon ce que l’autre métier contient', { timeout: 120_000 }, async () => {
  const [sans, avec] = await Promise.all([unCoffre(false), unCoffre(true)])
  const dites: string[] = []
  for (const appel of appels.filter((a) => !a.startsWith('coffre.') && estCommande(a))) {
    if (!Object.hasOwn(sans.entrees, appel)) continue
    const [temoin, reponse] = [
      await appeler(sans.api, appel, sans.entrees[appel]),
      await appeler(avec.api, appel, avec.entrees[appel]),
    ]
    expect([appel, sansHasard(reponse)]).toEqual([appel, sansHasard(temoin)])
    if (temoin.ok) dites.push(appel)
  }
  expect(dites.length).toBeGreaterThan(15)
  expect([...sans.incidents, ...avec.incidents]).toEqual([])
})

test('un fichier qui nomme une personne de l’autre métier s’importe comme s’il n’y en avait pas, deux fois de suite', async () => {
  const contenu = unCsv([
    '09/03/2025;Secrète;Inès;12/05/1990;Victime;Plainte;Logement;CCAS',
    '10/03/2025;SECRETE;Ines;;Victime;Plainte;Logement;CCAS',
  ]).toString('base64')
  const fichier = { nom: 'suivi.csv', contenu, dispositif: 'isc' as const, correspondance: {} }
  const [sans, avec] = await Promise.all([unCoffre(false), unCoffre(true)])
  const dire = async ({ api }: typeof sans) => {
    const dit: unknown[] = [await api.echanges.examiner(fichier)]
    dit.push(await api.echanges.importer(fichier))
    dit.push(await api.echanges.importer(fichier))
    dit.push(await api.personnes.chercher({ texte: 'secrete', limite: 5 }))
    // The fixture's own persons differ from one coffre to the other and may look alike; ids alone say who is on the left.
    const { paires } = await valeur(api.personnes.doublons())
    const siennes = paires.filter((paire) => /secr/iu.test(JSON.stringify(paire)))
    const parNom = ({ gauche, droite }: (typeof paires)[number]) =>
      [gauche, droite].toSorted((a, b) => a.nom.localeCompare(b.nom))
    dit.push(siennes.map((paire) => [paire.score, paire.raisons, parNom(paire)]))
    dit.push(await api.personnes.ressemblances({ ...cachee, telephone: null, commune: null, id: unId() }))
    return sansHasard(dit)
  }
  const [temoin, reponse] = [await dire(sans), await dire(avec)]
  expect(reponse).toEqual(temoin)
  expect(JSON.stringify(temoin)).toContain('Secrète')

  await avec.ouvrir('une phrase pour les essais')
  const deux = await avec.base().selectFrom('personne').select('id').where('nom', 'like', 'Secr%te').execute()
  expect(deux.length).toBeGreaterThanOrEqual(2)
})
