import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { lireJournal, noterGeste, premiereRupture, purgerJournal } from '#db/queries/journal.ts'
import { concluant, inTransaction } from '#db/transaction.ts'
import { uneBase } from '../../fixtures/base.ts'

const geste = (nom: string) => ({ agent: null, geste: nom, objet: null })
const le = (jour: string) => new Date(`${jour}T10:00:00Z`)

describe('la chaîne du journal', () => {
  it('s’allonge par le bout, et chaque ligne tient à la précédente', async () => {
    const db = await uneBase()
    for (const jour of ['2026-01-02', '2026-01-03', '2026-01-02'])
      await noterGeste(db, geste('personnes.enregistrer'), le(jour))
    expect((await lireJournal(db, null, 10)).map((l) => l.rang)).toEqual([3, 2, 1])
    expect((await lireJournal(db, 3, 1)).map((l) => l.rang)).toEqual([2])
    expect(await premiereRupture(db)).toBeNull()
  })

  it('refuse qu’une ligne change, parte ou s’insère', async () => {
    const db = await uneBase()
    for (const n of ['un', 'deux', 'trois']) await noterGeste(db, geste(n), le('2026-01-02'))
    const refus = /append-only/
    await expect(sql`update journal set geste = 'autre' where rang = 2`.execute(db)).rejects.toThrow(refus)
    await expect(sql`delete from journal where rang = 3`.execute(db)).rejects.toThrow(refus)
    await expect(
      sql`insert into journal (rang, le, geste, empreinte) values (9, '', '', '')`.execute(db),
    ).rejects.toThrow(refus)
    await expect(
      sql`insert or replace into journal (rang, le, geste, empreinte) values (2, '', '', '')`.execute(db),
    ).rejects.toThrow(refus)
    await expect(sql`update journal_ancre set rang = 2, empreinte = 'x'`.execute(db)).rejects.toThrow(refus)
    await expect(sql`delete from journal_ancre`.execute(db)).rejects.toThrow(refus)
    expect(await premiereRupture(db)).toBeNull()
  })

  it.each([
    ['un geste changé', `update journal set geste = 'autre' where rang = 2`, 2],
    ['une date changée', `update journal set le = '2026-05-05T10:00:00.000Z' where rang = 3`, 3],
    ['un objet ajouté', `update journal set objet = '5b0d2e6c-8d0b-4a3c-9d57-3f5a0a5f7c11' where rang = 1`, 1],
    ['une ligne retirée du milieu', `delete from journal where rang = 2`, 3],
    ['la première ligne retirée', `delete from journal where rang = 1`, 2],
    ['deux lignes échangées', `update journal set rang = case rang when 1 then -2 else -1 end where rang < 3`, -2],
  ])('trahit qui retire ses gardes : %s', async (_, ordre, rang) => {
    const db = await uneBase()
    for (const n of ['un', 'deux', 'trois']) await noterGeste(db, geste(n), le('2026-01-02'))
    for (const garde of ['journal_sans_modification', 'journal_sans_suppression'])
      await sql.raw(`drop trigger ${garde}`).execute(db)
    await sql.raw(ordre).execute(db)
    expect(await premiereRupture(db)).toBe(rang)
  })

  it('laisse partir les lignes trop vieilles, depuis le début seulement, et tient encore', async () => {
    const db = await uneBase()
    for (const jour of ['2025-01-02', '2025-02-02', '2026-01-02', '2025-03-02'])
      await noterGeste(db, geste(jour), le(jour))
    expect(await purgerJournal(db, '2025-06-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')).toBe(2)
    expect((await lireJournal(db, null, 10)).map((l) => l.geste)).toEqual(['2025-03-02', '2026-01-02'])
    expect(await purgerJournal(db, '2025-06-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')).toBe(0)
    expect(await purgerJournal(db, '2030-01-01T00:00:00.000Z', '2030-03-01T00:00:00.000Z')).toBe(2)
    await noterGeste(db, geste('suite'), le('2026-02-02'))
    expect((await lireJournal(db, null, 10)).map((l) => l.rang)).toEqual([5])
    expect(await premiereRupture(db)).toBeNull()
  })

  it('est écrite avec l’acte, ou pas du tout', async () => {
    const db = await uneBase()
    const ecrire = (echec: boolean) =>
      concluant(
        db,
        (trx) => noterGeste(trx, geste('acte'), le('2026-01-02')),
        () =>
          inTransaction(db, async (trx) => {
            await sql`insert into reglage (cle, valeur) values ('essai', '1')`.execute(trx)
            if (echec) throw new Error('panne')
          }),
      )
    await expect(ecrire(true)).rejects.toThrow('panne')
    expect(await lireJournal(db, null, 10)).toEqual([])
    expect(await ecrire(false)).toMatchObject({ conclue: true })
    expect((await lireJournal(db, null, 10)).map((l) => l.geste)).toEqual(['acte'])
  })
})
