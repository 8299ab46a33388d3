import { expect, test } from 'vitest'
import { bilanEnCsv } from '#electron/service/export/csv.ts'
import { classeurDe } from '#electron/service/export/classeur.ts'
import { contenuDe } from '#electron/service/export/contenu.ts'
import { methode } from '#electron/service/export/methode.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { unBilan } from '../../fixtures/bilans.ts'

const avec = (secret: Partial<BilanProtege['secret']>): BilanProtege => ({
  ...unBilan(),
  secret: { ...unBilan().secret, ...secret },
})

test('dit le procédé, le seuil, la part masquée, le jour du contrôle et à qui s’adresser', () => {
  const bilan = avec({ audit: { statut: 'protege', le: '2026-11-22' } })
  const cases = bilan.tableaux.reduce((n, t) => n + t.cellules.length, 0)
  const texte = methode(bilan).join('\n')
  expect(texte).toContain('masquage certifié')
  expect(texte).toContain('Seuil appliqué : 5 personnes.')
  expect(texte).toMatch(new RegExp(`Cases masquées : 6 sur ${String(cases)}, soit \\d+,\\d\u00A0%\\.`, 'u'))
  expect(texte).toContain('Contrôle effectué le 22 novembre 2026')
  expect(texte).toContain('(Poste d’Aubervilliers, Second poste)')
  expect(texte).not.toMatch(/<\s?5|moins de 5|intervalle/u)
})

test('dit quelle édition il remplace, et rien quand il est le premier', () => {
  expect(methode(avec({ remplace: '2026-03-12' })).join('\n')).toContain('Cette édition remplace celle du 12 mars 2026')
  expect(methode(unBilan()).join('\n')).not.toContain('remplace')
})

test('ne dit des totaux exacts, ou un arrondi, que là où c’est vrai', () => {
  expect(methode(avec({ mode: 'regroupement' })).join('\n')).toContain('Les lignes rares ont d’abord été réunies.')
  expect(methode(avec({ mode: 'total' })).join('\n')).not.toMatch(/Contrôle effectué|masquage certifié/u)
  const arrondi = avec({ mode: 'arrondi', cellulesMasquees: 0 })
  for (const tableau of arrondi.tableaux) tableau.arrondi = 10
  const texte = methode(arrondi).join('\n')
  expect(texte).toContain('multiple de 10')
  expect(texte).toContain('de 9 au plus')
  expect(texte).toContain('Aucune case n’a dû être masquée.')
  expect(texte).not.toMatch(/Les totaux affichés sont exacts|masquage certifié/u)
})

test('termine les documents, ouvre le classeur, et accompagne les CSV', () => {
  const bilan = unBilan()
  const phrases = methode(bilan)
  const document = contenuDe(bilan).flatMap((b) => (b.type === 'paragraphe' ? [sansEspaces(b.texte)] : []))
  expect(document.slice(-phrases.length)).toEqual(phrases.map(sansEspaces))
  const [lisezMoi] = classeurDe(bilan)
  const feuille = lisezMoi?.lignes.flat().flatMap((c) => ('texte' in c ? [c.texte] : []))
  expect(feuille).toEqual(expect.arrayContaining([...phrases]))
  const paquet = JSON.parse(bilanEnCsv(bilan).get('datapackage.json') ?? '')
  expect(paquet.description).toBe(['Données inventées.', ...phrases].join('\n'))
})

const sansEspaces = (texte: string): string => texte.replaceAll('\u00A0', ' ')
