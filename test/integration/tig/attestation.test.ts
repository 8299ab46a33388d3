import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { valeur } from '../../fixtures/service.ts'
import { jour, uneLigne, unServiceTig } from './un-accueil.ts'
import { dezipper } from '#electron/service/export/zip.ts'

const unDossier = async (): Promise<string> => {
  const dossier = await mkdtemp(join(tmpdir(), 'jalon-test-'))
  onTestFinished(() => rm(dossier, { recursive: true }))
  return dossier
}

const texteDuDocx = async (chemin: string): Promise<string> => {
  const entree = dezipper(await readFile(chemin)).find((e) => e.nom === 'word/document.xml')
  return Buffer.from(entree?.contenu ?? '')
    .toString()
    .replaceAll(/<\/w:p>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '')
}

test('l’attestation s’écrit en Word et en PDF, dit la feuille à la minute, et ne dit rien d’autre', async () => {
  const imprimes: string[] = []
  const { api, router, recevoir, lire } = await unServiceTig((html) => {
    imprimes.push(html)
    return Promise.resolve(new TextEncoder().encode('%PDF-'))
  })
  const { suiviId } = await recevoir({ referent: 'CPIP du secteur nord' })
  await valeur(api.tig.noterJournee(uneLigne(suiviId)))
  await valeur(
    api.tig.noterJournee(uneLigne(suiviId, { date: '2025-03-11', debut: 480, fin: 721, pause: 0, repas: 0 })),
  )
  await valeur(
    api.tig.noterIncident({
      id: crypto.randomUUID(),
      suiviId,
      date: '2025-03-11',
      genre: 'comportement',
      signaleLe: null,
    }),
  )
  const dossier = await unDossier()
  const ecrire = (format: 'docx' | 'pdf', nom: string) =>
    router('tig', 'ecrireAttestation', { suiviId, jour, format }, { chemin: join(dossier, nom) })
  expect(await ecrire('docx', 'attestation')).toEqual({ ok: true, value: { fichier: 'attestation.docx' } })
  expect(await ecrire('pdf', 'Attestation.pdf')).toEqual({ ok: true, value: { fichier: 'Attestation.pdf' } })
  expect((await readdir(dossier)).toSorted()).toEqual(['Attestation.pdf', 'attestation.docx'])
  const mot = await texteDuDocx(join(dossier, 'attestation.docx'))
  for (const texte of [mot, imprimes[0] ?? '']) {
    expect(texte).toContain('Ali KEITA')
    expect(texte).toContain('11 h 36')
    expect(texte).toContain('7 h 35')
    expect(texte).toContain('4 h 01')
    expect(texte).toContain('SPIP, CPIP du secteur nord')
    expect(texte).not.toMatch(/comportement|incident|infraction|peine|condamn|sursis/iu)
  }
  expect(await api.tig.ecrireAttestation({ suiviId, jour, format: 'docx' })).toMatchObject({
    ok: false,
    erreur: { code: 'annule' },
  })
  await valeur(api.tig.noterAttestation({ suiviId, le: jour }))
  expect((await lire(suiviId)).attestationLe).toBe(jour)
  expect(await api.tig.noterAttestation({ suiviId, le: '2025-06-03' })).toMatchObject({ ok: false })
})
