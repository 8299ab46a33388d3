import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { unEntretien, unePresence, unId } from '../../fixtures/builders.ts'
import { fichier2012 } from '../../fixtures/imports/fichiers.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { unDossier } from '../export/export.ts'

const annee2012: DemandeBilan = {
  dispositif: 'isc',
  du: '2012-01-01',
  au: '2012-12-31',
  seuil: 5,
  mode: 'masquage',
}

/** A service whose coffre holds the spreadsheet of 2012, and the calls that write where the user says. */
const unPoste = async () => {
  const service = await unService('2026-11-22', (html) => Promise.resolve(Buffer.from(html)))
  const { api, router } = service
  const fichier = { nom: 'isc-2012.csv', contenu: fichier2012('csv').toString('base64'), dispositif: 'isc' } as const
  await valeur(api.echanges.importer({ ...fichier, correspondance: {} }))
  const ecrire = async (methode: string, demande: object) => {
    const dossier = await unDossier()
    return { dossier, reponse: await router('bilans', methode, demande, { chemin: dossier }) }
  }
  const publier = (demande = annee2012) => ecrire('exporter', { ...demande, formats: ['json', 'csv', 'ods'] })
  const recevoir = () =>
    valeur(
      api.entretiens.enregistrer(
        unEntretien({
          suivi: { id: unId(), saisineDate: '2012-10-10', reponses: { saisine: 'plainte' } },
          date: '2012-10-12',
          presences: [unePresence()],
        }),
      ),
    )
  return { ...service, ecrire, publier, recevoir }
}

/** Every file of a folder, byte for byte. */
const octetsDe = (dossier: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(dossier, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name))
      .map((chemin) => [chemin.slice(dossier.length), readFileSync(chemin).toString('base64')]),
  )

describe('la publication d’un bilan', () => {
  it('se prépare, se publie, s’inscrit au registre et se republie à l’octet près', async () => {
    const { api, ecrire, publier } = await unPoste()
    const verdict = await valeur(api.bilans.preparer(annee2012))
    expect(verdict).toMatchObject({ refus: null, edition: null, rapports: 0 })
    expect(Math.min(verdict.petites, verdict.masqueesEnPlus, verdict.calculs, verdict.tableaux)).toBeGreaterThan(0)
    expect(await valeur(api.bilans.editions({ dispositif: 'isc' }))).toEqual([])

    const premiere = await publier()
    expect(premiere.reponse).toMatchObject({ ok: true, value: { dossier: premiere.dossier } })
    const [edition, ...autres] = await valeur(api.bilans.editions({ dispositif: 'isc' }))
    expect(autres).toEqual([])
    const { dispositif: _, ...choix } = annee2012
    expect(edition).toMatchObject({ ...choix, formats: ['json', 'csv', 'ods'] })
    expect(await valeur(api.bilans.editions({ dispositif: 'cvp' }))).toEqual([])

    const ecrits = octetsDe(premiere.dossier)
    expect(Object.keys(ecrits).length).toBeGreaterThan(3)
    const republiee = await ecrire('republier', { edition: edition?.id })
    expect(republiee.reponse).toMatchObject({ ok: true })
    expect(octetsDe(republiee.dossier)).toEqual(ecrits)
    expect(octetsDe((await publier()).dossier)).toEqual(ecrits)
    expect(await valeur(api.bilans.editions({ dispositif: 'isc' }))).toHaveLength(1)
    expect(await valeur(api.bilans.preparer(annee2012))).toMatchObject({ refus: null, edition: edition?.id })

    // Another text around the same numbers is another edition, whose numbers keep the proof they had.
    const texte = { dispositif: 'isc', annee: 2012, section: 'contexte', texte: 'Une année pleine.' } as const
    await valeur(api.bilans.ecrireTexte(texte))
    const { petites, masqueesEnPlus } = verdict
    expect(await valeur(api.bilans.preparer(annee2012))).toMatchObject({
      refus: null,
      edition: null,
      petites,
      masqueesEnPlus,
    })
  })

  it('est refusée quand une seule personne est arrivée depuis, et rien n’est écrit', async () => {
    const { api, ecrire, publier, recevoir } = await unPoste()
    await publier()
    const [edition] = await valeur(api.bilans.editions({ dispositif: 'isc' }))
    const avant = await valeur(api.bilans.changements({ edition: edition?.id ?? '' }))
    expect(avant).toMatchObject({ entrees: 0, sorties: 0, modifications: 0, differents: 0 })
    expect(avant.nombres).toBeGreaterThan(100)
    await recevoir()

    const refus = { raison: 'flux', flux: { entrees: 1, sorties: 0, modifications: 0, edition: { id: edition?.id } } }
    expect(await valeur(api.bilans.apercu(annee2012))).toMatchObject({ refus })
    expect(await valeur(api.bilans.preparer(annee2012))).toMatchObject({ refus })
    const refusee = await publier()
    expect(refusee.reponse).toMatchObject({
      ok: false,
      erreur: { code: 'publication-refusee', champs: { entrees: '1', sorties: '0', modifications: '0' } },
    })
    expect(readdirSync(refusee.dossier)).toEqual([])

    const apres = await valeur(api.bilans.changements({ edition: edition?.id ?? '' }))
    expect(apres).toMatchObject({ entrees: 1, sorties: 0, modifications: 0, nombres: avant.nombres })
    expect(apres.differents).toBeGreaterThan(5)
    expect(apres.differents).toBeLessThan(apres.nombres / 2)

    // The ways out: the same edition again, the totals alone.
    expect((await ecrire('republier', { edition: edition?.id })).reponse).toMatchObject({ ok: true })
    expect((await publier({ ...annee2012, mode: 'total' })).reponse).toMatchObject({ ok: true })
    expect(await valeur(api.bilans.editions({ dispositif: 'isc' }))).toMatchObject([
      { mode: 'total' },
      { mode: 'masquage' },
    ])
  })

  it('se compare entre les quatre façons de protéger', async () => {
    const { api } = await unPoste()
    const { mode: _, ...demande } = annee2012
    const facons = await valeur(api.bilans.comparer(demande))
    expect(facons.map((f) => f.mode)).toEqual(['masquage', 'regroupement', 'arrondi', 'total'])
    const [masquage, regroupement, arrondi, total] = facons.flatMap((f) => (f.etat === 'non-prouve' ? [] : [f]))
    const { bilan } = await valeur(api.bilans.apercu(annee2012))
    expect(masquage).toMatchObject({ etat: 'permis', masquees: bilan.secret.cellulesMasquees })
    expect(masquage?.personnes).toBeGreaterThan(0)
    expect(regroupement?.masquees).toBeLessThan(masquage?.masquees ?? 0)
    expect(arrondi?.masquees).toBeLessThan(masquage?.masquees ?? 0)
    expect(total).toMatchObject({ etat: 'permis', masquees: 0, personnes: 0 })
    expect(total?.imprimees).toBeLessThan(regroupement?.imprimees ?? 0)
  })

  it('s’abandonne en chemin sans rien laisser, et se reprend', async () => {
    const { api } = await unPoste()
    const preparation = api.bilans.preparer(annee2012)
    let finie = false
    void preparation.then(() => (finie = true))
    await expect
      .poll(async () => {
        await valeur(api.bilans.abandonner())
        return finie
      })
      .toBe(true)
    expect(await preparation).toEqual({ ok: false, erreur: { code: 'annule' } })
    expect(await valeur(api.bilans.editions({ dispositif: 'isc' }))).toEqual([])
    expect(await valeur(api.bilans.preparer(annee2012))).toMatchObject({ refus: null })
  })

  it('écrit le rapport de contrôle avant comme après, sans le mêler aux fichiers publiés', async () => {
    const { api, ecrire, publier } = await unPoste()
    const avant = await ecrire('rapport', annee2012)
    expect(avant.reponse).toMatchObject({ ok: true })
    expect(readdirSync(avant.dossier)).toEqual(['controle-isc-2012-confidentiel.pdf'])
    expect(await valeur(api.bilans.editions({ dispositif: 'isc' }))).toEqual([])
    await publier()
    const [edition] = await valeur(api.bilans.editions({ dispositif: 'isc' }))
    const { dossier, reponse } = await ecrire('rapport', { edition: edition?.id })
    const nom = 'controle-isc-2012-confidentiel.pdf'
    expect(reponse).toEqual({ ok: true, value: { dossier, fichiers: [nom] } })
    expect(readFileSync(join(dossier, nom), 'utf8')).toMatch(/confidentiel/i)
    const republiee = await ecrire('republier', { edition: edition?.id })
    expect(existsSync(join(republiee.dossier, nom))).toBe(false)
  })

  it('ne connaît que les éditions du registre', async () => {
    const { api, ecrire } = await unPoste()
    const inconnue = { ok: false, erreur: { code: 'introuvable' } }
    expect(await api.bilans.changements({ edition: unId() })).toEqual(inconnue)
    for (const methode of ['republier', 'rapport']) {
      const { dossier, reponse } = await ecrire(methode, { edition: unId() })
      expect(reponse).toEqual(inconnue)
      expect(readdirSync(dossier)).toEqual([])
    }
  })
}, 120_000)
