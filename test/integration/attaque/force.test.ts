import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { attaquer } from '../../attaque/attaquer.ts'

// What the attacker must be able to do, on tables small enough to be checked by hand.

type Nombre = number | 's' | { readonly part: number }
type Croix = { readonly [ligne: string]: Nombre | { readonly [colonne: string]: Nombre } }
type Tableau = {
  readonly id: string
  readonly dimensions: readonly string[]
  readonly cases: Croix
  readonly notes?: readonly string[]
}

const unTableau = ({ id, dimensions, cases, notes = [] }: Tableau) => {
  const lues = Object.entries(cases).flatMap(([ligne, v]) =>
    dimensions.length === 1
      ? [{ codes: [ligne], nombre: v as Nombre }]
      : Object.entries(v).map(([colonne, n]) => ({ codes: [ligne, colonne], nombre: n as Nombre })),
  )
  const total = lues.find((l) => l.codes.every((c) => c === 'total'))?.nombre
  return {
    id,
    titre: id,
    unite: 'personnes',
    base: typeof total === 'number' ? total : null,
    nonRenseigne: null,
    reponsesMultiples: false,
    dimensions: dimensions.map((d, i) => ({
      id: d,
      libelle: d,
      modalites: [...new Set(lues.map((l) => l.codes[i] ?? ''))]
        .filter((code) => code !== 'total')
        .map((code) => ({ code, libelle: code })),
    })),
    cellules: lues.map(({ codes, nombre }) => ({
      modalites: codes,
      etat: typeof nombre === 'number' ? 'publie' : 'secret-primaire',
      valeur: typeof nombre === 'number' ? nombre : undefined,
      part: typeof nombre === 'object' ? nombre.part : undefined,
    })),
    precedents: [],
    notes,
  }
}

/** Bounds found for each hidden cell: « tableau ligne colonne » → [lo, hi]. */
const trouver = async (tableaux: readonly Tableau[]) => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-force-'))
  onTestFinished(() => rmSync(dossier, { recursive: true }))
  const periode = { du: '2012-01-01', au: '2012-12-31' }
  const document = { dispositif: 'isc', periode, indicateurs: {}, chiffres: [], tableaux: tableaux.map(unTableau) }
  writeFileSync(join(dossier, 'bilan.json'), JSON.stringify(document))
  const { trouvees } = await attaquer(dossier, { seuil: 5, mode: 'masquage' })
  return Object.fromEntries(trouvees.map((t) => [[t.cible.tableau, ...t.cible.codes].join(' '), t.intervalle]))
}

const geurts: Tableau = {
  id: 'sexe_x_nouvelle',
  dimensions: ['sexe', 'nouvelle'],
  cases: {
    femme: { oui: 's', non: 's', jamais: 1, total: 8 },
    homme: { oui: 's', non: 's', jamais: 3, total: 6 },
    total: { oui: 6, non: 4, jamais: 4, total: 14 },
  },
}

test('retrouve les bornes de Geurts (1992)', async () => {
  expect(await trouver([geurts])).toMatchObject({
    'sexe_x_nouvelle femme oui': [3, 6],
    'sexe_x_nouvelle femme non': [1, 4],
    'sexe_x_nouvelle homme oui': [0, 3],
    'sexe_x_nouvelle homme non': [0, 3],
  })
})

test('joint deux tableaux par la question qu’ils partagent, une colonne de zéros comprise', async () => {
  const ages: Tableau = {
    id: 'sexe_x_age',
    dimensions: ['sexe', 'majorite'],
    cases: {
      femme: { mineur: 's', majeur: 's', total: 20 },
      homme: { mineur: 's', majeur: 's', total: 10 },
      total: { mineur: 9, majeur: 21, total: 30 },
    },
  }
  const publics: Tableau = {
    id: 'sexe_x_type',
    dimensions: ['sexe', 'age'],
    cases: {
      femme: { 'moins-18': 7, '18-25': 's', '26-45': 's', total: 20 },
      homme: { 'moins-18': 's', '18-25': 's', '26-45': 's', total: 10 },
      total: { 'moins-18': 9, '18-25': 6, '26-45': 15, total: 30 },
    },
  }
  expect(await trouver([ages, publics])).toMatchObject({
    'sexe_x_age femme mineur': [7, 7],
    'sexe_x_age homme mineur': [2, 2],
    'sexe_x_age homme majeur': [8, 8],
    'sexe_x_type femme 18-25': [0, 6],
    'sexe_x_type homme 26-45': [2, 8],
  })
})

test('tient compte des réponses multiples, et de la phrase qui en dit le surnombre', async () => {
  const lieu: Tableau = {
    id: 'lieu',
    dimensions: ['lieu'],
    cases: { commissariat: 8, mairie: 's', 'non-renseigne': 0, total: 10 },
  }
  expect(await trouver([lieu])).toMatchObject({
    'lieu mairie': [2, 10],
    'lieu +': [0, 8],
    'lieu !commissariat': [2, 2],
    'lieu !mairie': [0, 8],
  })
  const phrase =
    'Une même personne peut figurer dans plusieurs lignes : la somme des lignes (13) dépasse de 3 le total (10), compté sans double.'
  expect(await trouver([{ ...lieu, notes: [phrase] }])).toMatchObject({ 'lieu mairie': [5, 5], 'lieu +': [3, 3] })
})

test('sait que le dernier type de public est l’un de ceux de la personne', async () => {
  const publics: Tableau = {
    id: 'type-public',
    dimensions: ['typePublic'],
    cases: { victime: 6, 'mis-en-cause': 3, temoin: 's', 'non-renseigne': 0, total: 9 },
  }
  const croise: Tableau = {
    id: 'dernier-type-public_x_sexe',
    dimensions: ['dernierTypePublic', 'sexe'],
    cases: {
      victime: { femme: 's', homme: 's', total: 's' },
      'mis-en-cause': { femme: 's', homme: 's', total: 's' },
      temoin: { femme: 's', homme: 's', total: 2 },
      total: { femme: 5, homme: 4, total: 9 },
    },
  }
  expect(await trouver([publics, croise])).toMatchObject({
    'type-public temoin': [2, 9],
    'dernier-type-public_x_sexe victime total': [4, 6],
    'dernier-type-public_x_sexe mis-en-cause total': [1, 3],
  })
})

test('se sert d’un pourcentage laissé sur une case masquée', async () => {
  const sexe: Tableau = { id: 'sexe', dimensions: ['sexe'], cases: { femme: { part: 98.8 }, homme: 's', total: 323 } }
  // A row whose number is masked, and whose share is there.
  expect(await trouver([sexe])).toMatchObject({ 'sexe femme': [319, 319], 'sexe homme': [4, 4] })
})

test('défait un arrondi dont les écarts s’ajoutent', async () => {
  const connue: Tableau = {
    id: 'connue',
    dimensions: ['connue'],
    cases: { oui: 0, non: 0, 'non-renseigne': 0, total: 12 },
    notes: [
      'Effectifs arrondis à un multiple de 5 de façon que les sommes restent justes ; l’écart avec l’effectif réel est de 4 au plus.',
    ],
  }
  expect(await trouver([connue])).toMatchObject({
    'connue oui': [4, 4],
    'connue non': [4, 4],
  })
})

test('« autres publics » réunit ceux que le croisement ne nomme pas', async () => {
  const publics: Tableau = {
    id: 'type-public',
    dimensions: ['typePublic'],
    cases: { victime: 6, temoin: 's', entourage: 0, 'non-renseigne': 0, total: 9 },
  }
  const croise: Tableau = {
    id: 'type-public_x_sexe',
    dimensions: ['dernierTypePublic', 'sexe'],
    cases: {
      victime: { femme: 's', homme: 's', total: 's' },
      'autres-publics': { femme: 's', homme: 's', total: 's' },
      total: { femme: 5, homme: 4, total: 9 },
    },
  }
  expect(await trouver([publics, croise])).toMatchObject({
    'type-public temoin': [3, 9],
    'type-public_x_sexe victime total': [0, 6],
    'type-public_x_sexe autres-publics total': [3, 9],
  })
})

test('sait qu’une commune qui a sa ligne atteint le seuil, et en déduit les autres', async () => {
  const communes: Tableau = {
    id: 'commune',
    dimensions: ['commune'],
    cases: { pantin: 's', bobigny: 20, autres: 's', 'non-renseigne': 0, total: 27 },
  }
  expect(await trouver([communes])).toMatchObject({ 'commune pantin': [5, 7], 'commune autres': [0, 2] })
})
