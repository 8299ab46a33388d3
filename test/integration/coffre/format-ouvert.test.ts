import { spawnSync } from 'node:child_process'
import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { preparerPython } from '#build/preparer.ts'
import { jalon, phrase, unEmplacement } from '../commandes/jalon.ts'

const script = resolve(import.meta.dirname, '../../../docs/formats/cle_du_coffre.py')

/** What the published script answers: no line of Jalon's is in it. */
const cleParPython = (coffre: string, secret: string, options: readonly string[] = []) => {
  const { status, stdout, stderr } = spawnSync(preparerPython(), [script, coffre, ...options], {
    input: `${secret}\n`,
    encoding: 'utf8',
  })
  return { status, cle: stdout.trim(), dit: stderr.trim() }
}

const unCoffre = async () => {
  const coffre = unEmplacement()
  const { stdout } = await jalon(['creer', '--coffre', coffre, '--nom', 'Poste témoin', '--format', 'json'])
  return { coffre, code: String(JSON.parse(stdout).codeSecours) }
}

/** Page size, and what SQLCipher 4 keeps at the end of each: 16 bytes of vector, 64 of HMAC-SHA512. */
const [PAGE, RESERVE] = [4096, 80]

/** Decrypts a SQLCipher 4 file with its raw key, by the description of that format alone. Throws where a page was changed. */
const dechiffrer = (octets: Buffer, cle: Buffer): Buffer => {
  const sel = octets.subarray(0, 16)
  const cleHmac = pbkdf2Sync(
    cle,
    sel.map((octet) => octet ^ 0x3a),
    2,
    32,
    'sha512',
  )
  const pages = Array.from({ length: octets.length / PAGE }, (_, i) => {
    const page = octets.subarray(i * PAGE, (i + 1) * PAGE)
    const contenu = page.subarray(i === 0 ? 16 : 0, PAGE - RESERVE)
    const vecteur = page.subarray(PAGE - RESERVE, PAGE - RESERVE + 16)
    const rang = Buffer.alloc(4)
    rang.writeUInt32LE(i + 1)
    const sceau = createHmac('sha512', cleHmac).update(contenu).update(vecteur).update(rang).digest()
    if (!sceau.equals(page.subarray(PAGE - 64))) throw new Error(`page ${i + 1}`)
    const dechiffreur = createDecipheriv('aes-256-cbc', cle, vecteur).setAutoPadding(false)
    const clair = Buffer.concat([dechiffreur.update(contenu), dechiffreur.final(), Buffer.alloc(RESERVE)])
    return i === 0 ? Buffer.concat([Buffer.from('SQLite format 3\0'), clair]) : clair
  })
  return Buffer.concat(pages)
}

test('le coffre est un fichier SQLCipher 4 : sa clé et la description de ce format suffisent à le lire', async () => {
  const { coffre, code } = await unCoffre()
  const { cle } = cleParPython(coffre, phrase)
  expect(cle).toMatch(/^[\da-f]{64}$/u)
  expect(cleParPython(coffre, code.toLowerCase().replaceAll('-', ' '), ['--secours']).cle).toBe(cle)
  const octets = readFileSync(join(coffre, 'jalon.db'))
  const enClair = join(dirname(coffre), 'en-clair.db')
  writeFileSync(enClair, dechiffrer(octets, Buffer.from(cle, 'hex')))
  const base = new DatabaseSync(enClair)
  expect(base.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  expect(base.prepare("select valeur from reglage where cle = 'nom'").all()).toEqual([{ valeur: '"Poste témoin"' }])
  base.close()
  const abime = Buffer.from(octets)
  abime.writeUInt8(abime.readUInt8(PAGE + 100) ^ 1, PAGE + 100)
  expect(() => dechiffrer(abime, Buffer.from(cle, 'hex'))).toThrow('page 2')
})

test('le script publié refuse un autre secret, sans rien donner', async () => {
  const { coffre } = await unCoffre()
  const { status, cle, dit } = cleParPython(coffre, 'une autre phrase que la bonne')
  expect([status, cle, dit]).toEqual([1, '', 'Ce secret n’ouvre pas ce coffre.'])
})

const sqlcipher = spawnSync('sqlcipher', ['--version'], { encoding: 'utf8' }).stdout ?? ''

test.skipIf(!/SQLCipher [4-9]/u.test(sqlcipher))('sqlcipher, là où il est en version 4, ouvre le coffre', async () => {
  const { coffre } = await unCoffre()
  const { cle } = cleParPython(coffre, phrase)
  const input = `PRAGMA key = "x'${cle}'";\nPRAGMA cipher_integrity_check;\nselect valeur from reglage;\n`
  const { stdout } = spawnSync('sqlcipher', [join(coffre, 'jalon.db')], { input, encoding: 'utf8' })
  expect(stdout).toContain('"Poste témoin"')
})
