import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { noterGeste } from '#db/queries/journal.ts'
import { ecrireReglages, lireReglages } from '#db/queries/reglages.ts'
import { listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import type { Session } from '#electron/service/coffre/session.ts'
import { autrePhrase, octetsDe, phrase, refus, unCoffre, unDossier, uneHorloge, uneSession } from './aide.ts'

const ajouterFoyer = (session: Session, id: string) => session.db().insertInto('foyer').values({ id }).execute()
const foyers = async (session: Session) =>
  (await session.db().selectFrom('foyer').select('id').orderBy('id').execute()).map(({ id }) => id)
const locales = (dossier: string) => listerSauvegardes(join(dossier, 'sauvegardes'))
const modifier = (fichier: string, rang: number) => {
  const octets = readFileSync(fichier)
  octets[rang] = (octets[rang] ?? 0) ^ 1
  writeFileSync(fichier, octets)
}
const JOUR = 86_400

test('une sauvegarde est chiffrée, relue, et s’ouvre telle quelle ailleurs avec la phrase ou le code', async () => {
  const { dossier, session, codeSecours } = await unCoffre()
  await session.ouvrir({ phrase })
  await ajouterFoyer(session, 'ZZMARQUE')
  const faite = await session.sauvegardes.sauvegarder()
  expect(Object.keys(octetsDe(faite))).toEqual(['coffre.json', 'jalon.db', 'sauvegarde.jalon'])
  for (const octets of Object.values(octetsDe(faite))) {
    expect(octets.includes('ZZMARQUE')).toBe(false)
    expect(octets.includes('SQLite format 3')).toBe(false)
  }
  expect(statSync(faite).mode & 0o077).toBe(0)
  for (const ouvrir of [
    (s: Session) => s.ouvrir({ phrase }),
    (s: Session) => s.ouvrirParSecours({ code: codeSecours, nouvelle: autrePhrase }),
  ]) {
    const ailleurs = join(unDossier(), 'ailleurs')
    cpSync(faite, ailleurs, { recursive: true })
    const autre = uneSession(ailleurs)
    await ouvrir(autre)
    expect(await foyers(autre)).toEqual(['ZZMARQUE'])
  }
  expect(locales(dossier)).toHaveLength(1)
})

test('une sauvegarde tronquée ne compte plus, une sauvegarde retouchée est refusée, l’autre reste', async () => {
  const { dossier, session } = await unCoffre()
  await session.ouvrir({ phrase })
  const premiere = await session.sauvegardes.sauvegarder()
  const seconde = await session.sauvegardes.sauvegarder()
  await session.verrouiller()
  modifier(join(seconde, 'jalon.db'), 50_000)
  const [abimee] = locales(dossier)
  if (abimee === undefined) throw new Error('no backup')
  const demande = { sauvegarde: abimee, genre: 'phrase', secret: phrase } as const
  expect(await refus(session.examinerSauvegarde(demande))).toBe('sauvegarde-abimee')
  const avant = octetsDe(dossier)
  expect(await refus(session.restaurer({ ...demande, malgrePlusRecent: true }))).toBe('sauvegarde-abimee')
  expect(octetsDe(dossier)).toEqual(avant)
  truncateSync(join(seconde, 'jalon.db'), 4096)
  expect(locales(dossier).map((s) => s.dossier)).toEqual([premiere])
})

test('une sauvegarde impossible ne laisse rien, est dite, et ne retire rien des précédentes', async () => {
  const { dossier, session } = await unCoffre()
  await session.ouvrir({ phrase })
  await session.sauvegardes.sauvegarder()
  const fichier = join(dossier, 'coffre.json')
  const entete = readFileSync(fichier)
  // The header is gone under our feet: the copy would open nothing.
  rmSync(fichier)
  expect(await refus(session.sauvegardes.sauvegarder())).toBe('coffre-illisible')
  writeFileSync(fichier, entete)
  expect(await session.sauvegardes.etat()).toMatchObject({ nombre: 1, enCours: false, echec: 'coffre-illisible' })
  expect(readdirSync(join(dossier, 'sauvegardes'))).toHaveLength(1)
  await session.sauvegardes.sauvegarder()
  expect(await session.sauvegardes.etat()).toMatchObject({ nombre: 2, echec: null })
})

test('là où rien ne peut être écrit, la copie est dite manquée', async () => {
  const { session } = await unCoffre()
  await session.ouvrir({ phrase })
  // A file in the place of the folder.
  const plein = unDossier()
  rmSync(plein, { recursive: true })
  writeFileSync(plein, '')
  await session.sauvegardes.sauvegarder()
  expect(await refus(session.sauvegardes.copierVers(plein))).toBe('ecriture-impossible')
  expect(readFileSync(plein)).toHaveLength(0)
})

test('pendant qu’on écrit sans cesse, la sauvegarde se fait et se relit', async () => {
  const { dossier, session } = await unCoffre()
  await session.ouvrir({ phrase })
  const fin = new AbortController()
  const taper = async () => {
    for (let i = 0; !fin.signal.aborted; i += 1) {
      await ajouterFoyer(session, `f${String(i).padStart(6, '0')}`)
      await new Promise((suite) => setTimeout(suite, 2))
    }
  }
  const frappe = taper()
  await session.sauvegardes.sauvegarder()
  fin.abort()
  await frappe
  const tapes = await foyers(session)
  await session.verrouiller()
  const [sauvegarde] = locales(dossier)
  const copie = uneSession(sauvegarde?.dossier ?? '')
  await copie.ouvrir({ phrase })
  const gardes = await foyers(copie)
  expect(tapes.length).toBeGreaterThan(gardes.length)
  expect(gardes).toEqual(tapes.slice(0, gardes.length))
})

test('une par jour au plus, et une horloge reculée n’empêche ni n’efface rien', async () => {
  const horloge = uneHorloge()
  const { dossier } = await unCoffre()
  const session = uneSession(dossier, { maintenant: horloge.maintenant, sauvegardesDuJour: true })
  const passer = async () => {
    await session.ouvrir({ phrase })
    await session.sauvegardes.quotidienne()
    await session.verrouiller()
  }
  await passer()
  await passer()
  expect(locales(dossier)).toHaveLength(1)
  horloge.avancer(JOUR)
  await passer()
  expect(locales(dossier)).toHaveLength(2)
  horloge.avancer(-400 * JOUR)
  await passer()
  await passer()
  const [derniere, ...autres] = locales(dossier)
  expect(derniere).toMatchObject({ rang: 3, faiteLe: horloge.maintenant().toISOString() })
  expect(autres).toHaveLength(2)
})

test('verrouiller pendant une sauvegarde la laisse finir, et la copie se fera à l’ouverture suivante', async () => {
  const { dossier, session } = await unCoffre()
  const cle = unDossier()
  await session.ouvrir({ phrase })
  await session.sauvegardes.choisirSecond(cle)
  const sauvegarde = refus(session.sauvegardes.sauvegarder())
  // The time it takes to begin.
  await session.sauvegardes.etat()
  await session.verrouiller()
  await sauvegarde
  expect(locales(dossier)).toHaveLength(1)
  expect(readdirSync(join(dossier, 'sauvegardes'))).toHaveLength(1)
  await session.ouvrir({ phrase })
  await session.sauvegardes.quotidienne()
  expect(await session.sauvegardes.etat()).toMatchObject({ echec: null, second: { present: true, echec: null } })
  expect(readdirSync(cle)).toHaveLength(1)
})

test('la seconde destination reçoit une copie relue ; absente, c’est dit sans que rien n’échoue', async () => {
  const { session } = await unCoffre()
  const cle = join(unDossier(), 'cle')
  mkdirSync(cle)
  await session.ouvrir({ phrase })
  await session.sauvegardes.choisirSecond(cle)
  await session.sauvegardes.sauvegarder()
  const copies = () => readdirSync(cle).flatMap((nom) => listerSauvegardes(join(cle, nom)))
  expect(copies()).toHaveLength(1)
  expect(await session.sauvegardes.etat()).toMatchObject({ second: { present: true, echec: null } })
  rmSync(cle, { recursive: true })
  await session.sauvegardes.sauvegarder()
  expect(await session.sauvegardes.etat()).toMatchObject({ echec: null, second: { present: false, derniere: null } })
  mkdirSync(cle)
  await session.sauvegardes.quotidienne()
  expect(copies()).toHaveLength(1)
  mkdirSync(join(cle, 'Dropbox'))
  expect(await refus(session.sauvegardes.choisirSecond(join(cle, 'Dropbox')))).toBe('emplacement-refuse')
  expect(await refus(session.sauvegardes.choisirSecond(join(cle, 'nulle part')))).toBe('destination-absente')
  expect((await lireReglages(session.db())).secondEmplacement).toBe(cle)
})

test('un secret changé n’ouvre plus les sauvegardes déjà faites, le nouveau les ouvre', async () => {
  const { dossier, session } = await unCoffre()
  const cle = unDossier()
  await session.ouvrir({ phrase })
  await session.sauvegardes.choisirSecond(cle)
  await session.sauvegardes.sauvegarder()
  await session.changerPhrase({ ancienne: phrase, nouvelle: autrePhrase })
  const ailleurs = readdirSync(cle).flatMap((nom) => listerSauvegardes(join(cle, nom)))
  const toutes = [...locales(dossier), ...ailleurs]
  expect(toutes).toHaveLength(2)
  for (const sauvegarde of toutes) {
    const copie = uneSession(sauvegarde.dossier)
    expect(await refus(copie.ouvrir({ phrase }))).toBe('phrase-incorrecte')
    await copie.ouvrir({ phrase: autrePhrase })
    await copie.verrouiller()
  }
})

test('emporter met le coffre sur la clé et refuse d’y remplacer plus récent', async () => {
  const { dossier, session } = await unCoffre()
  const cle = unDossier()
  await session.ouvrir({ phrase })
  await noter(session, 'd1', '2026-03-02T09:00:00.000Z')
  const surLaCle = await session.sauvegardes.emporter(cle, false)
  // Worked on elsewhere, from the key itself.
  const ailleurs = uneSession(surLaCle)
  await ailleurs.ouvrir({ phrase })
  await noter(ailleurs, 'd2', '2026-03-03T09:00:00.000Z')
  await ailleurs.verrouiller()
  expect(await refus(session.sauvegardes.emporter(cle, false))).toBe('coffre-plus-recent')
  await session.verrouiller()
  // And back: what comes home is newer than what was left there.
  await ailleurs.ouvrir({ phrase })
  const retour = await ailleurs.sauvegardes.sauvegarder()
  await ailleurs.verrouiller()
  const [sauvegarde] = listerSauvegardes(join(surLaCle, 'sauvegardes'))
  if (sauvegarde === undefined) throw new Error('no backup')
  expect(basename(sauvegarde.dossier)).toBe(basename(retour))
  await session.restaurer({ sauvegarde, genre: 'phrase', secret: phrase, malgrePlusRecent: false })
  await session.ouvrir({ phrase })
  expect(await session.db().selectFrom('brouillon').select('id').execute()).toHaveLength(2)
  await session.sauvegardes.emporter(cle, false)
  expect(existsSync(dossier)).toBe(true)
})

test('deux copies modifiées chacune de leur côté se reconnaissent, même si une horloge a menti', async () => {
  const { session } = await unCoffre()
  const cle = unDossier()
  await session.ouvrir({ phrase })
  await agir(session, 'd1', '2026-03-02T09:00:00.000Z')
  const surLaCle = await session.sauvegardes.emporter(cle, false)
  const ailleurs = uneSession(surLaCle)
  await ailleurs.ouvrir({ phrase })
  // By its clock alone, the key would be the newest for ever.
  await agir(ailleurs, 'd2', '2036-03-03T09:00:00.000Z')
  await ailleurs.verrouiller()
  expect(await refus(session.sauvegardes.emporter(cle, false))).toBe('coffre-plus-recent')
  await agir(session, 'd3', '2026-03-03T09:00:00.000Z')
  expect(await refus(session.sauvegardes.emporter(cle, false))).toBe('coffres-divergents')
  await ailleurs.ouvrir({ phrase })
  await ailleurs.sauvegardes.sauvegarder()
  await ailleurs.verrouiller()
  const [sauvegarde] = listerSauvegardes(join(surLaCle, 'sauvegardes'))
  if (sauvegarde === undefined) throw new Error('no backup')
  const retour = { sauvegarde, genre: 'phrase', secret: phrase } as const
  expect(await session.examinerSauvegarde(retour)).toMatchObject({ present: 'divergent' })
  expect(await refus(session.restaurer({ ...retour, malgrePlusRecent: false }))).toBe('coffres-divergents')
  // Said to be wanted: what is on the key steps aside, whole, be it for its own backup or for the coffre of here.
  await ailleurs.restaurer({ ...retour, malgrePlusRecent: true })
  expect(readdirSync(cle)).toHaveLength(2)
  await session.ouvrir({ phrase })
  await session.sauvegardes.emporter(cle, true)
  expect(readdirSync(cle)).toHaveLength(3)
})

const agir = async (session: Session, id: string, le: string) => {
  await noter(session, id, le)
  await noterGeste(session.db(), { agent: null, geste: 'entretiens.enregistrer', objet: null }, new Date(le))
}

const noter = async (session: Session, id: string, le: string) => {
  await session.db().insertInto('brouillon').values({ id, titre: id, contenu: '{}', modifie_le: le }).execute()
  await ecrireReglages(session.db(), { intervenant: id })
}
