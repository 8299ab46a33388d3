import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { environnement, racine } from '#build/executer.ts'
import { signerMiseAJour } from '#build/signature.ts'
import { verifierMiseAJour } from '#electron/service/mise-a-jour/verifier.ts'
import { comparerVersions, FichierMiseAJour, texteASigner } from '#shared/domaine/mise-a-jour.ts'
import { VERSION } from '#shared/version.ts'
import { refus, unDossier } from '../coffre/aide.ts'

const uneCle = () =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const cles = uneCle()
const annonce = { version: '0.2.0', publieeLe: '2026-12-01', nouveautes: 'Une aide plus claire.' }

/** A folder as a publisher hands it over: installers of the three systems, and the signed file. */
const uneMiseAJour = (change: Partial<typeof annonce> = {}, privee = cles.privateKey) => {
  const dossier = unDossier()
  for (const nom of ['Jalon-0.2.0-installation.exe', 'Jalon-0.2.0-poste.msi', 'Jalon-0.2.0.AppImage', 'notes.txt'])
    writeFileSync(join(dossier, nom), `contenu de ${nom} `.repeat(1000))
  return { dossier, chemin: signerMiseAJour(dossier, privee, { ...annonce, ...change }) }
}
const verifier = (chemin: string, options: Partial<Parameters<typeof verifierMiseAJour>[0]> = {}) =>
  verifierMiseAJour({ chemin, cle: cles.publicKey, version: '0.1.0', systeme: 'win32', ...options })

const reecrire = (chemin: string, changer: (fichier: FichierMiseAJour) => object) =>
  writeFileSync(chemin, JSON.stringify(changer(FichierMiseAJour.parse(JSON.parse(readFileSync(chemin, 'utf8'))))))

test('une mise à jour signée, plus récente et entière est montrée, avec les seuls installateurs de ce poste', async () => {
  const { chemin, dossier } = uneMiseAJour()
  expect(await verifier(chemin)).toMatchObject({
    ...annonce,
    dossier,
    verifies: ['Jalon-0.2.0-installation.exe', 'Jalon-0.2.0-poste.msi'],
  })
  expect(await verifier(chemin, { systeme: 'linux' })).toMatchObject({ verifies: ['Jalon-0.2.0.AppImage'] })
  // One of the two is enough: a department hands over the one it uses.
  rmSync(join(dossier, 'Jalon-0.2.0-poste.msi'))
  expect(await verifier(chemin)).toMatchObject({ verifies: ['Jalon-0.2.0-installation.exe'] })
})

test('la commande de l’éditeur signe le dossier, et le dit ; sans clé, elle refuse', async () => {
  const dossier = unDossier()
  const cle = join(dossier, 'cle.pem')
  writeFileSync(cle, cles.privateKey)
  writeFileSync(join(dossier, `Jalon-${VERSION}-installation.exe`), 'contenu')
  const signer = (...args: string[]) =>
    spawnSync('node', ['build/node-24.cjs', 'build/signer.ts', '--dossier', dossier, ...args], {
      cwd: racine,
      env: environnement,
      encoding: 'utf8',
    })
  expect(signer()).toMatchObject({ status: 1, stderr: 'Usage : npm run signer -- --cle CLE.pem [--dossier DIR]\n' })
  const chemin = join(dossier, `Jalon-${VERSION}.jalonmaj`)
  expect(signer('--cle', cle)).toMatchObject({ status: 0, stderr: `${chemin}\n` })
  expect(await verifier(chemin, { version: '0.0.1' })).toMatchObject({
    version: VERSION,
    verifies: [`Jalon-${VERSION}-installation.exe`],
  })
})

test('revenir en arrière est refusé, et la même version aussi', async () => {
  const { chemin } = uneMiseAJour()
  for (const version of ['0.2.0', '0.2.1', '0.10.0', '1.0.0'])
    expect(await refus(verifier(chemin, { version }))).toBe('maj-ancienne')
  expect([comparerVersions('0.10.0', '0.9.9') > 0, comparerVersions('1.0.0', '1.0.0')]).toEqual([true, 0])
})

test('un octet changé dans ce qui est signé la fait refuser, où qu’il soit', async () => {
  const { chemin } = uneMiseAJour()
  const original = readFileSync(chemin, 'utf8')
  for (const [de, vers] of [
    ['0.2.0', '9.2.0'],
    ['plus claire', 'moins sûre'],
    ['installation.exe', 'installatiom.exe'],
  ] as const) {
    reecrire(chemin, (f) => ({ ...f, contenu: f.contenu.replace(de, vers) }))
    expect(await refus(verifier(chemin))).toBe('maj-signature')
    writeFileSync(chemin, original)
  }
  reecrire(chemin, (f) => ({ ...f, signature: `${f.signature.startsWith('A') ? 'B' : 'A'}${f.signature.slice(1)}` }))
  expect(await refus(verifier(chemin))).toBe('maj-signature')
})

test('signée par une autre clé, ou pour autre chose, elle est refusée', async () => {
  const autre = uneCle()
  const { chemin } = uneMiseAJour({}, autre.privateKey)
  expect(await refus(verifier(chemin))).toBe('maj-signature')
  expect(await verifier(chemin, { cle: autre.publicKey })).toMatchObject(annonce)
  // A signature of the same text without its format, as another tool would make it.
  const { chemin: nue } = uneMiseAJour()
  reecrire(nue, (f) => ({ ...f, signature: sign(null, Buffer.from(f.contenu), cles.privateKey).toString('base64') }))
  expect(await refus(verifier(nue))).toBe('maj-signature')
})

test('coupée, vide, ou autre chose qu’une mise à jour : illisible', async () => {
  const { chemin } = uneMiseAJour()
  const original = readFileSync(chemin)
  for (const octets of [
    Buffer.alloc(0),
    original.subarray(0, 200),
    Buffer.from('PK'),
    Buffer.from('{}'),
    Buffer.alloc(400_000, 32),
  ]) {
    writeFileSync(chemin, octets)
    expect(await refus(verifier(chemin))).toBe('maj-illisible')
  }
  expect(await refus(verifier(join(unDossier(), 'absente.jalonmaj')))).toBe('maj-illisible')
  // Well signed, of a format to come.
  reecrire(uneMiseAJour().chemin, (f) => f)
  const contenu = JSON.stringify({ schema: 'jalon-mise-a-jour/2' })
  const signature = sign(null, Buffer.from(texteASigner(contenu)), cles.privateKey).toString('base64')
  writeFileSync(chemin, JSON.stringify({ schema: 'jalon-mise-a-jour/1', contenu, signature }))
  expect(await refus(verifier(chemin))).toBe('maj-illisible')
})

test('un installateur coupé ou changé la fait refuser ; absent, il est demandé', async () => {
  const { chemin, dossier } = uneMiseAJour()
  const installateur = join(dossier, 'Jalon-0.2.0-installation.exe')
  const original = readFileSync(installateur)
  appendFileSync(installateur, '!')
  expect(await refus(verifier(chemin))).toBe('maj-abimee')
  truncateSync(installateur, original.length - 1)
  expect(await refus(verifier(chemin))).toBe('maj-abimee')
  original.writeUInt8(original.readUInt8(12) ^ 1, 12)
  writeFileSync(installateur, original)
  expect(await refus(verifier(chemin))).toBe('maj-abimee')
  expect(await refus(verifier(chemin, { systeme: 'darwin' }))).toBe('maj-sans-installateur')
})

test('sans clé d’éditeur, rien n’est jamais accepté', async () => {
  expect(await refus(verifier(uneMiseAJour().chemin, { cle: undefined }))).toBe('maj-sans-cle')
})
