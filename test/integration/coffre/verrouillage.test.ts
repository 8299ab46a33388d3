import { expect, test } from 'vitest'
import { ecrireReglages } from '#db/queries/reglages.ts'
import type { Cadence } from '#electron/service/coffre/veille.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { contract } from '#shared/ipc/contract.ts'
import { octetsDe, phrase, refus, unCoffre, uneHorloge } from './aide.ts'

/** An open coffre, its router, and a clock whose ticks are given by hand. */
const unService = async () => {
  const horloge = uneHorloge()
  const minuteries = new Set<() => void>()
  const cadence: Cadence = (travail) => {
    minuteries.add(travail)
    return () => minuteries.delete(travail)
  }
  let fermetures = 0
  const { dossier, session } = await unCoffre({ ...horloge, cadence, surVerrouillage: () => (fermetures += 1) })
  fermetures = 0
  const incidents: unknown[] = []
  const router = createServiceRouter(
    {
      session,
      atelier: createAtelier(),
      maintenant: horloge.maintenant,
      imprimer: () => Promise.reject(new Error('nothing is printed here')),
      progression: () => undefined,
    },
    (incident) => incidents.push(incident),
  )
  await session.ouvrir({ phrase })
  const passer = async (minutes: number) => {
    horloge.avancer(minutes * 60)
    for (const travail of minuteries) travail()
    // The look reads a setting, then closes: a few turns of the loop.
    for (let tour = 0; tour < 20; tour += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  return { dossier, session, router, passer, horloge, fermetures: () => fermetures, minuteries, incidents }
}

test('verrouillé, plus rien ne répond que « verrouille », sauf ce qui ouvre', async () => {
  const { router, session } = await unService()
  await session.verrouiller()
  const appels = Object.entries(contract).flatMap(([feature, calls]) =>
    // A backup proves itself by its own secret: it must be of use when the coffre is lost; and so is a file opened by double click.
    ['coffre', 'restauration', 'ouvertures'].includes(feature)
      ? []
      : Object.keys(calls).map((method) => ({ feature, method })),
  )
  expect(appels.length).toBeGreaterThan(20)
  for (const { feature, method } of appels)
    expect(await router(feature, method, {})).toEqual({ ok: false, erreur: { code: 'verrouille' } })
  expect(await router('coffre', 'confirmerSecours', { code: 'X' })).toMatchObject({ erreur: { code: 'verrouille' } })
  expect(await router('coffre', 'etat', undefined)).toMatchObject({ ok: true, value: { etat: 'verrouille' } })
  expect(() => session.db()).toThrow('verrouille')
})

test('verrouiller ferme les fichiers, prévient une fois, et peut se répéter', async () => {
  const { dossier, session, fermetures, minuteries } = await unService()
  await session.verrouiller()
  await session.verrouiller()
  expect(fermetures()).toBe(1)
  expect(minuteries.size).toBe(0)
  expect(Object.keys(octetsDe(dossier))).toEqual(['coffre.json', 'jalon.db'])
})

test('une écriture commencée finit avant la fermeture', async () => {
  const { session } = await unService()
  const db = session.db()
  const ecriture = session.pendant(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    await ecrireReglages(db, { intervenant: 'fin' })
  })
  const fermeture = session.verrouiller()
  await Promise.resolve()
  expect(() => session.db()).toThrow('verrouille')
  await fermeture
  await ecriture
  await session.ouvrir({ phrase })
  const { valeur } = await session
    .db()
    .selectFrom('reglage')
    .select('valeur')
    .where('cle', '=', 'intervenant')
    .executeTakeFirstOrThrow()
  expect(valeur).toBe('"fin"')
})

test('sans personne, se verrouille après dix minutes et pas avant', async () => {
  const { session, passer, fermetures } = await unService()
  await passer(9.9)
  expect(session.estOuverte()).toBe(true)
  await passer(0.2)
  expect(session.estOuverte()).toBe(false)
  expect(fermetures()).toBe(1)
})

test('chaque appel remet le délai à zéro ; demander l’état ne compte pas', async () => {
  const { session, router, passer } = await unService()
  for (let fois = 0; fois < 3; fois += 1) {
    await passer(6)
    await router('coffre', 'presence', undefined)
  }
  await passer(6)
  await router('reglages', 'lire', undefined)
  await passer(6)
  expect(session.estOuverte()).toBe(true)
  await router('coffre', 'etat', undefined)
  await passer(6)
  expect(session.estOuverte()).toBe(false)
})

test('un délai raccourci vaut tout de suite', async () => {
  const { session, passer } = await unService()
  await ecrireReglages(session.db(), { verrouillageMinutes: 1 })
  await passer(1)
  expect(session.estOuverte()).toBe(false)
})

test('les heures où le poste dormait comptent, une horloge reculée ne prolonge pas', async () => {
  const { session, passer } = await unService()
  await passer(-600)
  expect(session.estOuverte()).toBe(true)
  await passer(10)
  expect(session.estOuverte()).toBe(false)
})

test('la clé et la phrase n’apparaissent dans aucun incident journalisé', async () => {
  const { router, incidents } = await unService()
  await router('coffre', 'ouvrir', { phrase: 'Zénobie-marquée-1234' })
  await router('coffre', 'ouvrir', { phrase: 12 })
  await router('coffre', 'changerPhrase', { ancienne: phrase, nouvelle: 'Zénobie' })
  expect(JSON.stringify(incidents)).not.toContain('nobie')
})

test('rouvrir pendant la fermeture attend son tour', async () => {
  const { session } = await unService()
  const fermeture = session.verrouiller()
  const ouverture = session.ouvrir({ phrase })
  await Promise.all([fermeture, ouverture])
  expect(session.estOuverte()).toBe(true)
  expect(await refus(session.ouvrir({ phrase }))).toEqual({ sansErreur: undefined })
})
