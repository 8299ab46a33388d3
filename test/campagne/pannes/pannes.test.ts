import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { estIntegre } from '#db/copie.ts'
import { migrations } from '#db/migrations/index.ts'
import { premiereRupture } from '#db/queries/journal.ts'
import { estIntacte, listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { autrePhrase, cout, phrase, unCoffre, unDossier } from '../../integration/coffre/aide.ts'
import { noterCampagne } from '../tableau.ts'
import { LIGNES, tuerApres, unHasard } from './travaux.ts'

// JALON_PANNES: how many kills for each kind of work; JALON_GRAINE: which instants.
const PANNES = Number(process.env['JALON_PANNES'] ?? 170)
const GRAINE = Number(process.env['JALON_GRAINE'] ?? 2026)
const bilan: { readonly travail: string; pannes: number; acquittes: number; perdus: number; entames: number }[] = []

const ligneDe = (travail: string) => {
  const ligne = { travail, pannes: 0, acquittes: 0, perdus: 0, entames: 0 }
  bilan.push(ligne)
  return ligne
}

afterAll(async () => {
  const lignes = bilan.map((l) => ({
    'Tué pendant': l.travail,
    Arrêts: l.pannes,
    'Actes acquittés': l.acquittes,
    Perdus: l.perdus,
    'À moitié': l.entames,
  }))
  await noterCampagne('Arrêts brutaux (kill -9)', lignes, { graine: GRAINE })
})

/** Opens with one of these phrases, looks at the whole, and closes. */
const rouvrir = async <T>(dossier: string, phrases: readonly string[], voir: (session: Session) => Promise<T>) => {
  const session = createSession({ dossier, maintenant: () => new Date(), cout })
  try {
    for (const candidate of phrases)
      try {
        await session.ouvrir({ phrase: candidate })
        break
      } catch (error) {
        if (!(error instanceof ErreurMetier) || error.erreur.code !== 'phrase-incorrecte') throw error
        rmSync(join(dossier, 'essais.json'), { force: true })
      }
    expect(await estIntegre(session.db(), 'integrity_check')).toBe(true)
    expect(await premiereRupture(session.db())).toBeNull()
    return await voir(session)
  } finally {
    await session.verrouiller()
  }
}

const personnesDe = async (session: Session, nom: string): Promise<number> =>
  (await session.db().selectFrom('personne').select('id').where('nom', '=', nom).execute()).length

describe('tué à n’importe quel instant', () => {
  it.each([
    ['enregistrer', 2, (id: string) => `Marque ${id}`, 300],
    ['importer', LIGNES, (id: string) => id, 400],
  ] as const)(
    'pendant « %s », rien d’acquitté n’est perdu, rien n’est à moitié',
    async (travail, chacun, nom, delai) => {
      const hasard = unHasard(GRAINE)
      const ligne = ligneDe(travail)
      const { dossier } = await unCoffre()
      for (let i = 0; i < PANNES; i += 1) {
        const { commences, faits } = await tuerApres([travail, dossier], hasard(delai))
        await rouvrir(dossier, [phrase], async (session) => {
          for (const id of commences) {
            const trouvees = await personnesDe(session, nom(id))
            if (faits.includes(id) && trouvees !== chacun) ligne.perdus += 1
            if (trouvees !== 0 && trouvees !== chacun) ligne.entames += 1
          }
        })
        ligne.pannes += 1
        ligne.acquittes += faits.length
      }
      expect(ligne).toMatchObject({ perdus: 0, entames: 0 })
      expect(ligne.acquittes).toBeGreaterThan(0)
    },
  )

  it('pendant « sauvegarder », le coffre est entier, et toute sauvegarde gardée aussi', async () => {
    const hasard = unHasard(GRAINE)
    const ligne = ligneDe('sauvegarder')
    const { dossier, session } = await unCoffre()
    await session.ouvrir({ phrase })
    await session.db().insertInto('foyer').values({ id: 'f' }).execute()
    await session.sauvegardes.sauvegarder()
    await session.verrouiller()
    for (let i = 0; i < PANNES; i += 1) {
      const { faits } = await tuerApres(['sauvegarder', dossier], hasard(350))
      const gardees = listerSauvegardes(join(dossier, 'sauvegardes'))
      if (gardees.length === 0) ligne.perdus += 1
      for (const gardee of gardees) if (!(await estIntacte(gardee))) ligne.entames += 1
      await rouvrir(dossier, [phrase], async (ouverte) => {
        if ((await ouverte.db().selectFrom('foyer').select('id').execute()).length !== 1) ligne.perdus += 1
      })
      ligne.pannes += 1
      ligne.acquittes += faits.length
    }
    expect(ligne).toMatchObject({ perdus: 0, entames: 0 })
  })

  it('pendant « restaurer », le coffre est l’un des deux, entier', async () => {
    const hasard = unHasard(GRAINE)
    const ligne = ligneDe('restaurer')
    const { dossier, session } = await unCoffre()
    const source = join(unDossier(), 'source')
    mkdirSync(source)
    for (const id of ['a', 'b', 'c']) {
      await session.ouvrir({ phrase })
      await session.db().insertInto('foyer').values({ id }).execute()
      const faite = await session.sauvegardes.sauvegarder()
      cpSync(faite, join(source, basename(faite)), { recursive: true })
      await session.verrouiller()
    }
    for (let i = 0; i < PANNES; i += 1) {
      const { faits } = await tuerApres(['restaurer', dossier, source], hasard(300))
      await rouvrir(dossier, [phrase], async (ouverte) => {
        const { length } = await ouverte.db().selectFrom('foyer').select('id').execute()
        if (![1, 2, 3].includes(length)) ligne.perdus += 1
      })
      if (existsSync(`${dossier}.restauration`)) ligne.entames += 1
      ligne.pannes += 1
      ligne.acquittes += faits.length
    }
    expect(ligne).toMatchObject({ perdus: 0, entames: 0 })
  })

  it('pendant « migrer », la base est d’avant ou d’après, jamais entre les deux', async () => {
    const hasard = unHasard(GRAINE)
    const ligne = ligneDe('migrer')
    const anciennes = Object.fromEntries(Object.entries(migrations).slice(0, 1))
    const { dossier, session } = await unCoffre({ connues: anciennes })
    await session.ouvrir({ phrase })
    for (let i = 0; i < 200; i += 1)
      await session
        .db()
        .insertInto('foyer')
        .values({ id: `f${i}` })
        .execute()
    await session.verrouiller()
    const modele = join(dirname(dossier), 'modele')
    cpSync(dossier, modele, { recursive: true })
    for (let i = 0; i < PANNES; i += 1) {
      rmSync(dossier, { recursive: true })
      cpSync(modele, dossier, { recursive: true })
      const { faits } = await tuerApres(['migrer', dossier], hasard(160))
      await rouvrir(dossier, [phrase], async (ouverte) => {
        if ((await ouverte.db().selectFrom('foyer').select('id').execute()).length !== 200) ligne.perdus += 1
      })
      ligne.pannes += 1
      ligne.acquittes += faits.length
    }
    expect(ligne).toMatchObject({ perdus: 0, entames: 0 })
  })

  it('pendant « reenvelopper », l’ancienne phrase ouvre, ou la nouvelle, et celle qui fut acquittée', async () => {
    const hasard = unHasard(GRAINE)
    const ligne = ligneDe('reenvelopper')
    const { dossier } = await unCoffre()
    let actuelle = phrase
    for (let i = 0; i < PANNES; i += 1) {
      const { commences, faits } = await tuerApres(['reenvelopper', dossier, actuelle], hasard(120))
      const acquittee = faits.at(-1) ?? actuelle
      // The one being written when the child was killed may have won.
      const enCours = commences.length > faits.length ? commences.at(-1) : undefined
      actuelle = await rouvrir(dossier, [acquittee, ...(enCours === undefined ? [] : [enCours])], async (ouverte) => {
        await ouverte.verrouiller()
        try {
          await ouverte.ouvrir({ phrase: acquittee })
          return acquittee
        } catch {
          rmSync(join(dossier, 'essais.json'), { force: true })
          await ouverte.ouvrir({ phrase: enCours ?? autrePhrase })
          return enCours ?? autrePhrase
        }
      })
      ligne.pannes += 1
      ligne.acquittes += faits.length
    }
    expect(ligne).toMatchObject({ perdus: 0, entames: 0 })
  })
})
