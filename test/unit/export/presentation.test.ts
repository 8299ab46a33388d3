import { expect, test } from 'vitest'
import { nommer } from '#electron/service/export/classeur.ts'
import { presenterPostes } from '#electron/service/export/chiffres.ts'
import { texteCase } from '#electron/service/export/grille.ts'
import { presenterTableau } from '#electron/service/export/presentation.ts'
import { unBilan } from '../../fixtures/bilans.ts'

const grille = (id: string) => {
  const bilan = unBilan()
  const tableau = bilan.tableaux.find((t) => t.id === id)
  if (tableau === undefined) throw new Error(id)
  const { lignes, ...reste } = presenterTableau(tableau, bilan)
  return { ...reste, lignes: lignes.map((l) => [l.libelle, ...l.cases.map(texteCase)].map(aplatir)) }
}
const aplatir = (texte: string): string => texte.replaceAll(/[\u00A0\u202F]/g, ' ')

test('met l’année, la part, l’année d’avant et l’évolution côte à côte', () => {
  const { coin, colonnes, lignes, base, notes } = grille('type-public')
  expect([coin, ...colonnes]).toEqual(['Type de public', '2012', 'Part', '2011', 'Évolution'])
  expect(lignes).toEqual([
    ['Victime', '84', '26,0 %', '71', '+18,3 %'],
    ['Mis en cause', '44', '13,6 %', '49', '−10,2 %'],
    ['Hors champ pénal', '195', '60,4 %', '161', '+21,1 %'],
    ['Non renseigné', '0', '0,0 %', '0', '–'],
    ['Total', '323', '100,0 %', '281', '+14,9 %'],
  ])
  expect(aplatir(base)).toBe('Unité : personnes. Base : 323 personnes. Non renseigné : 0.')
  expect(notes).toEqual([])
})

test('montre d’un même « s » toute case masquée, et rien qui s’en déduise', () => {
  const { lignes, notes } = grille('saisine')
  expect(lignes[3]).toEqual(['Brigade de gendarmerie', 's', 's', '6', 's'])
  expect(notes).toEqual([
    's : case masquée pour protéger les personnes. Une case masquée peut contenir un petit nombre, un nombre plus grand ou un zéro. Seuil appliqué : 5 personnes. Les totaux affichés sont exacts.',
  ])
})

test('ne répète pas la note de masquage que le tableau porte déjà', () => {
  const bilan = unBilan()
  const [, saisine] = bilan.tableaux
  if (saisine === undefined) throw new Error('fixture')
  const avec = { ...saisine, notes: presenterTableau(saisine, bilan).notes.slice() }
  expect(presenterTableau(avec, bilan).notes).toHaveLength(1)
})

test('croise deux dimensions avec leurs marges', () => {
  const { coin, colonnes, groupe, lignes } = grille('sexe_x_type-public')
  expect(coin).toBe('Sexe')
  expect(groupe).toEqual({ libelle: 'Type de public', nombre: 4 })
  expect(colonnes).toEqual(['Victime', 'Mis en cause', 'Hors champ pénal', 'Total', 'Part du total'])
  expect(lignes).toEqual([
    ['Femme', 's', 's', '92', '160', '49,5 %'],
    ['Homme', 's', 's', '103', '163', '50,5 %'],
    ['Total', '84', '44', '195', '323', '100,0 %'],
  ])
})

test('dit qu’un tableau à réponses multiples ne s’additionne pas, sans total', () => {
  const { base, lignes } = grille('problematique')
  expect(base).toContain('les parts ne s’additionnent pas')
  expect(lignes.map(([libelle]) => libelle)).not.toContain('Total')
})

test('montre une réponse ajoutée par le poste, quel que soit son code', () => {
  const bilan = unBilan()
  const [tableau] = bilan.tableaux
  const [dimension] = tableau?.dimensions ?? []
  if (tableau === undefined || dimension === undefined) throw new Error('fixture')
  const ajoutee = { code: 'constructor', libelle: 'Constructor' }
  const avec = {
    ...tableau,
    dimensions: [{ ...dimension, modalites: [...dimension.modalites, ajoutee] }],
    cellules: [...tableau.cellules, { modalites: ['constructor'], etat: 'publie' as const, valeur: 12 }],
  }
  expect(presenterTableau(avec, bilan).lignes.map((l) => l.libelle)).toContain('Constructor')
})

test('additionne les financements', () => {
  const { lignes } = presenterPostes(unBilan())
  expect(lignes.at(-1)?.cases.map((c) => aplatir(texteCase(c)))).toEqual(['1,5', '', '', '58 000 €', '44 500 €'])
})

test('nomme les feuilles en 31 caractères, sans doublon ni signe interdit', () => {
  const noms = nommer([
    'Lisez-moi',
    'Un titre vraiment très long, bien plus que trente',
    'Un titre vraiment très long, bien plus court',
    "'[a]:*?/\\'",
    '',
  ])
  expect(noms).toEqual([
    'Lisez-moi (2)',
    'Un titre vraiment très long, bi',
    'Un titre vraiment très long (2)',
    'a',
    'Tableau',
  ])
})
