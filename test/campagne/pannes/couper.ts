import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { estIntegre } from '#db/copie.ts'
import { premiereRupture } from '#db/queries/journal.ts'
import { chercherSauvegardes, estIntacte, listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { fileURLToPath } from 'node:url'
import { autrePhrase, cout, phrase, unCoffre, unDossier } from '../../integration/coffre/aide.ts'
import { unCoffreAncien } from './ancien.ts'
import { enregistrerAppels, rejouer } from './appels-systeme.ts'
import { unDisque } from './disque-sans-courant.ts'
import { unHasard } from './hasard.ts'

/** Cuts of power tried in one recording of so many calls to the system, and what was lost. */
export type Coupures = { appels: number; coupures: number; perdus: number; entames: number; refuses: number }

/** What was begun and acknowledged when power went. */
type Dits = { readonly commences: readonly string[]; readonly faits: readonly string[] }
type Vie = 'ecrire' | 'restaurer'

const programme = fileURLToPath(new URL('vivre.ts', import.meta.url))

/** Records one life of a coffre, then cuts the power that many times, anywhere in it, and opens what the disk holds. */
export const couper = async (vie: Vie, combien: number, graine: number): Promise<Coupures> => {
  const { dossier, cle } = await preparer[vie]()
  const racine = dirname(dossier)
  const disque = unDisque(racine)
  const trace = join(unDossier(), 'appels')
  const appels = await enregistrerAppels([process.execPath, programme, vie, dossier, cle], trace)
  const utiles = indexUtiles(appels.map(({ nom }) => nom))
  const hasard = unHasard(graine)
  const choisis = new Map<number, number>()
  for (let i = 0; i < combien; i += 1) {
    const ou = utiles[hasard(utiles.length)] ?? 0
    choisis.set(ou, (choisis.get(ou) ?? 0) + 1)
  }
  const bilan: Coupures = { appels: utiles.length, coupures: 0, perdus: 0, entames: 0, refuses: 0 }
  const restes = join(unDossier(), 'restes')
  let dit = ''
  let rang = 0
  for (const mots of rejouer(appels, disque)) {
    dit += mots
    for (let fois = choisis.get(rang) ?? 0; fois > 0; fois -= 1) {
      rmSync(restes, { recursive: true, force: true })
      mkdirSync(restes)
      disque.couper(restes, hasard)
      await regarder[vie](join(restes, 'coffre'), join(restes, 'cle'), direDe(dit), bilan)
      bilan.coupures += 1
    }
    rang += 1
  }
  return bilan
}

/** Reading and closing change nothing on a disk. */
const indexUtiles = (noms: readonly string[]): number[] =>
  noms.flatMap((nom, i) => (nom === 'openat' || nom === 'close' || nom === 'lseek' ? [] : [i]))

const direDe = (dit: string): Dits => {
  const lignes = dit.split('\n').slice(0, -1)
  const de = (mot: string) => lignes.filter((l) => l.startsWith(`${mot} `)).map((l) => l.slice(mot.length + 1))
  return { commences: de('commence'), faits: de('fait') }
}

const preparer: Readonly<Record<Vie, () => Promise<{ readonly dossier: string; readonly cle: string }>>> = {
  ecrire: async () => {
    const dossier = await unCoffreAncien(0)
    const cle = join(dirname(dossier), 'cle')
    mkdirSync(cle)
    return { dossier, cle }
  },
  restaurer: async () => {
    const { dossier, session } = await unCoffre()
    await session.ouvrir({ phrase })
    await session.db().insertInto('foyer').values({ id: 'sauve' }).execute()
    await session.sauvegardes.sauvegarder()
    await session.db().insertInto('foyer').values({ id: 'depuis' }).execute()
    await session.verrouiller()
    return { dossier, cle: '' }
  },
}

/** Opens with one of these passphrases; a coffre that no longer opens is the worst loss. */
const ouvrir = async (dossier: string, phrases: readonly string[], bilan: Coupures): Promise<Session | undefined> => {
  const session = createSession({ dossier, maintenant: () => new Date(), cout })
  for (const essai of phrases)
    try {
      await session.ouvrir({ phrase: essai })
      if (!(await estIntegre(session.db(), 'integrity_check')) || (await premiereRupture(session.db())) !== null)
        throw new Error('not sound')
      return session
    } catch (error) {
      rmSync(join(dossier, 'essais.json'), { force: true })
      if (error instanceof ErreurMetier && error.erreur.code === 'phrase-incorrecte') continue
      break
    }
  await session.verrouiller()
  bilan.refuses += 1
  return undefined
}

const regarder: Readonly<Record<Vie, (dossier: string, cle: string, dits: Dits, bilan: Coupures) => Promise<void>>> = {
  ecrire: async (dossier, cle, { commences, faits }, bilan) => {
    const phrases = [
      ...(faits.includes('phrase') ? [] : [phrase]),
      ...(commences.includes('phrase') ? [autrePhrase] : []),
    ]
    const session = await ouvrir(dossier, phrases, bilan)
    if (session === undefined) return
    for (const acte of commences.filter((quoi) => quoi.startsWith('acte '))) {
      const nom = `Marque ${acte.slice('acte '.length)}`
      const trouvees = await session.db().selectFrom('personne').select('id').where('nom', '=', nom).execute()
      if (faits.includes(acte) && trouvees.length !== 2) bilan.perdus += 1
      if (trouvees.length !== 0 && trouvees.length !== 2) bilan.entames += 1
    }
    await session.verrouiller()
    await exigerSauvegardes(listerSauvegardes(join(dossier, 'sauvegardes')), faits.includes('sauvegarde'), bilan)
    await exigerSauvegardes(existsSync(cle) ? chercherSauvegardes(cle) : [], faits.includes('emporter'), bilan)
  },
  restaurer: async (dossier, _, { faits }, bilan) => {
    const session = await ouvrir(dossier, [phrase], bilan)
    if (session === undefined) return
    const { length } = await session.db().selectFrom('foyer').select('id').execute()
    if (faits.length > 0 ? length !== 1 : length !== 1 && length !== 2) bilan.perdus += 1
    await session.verrouiller()
    await exigerSauvegardes(listerSauvegardes(join(dossier, 'sauvegardes')), true, bilan)
  },
}

/** One that was acknowledged is there; one that is there is whole. */
const exigerSauvegardes = async (
  trouvees: ReturnType<typeof listerSauvegardes>,
  acquittee: boolean,
  bilan: Coupures,
): Promise<void> => {
  if (acquittee && trouvees.length === 0) bilan.perdus += 1
  for (const trouvee of trouvees) if (!(await estIntacte(trouvee))) bilan.entames += 1
}
