import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { constantFrom, oneof, record, type Arbitrary } from 'fast-check'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { chercherSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { cout, phrase, unCoffre, uneSession } from '../coffre/aide.ts'
import { type Constat, eprouver, type Mesure } from './eprouver.ts'
import { fichierTexteAbime, octetsAbimes } from './mutations.ts'

/** What the window would be answered; anything but a code is a bug. */
const repondre = async (travail: () => Promise<unknown>): Promise<Reply<unknown>> => {
  try {
    return { ok: true, value: await travail() }
  } catch (error) {
    if (error instanceof ErreurMetier) return { ok: false, erreur: error.erreur }
    throw error
  }
}

const condenser = (fichier: string): string =>
  existsSync(fichier) ? createHash('sha256').update(readFileSync(fichier)).digest('hex') : 'absent'

type Abime = { readonly fichier: string; readonly octets: Buffer }

const fichiersAbimes = (dossier: string, textes: readonly string[], base: string): Arbitrary<Abime> =>
  oneof(
    ...textes.map((fichier) =>
      fichierTexteAbime([readFileSync(join(dossier, fichier))]).map((octets) => ({ fichier, octets })),
    ),
    octetsAbimes([readFileSync(join(dossier, base))]).map((octets) => ({ fichier: base, octets })),
  )

/** The files of a coffre, spoilt: it opens as it was, or says why not, and nothing is written over it. */
export const eprouverCoffre = async (mesure: Mesure): Promise<Constat> => {
  const { dossier } = await unCoffre()
  const juste = join(dirname(dossier), 'juste')
  cpSync(dossier, juste, { recursive: true })
  const remettre = (): void => {
    rmSync(dossier, { recursive: true })
    cpSync(juste, dossier, { recursive: true })
  }
  return eprouver(
    {
      nom: 'coffre',
      cas: fichiersAbimes(dossier, ['coffre.json'], 'jalon.db'),
      preparer: ({ fichier, octets }) => {
        remettre()
        writeFileSync(join(dossier, fichier), octets)
        return Promise.resolve()
      },
      tenter: () => repondre(() => ouvrir(createSession({ dossier, maintenant: () => new Date(), cout }))),
      temoin: () => Promise.resolve(['coffre.json', 'jalon.db'].map((f) => condenser(join(dossier, f))).join(' ')),
      incidents: [],
      dire: ({ fichier, octets }) => [fichier, octets.toString('base64').slice(0, 2000)],
    },
    mesure,
  )
}

const ouvrir = async (session: Session): Promise<void> => {
  try {
    session.etat()
    await session.ouvrir({ phrase })
    await session.db().selectFrom('personne').select('id').execute()
  } finally {
    await session.verrouiller()
  }
}

/** A backup, spoilt: it is restored as it was made, or refused, and the coffre in place is left as it is. */
export const eprouverSauvegardes = async (mesure: Mesure): Promise<Constat> => {
  const { dossier, session } = await unCoffre()
  await session.ouvrir({ phrase })
  const faite = await session.sauvegardes.sauvegarder()
  await session.verrouiller()
  const ailleurs = mkdtempSync(join(dirname(dossier), 'cle-usb-'))
  const lieu = join(ailleurs, basename(faite))
  const temoins = ['coffre.json', 'jalon.db'].map((f) => join(dossier, f))
  return eprouver(
    {
      nom: 'sauvegarde',
      cas: record({
        abime: fichiersAbimes(faite, ['coffre.json', 'sauvegarde.jalon'], 'jalon.db'),
        vers: constantFrom('place', 'ailleurs'),
      }),
      preparer: ({ abime: { fichier, octets } }) => {
        for (const nom of [lieu, join(dossier, 'essais.json'), join(dirname(dossier), 'neuf')])
          rmSync(nom, { recursive: true, force: true })
        cpSync(faite, lieu, { recursive: true })
        writeFileSync(join(lieu, fichier), octets)
        return Promise.resolve()
      },
      tenter: ({ vers }) =>
        repondre(() =>
          restaurer(
            uneSession(dossier),
            ailleurs,
            vers === 'ailleurs' ? dossier.replace(/coffre$/u, 'neuf') : undefined,
          ),
        ),
      temoin: () => Promise.resolve(temoins.map(condenser).join(' ')),
      incidents: [],
      dire: ({ abime: { fichier, octets } }) => [fichier, octets.toString('base64').slice(0, 2000)],
    },
    mesure,
  )
}

const restaurer = async (session: Session, ailleurs: string, vers: string | undefined): Promise<void> => {
  const [sauvegarde] = chercherSauvegardes(ailleurs)
  if (sauvegarde === undefined) throw new ErreurMetier('sauvegarde-absente')
  const demande = { sauvegarde, genre: 'phrase', secret: phrase } as const
  await session.examinerSauvegarde(demande)
  if (vers === undefined) return
  try {
    await session.restaurer({ ...demande, malgrePlusRecent: true, vers })
  } catch (error) {
    if (existsSync(vers)) throw new Error('a refused backup left a coffre', { cause: error })
    throw error
  }
}
