import { randomUUID } from 'node:crypto'
import { listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { autrePhrase, cout, phrase } from '../../integration/coffre/secret.ts'
import { LIGNES } from './reglages.ts'

// A process of its own, to be killed: it does one kind of work again and again, says what it begins and what it is told is done.
const [travail = '', dossier = '', autre = ''] = process.argv.slice(2)
const maintenant = () => new Date()
const session = createSession({ dossier, maintenant, cout })
const dire = (mot: string, quoi: string) => process.stdout.write(`${mot} ${quoi}\n`)

/** One act after the other: what it is about is said before and after. */
const sansFin = async (acte: (id: string) => Promise<unknown>): Promise<never> => {
  for (;;) {
    const id = randomUUID()
    dire('commence', id)
    await acte(id)
    dire('fait', id)
  }
}

const imprimer = () => Promise.reject(new Error('no printer'))

/** The whole service, loaded by those alone who need it: a child is started a thousand times. */
const api = async () => {
  const { createServiceRouter } = await import('#electron/service/router.ts')
  const { createAtelier } = await import('#electron/service/secret/atelier.ts')
  const outils = { session, atelier: createAtelier(), maintenant, progression: () => undefined, imprimer }
  await session.ouvrir({ phrase })
  return createClient(
    contract,
    createServiceRouter(outils, () => undefined),
  )
}
const exiger = (reponse: { readonly ok: boolean }): void => {
  if (!reponse.ok) throw new Error(JSON.stringify(reponse))
}

const enregistrer = async (): Promise<void> => {
  const appels = await api()
  const { unEntretien, unePersonne, unePresence } = await import('../../fixtures/builders.ts')
  await sansFin(async (id) => {
    const presences = [0, 1].map(() => unePresence(unePersonne({ id: randomUUID(), nom: `Marque ${id}` })))
    const suivi = { id: randomUUID(), saisineDate: null, reponses: { saisine: 'plainte' } }
    exiger(await appels.entretiens.enregistrer(unEntretien({ id, suivi, presences, note: id })))
  })
}

const importer = async (): Promise<void> => {
  const appels = await api()
  const { unCsv } = await import('../../fixtures/imports/fichiers.ts')
  await sansFin(async (id) => {
    const lignes = Array.from({ length: LIGNES }, (_, i) => `09/03/2012;${id};Zoé ${i};;Victime;Plainte;Logement;CCAS`)
    const contenu = unCsv(lignes).toString('base64')
    exiger(await appels.echanges.importer({ nom: 'f.csv', contenu, dispositif: 'isc', correspondance: {} }))
  })
}

const sauvegarder = async (): Promise<void> => {
  await session.ouvrir({ phrase })
  await sansFin(() => session.sauvegardes.sauvegarder())
}

const emporter = async (): Promise<void> => {
  await session.ouvrir({ phrase })
  await sansFin(() => session.sauvegardes.emporter(autre, true))
}

const restaurer = async (): Promise<void> => {
  const toutes = listerSauvegardes(autre)
  let tour = 0
  await sansFin(() => {
    const sauvegarde = toutes[(tour += 1) % toutes.length]
    if (sauvegarde === undefined) throw new Error('no backup')
    return session.restaurer({ sauvegarde, genre: 'phrase', secret: phrase, malgrePlusRecent: true })
  })
}

/** Opening an old base migrates it; then there is nothing left to do but wait. */
const migrer = async (): Promise<void> => {
  dire('commence', '')
  await session.ouvrir({ phrase })
  dire('fait', '')
  await new Promise<never>(() => setInterval(() => undefined, 1000))
}

const reenvelopper = async (): Promise<void> => {
  const depart = autre === '' ? phrase : autre
  await session.ouvrir({ phrase: depart })
  for (let ancienne = depart; ;) {
    const nouvelle = ancienne === phrase ? autrePhrase : phrase
    dire('commence', nouvelle)
    await session.changerPhrase({ ancienne, nouvelle })
    dire('fait', nouvelle)
    ancienne = nouvelle
  }
}

const travaux: Readonly<Record<string, () => Promise<void>>> = {
  enregistrer,
  importer,
  sauvegarder,
  emporter,
  restaurer,
  migrer,
  reenvelopper,
}
await travaux[travail]?.()
