import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { ecrireReglages } from '#db/queries/reglages.ts'
import { lireSauvegarde } from '#electron/service/coffre/sauvegardes.ts'
import type { Session } from '#electron/service/coffre/session.ts'
import { autrePhrase, octetsDe, phrase, refus, unCoffre, unDossier, uneSession } from './aide.ts'

const noter = (session: Session, id: string, le: string) =>
  session.db().insertInto('brouillon').values({ id, titre: id, contenu: '{}', modifie_le: le }).execute()
const brouillons = async (session: Session) =>
  (await session.db().selectFrom('brouillon').select('id').orderBy('id').execute()).map(({ id }) => id)
const mardi = '2026-03-03T09:00:00.000Z'
const jeudi = '2026-03-05T09:00:00.000Z'

/** A coffre with a draft, backed up, then closed; the backup is copied where no coffre is. */
const unCoffreSauvegarde = async () => {
  const { dossier, session, codeSecours } = await unCoffre()
  await session.ouvrir({ phrase })
  await noter(session, 'b1', mardi)
  const copie = join(unDossier(), 'sauvegarde')
  cpSync(await session.sauvegardes.sauvegarder(), copie, { recursive: true })
  await session.verrouiller()
  const sauvegarde = lireSauvegarde(copie)
  if (sauvegarde === undefined) throw new Error('no backup')
  return { dossier, session, codeSecours, demande: { sauvegarde, genre: 'phrase', secret: phrase } as const }
}

test('dit ce que la sauvegarde contient et ce qu’elle remplacerait', async () => {
  const { session, demande } = await unCoffreSauvegarde()
  const examen = async () => {
    const { apercu, present } = await session.examinerSauvegarde(demande)
    return [apercu.lignes['brouillon'], apercu.dernierEcrit, present]
  }
  expect(await examen()).toEqual([1, mardi, 'identique'])
  await session.ouvrir({ phrase })
  // A change without a date is a change: in doubt, the present coffre is the newer.
  await ecrireReglages(session.db(), { intervenant: 'Claude' })
  await session.verrouiller()
  expect(await examen()).toEqual([1, mardi, 'plus-recent'])
  await session.ouvrir({ phrase })
  await noter(session, 'b2', jeudi)
  await session.verrouiller()
  expect(await examen()).toEqual([1, mardi, 'plus-recent'])
  expect(await refus(session.examinerSauvegarde({ ...demande, secret: autrePhrase }))).toBe('phrase-incorrecte')
})

test('ne remplace plus récent que si on le dit, et met alors l’ancien de côté, entier', async () => {
  const { dossier, session, demande } = await unCoffreSauvegarde()
  await session.ouvrir({ phrase })
  await noter(session, 'b2', jeudi)
  expect(await refus(session.restaurer({ ...demande, malgrePlusRecent: false }))).toBe('coffre-plus-recent')
  await session.ouvrir({ phrase })
  expect(await brouillons(session)).toEqual(['b1', 'b2'])
  const { misDeCote } = await session.restaurer({ ...demande, malgrePlusRecent: true })
  expect(session.etat().etat).toBe('verrouille')
  await session.ouvrir({ phrase })
  expect(await brouillons(session)).toEqual(['b1'])
  expect((await session.sauvegardes.etat()).nombre).toBe(1)
  const ancien = uneSession(misDeCote ?? '')
  await ancien.ouvrir({ phrase })
  expect(await brouillons(ancien)).toEqual(['b1', 'b2'])
  expect(readdirSync(dirname(dossier)).toSorted()).toHaveLength(2)
})

test('le code de secours suffit sur un autre poste, et ouvre ensuite le coffre', async () => {
  const { demande, codeSecours } = await unCoffreSauvegarde()
  const ailleurs = join(unDossier(), 'autre', 'poste')
  const session = uneSession(ailleurs)
  const { misDeCote } = await session.restaurer({
    ...demande,
    genre: 'secours',
    secret: codeSecours,
    malgrePlusRecent: false,
  })
  expect(misDeCote).toBeNull()
  await session.ouvrirParSecours({ code: codeSecours, nouvelle: autrePhrase })
  expect(await brouillons(session)).toEqual(['b1'])
})

test('une sauvegarde d’une version d’avant est mise à niveau à l’ouverture, une d’après est refusée', async () => {
  const { demande } = await unCoffreSauvegarde()
  const ajout = {
    up: async (db: Kysely<unknown>) => {
      await sql`create table ajout (id text primary key) strict`.execute(db)
    },
  }
  const connues = { ...migrations, '9999-ajout': ajout }
  const nouvelle = uneSession(join(unDossier(), 'coffre'), { connues })
  await nouvelle.restaurer({ ...demande, malgrePlusRecent: false })
  await nouvelle.ouvrir({ phrase })
  expect(await brouillons(nouvelle)).toEqual(['b1'])
  expect((await nouvelle.db().introspection.getTables()).map(({ name }) => name)).toContain('ajout')
  const sauvegarde = lireSauvegarde(await nouvelle.sauvegardes.sauvegarder())
  if (sauvegarde === undefined) throw new Error('no backup')
  const vers = join(unDossier(), 'coffre')
  expect(await refus(uneSession(vers).restaurer({ ...demande, sauvegarde, malgrePlusRecent: false }))).toBe(
    'version-future',
  )
  expect(existsSync(vers)).toBe(false)
})

test('repart d’une sauvegarde quand le coffre est abîmé, incomplet ou perdu', async () => {
  for (const abimer of [
    (d: string) => writeFileSync(join(d, 'jalon.db'), 'abîmé'),
    (d: string) => rmSync(join(d, 'coffre.json')),
    (d: string) => rmSync(join(d, 'jalon.db')),
    (d: string) => rmSync(d, { recursive: true }),
  ]) {
    const { dossier, session, demande } = await unCoffreSauvegarde()
    abimer(dossier)
    await session.restaurer({ ...demande, malgrePlusRecent: false })
    await session.ouvrir({ phrase })
    expect(await brouillons(session)).toEqual(['b1'])
  }
})

test('ne touche pas un dossier qui contient autre chose, ni le coffre d’un autre', async () => {
  const { demande } = await unCoffreSauvegarde()
  const documents = join(unDossier(), 'documents')
  mkdirSync(documents)
  writeFileSync(join(documents, 'lettre.odt'), 'à garder')
  const avant = octetsDe(documents)
  expect(await refus(uneSession(documents).restaurer({ ...demande, malgrePlusRecent: true }))).toBe('dossier-occupe')
  expect(octetsDe(documents)).toEqual(avant)
  const autre = await unCoffre()
  const intact = octetsDe(autre.dossier)
  expect(await refus(autre.session.restaurer({ ...demande, malgrePlusRecent: false }))).toBe('coffre-plus-recent')
  expect(octetsDe(autre.dossier)).toEqual(intact)
})

test('une restauration coupée après sa décision est finie au démarrage suivant, à chaque étape', async () => {
  const { dossier, session, demande } = await unCoffreSauvegarde()
  await session.ouvrir({ phrase })
  await noter(session, 'b2', jeudi)
  await session.verrouiller()
  for (const avancer of [
    () => undefined,
    () => renameSync(join(dossier, 'sauvegardes'), join(`${dossier}.restauration`, 'sauvegardes')),
    () => {
      renameSync(join(dossier, 'sauvegardes'), join(`${dossier}.restauration`, 'sauvegardes'))
      renameSync(dossier, `${dossier}-ailleurs`)
    },
  ]) {
    cpSync(demande.sauvegarde.dossier, `${dossier}.restauration`, { recursive: true })
    avancer()
    const suivante = uneSession(dossier)
    expect(suivante.etat().etat).toBe('verrouille')
    await suivante.ouvrir({ phrase })
    expect(await brouillons(suivante)).toEqual(['b1'])
    expect((await suivante.sauvegardes.etat()).nombre).toBe(1)
    await suivante.verrouiller()
  }
})
