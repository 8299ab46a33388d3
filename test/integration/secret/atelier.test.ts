import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createAtelier, demarrerOuvrier, type OptionsAtelier } from '#electron/service/secret/atelier.ts'
import type { Lues } from '#electron/service/secret/ouvrier.ts'
import { ErreurSolveur } from '#shared/domaine/secret/moteur/solveur.ts'
import { accomplir, controlerLecture } from '#shared/domaine/secret/moteur/accomplir.ts'
import type { Tache } from '#shared/domaine/secret/moteur/tache.ts'
import { dans, solveur } from '../../fixtures/secret/problemes.ts'
import { uneLongueTache, uneTache } from '../../fixtures/secret/taches.ts'

/** A real atelier, and every worker that it started. */
const unAtelier = (options: OptionsAtelier = {}) => {
  const ouvriers: Worker[] = []
  const demarrer: OptionsAtelier['demarrer'] = (programme) => {
    const ouvrier = demarrerOuvrier(programme)
    ouvriers.push(ouvrier)
    return ouvrier
  }
  const atelier = createAtelier({ demarrer, ...options })
  onTestFinished(() => atelier.fermer())
  return { atelier, ouvriers }
}

const refus = (travail: Promise<unknown>): Promise<unknown> =>
  travail.then(
    () => 'aucun',
    (error: unknown) => error,
  )

/** Its tables cross more than a proof can hold. */
const tropGrande: Tache = uneTache(1, { feuilles: [60, 60, 60], tableaux: [[0, 1, 2]] })

describe('l’atelier', () => {
  it('répond exactement ce que le moteur répond, et dans l’ordre demandé', async () => {
    const { atelier, ouvriers } = unAtelier()
    const taches = [uneLongueTache(), uneTache(1), uneTache(2, { mode: 'arrondi' })]
    const finies: number[] = []
    const constats = await Promise.all(
      taches.map(async (tache, rang) => {
        const constat = await atelier.accomplir(tache)
        finies.push(rang)
        return constat
      }),
    )
    expect(finies).toEqual([0, 1, 2])
    expect(constats).toEqual(taches.map((tache) => accomplir(solveur, tache, dans(tache.budget))))
    expect(constats.map((c) => c.statut)).toEqual(['protege', 'protege', 'protege'])
    expect(ouvriers).toHaveLength(1)
  })

  it('attaque ce qui a été lu d’une publication, sans savoir comment elle fut protégée', async () => {
    const { atelier } = unAtelier()
    const tache = uneTache(3)
    const { imprimees } = await atelier.accomplir(tache)
    const lues: Lues = imprimees.map(({ place, valeur }) => ({ place, dit: valeur === null ? null : [valeur, valeur] }))
    const verdict = await atelier.controler(tache, lues)
    expect(verdict).toEqual(controlerLecture(solveur, tache, lues))
    expect(verdict.statut).toBe('protege')
  })

  it('laisse battre la minuterie du service pendant un long calcul, et dit où il en est', async () => {
    const { atelier } = unAtelier()
    const vus: number[] = []
    let battements = 0
    const minuterie = setInterval(() => {
      battements += 1
    }, 10)
    await atelier.accomplir(uneLongueTache(8), { progression: (calculs) => vus.push(calculs) })
    clearInterval(minuterie)
    expect(battements).toBeGreaterThan(20)
    expect(vus.length).toBeGreaterThan(2)
    expect(vus).toEqual([...new Set(vus)].toSorted((a, b) => a - b))
  })

  it('se prépare d’avance : le premier travail trouve son ouvrier, et la fermeture l’arrête', async () => {
    const { atelier, ouvriers } = unAtelier()
    atelier.preparer()
    atelier.preparer()
    await vi.waitFor(() => expect(ouvriers).toHaveLength(1), { timeout: 60_000 })
    const { statut } = await atelier.accomplir(uneTache(5))
    expect(statut).toBe('protege')
    expect(ouvriers).toHaveLength(1)
    const [ouvrier] = ouvriers
    const parti = new Promise((fini) => ouvrier?.once('exit', fini))
    await atelier.fermer()
    await parti
    atelier.preparer()
    await atelier.fermer()
    expect(ouvriers).toHaveLength(1)
  })

  it('donne à chaque ouvrier le programme du solveur, gardé par le processus', async () => {
    const programmes: unknown[] = []
    const atelier = createAtelier({
      demarrer: (programme) => {
        programmes.push(programme)
        return demarrerOuvrier(programme)
      },
    })
    onTestFinished(() => atelier.fermer())
    await atelier.accomplir(uneTache(6))
    await atelier.fermer()
    await atelier.accomplir(uneTache(6))
    expect(programmes).toHaveLength(2)
    expect(programmes[0]).toBeInstanceOf(WebAssembly.Module)
    expect(programmes[1]).toBe(programmes[0])
  })

  it('ne recalcule pas ce qu’il vient de répondre, et l’oublie quand il ferme', async () => {
    const { atelier, ouvriers } = unAtelier()
    const [premier, second] = await Promise.all([atelier.accomplir(uneTache(4)), atelier.accomplir(uneTache(4))])
    expect(second).toBe(premier)
    expect(await atelier.accomplir(uneTache(4))).toBe(premier)
    await atelier.fermer()
    const apres = await atelier.accomplir(uneTache(4))
    expect(apres).not.toBe(premier)
    expect(apres).toEqual(premier)
    expect(ouvriers).toHaveLength(2)
  })
})

describe('un calcul qui n’aboutit pas', () => {
  it('est refusé quand l’ouvrier meurt en route, et le suivant en trouve un autre', async () => {
    const { atelier, ouvriers } = unAtelier()
    const progression = () => void ouvriers[0]?.terminate()
    const [tuee, suivante] = await Promise.all([
      refus(atelier.accomplir(uneLongueTache(), { progression })),
      atelier.accomplir(uneTache(1)),
    ])
    expect(tuee).toBeInstanceOf(ErreurSolveur)
    expect(tuee).toMatchObject({ statut: 'echec' })
    expect(suivante.statut).toBe('protege')
    expect(ouvriers).toHaveLength(2)
  })

  it('est refusé quand le moteur lève une erreur, et n’est pas retenu comme une réponse', async () => {
    const { atelier, ouvriers } = unAtelier()
    for (const _ of [1, 2]) expect(await refus(atelier.accomplir(tropGrande))).toBeInstanceOf(ErreurSolveur)
    expect((await atelier.accomplir(uneTache(1))).statut).toBe('protege')
    expect(ouvriers).toHaveLength(3)
  })

  it('s’arrête quand on l’abandonne, en route ou avant son tour, sans gêner les autres', async () => {
    const { atelier, ouvriers } = unAtelier()
    const [enRoute, enAttente] = [new AbortController(), new AbortController()]
    const travaux = [
      refus(atelier.accomplir(uneLongueTache(), { signal: enRoute.signal, progression: () => enRoute.abort('assez') })),
      refus(atelier.accomplir(uneTache(1), { signal: enAttente.signal })),
      refus(atelier.accomplir(uneTache(2))),
    ]
    enAttente.abort('plus besoin')
    expect(await Promise.all(travaux)).toEqual(['assez', 'plus besoin', 'aucun'])
    expect(ouvriers).toHaveLength(2)
    expect(await refus(atelier.accomplir(uneTache(5), { signal: enRoute.signal }))).toBe('assez')
  })

  it('est refusé quand l’atelier ferme, avec tous ceux qui attendent', async () => {
    const { atelier, ouvriers } = unAtelier()
    const progression = () => void atelier.fermer()
    const travaux = [refus(atelier.accomplir(uneLongueTache(), { progression })), refus(atelier.accomplir(uneTache(1)))]
    for (const travail of travaux) expect(await travail).toBeInstanceOf(ErreurSolveur)
    expect(ouvriers).toHaveLength(1)
  })
})

describe('l’ouvrier', () => {
  it('s’en va quand on ne lui demande plus rien, et un autre prend la suite', async () => {
    const { atelier, ouvriers } = unAtelier({ repos: 20 })
    await atelier.accomplir(uneTache(1))
    await expect.poll(() => ouvriers[0]?.threadId).toBe(-1)
    await atelier.accomplir(uneTache(2))
    expect(ouvriers).toHaveLength(2)
  })

  it('tient le processus en vie jusqu’à sa réponse, et pas au-delà', () => {
    const script = fileURLToPath(new URL('accomplir-puis-finir.ts', import.meta.url))
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8', timeout: 30_000 })).toBe('protege')
  })
})
