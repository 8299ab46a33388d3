import { expect, test } from 'vitest'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import type { TableauDefini } from '#shared/domaine/lot/definition.ts'
import { dispositifsComptes, texteDeDefinition } from '#shared/domaine/lot/definition.ts'
import { dresserGrille, type FaitsGrille } from '#shared/domaine/lot/grille.ts'
import { racontePublication } from '#shared/domaine/lot/publications.ts'
import { codesRaisonLot, expliquerRaison } from '#shared/domaine/lot/raisons.ts'
import { HORS_LISTE, tabuler } from '#shared/domaine/lot/tabuler.ts'

const dimension = {
  id: 'motif',
  multiple: true,
  groupeDe: null,
  libre: false,
  codes: ['a', 'b'],
  regroupements: [],
  sansReponse: true,
}
const definis: readonly TableauDefini[] = [{ id: 'motifs', unite: 'suivis', dimensions: [dimension] }]
const ligne = (code: string, libelle = code) => ({ code, libelle, feuilles: [code], reste: false })
const question = {
  id: 'motif',
  feuilles: ['a', 'b', 'rare', 'frequent', 'non-renseigne'],
  multiple: true,
  sansReponse: 'non-renseigne',
  parmi: null,
  sensible: false,
  recoupementPublic: false,
}
const unite = (id: number, ...reponses: string[]) => ({ id: `u${id}`, personnes: [`p${id}`], reponses: [reponses] })

const recensement: Recensement = {
  unite: 'suivis',
  questions: [question],
  tableaux: [
    {
      id: 'motifs',
      dimensions: [
        {
          id: 'motif',
          libelle: 'Motif',
          question: 'motif',
          multiple: true,
          modalites: [
            ligne('a', 'A renommée'),
            ligne('b'),
            ligne('rare', 'Mme X'),
            ligne('frequent', 'Mot du poste'),
            ligne('non-renseigne'),
          ],
        },
      ],
    },
  ],
  unites: [
    unite(1, 'a', 'b'),
    unite(2, 'rare'),
    { ...unite(3, 'non-renseigne'), personnes: ['p1', 'p2'] },
    ...[4, 5, 6, 7, 8].map((i) => unite(i, 'frequent')),
  ],
}

test('compte chaque case, les personnes derrière, ceux qui sont dans plusieurs lignes ; ne dit un mot du poste que de cinq', () => {
  const { tableaux, modalites } = tabuler(
    [recensement],
    definis,
    (_, code) => (code === 'frequent' ? 'g' : null),
    new Map(),
  )
  expect(tableaux).toEqual([
    {
      id: 'motifs',
      unite: 'suivis',
      base: 8,
      nonRenseigne: 1,
      cellules: [
        { codes: ['a'], valeur: 1, personnes: 1 },
        { codes: ['b'], valeur: 1, personnes: 1 },
        { codes: ['frequent'], valeur: 5, personnes: 5 },
        { codes: [HORS_LISTE], valeur: 1, personnes: 1 },
        { codes: ['non-renseigne'], valeur: 1, personnes: 2 },
        { codes: ['total'], valeur: 8, personnes: 7 },
      ],
      recoupements: [{ dimension: 'motif', plusieurs: 1 }],
    },
  ])
  expect(modalites).toEqual([{ dimension: 'motif', code: 'frequent', libelle: 'Mot du poste', groupe: 'g' }])
})

test('ce que le poste a publié garde ses nombres, et remplace par un rang le code d’un mot que le lot ne dit pas', () => {
  const publiee = racontePublication(
    {
      edition: 'e',
      du: '2025-01-01',
      au: '2025-12-31',
      seuil: 5,
      mode: 'masquage',
      publieeLe: '2026-01-05T10:00:00.000Z',
      recensement,
      cellules: {
        imprimes: [
          { tableau: 'motifs', codes: ['rare'], valeur: null },
          { tableau: 'motifs', codes: ['total'], valeur: 8 },
        ],
        bases: {},
        total: 8,
      },
    },
    definis,
    [],
  )
  expect(publiee.tableaux[0]?.cellules).toEqual([
    { codes: ['ligne-1'], valeur: null },
    { codes: ['total'], valeur: 8 },
  ])
  expect(JSON.stringify(publiee)).not.toMatch(/rare|frequent|p1|u1/u)
})

test('la définition ne dépend ni du poste ni de la version de Jalon, et diffère d’un métier à l’autre', () => {
  const textes = dispositifsComptes.map(texteDeDefinition)
  expect(new Set(textes).size).toBe(textes.length)
  expect(dispositifsComptes).toContain('isc')
  expect(texteDeDefinition('isc')).toBe(texteDeDefinition('isc'))
  expect(texteDeDefinition('coordination')).not.toContain('0.1.0')
})

test('la grille dit ce qui est reçu, attendu, en retard, manquant ou d’une autre définition', () => {
  const faits: FaitsGrille = {
    postes: [
      { id: 'p', nom: 'Pantin', coffre: 'c-pantin' },
      { id: 'a', nom: 'Aubervilliers', coffre: null },
    ],
    attendus: [
      { posteId: 'a', annee: 2023, pourLe: '2024-03-31' },
      { posteId: 'a', annee: 2025, pourLe: '2026-03-31' },
    ],
    lots: [
      { posteId: 'p', annee: 2023, definition: 'd', recuLe: '2024-02-01', numero: 2 },
      { posteId: 'p', annee: 2024, definition: 'ancienne', recuLe: '2025-02-01', numero: 1 },
    ],
    ecartes: [
      { coffre: 'c-pantin', nom: 'Pantin', annee: 2025, definition: 'autre', recuLe: '2026-01-01', numero: 1 },
      { coffre: 'c-lyon', nom: 'Lyon', annee: 2024, definition: 'autre', recuLe: '2026-01-01', numero: 1 },
    ],
  }
  const { annees, lignes } = dresserGrille(faits, 'd', '2026-02-01')
  expect(annees).toEqual([2023, 2024, 2025])
  expect(lignes.map(({ nom, posteId, cases }) => [nom, posteId].concat(cases.map((c) => c.etat)))).toEqual([
    ['Aubervilliers', 'a', 'en-retard', 'manquant', 'attendu'],
    ['Lyon', null, 'manquant', 'autre-definition', 'manquant'],
    ['Pantin', 'p', 'recu', 'autre-definition', 'autre-definition'],
  ])
})

test('une grille où rien n’est connu est vide', () => {
  expect(dresserGrille({ postes: [], attendus: [], lots: [], ecartes: [] }, 'd', '2026-02-01')).toEqual({
    annees: [],
    lignes: [],
  })
})

test('chaque refus a sa phrase, qui dit que rien n’a été ajouté', () => {
  expect(new Set(codesRaisonLot.map(expliquerRaison)).size).toBe(codesRaisonLot.length)
  for (const raison of codesRaisonLot) expect(expliquerRaison(raison)).toMatch(/ Rien n’a été ajouté\. .+\.$/u)
})
