import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { modeleFourni } from '#electron/service/lettres/fournir.ts'
import { examinerModele, remplirModele } from '#electron/service/lettres/modele.ts'
import { balises, remplir } from '#shared/domaine/lettres/balises.ts'
import { codesLettres, lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import { zipDe } from './zip.ts'

const unModele = (...textes: readonly string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: textes.map((text) => new Paragraph({ text })) }] }))
const xmlDe = (octets: Uint8Array) => new PizZip(octets).file('word/document.xml')?.asText() ?? ''
const vides = Object.fromEntries(Object.keys(balises).map((code) => [code, '']))

describe('un modèle de lettre', () => {
  it('de Jalon ne tient que des balises permises, et se remplit', async () => {
    const valeurs = remplir({
      poste: { nom: 'Commissariat', intervenant: 'Alix', metier: 'ISC' },
      personne: { nom: 'Urbain', prenom: 'Zoé', naissance: '1990', telephone: null, commune: 'Lille' },
      suivi: { numero: 4, ouvertLe: '2025-01-02' },
      entretien: { date: '2025-03-04', heure: '10:00' },
      partenaire: null,
      jour: '2025-06-02',
    })
    for (const code of codesLettres) {
      const modele = await modeleFourni(lettresFournies[code], '2025-06-02')
      expect([code, examinerModele(modele)]).toEqual([code, []])
      const texte = xmlDe(remplirModele(modele, valeurs))
      expect(texte).toContain('URBAIN')
      expect(texte).not.toMatch(/[{}]/u)
    }
  })

  it('écrit ce qu’on lui donne comme du texte : ni XML, ni autre balise, ni expression', async () => {
    const modele = await unModele('{nom} {prenom}')
    const xml = xmlDe(remplirModele(modele, { ...vides, nom: '<w:br/>&"', prenom: '{telephone}' }))
    expect(xml).toContain('&lt;w:br/&gt;&amp;')
    expect(xml).toContain('{telephone}')
  })

  it('nomme toutes les balises qu’aucune lettre ne peut dire', async () => {
    const modele = await unModele('{nom} {note} {constructor} {.} {1+1} {#nom}x{/nom} {@nom} {__proto__}')
    const fautes = examinerModele(modele)
    expect(fautes.every((f) => f.raison === 'inconnue' || f.raison === 'mal-ecrite')).toBe(true)
    const simples = examinerModele(await unModele('{nom} {note} {constructor} {.} {1+1} {__proto__}'))
    expect(simples.map((f) => f.balise).toSorted()).toEqual(['.', '1+1', '__proto__', 'constructor', 'note'])
    expect(examinerModele(await unModele('{#nom}x{/nom}')).map((f) => f.balise)).toEqual(['nom'])
    expect(examinerModele(await unModele('{@nom}'))).not.toEqual([])
    expect(() => remplirModele(modele, vides)).toThrow('fichier-illisible')
  })

  it('dit la balise mal fermée', async () => {
    expect(examinerModele(await unModele('Bonjour {nom'))).toEqual([
      { raison: 'mal-ecrite', balise: expect.any(String) },
    ])
  })

  it('refuse ce qui s’exécute, ce qui va chercher ailleurs, ce qui gonfle, ce qui n’est pas un document', async () => {
    const sain = new PizZip(await unModele('{nom}'))
    const avec = (nom: string, contenu: string) => {
      const copie = new PizZip(sain.generate({ type: 'nodebuffer' }))
      copie.file(nom, contenu)
      return copie.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
    }
    expect(examinerModele(avec('word/vbaProject.bin', 'x'))).toEqual([{ raison: 'macro', balise: '' }])
    const lien =
      '<Relationships><Relationship Target="https://exemple.fr/x.dotm" TargetMode="External"/></Relationships>'
    expect(examinerModele(avec('word/_rels/settings.xml.rels', lien))[0]?.raison).toBe('externe')
    expect(() =>
      examinerModele(avec('word/x.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x TargetMode="External"/>')),
    ).toThrow('fichier-illisible')
    expect(() => examinerModele(avec('word/media/a.png', '0'.repeat(40_000_000)))).toThrow('fichier-trop-gros')
    expect(() => examinerModele(Buffer.from('PK'))).toThrow('fichier-illisible')
    expect(() => examinerModele(zipDe('x.txt', 'x'))).toThrow('fichier-illisible')
    expect(() => examinerModele(readFileSync(import.meta.filename))).toThrow('fichier-illisible')
  })
})
