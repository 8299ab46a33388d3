import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { expect, test } from 'vitest'
import { lireCle } from '#db/queries/cles.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { fichier2012 } from '../../fixtures/imports/fichiers.ts'
import { jalon, phrase, unEmplacement } from '../commandes/jalon.ts'

const reussir = async (...args: string[]) => {
  const { code, stdout, stderr } = await jalon(args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

test('deux vrais coffres : la clé, le lot, la réception, puis le même lot et un lot abîmé refusés', async () => {
  const [poste, coordination] = [unEmplacement(), unEmplacement()]
  const dossier = dirname(poste)
  const [cle, fichier, csv, abime] = ['cle.pub', 'isc.jalonlot', 'isc.csv', 'abime.jalonlot'].map((nom) =>
    join(dossier, nom),
  ) as [string, string, string, string]
  writeFileSync(csv, fichier2012('csv'))
  await reussir('creer', '--coffre', poste, '--nom', 'Poste d’Aubervilliers')
  await reussir('creer', '--coffre', coordination, '--nom', 'CLSPD', '--dispositifs', 'coordination')
  await reussir('importer', csv, '--coffre', poste, '--dispositif', 'isc')
  const dite = JSON.parse(await reussir('lot', '--cle', '--coffre', coordination, '--sortie', cle, '--format', 'json'))
  expect(readFileSync(cle, 'utf8')).toContain(dite.publique)
  expect(dite.empreinte).toMatch(/^(\d{5} ){5}\d{5}$/u)
  const faire = ['lot', '--coffre', poste, '--dispositif', 'isc', '--annee', '2012', '--pour', cle, '--sortie', fichier]
  expect(await reussir(...faire)).toContain(`Scellé pour : ${dite.empreinte}`)

  const octets = readFileSync(fichier)
  expect(octets.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  const recu = JSON.parse(await reussir('consolider', fichier, '--coffre', coordination, '--format', 'json'))
  expect(recu).toMatchObject({
    schema: 'jalon-consolider/1',
    receptions: [{ etat: 'recu', poste: 'Poste d’Aubervilliers', nouveauPoste: true }],
  })

  octets[octets.length - 5] = (octets.at(-5) ?? 0) ^ 1
  writeFileSync(abime, octets)
  const refuse = await jalon(['consolider', fichier, abime, join(dossier, 'absent'), '--coffre', coordination])
  expect([refuse.code, refuse.stderr]).toEqual([1, '3 lots sont refusés.\n'])
  expect(refuse.stdout).toContain('isc.jalonlot (Poste d’Aubervilliers, isc 2012) : refusé. Ce lot a déjà été reçu.')
  expect(refuse.stdout).toContain('abime.jalonlot : refusé. Ce n’est pas un lot de Jalon')

  // What the coordinator's identity opens is the signed text, as the command `age` would give it.
  const session = createSession({ dossier: coordination, maintenant: () => new Date() })
  await session.ouvrir({ phrase })
  const ouvreur = new Decrypter()
  ouvreur.addIdentity((await lireCle(session.db(), 'reception'))?.secrete ?? '')
  await session.verrouiller()
  const [entete = '', texte = ''] = (await ouvreur.decrypt(readFileSync(fichier), 'text')).split('\n')
  expect(entete).toMatch(/^jalon-lot\/1 [\w+/]{43}= [\w+/]{86}==$/u)
  expect(JSON.parse(texte)).toMatchObject({
    schema: 'jalon-lot/1',
    destinataire: dite.publique,
    dispositif: 'isc',
    numero: 1,
  })
})

test('une clé recopiée de travers est refusée, et rien n’est écrit', async () => {
  const coffre = unEmplacement()
  const cle = join(dirname(coffre), 'cle.pub')
  await reussir('creer', '--coffre', coffre)
  await reussir('lot', '--cle', '--coffre', coffre, '--sortie', cle)
  writeFileSync(cle, readFileSync(cle, 'utf8').replace(/Contrôle : ./u, 'Contrôle : z'))
  const { code, stderr } = await jalon([
    'lot',
    '--coffre',
    coffre,
    '--dispositif',
    'isc',
    '--annee',
    '2012',
    '--pour',
    cle,
    '--sortie',
    `${cle}.lot`,
  ])
  expect([code, stderr]).toEqual([1, expect.stringContaining('pas une clé publique de coordination')])
})

test.each([
  ['sans destinataire', ['--dispositif', 'isc', '--annee', '2012', '--sortie', 'x']],
  ['sans année lisible', ['--dispositif', 'isc', '--annee', 'douze', '--pour', 'x', '--sortie', 'x']],
  ['sans sortie', ['--cle']],
])('montre l’usage d’un lot demandé %s', async (_, args) => {
  const { code, stderr } = await jalon(['lot', '--coffre', 'x', ...args])
  expect(code).toBe(2)
  expect(stderr).toContain('Usage : jalon lot')
})
