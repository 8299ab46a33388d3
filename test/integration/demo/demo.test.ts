import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lireAujourdhui } from '#db/queries/aujourdhui.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { executerCommande } from '#electron/service/commandes/index.ts'
import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

const maintenant = () => new Date('2026-11-22T10:00:00')
const imprimer = () => Promise.reject(new ErreurMetier('pdf-indisponible'))
/** A whole year is written and its report drawn: milliseconds. */
const LENT = 240_000
let dossier = ''
let premiere: Awaited<ReturnType<typeof lancer>>

/** Runs the real command, without a printer, and gives what it wrote. */
const lancer = async (): Promise<{ code: number; sortie: string; erreurs: string }> => {
  const ecrits = { stdout: '', stderr: '' }
  const espions = (['stdout', 'stderr'] as const).map((flux) =>
    vi.spyOn(process[flux], 'write').mockImplementation((texte) => {
      ecrits[flux] += String(texte)
      return true
    }),
  )
  try {
    const code = await executerCommande(['demo', '--sortie', dossier], { maintenant, imprimer })
    return { code, sortie: ecrits.stdout, erreurs: ecrits.stderr }
  } finally {
    for (const espion of espions) espion.mockRestore()
  }
}

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'jalon-demo-'))
  premiere = await lancer()
}, LENT)
afterAll(() => rm(dossier, { recursive: true }))

describe('jalon demo', () => {
  it('dit que tout est inventé et donne la phrase de passe', () => {
    expect(premiere).toMatchObject({ code: 0, sortie: expect.stringContaining('inventées') as string })
    expect(premiere.sortie).toContain(PHRASE_DEMO)
  })

  it('remplit le coffre et la page du jour', async () => {
    const session = createSession({ dossier: join(dossier, 'coffre'), maintenant })
    await session.ouvrir({ phrase: PHRASE_DEMO })
    try {
      expect(await lireReglages(session.db())).toMatchObject({
        nom: 'Poste de démonstration (données inventées)',
        demonstration: true,
      })
      const jour = await lireAujourdhui(session.db(), '2026-11-22')
      expect(jour.brouillons).toHaveLength(2)
      expect(jour.dernieresPersonnes).toHaveLength(5)
      expect(jour.echeances.some((e) => e.date < '2026-11-22')).toBe(true)
      expect(jour.echeances.some((e) => e.date > '2026-11-22')).toBe(true)
      expect(jour.orientationsEnAttente.length).toBeGreaterThan(5)
      expect(jour.annee.personnes).toBeGreaterThan(200)
    } finally {
      await session.verrouiller()
    }
  })

  it('est tenue pour quatre métiers, et s’ouvre sur le premier', async () => {
    const session = createSession({ dossier: join(dossier, 'coffre'), maintenant })
    try {
      await session.ouvrir({ phrase: PHRASE_DEMO })
      expect(await lireReglages(session.db())).toMatchObject({
        dispositifs: ['isc', 'cvp', 'tig', 'coordination'],
        dispositif: 'isc',
      })
    } finally {
      await session.verrouiller()
    }
  })

  it('écrit un bilan aux totaux publiés, dans chaque format possible sans imprimante', async () => {
    const fichiers = await readdir(join(dossier, 'bilan'))
    for (const fin of ['json', 'csv', 'ods', 'xlsx', 'odt', 'docx', 'html'])
      expect(fichiers.some((f) => f.endsWith(fin))).toBe(true)
    const bilan = Bilan.parse(JSON.parse(await readFile(join(dossier, 'bilan/bilan-isc-2025.json'), 'utf8')))
    expect(bilan).toMatchObject({ demonstration: true, indicateurs: { personnes: 323, entretiens: 572 } })
    const publics = bilan.tableaux.find((t) => t.id === 'type-public')?.cellules
    expect(publics).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ modalites: ['victime'], valeur: 84 }),
        expect.objectContaining({ modalites: ['mis-en-cause'], valeur: 44 }),
        expect.objectContaining({ modalites: ['hors-champ-penal'], valeur: 195 }),
      ]),
    )
  })

  it(
    'remplace sa propre démonstration, mais refuse tout autre coffre sans y toucher',
    async () => {
      const entete = join(dossier, 'coffre/coffre.json')
      const avant = await readFile(entete, 'utf8')
      expect((await lancer()).code).toBe(0)
      const refait = await readFile(entete, 'utf8')
      expect(refait).not.toBe(avant)
      await writeFile(join(dossier, 'LISEZMOI.txt'), 'autre chose')
      const refus = await lancer()
      expect([refus.code, refus.erreurs]).toEqual([1, expect.stringContaining('déjà un coffre')])
      expect(await readFile(entete, 'utf8')).toBe(refait)
      expect(await readdir(join(dossier, 'coffre'))).not.toContain('essais.json')
    },
    LENT,
  )
})
