import { randomUUID } from 'node:crypto'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { unCsv } from '../../fixtures/imports/fichiers.ts'
import { autrePhrase, cout, phrase } from '../../integration/coffre/secret.ts'
import { LIGNES } from './travaux.ts'

// A process of its own, to be killed: it does one kind of work again and again, says what it begins and what it is told is done.
const [travail = '', dossier = '', source = ''] = process.argv.slice(2)
const maintenant = () => new Date()
const session = createSession({ dossier, maintenant, cout })
const dire = (mot: string, quoi: string) => process.stdout.write(`${mot} ${quoi}\n`)

const imprimer = () => Promise.reject(new Error('no printer'))
const api = () => {
  const outils = { session, atelier: createAtelier(), maintenant, progression: () => undefined }
  return createClient(
    contract,
    createServiceRouter({ ...outils, imprimer }, () => undefined),
  )
}
const exiger = (reponse: { readonly ok: boolean }): void => {
  if (!reponse.ok) throw new Error(JSON.stringify(reponse))
}

const enregistrer = async (): Promise<void> => {
  await session.ouvrir({ phrase })
  const appels = api()
  for (;;) {
    const id = randomUUID()
    const presences = [0, 1].map(() => unePresence(unePersonne({ id: randomUUID(), nom: `Marque ${id}` })))
    const suivi = { id: randomUUID(), saisineDate: null, reponses: { saisine: 'plainte' } }
    dire('commence', id)
    exiger(await appels.entretiens.enregistrer(unEntretien({ id, suivi, presences, note: id })))
    dire('fait', id)
  }
}

const importer = async (): Promise<void> => {
  await session.ouvrir({ phrase })
  const appels = api()
  for (;;) {
    const id = randomUUID()
    const lignes = Array.from({ length: LIGNES }, (_, i) => `09/03/2012;${id};Zoé ${i};;Victime;Plainte;Logement;CCAS`)
    dire('commence', id)
    const contenu = unCsv(lignes).toString('base64')
    exiger(await appels.echanges.importer({ nom: 'f.csv', contenu, dispositif: 'isc', correspondance: {} }))
    dire('fait', id)
  }
}

const sauvegarder = async (): Promise<void> => {
  await session.ouvrir({ phrase })
  for (;;) {
    dire('commence', '')
    await session.sauvegardes.sauvegarder()
    dire('fait', '')
  }
}

const restaurer = async (): Promise<void> => {
  const toutes = listerSauvegardes(source)
  for (let i = 0; ; i += 1) {
    const sauvegarde = toutes[i % toutes.length]
    if (sauvegarde === undefined) throw new Error('no backup')
    dire('commence', '')
    await session.restaurer({ sauvegarde, genre: 'phrase', secret: phrase, malgrePlusRecent: true })
    dire('fait', '')
  }
}

/** Opening an old base migrates it; then there is nothing left to do but wait. */
const migrer = async (): Promise<void> => {
  dire('commence', '')
  await session.ouvrir({ phrase })
  dire('fait', '')
  await new Promise<never>(() => setInterval(() => undefined, 1000))
}

const reenvelopper = async (): Promise<void> => {
  const depart = source === '' ? phrase : source
  await session.ouvrir({ phrase: depart })
  for (let ancienne = depart; ;) {
    const nouvelle = ancienne === phrase ? autrePhrase : phrase
    dire('commence', nouvelle)
    await session.changerPhrase({ ancienne, nouvelle })
    dire('fait', nouvelle)
    ancienne = nouvelle
  }
}

const travaux: Readonly<Record<string, (s: Session) => Promise<void>>> = {
  enregistrer,
  importer,
  sauvegarder,
  restaurer,
  migrer,
  reenvelopper,
}
await travaux[travail]?.(session)
