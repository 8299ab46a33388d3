import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSession } from '#electron/service/coffre/session.ts'
import { createServiceAvecEssai } from '#electron/service/essai/aiguiller.ts'
import { createEssai } from '#electron/service/essai/essai.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { valeur } from '../../fixtures/service.ts'

const LENT = 120_000
const phrase = 'une phrase pour les essais'

/** The whole service as main starts it, on two folders that do not exist yet. */
const unPosteSansCoffre = () => {
  const base = mkdtempSync(join(tmpdir(), 'jalon-essai-'))
  const [coffre, dossierEssai] = [join(base, 'coffre'), join(base, 'essai')]
  const instant = new Date('2026-11-22T10:00:00')
  const commun = { maintenant: () => instant, cout: 2 ** 12 }
  const session = createSession({ dossier: coffre, ...commun })
  const essai = createEssai({ dossier: dossierEssai, ...commun })
  const atelier = createAtelier()
  const avances: { fait: number; total: number }[] = []
  const incidents: string[] = []
  const router = createServiceAvecEssai(
    {
      session,
      atelier,
      maintenant: commun.maintenant,
      imprimer: () => Promise.reject(new Error('nothing is printed here')),
      progression: (_, fait, total) => avances.push({ fait, total }),
    },
    essai,
    ({ appel }) => incidents.push(appel),
  )
  onTestFinished(async () => {
    await atelier.fermer()
    await session.verrouiller()
    await essai.session.verrouiller()
    rmSync(base, { recursive: true })
  })
  return { api: createClient(contract, router), coffre, dossierEssai, avances, incidents }
}

test(
  'on essaie sur des données inventées, à part, et les quitter n’en laisse rien',
  async () => {
    const { api, coffre, dossierEssai, avances, incidents } = unPosteSansCoffre()
    expect(await valeur(api.coffre.etat())).toMatchObject({ etat: 'absent', essai: false, emplacement: coffre })
    await valeur(api.coffre.essayer())
    expect(avances.at(-1)?.fait).toBe(avances.at(-1)?.total)
    expect(await valeur(api.coffre.etat())).toMatchObject({ etat: 'ouvert', essai: true, emplacement: dossierEssai })
    expect(await valeur(api.reglages.lire())).toMatchObject({ demonstration: true, dispositif: 'isc' })
    const jour = await valeur(api.aujourdhui.lire({ jour: '2026-11-22' }))
    expect([jour.orientationsEnAttente.length > 0, jour.dernieresPersonnes.length > 0]).toEqual([true, true])
    expect(existsSync(coffre)).toBe(false)
    await valeur(api.coffre.quitterEssai())
    expect([existsSync(dossierEssai), existsSync(`${dossierEssai}.preparation`), existsSync(coffre)]).toEqual([
      false,
      false,
      false,
    ])
    expect(await valeur(api.coffre.etat())).toMatchObject({ etat: 'absent', essai: false })
    expect(incidents).toEqual([])
  },
  LENT,
)

test(
  'un essai laissé ouvert se reprend tel quel ; verrouillé, la phrase montrée le rouvre',
  async () => {
    const { api, dossierEssai, avances } = unPosteSansCoffre()
    await valeur(api.coffre.essayer())
    await valeur(api.entretiens.compterAnonyme({ id: '019aa0aa-0000-7000-8000-000000000001' }))
    const noter = await valeur(api.aujourdhui.lire({ jour: '2026-11-22' }))
    await valeur(api.coffre.verrouiller())
    expect(await valeur(api.coffre.etat())).toMatchObject({ etat: 'verrouille', essai: true })
    const faits = avances.length
    // Asked twice at once, as by a double click.
    await Promise.all([valeur(api.coffre.essayer()), valeur(api.coffre.essayer())])
    expect(avances).toHaveLength(faits)
    expect((await valeur(api.aujourdhui.lire({ jour: '2026-11-22' }))).annee).toEqual(noter.annee)
    await valeur(api.coffre.verrouiller())
    await valeur(api.coffre.ouvrir({ phrase: PHRASE_DEMO }))
    await valeur(api.coffre.quitterEssai())
    expect(existsSync(dossierEssai)).toBe(false)
  },
  LENT,
)

test(
  'là où il y a un coffre, l’essai est refusé et rien n’est fait ni effacé',
  async () => {
    const { api, coffre, dossierEssai } = unPosteSansCoffre()
    await valeur(api.coffre.creer({ phrase, nom: 'Poste' }))
    expect(await api.coffre.essayer()).toMatchObject({ erreur: { code: 'coffre-existant' } })
    expect(await api.coffre.quitterEssai()).toMatchObject({ ok: true })
    await valeur(api.coffre.verrouiller())
    expect(await api.coffre.essayer()).toMatchObject({ erreur: { code: 'coffre-existant' } })
    expect([existsSync(dossierEssai), readdirSync(coffre).includes('jalon.db')]).toEqual([false, true])
    expect(await valeur(api.coffre.etat())).toMatchObject({ etat: 'verrouille', essai: false })
  },
  LENT,
)

test.each(['créé', 'ouvert'])('un essai jamais quitté part quand un vrai coffre est %s', async (comment) => {
  const { api, coffre, dossierEssai, incidents } = unPosteSansCoffre()
  if (comment === 'ouvert') {
    const avant = createSession({ dossier: coffre, maintenant: () => new Date('2026-11-21T10:00:00'), cout: 2 ** 12 })
    await avant.creer({ phrase, nom: 'Poste' })
    await avant.verrouiller()
  }
  const restes = [dossierEssai, `${dossierEssai}.preparation`]
  for (const dossier of restes) {
    mkdirSync(dossier)
    writeFileSync(join(dossier, 'jalon.db'), 'ce qu’une fenêtre fermée a laissé')
  }
  const presents = () => restes.map((dossier) => existsSync(dossier))
  await valeur(api.coffre.etat())
  expect(presents()).toEqual([true, true])
  if (comment === 'créé') await valeur(api.coffre.creer({ phrase, nom: 'Poste' }))
  else await valeur(api.coffre.ouvrir({ phrase }))
  expect(presents()).toEqual([false, false])
  expect(await valeur(api.coffre.etat())).toMatchObject({ etat: 'ouvert', essai: false })
  expect(await valeur(api.reglages.lire())).toMatchObject({ demonstration: false })
  expect(incidents).toEqual([])
})

test(
  'une préparation coupée ou un reste abîmé ne compte pas : l’essai est refait',
  async () => {
    const { api, dossierEssai } = unPosteSansCoffre()
    mkdirSync(`${dossierEssai}.preparation`)
    mkdirSync(dossierEssai)
    writeFileSync(join(dossierEssai, 'jalon.db'), 'abîmé')
    writeFileSync(join(`${dossierEssai}.preparation`, 'jalon.db'), 'coupé')
    await valeur(api.coffre.essayer())
    expect(await valeur(api.reglages.lire())).toMatchObject({ demonstration: true })
  },
  LENT,
)
