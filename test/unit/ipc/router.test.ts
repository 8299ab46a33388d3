import { expect, test } from 'vitest'
import { z } from 'zod'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { type Api, command, type Contract, type HandlersALire, query, type Reply } from '#shared/ipc/call.ts'
import { createClient, createClientParNoms } from '#shared/ipc/client.ts'
import { type Appel, createRouter } from '#shared/ipc/router.ts'

const Fiche = z.strictObject({
  nom: z.string().min(1),
  visites: z.array(
    z.strictObject({
      mois: z
        .int()
        .min(1)
        .max(12)
        .refine((mois) => mois !== 8, 'aout-ferme'),
    }),
  ),
})
const contract = {
  fiches: {
    nommer: query(Fiche, z.string()),
    refuser: command(z.void(), z.void()),
    casser: command(z.strictObject({ nom: z.string() }), z.void()),
    mentir: query(z.void(), z.int()),
    situer: query(z.void(), z.string()),
  },
} as const satisfies Contract

const handlers: HandlersALire<typeof contract, Appel> = {
  fiches: async () => ({
    nommer: ({ nom }) => nom,
    refuser: () => {
      throw new ErreurMetier('trop-d-essais', { attendre: 30 })
    },
    casser: ({ nom }) => {
      throw new TypeError(`échec pour ${nom}`)
    },
    mentir: () => 1.5,
    situer: (_, { chemin }) => chemin ?? 'aucun',
  }),
}

const monter = () => {
  const journal: unknown[] = []
  const router = createRouter(
    contract,
    handlers,
    (appel) => appel,
    (incident) => journal.push(incident),
  )
  const api: Api<typeof contract> = createClient(contract, router)
  return { router, api, journal }
}
const refus = (code: string, details = {}) => ({ ok: false, erreur: { code, ...details } })

test('rend la valeur du traitement appelé par son chemin dans le contrat', async () => {
  const reponse: Reply<string> = await monter().api.fiches.nommer({ nom: 'A', visites: [] })
  expect(reponse).toEqual({ ok: true, value: 'A' })
})

test.each([
  ['fiches', 'constructor'],
  ['fiches', '__proto__'],
  ['fiches', 'toString'],
  ['__proto__', 'toString'],
  ['constructor', 'name'],
  ['fiches', 'effacer'],
  ['fiche', 'nommer'],
  ['', ''],
  [['fiches'], ['nommer']],
  [undefined, null],
])('ne connaît pas l’appel %j %j', async (feature, method) => {
  const { router, journal } = monter()
  expect(await router(feature, method, {})).toEqual(refus('appel-inconnu'))
  expect(journal).toEqual([])
})

test('nomme les champs en faute, sans répéter leur contenu', async () => {
  const { router } = monter()
  const reponse = await router('fiches', 'nommer', { nom: '', visites: [{ mois: 3 }, { mois: 8 }] })
  expect(reponse).toEqual(refus('entree-invalide', { champs: { nom: 'too_small', 'visites.1.mois': 'aout-ferme' } }))
})

test.each([
  [{ nom: 'A', visites: [], sql: '1=1' }],
  [JSON.parse('{ "nom": "A", "visites": [], "__proto__": { "x": 1 } }')],
  [undefined],
  ['A'],
])('refuse l’entrée %j qui n’a pas exactement la forme déclarée', async (input) => {
  expect(await monter().router('fiches', 'nommer', input)).toMatchObject(refus('entree-invalide'))
})

test('transmet telle quelle une erreur métier, sans la journaliser', async () => {
  const { api, journal } = monter()
  expect(await api.fiches.refuser()).toEqual(refus('trop-d-essais', { attendre: 30 }))
  expect(journal).toEqual([])
})

test('cache une panne derrière « interne » et n’écrit au journal que le nom de l’appel et de l’erreur', async () => {
  const { api, journal } = monter()
  expect(await api.fiches.casser({ nom: 'Zénobie' })).toEqual(refus('interne'))
  expect(journal).toEqual([{ appel: 'fiches.casser', erreur: 'TypeError' }])
  expect(JSON.stringify(journal)).not.toContain('Zénobie')
})

test('traite comme une panne une sortie qui n’a pas la forme promise', async () => {
  const { api, journal } = monter()
  expect(await api.fiches.mentir()).toEqual(refus('interne'))
  expect(journal).toEqual([{ appel: 'fiches.mentir', erreur: 'ZodError' }])
})

test('donne au traitement le chemin choisi, et rien quand il n’y en a pas', async () => {
  const { router } = monter()
  expect(await router('fiches', 'situer', undefined, { chemin: '/un/dossier' })).toEqual({
    ok: true,
    value: '/un/dossier',
  })
  expect(await router('fiches', 'situer', undefined)).toEqual({ ok: true, value: 'aucun' })
})

test('refuse clairement l’appel dont la partie ne peut être lue, et la relit à la demande suivante', async () => {
  let lectures = 0
  const abimee = createRouter<typeof contract, Appel>(
    contract,
    {
      fiches: async () => {
        lectures += 1
        if (lectures === 1) throw Object.assign(new Error('/un/chemin'), { code: 'ERR_MODULE_NOT_FOUND' })
        return handlers.fiches()
      },
    },
    (appel) => appel,
    () => undefined,
  )
  expect(await abimee('fiches', 'nommer', { nom: 'A', visites: [] })).toEqual(refus('installation-abimee'))
  expect(await abimee('fiches', 'nommer', { nom: 'A', visites: [] })).toEqual({ ok: true, value: 'A' })
})

test('ne jette jamais, même quand le contexte ne peut être fait', async () => {
  const brise = createRouter(
    contract,
    handlers,
    () => {
      throw new RangeError()
    },
    () => undefined,
  )
  expect(await brise('fiches', 'situer', undefined)).toEqual(refus('interne'))
})

test('la fenêtre appelle par les noms seuls, et reçoit la même réponse que par le contrat', async () => {
  const appels: string[] = []
  const parNoms = createClientParNoms<typeof contract>((feature, method, input) => {
    appels.push(`${feature}.${method}`)
    return Promise.resolve({ ok: true, value: input })
  })
  const fiche = { nom: 'Alix', visites: [] }
  expect(await parNoms.fiches.nommer(fiche)).toEqual({ ok: true, value: fiche })
  expect(appels).toEqual(['fiches.nommer'])
  expect(parNoms.fiches.nommer).toBe(parNoms.fiches.nommer)
  expect(parNoms.fiches.nommer).not.toBe(parNoms.fiches.refuser)
})
