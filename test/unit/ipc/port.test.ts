import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAbonner, type Evenement, type NomEvenement } from '#shared/ipc/events.ts'
import { connect, emit, listen, type Port, serve } from '#shared/ipc/port.ts'
import type { Router } from '#shared/ipc/router.ts'

const versPort = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
})

let canal: MessageChannel
let principal: Port
let service: Port
beforeEach(() => {
  canal = new MessageChannel()
  principal = versPort(canal.port1)
  service = versPort(canal.port2)
})
afterEach(() => {
  canal.port1.close()
  canal.port2.close()
})

const attendre = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const echo: Router = (feature, method, input, appel) =>
  Promise.resolve({ ok: true, value: [feature, method, input, appel] })

test('porte la question, l’entrée et le chemin, et rapporte la réponse', async () => {
  serve(service, echo)
  const { invoke } = connect(principal)
  expect(await invoke('a', 'b', { x: 1 })).toEqual({ ok: true, value: ['a', 'b', { x: 1 }, {}] })
  expect(await invoke('a', 'b', undefined, { chemin: '/d' })).toEqual({
    ok: true,
    value: ['a', 'b', undefined, { chemin: '/d' }],
  })
})

test('chaque réponse retrouve sa question, même dans le désordre', async () => {
  const ordre: unknown[] = []
  serve(service, async (_feature, _method, input) => {
    await attendre(input === 'lente' ? 40 : 1)
    ordre.push(input)
    return { ok: true, value: input }
  })
  const { invoke } = connect(principal)
  const reponses = await Promise.all([invoke('a', 'b', 'lente'), invoke('a', 'b', 'vive')])
  expect(ordre).toEqual(['vive', 'lente'])
  expect(reponses).toEqual([
    { ok: true, value: 'lente' },
    { ok: true, value: 'vive' },
  ])
})

test('les deux bouts se questionnent par le même port, sans confondre leurs numéros', async () => {
  const versService = connect(principal)
  const versPrincipal = connect(service)
  serve(principal, (_feature, _method, input) => Promise.resolve({ ok: true, value: `imprimé ${String(input)}` }))
  serve(service, async (_feature, _method, input) => versPrincipal.invoke('impression', 'imprimer', input))
  expect(
    await Promise.all([versService.invoke('bilans', 'exporter', 'A'), versService.invoke('bilans', 'exporter', 'B')]),
  ).toEqual([
    { ok: true, value: 'imprimé A' },
    { ok: true, value: 'imprimé B' },
  ])
})

test('la mort du service répond à tout ce qui attend, puis à tout ce qui viendrait après', async () => {
  const { invoke, fail } = connect(principal)
  const enAttente = [invoke('a', 'b', 1), invoke('a', 'b', 2)]
  fail()
  const arrete = { ok: false, erreur: { code: 'service-arrete' } }
  expect(await Promise.all(enAttente)).toEqual([arrete, arrete])
  expect(await invoke('a', 'b', 3)).toEqual(arrete)
})

test('un événement arrive à l’autre bout et ne dérange pas les questions', async () => {
  const recus: Evenement[] = []
  listen(principal, (evenement) => recus.push(evenement))
  serve(service, echo)
  const { invoke } = connect(principal)
  emit(service, { nom: 'progression', donnees: { etape: 'export', fait: 1, total: 8 } })
  await invoke('a', 'b', 1)
  expect(recus).toEqual([{ nom: 'progression', donnees: { etape: 'export', fait: 1, total: 8 } }])
})

test.each([[null], ['texte'], [{}], [{ id: 99, reply: { ok: true, value: 1 } }]])(
  'ignore le message étranger %j',
  async (message) => {
    serve(service, echo)
    const { invoke } = connect(principal)
    service.post(message)
    principal.post(message)
    expect(await invoke('a', 'b', 1)).toMatchObject({ ok: true })
  },
)

test('l’abonné n’entend que les événements bien formés, jusqu’à son désabonnement', () => {
  const ecouteurs = new Map<string, (donnees: unknown) => void>()
  const abonner = createAbonner((nom, ecouteur) => {
    ecouteurs.set(nom, ecouteur)
    return () => ecouteurs.delete(nom)
  })
  const dire = (nom: NomEvenement, donnees: unknown) => ecouteurs.get(nom)?.(donnees)
  const entendus: unknown[] = []
  const desabonner = abonner('progression', (donnees) => entendus.push(donnees))
  dire('progression', { etape: 'export', fait: 1, total: 8 })
  dire('progression', { etape: 'export', fait: -1, total: 8 })
  dire('progression', { etape: 'export', fait: 2, total: 8, nom: 'Zénobie' })
  desabonner()
  dire('progression', { etape: 'export', fait: 3, total: 8 })
  expect(entendus).toEqual([{ etape: 'export', fait: 1, total: 8 }])
})
