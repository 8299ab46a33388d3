import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { estIntegre } from '#db/copie.ts'
import { premiereRupture } from '#db/queries/journal.ts'
import { chercherSauvegardes, estIntacte, listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { autrePhrase, cout, phrase, unCoffre, unDossier } from '../../integration/coffre/aide.ts'
import { unCoffreAncien } from './ancien.ts'
import { unHasard } from './hasard.ts'
import { LIGNES } from './reglages.ts'
import { unTueur } from './tuer.ts'

/** What was lost, over so many kills: acts acknowledged and gone, and acts half done (or files half written). */
export type Arrets = { arrets: number; acquittes: number; perdus: number; entames: number }

/** That many kills, or fewer: none begins after that many minutes. */
type Kills = (demande: {
  readonly combien: number
  readonly minutes: number
  readonly graine: number
}) => Promise<Arrets>

const aucun = (): Arrets => ({ arrets: 0, acquittes: 0, perdus: 0, entames: 0 })

/** Opens what is left, looks at the whole, and closes. A coffre that does not open, or is not sound, fails the campaign. */
const rouvrir = async <T>(dossier: string, secret: string, voir: (session: Session) => Promise<T>): Promise<T> => {
  const session = createSession({ dossier, maintenant: () => new Date(), cout })
  try {
    await session.ouvrir({ phrase: secret })
    if (!(await estIntegre(session.db(), 'integrity_check'))) throw new Error('not sound')
    if ((await premiereRupture(session.db())) !== null) throw new Error('the journal is broken')
    return await voir(session)
  } finally {
    await session.verrouiller()
  }
}

/** Kills that many children, and looks each time at what is left. */
const boucler = async (
  { combien, minutes }: Omit<Parameters<Kills>[0], 'graine'>,
  tuer: ReturnType<typeof unTueur>,
  args: () => readonly string[],
  voir: (dits: Awaited<ReturnType<ReturnType<typeof unTueur>>>, bilan: Arrets) => Promise<void>,
): Promise<Arrets> => {
  const bilan = aucun()
  const fin = performance.now() + minutes * 60_000
  while (bilan.arrets < combien && performance.now() < fin) {
    const dits = await tuer(args())
    await voir(dits, bilan)
    bilan.arrets += 1
    bilan.acquittes += dits.faits.length
  }
  return bilan
}

const pendantUneEcriture =
  (travail: string, actes: number, chacun: number, nom: (id: string) => string): Kills =>
  async ({ graine, ...bornes }) => {
    const { dossier } = await unCoffre()
    return boucler(
      bornes,
      unTueur(unHasard(graine), actes),
      () => [travail, dossier],
      ({ commences, faits }, bilan) =>
        rouvrir(dossier, phrase, async (session) => {
          for (const id of commences) {
            const trouvees = await session.db().selectFrom('personne').select('id').where('nom', '=', nom(id)).execute()
            if (faits.includes(id) && trouvees.length !== chacun) bilan.perdus += 1
            if (trouvees.length !== 0 && trouvees.length !== chacun) bilan.entames += 1
          }
        }),
    )
  }

const foyersDe = async (session: Session): Promise<number> =>
  (await session.db().selectFrom('foyer').select('id').execute()).length

const ajouterFoyers = async (session: Session, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await session.db().insertInto('foyer').values({ id }).execute()
}

const sauvegarder: Kills = async ({ graine, ...bornes }) => {
  const { dossier, session } = await unCoffre()
  await session.ouvrir({ phrase })
  await ajouterFoyers(session, ['f'])
  await session.sauvegardes.sauvegarder()
  await session.verrouiller()
  return boucler(
    bornes,
    unTueur(unHasard(graine), 1),
    () => ['sauvegarder', dossier],
    async (_, bilan) => {
      const gardees = listerSauvegardes(join(dossier, 'sauvegardes'))
      if (gardees.length === 0) bilan.perdus += 1
      for (const gardee of gardees) if (!(await estIntacte(gardee))) bilan.entames += 1
      if ((await rouvrir(dossier, phrase, foyersDe)) !== 1) bilan.perdus += 1
    },
  )
}

/** The one on the key is the former or the new one, whole, under its name or beside it. */
const emporter: Kills = async ({ graine, ...bornes }) => {
  const { dossier, session } = await unCoffre()
  const cle = unDossier()
  await session.ouvrir({ phrase })
  await ajouterFoyers(session, ['f'])
  await session.sauvegardes.emporter(cle, false)
  await session.verrouiller()
  return boucler(
    bornes,
    unTueur(unHasard(graine), 1),
    () => ['emporter', dossier, cle],
    async (_, bilan) => {
      const trouvees = chercherSauvegardes(cle)
      if (trouvees.length === 0) bilan.perdus += 1
      for (const trouvee of trouvees) if (!(await estIntacte(trouvee))) bilan.entames += 1
      if ((await rouvrir(dossier, phrase, foyersDe)) !== 1) bilan.perdus += 1
    },
  )
}

/** The coffre is one of the three that were restored in turn, and no restoration is left half done. */
const restaurer: Kills = async ({ graine, ...bornes }) => {
  const { dossier, session } = await unCoffre()
  const source = join(unDossier(), 'source')
  mkdirSync(source)
  for (const id of ['a', 'b', 'c']) {
    await session.ouvrir({ phrase })
    await ajouterFoyers(session, [id])
    const faite = await session.sauvegardes.sauvegarder()
    cpSync(faite, join(source, basename(faite)), { recursive: true })
    await session.verrouiller()
  }
  return boucler(
    bornes,
    unTueur(unHasard(graine), 2),
    () => ['restaurer', dossier, source],
    async (_, bilan) => {
      if (![1, 2, 3].includes(await rouvrir(dossier, phrase, foyersDe))) bilan.perdus += 1
      if (existsSync(`${dossier}.restauration`)) bilan.entames += 1
    },
  )
}

const migrer: Kills = async ({ graine, ...bornes }) => {
  const dossier = await unCoffreAncien(200)
  const modele = join(dirname(dossier), 'modele')
  cpSync(dossier, modele, { recursive: true })
  const neuf = () => {
    rmSync(dossier, { recursive: true })
    cpSync(modele, dossier, { recursive: true })
    return ['migrer', dossier]
  }
  return boucler(bornes, unTueur(unHasard(graine), 0), neuf, async (_, bilan) => {
    if ((await rouvrir(dossier, phrase, foyersDe)) !== 200) bilan.perdus += 1
  })
}

/** The passphrase acknowledged opens, or the one that was being put in its place; never none of them. */
const reenvelopper: Kills = async ({ graine, ...bornes }) => {
  const { dossier } = await unCoffre()
  let actuelle = phrase
  return boucler(
    bornes,
    unTueur(unHasard(graine), 3),
    () => ['reenvelopper', dossier, actuelle],
    async ({ commences, faits }, bilan) => {
      const acquittee = faits.at(-1) ?? actuelle
      const enCours = commences.length > faits.length ? commences.at(-1) : undefined
      const ouvrent: string[] = []
      for (const secret of new Set([phrase, autrePhrase])) {
        rmSync(join(dossier, 'essais.json'), { force: true })
        try {
          await rouvrir(dossier, secret, () => Promise.resolve())
          ouvrent.push(secret)
        } catch (error) {
          if (!(error instanceof ErreurMetier) || error.erreur.code !== 'phrase-incorrecte') throw error
        }
      }
      const [seule] = ouvrent
      if (seule === undefined || (seule !== acquittee && seule !== enCours)) bilan.perdus += 1
      if (ouvrent.length > 1) bilan.entames += 1
      actuelle = seule ?? actuelle
    },
  )
}

/** Each kind of work, and what is asked of it. */
export const arrets = {
  enregistrer: pendantUneEcriture('enregistrer', 8, 2, (id) => `Marque ${id}`),
  importer: pendantUneEcriture('importer', 2, LIGNES, (id) => id),
  sauvegarder,
  emporter,
  restaurer,
  migrer,
  reenvelopper,
} satisfies Readonly<Record<string, Kills>>
