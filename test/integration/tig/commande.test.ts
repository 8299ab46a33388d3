import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSession } from '#electron/service/coffre/session.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { enregistrerPersonne } from '#db/queries/personnes.ts'
import { enregistrerAccueil } from '#db/queries/tig/accueils.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { unePersonne } from '../../fixtures/builders.ts'
import { jalon, phrase, unEmplacement } from '../commandes/jalon.ts'
import { unAccueil } from './un-accueil.ts'

test('le bilan d’un organisme d’accueil sort de la ligne de commande, dans tous les formats sans imprimante', async () => {
  const coffre = unEmplacement()
  expect((await jalon(['creer', '--coffre', coffre, '--dispositifs', 'tig'])).code).toBe(0)
  const session = createSession({ dossier: coffre, maintenant: () => new Date('2025-06-02T12:00:00') })
  await session.ouvrir({ phrase })
  const nomenclature = await lireNomenclature(session.db(), 'tig')
  for (let i = 0; i < 7; i += 1) {
    const personne = unePersonne({ nom: `Zzmarque${i}` })
    await enregistrerPersonne(session.db(), nomenclature, personne, new Date('2025-06-02'))
    await enregistrerAccueil(session.db(), nomenclature, unAccueil(personne.id), new Date('2025-06-02'))
  }
  await session.verrouiller()
  const sortie = mkdtempSync(join(tmpdir(), 'jalon-'))
  onTestFinished(() => rmSync(sortie, { recursive: true }))
  const demande = ['bilan', '--coffre', coffre, '--dispositif', 'tig', '--annee', '2025']
  const json = await jalon([...demande, '--format', 'json'])
  expect([json.code, json.stderr]).toEqual([0, ''])
  expect(Bilan.parse(JSON.parse(json.stdout)).indicateurs).toMatchObject({ personnes: 7, accueils: 7 })
  const ecrits = await jalon([...demande, '--sortie', sortie, '--formats', 'json,csv,ods,xlsx,odt,docx,html'])
  expect([ecrits.code, ecrits.stderr]).toEqual([0, ''])
  const fichiers = readdirSync(sortie, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  expect(fichiers.length).toBeGreaterThan(6)
  for (const f of fichiers)
    expect(readFileSync(join(f.parentPath, f.name)).toString('latin1')).not.toContain('Zzmarque')
})

test('un tableur d’accueils entre par la ligne de commande, une fois, sans un nom à l’écran', async () => {
  const coffre = unEmplacement()
  await jalon(['creer', '--coffre', coffre, '--dispositifs', 'tig'])
  const fichier = `${coffre}.csv`
  const titres = 'Nom;Prénom;Mesure;Service référent;Heures à effectuer;Début;Poste;Infraction'
  writeFileSync(fichier, `${titres}\nKeita;Ali;TIG;SPIP;70;03/03/2025;Parcs;vol\n`)
  const demande = ['importer', fichier, '--coffre', coffre, '--dispositif', 'tig']
  const importe = await jalon(demande)
  expect([importe.code, importe.stderr]).toEqual([0, ''])
  expect(importe.stdout).toContain('Importé : 1 accueil et 1 nouvelle personne.')
  expect(importe.stdout).toContain('Infraction : L’infraction n’est jamais gardée')
  expect(importe.stdout).toContain('Postes ajoutés, à compléter')
  expect(importe.stdout).not.toContain('Keita')
  expect((await jalon(demande)).stdout).toContain('1 ligne déjà importée')
  writeFileSync(fichier, `${titres}\nKeita;Ali;TIG;SPIP;900;03/03/2025;Parcs;vol\n`)
  const refuse = await jalon(demande)
  expect([refuse.code, refuse.stdout.includes('Rien n’a été écrit.')]).toEqual([1, true])
  expect(refuse.stderr).toContain(
    'ligne 2, colonne « Heures à effectuer » : Heures hors de la loi. TIG : de 20 à 400 h',
  )
})

test('un tableur de coordination est refusé avec sa raison', async () => {
  const coffre = unEmplacement()
  await jalon(['creer', '--coffre', coffre, '--dispositifs', 'coordination'])
  const fichier = `${coffre}.csv`
  writeFileSync(fichier, 'Nom;Prénom;Infraction\nKeita;Ali;vol\n')
  const { code, stdout, stderr } = await jalon([
    'importer',
    fichier,
    '--coffre',
    coffre,
    '--dispositif',
    'coordination',
  ])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain('Jalon n’importe pas de tableur pour ce métier')
  expect(stderr).not.toContain('Keita')
})
