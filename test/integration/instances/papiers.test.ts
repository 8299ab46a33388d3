import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docxToOdt } from 'odf-kit/docx'
import { odtToHtml } from 'odf-kit/odt-reader'
import officeCrypto from 'officecrypto-tool'
import { expect, onTestFinished, test } from 'vitest'
import { dezipper } from '#electron/service/export/zip.ts'
import { contract } from '#shared/ipc/contract.ts'
import { createClient } from '#shared/ipc/client.ts'
import { PHRASE_ESSAI, valeur } from '../../fixtures/service.ts'
import { uneCellule, uneInstance, unPoint, uneReunion } from './des-instances.ts'

const unDossier = async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'jalon-instances-'))
  onTestFinished(() => rm(dossier, { recursive: true, force: true }))
  return dossier
}

/** The same service, whose user chooses this folder in the native dialog. */
const versDossier = async ({ router }: Pick<Awaited<ReturnType<typeof uneCellule>>, 'router'>) => {
  const chemin = await unDossier()
  return { chemin, api: createClient(contract, (f, m, i) => router(f, m, i, { chemin })) }
}

/** What another program reads in a document, and all that its parts hold. */
const lireDocx = async (chemin: string) => {
  const octets = await readFile(chemin)
  const { bytes } = await docxToOdt(octets)
  const brut = dezipper(octets)
    .map((e) => Buffer.from(e.contenu).toString())
    .join('\n')
  return {
    html: odtToHtml(bytes),
    texte: odtToHtml(bytes)
      .replaceAll(/<[^>]*>/g, '|')
      .replaceAll(/[|\s]*\|[|\s]*/g, '|'),
    brut,
  }
}

test('la convocation dit l’instance, le jour, le lieu, l’ordre du jour et les fonctions', async () => {
  const service = await uneCellule()
  const pleniere = uneInstance()
  const seance = uneReunion(pleniere.id, { lieu: 'Salle <des> États & Cie' })
  await valeur(service.api.instances.enregistrer(pleniere))
  await valeur(service.api.instances.enregistrerReunion(seance))
  const { chemin, api } = await versDossier(service)
  const { fichiers } = await valeur(api.instances.convocation({ reunionId: seance.id }))
  expect(fichiers).toEqual(['convocation-clspd-plenier-2025-05-20.docx'])
  const { texte, html, brut } = await lireDocx(join(chemin, fichiers[0] ?? ''))
  expect(texte).toContain('mardi 20 mai 2025')
  expect(texte).toContain('14 h 30')
  expect(texte).toContain('Salle &lt;des&gt; États &amp; Cie')
  expect(texte).toMatch(/Ordre du jour\|.*Bilan de l’année.*Priorités/u)
  expect(texte).toContain('Procureur de la République ou son représentant')
  expect(texte).toContain('Aucune situation individuelle')
  expect(html).toMatch(/<h1[^>]*>(?:<[^>]+>)*Ordre du jour/u)
  expect(brut).toContain('<dc:language>fr-FR</dc:language>')
  expect(brut).toMatch(/<w:numFmt w:val="decimal"\/>/u)
})

test('la convocation d’un groupe déclaré rappelle la charte et le secret', async () => {
  const service = await uneCellule()
  const { chemin, api } = await versDossier(service)
  const { fichiers } = await valeur(api.instances.convocation({ reunionId: service.reunion.id }))
  const { texte } = await lireDocx(join(chemin, fichiers[0] ?? ''))
  expect(texte).toContain('|Cellule de veille|')
  expect(texte).toMatch(/Groupe de l’article L132-5[^|]*confidentiels[^|]*charte déontologique/u)
  expect(texte).not.toContain('Aucune situation individuelle')
})

test('le relevé d’une plénière ne porte aucune personne, même si une ligne y a été forgée', async () => {
  const service = await uneCellule()
  const { db, reunion } = service
  const pleniere = uneInstance()
  const seance = uneReunion(pleniere.id)
  const point = unPoint(reunion.id)
  await valeur(service.api.instances.enregistrer(pleniere))
  await valeur(service.api.instances.enregistrerReunion(seance))
  await valeur(service.api.instances.noterPoint(point))
  await db().updateTable('point_nominatif').set({ reunion_id: seance.id }).where('id', '=', point.id).execute()
  const { chemin, api } = await versDossier(service)
  const { fichiers } = await valeur(api.instances.releve({ reunionId: seance.id }))
  const { texte, brut } = await lireDocx(join(chemin, fichiers[0] ?? ''))
  expect(texte).toContain('|Relancer la charte|Coordonnateur|01/06/2025|–|')
  expect(texte).toContain('|Bailleur|Présent|')
  expect(brut).not.toMatch(/Zorglub|famille/u)
  expect(brut.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(await api.instances.releveNominatif({ reunionId: seance.id, phrase: PHRASE_ESSAI })).toEqual({
    ok: false,
    erreur: { code: 'instance-non-nominative' },
  })
  expect(await readdir(chemin)).toEqual(fichiers)
})

test('le relevé d’une réunion nominative ne sort que si l’on redonne sa phrase, et le registre le dit', async () => {
  const service = await uneCellule()
  const { reunion, db } = service
  const { chemin, api } = await versDossier(service)
  await valeur(api.instances.noterPoint(unPoint(reunion.id)))
  const demande = { reunionId: reunion.id }
  expect(await api.instances.releve(demande)).toEqual({ ok: false, erreur: { code: 'releve-nominatif' } })
  expect(await api.instances.releveNominatif({ ...demande, phrase: 'une autre phrase' })).toMatchObject({
    erreur: { code: 'phrase-incorrecte' },
  })
  expect(await readdir(chemin)).toEqual([])
  const { fichiers, motDePasse } = await valeur(api.instances.releveNominatif({ ...demande, phrase: PHRASE_ESSAI }))
  const chiffre = await readFile(join(chemin, fichiers[0] ?? ''))
  for (const encodage of ['utf8', 'utf16le', 'latin1'] as const)
    expect(chiffre.toString(encodage)).not.toMatch(/Zorglub|confidentiel/u)
  await expect(officeCrypto.decrypt(chiffre, { password: motDePasse.toLowerCase() })).rejects.toThrow('password')
  await writeFile(join(chemin, 'en-clair.docx'), await officeCrypto.decrypt(chiffre, { password: motDePasse }))
  const { texte } = await lireDocx(join(chemin, 'en-clair.docx'))
  const second = await valeur(api.instances.releveNominatif({ ...demande, phrase: PHRASE_ESSAI }))
  expect(second.motDePasse).not.toBe(motDePasse)
  expect(texte).toContain('|Zorglub K.|Proposer un rendez-vous à la famille|Bailleur|20/06/2025|')
  expect(texte).toContain('Document confidentiel')
  expect(texte).not.toMatch(/Établissement scolaire|2008/u)
  const { exports } = await valeur(api.instances.lirePoints(demande))
  const inscrit = { le: service.horloge.instant.toISOString(), par: 'Titulaire' }
  expect(exports).toEqual([inscrit, inscrit])
  await expect(db().deleteFrom('export_nominatif').execute()).rejects.toThrow('register')
  await expect(db().updateTable('export_nominatif').set({ par: 'x' }).execute()).rejects.toThrow('register')
})

test('un relevé nominatif qui ne peut être écrit n’est pas inscrit', async () => {
  const service = await uneCellule()
  const { reunion } = service
  const { chemin, api } = await versDossier(service)
  await valeur(api.instances.noterPoint(unPoint(reunion.id)))
  await rm(chemin, { recursive: true })
  await writeFile(chemin, '')
  expect(await api.instances.releveNominatif({ reunionId: reunion.id, phrase: PHRASE_ESSAI })).toMatchObject({
    ok: false,
    erreur: { code: 'ecriture-impossible' },
  })
  expect((await valeur(api.instances.lirePoints({ reunionId: reunion.id }))).exports).toEqual([])
})
