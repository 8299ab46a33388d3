import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Apercu, lireApercu, memeApercu } from '#db/apercu.ts'
import { cheminFiche, listerSauvegardes, type Sauvegarde } from '#electron/service/coffre/sauvegardes.ts'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { cout, octetsDe, phrase, unCoffre, unDossier } from '../../integration/coffre/aide.ts'
import { type Hasard, unHasard } from './hasard.ts'

/** What came of so many damages to one file. `silences` (opened with less), `sansCode` and `modifies` are never allowed. */
export type Degats = {
  essais: number
  entiers: number
  refus: number
  silences: number
  sansCode: number
  modifies: number
  /** How many times a backup was asked for what was refused, and gave it back. */
  recours: number
  restaures: number
}

/** One damage to a file, somewhere of its length. */
const degats = {
  tronqué: (fichier: string, taille: number, hasard: Hasard) => truncateSync(fichier, hasard(taille)),
  'un bit changé': (fichier: string, taille: number, hasard: Hasard) => {
    const octets = readFileSync(fichier)
    const ou = hasard(taille)
    octets[ou] = (octets[ou] ?? 0) ^ (1 << hasard(8))
    writeFileSync(fichier, octets)
  },
  'un secteur à zéro': (fichier: string, taille: number, hasard: Hasard) => {
    const octets = readFileSync(fichier)
    const ou = hasard(Math.ceil(taille / SECTEUR)) * SECTEUR
    writeFileSync(fichier, octets.fill(0, ou, Math.min(ou + SECTEUR, taille)))
  },
} as const
const SECTEUR = 512

type Modele = {
  readonly dossier: string
  /** What the coffre holds, and what each of its two backups does. */
  readonly attendu: Apercu
  readonly premiere: Apercu
  readonly seconde: Apercu
  /** Their folders, in order of making. */
  readonly noms: readonly string[]
}

/**
 * A coffre as a crash leaves it: two backups, then acts made since, their journal (`-wal`) still beside the base. Files are
 * copied while it is open, which is what a sudden end leaves.
 */
const unModele = async (): Promise<Modele> => {
  const { dossier, session } = await unCoffre()
  const modele = join(unDossier(), 'modele')
  await session.ouvrir({ phrase })
  const ajouter = async (debut: number, nombre: number) => {
    for (let i = debut; i < debut + nombre; i += 1) {
      const [id, jour] = [`b${i}`, '2026-03-02T09:00:00.000Z']
      await session.db().insertInto('foyer').values({ id }).execute()
      const contenu = 'x'.repeat(400 * (i % 9))
      await session.db().insertInto('brouillon').values({ id, titre: id, contenu, modifie_le: jour }).execute()
    }
  }
  await ajouter(0, 60)
  await session.sauvegardes.sauvegarder()
  const premiere = await lireApercu(session.db())
  await ajouter(60, 20)
  await session.sauvegardes.sauvegarder()
  const seconde = await lireApercu(session.db())
  await ajouter(80, 20)
  const attendu = await lireApercu(session.db())
  cpSync(dossier, modele, { recursive: true })
  await session.verrouiller()
  const noms = sauvegardesDe(modele).map((sauvegarde) => basename(sauvegarde.dossier))
  return { dossier: modele, attendu, premiere, seconde, noms: noms.toReversed() }
}

/** Files that are damaged, from the folder of the coffre. */
const fichiers = {
  'la base': () => 'jalon.db',
  'son journal (-wal)': () => 'jalon.db-wal',
  'l’en-tête': () => 'coffre.json',
  'la base d’une sauvegarde': (dossier: string) => join(derniere(dossier), 'jalon.db'),
  'l’en-tête d’une sauvegarde': (dossier: string) => join(derniere(dossier), 'coffre.json'),
  'la fiche d’une sauvegarde': (dossier: string) => cheminFiche(derniere(dossier)),
} as const

export type Cible = keyof typeof fichiers
export type Genre = keyof typeof degats
export const cibles = Object.keys(fichiers) as readonly Cible[]
export const genres = Object.keys(degats) as readonly Genre[]

const derniere = (dossier: string): string => join('sauvegardes', basename(sauvegardesDe(dossier)[0]?.dossier ?? ''))
const sauvegardesDe = (dossier: string) => listerSauvegardes(join(dossier, 'sauvegardes'))

/** Damages that file so many times, each time anew, and looks at what opens, what is refused, and what a backup gives back. */
export const abimer = async (cible: Cible, genre: Genre, combien: number, graine: number): Promise<Degats> => {
  const modele = await unModele()
  const hasard = unHasard(graine)
  const fichier = fichiers[cible](modele.dossier)
  const taille = readFileSync(join(modele.dossier, fichier)).length
  const essayer = cible.includes('sauvegarde') ? essayerSauvegarde : essayerCoffre
  const bilan: Degats = {
    essais: 0,
    entiers: 0,
    refus: 0,
    silences: 0,
    sansCode: 0,
    modifies: 0,
    recours: 0,
    restaures: 0,
  }
  const dossier = join(unDossier(), 'coffre')
  for (let i = 0; i < combien; i += 1) {
    for (const reste of ['', '.restauration', MIS_DE_COTE]) rmSync(dossier + reste, { recursive: true, force: true })
    cpSync(modele.dossier, dossier, { recursive: true })
    degats[genre](join(dossier, fichier), taille, hasard)
    const session = createSession({ dossier, maintenant: () => new Date('2026-03-03T09:00:00.000Z'), cout })
    try {
      await essayer(session, dossier, modele, bilan)
    } finally {
      await session.verrouiller()
    }
    bilan.essais += 1
  }
  return bilan
}

const MIS_DE_COTE = '-mis-de-cote-2026-03-03T09-00-00-000Z'

/** What one tries, and what came of it: the whole, less than the whole, a code, or no code. */
const juger = async (bilan: Degats, travail: () => Promise<boolean>): Promise<'ouvert' | 'refuse'> => {
  try {
    if (await travail()) bilan.entiers += 1
    else bilan.silences += 1
    return 'ouvert'
  } catch (error) {
    if (error instanceof ErreurMetier && error.erreur.code !== 'interne') bilan.refus += 1
    else bilan.sansCode += 1
    return 'refuse'
  }
}

const essayerCoffre = async (session: Session, dossier: string, modele: Modele, bilan: Degats): Promise<void> => {
  const avant = octetsDe(dossier)
  const issue = await juger(bilan, async () => {
    await session.ouvrir({ phrase })
    return memeApercu(await lireApercu(session.db()), modele.attendu)
  })
  if (issue === 'ouvert') return
  // SQLite's index of its journal is made anew at each opening, and holds nothing.
  const garde = Object.entries(avant).filter(([nom]) => !nom.endsWith('-shm'))
  if (garde.some(([nom, octets]) => !octets.equals(lireSiLa(join(dossier, nom))))) bilan.modifies += 1
  // What a backup gives back does not depend on where the coffre was damaged: one time out of four is enough.
  if (bilan.refus % 4 !== 1) return
  bilan.recours += 1
  if (await rend(session, modele.premiere, sauvegardesDe(dossier)[1])) bilan.restaures += 1
}

const lireSiLa = (fichier: string): Buffer => (existsSync(fichier) ? readFileSync(fichier) : Buffer.alloc(0))

/** The damaged backup gives back what was saved, or is refused, even seen no more; then the one before it does. */
const essayerSauvegarde = async (session: Session, dossier: string, modele: Modele, bilan: Degats): Promise<void> => {
  const [seconde, premiere] = [1, 0].map((rang) => modele.noms[rang] ?? '')
  const issue = await juger(bilan, () => rend(session, modele.seconde, trouver(dossier, seconde)))
  if (issue === 'ouvert') return
  rmSync(join(dossier, 'essais.json'), { force: true })
  bilan.recours += 1
  if (await rend(session, modele.premiere, trouver(dossier, premiere))) bilan.restaures += 1
}

const trouver = (dossier: string, nom: string | undefined): Sauvegarde | undefined =>
  sauvegardesDe(dossier).find((sauvegarde) => basename(sauvegarde.dossier) === nom)

/** Whether this backup, put in the place of the coffre, opens with just what was saved. Throws its refusal. */
const rend = async (session: Session, attendu: Apercu, sauvegarde: Sauvegarde | undefined): Promise<boolean> => {
  if (sauvegarde === undefined) throw new ErreurMetier('sauvegarde-absente')
  await session.restaurer({ sauvegarde, genre: 'phrase', secret: phrase, malgrePlusRecent: true })
  await session.ouvrir({ phrase })
  return memeApercu(await lireApercu(session.db()), attendu)
}
