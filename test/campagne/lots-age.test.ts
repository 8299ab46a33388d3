import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preparerAge } from '#build/preparer.ts'
import { ecrireClePublique } from '#electron/service/lots/cle-publique.ts'
import { unDossier } from '../integration/coffre/aide.ts'
import { unLot, unPoste, uneCoordination } from '../integration/lots/aide.ts'

test('la commande age de Debian ouvre un lot avec la clé du coordinateur, et scelle pour sa clé publique', async () => {
  const age = preparerAge()
  const dossier = unDossier()
  const [identite, publique, fichier] = ['identite', 'cle.pub', 'lot.age'].map((nom) => join(dossier, nom)) as [
    string,
    string,
    string,
  ]
  const { cle } = await uneCoordination()
  const { lot, octets } = await unLot(await unPoste('Aubervilliers', 6), cle.publique)
  writeFileSync(identite, `${cle.secrete}\n`)
  writeFileSync(publique, ecrireClePublique(cle.publique, 'CLSPD'))
  writeFileSync(fichier, octets)
  const ouvert = execFileSync(age, ['--decrypt', '-i', identite, fichier], { encoding: 'utf8' })
  expect(JSON.parse(ouvert.slice(ouvert.indexOf('\n') + 1))).toEqual(lot)

  const scelle = execFileSync(age, ['-R', publique], { input: 'bonjour' })
  expect(execFileSync(age, ['--decrypt', '-i', identite], { input: scelle, encoding: 'utf8' })).toBe('bonjour')
})
