import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { attaquer, attaquerEditions, type Rapport } from '../../attaque/attaquer.ts'
import { lireDocument } from '../../attaque/document.ts'
import { type Case, cle, type Fait, type Regle } from '../../attaque/savoir.ts'
import { juger, type Verdict, type Verite } from '../../attaque/verdict.ts'
import { jalon } from '../commandes/jalon.ts'
import { veriteDe } from '../../attaque/verite.ts'

const fichier = resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.csv')
const dossier = mkdtempSync(join(tmpdir(), 'jalon-attaque-'))
const coffre = join(dossier, 'coffre')
const masquage: Regle = { seuil: 5, mode: 'masquage' }

beforeAll(async () => {
  await reussir('creer', '--coffre', coffre)
  await reussir('importer', fichier, '--coffre', coffre, '--dispositif', 'isc')
  await publier('tous', [...en2012, '--formats', 'json,csv,ods,xlsx,pdf,html'])
  intact = await trouver(tous, masquage)
})
afterAll(() => rmSync(dossier, { recursive: true }))

const reussir = async (...args: readonly string[]): Promise<void> => {
  const { code, stderr } = await jalon(args)
  if (code !== 0) throw new Error(stderr)
}
/** An edition of a coffre of its own, unless it comes after others: what is already published binds the next one. */
const publier = async (
  nom: string,
  options: readonly string[],
  ici = join(dossier, `coffre ${nom}`),
): Promise<string> => {
  const sortie = join(dossier, nom)
  if (!existsSync(ici)) cpSync(coffre, ici, { recursive: true })
  await reussir('bilan', '--coffre', ici, '--dispositif', 'isc', '--sortie', sortie, ...options)
  return sortie
}
const en2012 = ['--annee', '2012']

const tous = join(dossier, 'tous')
const documentDe = (edition: string) => lireDocument(join(edition, jsonDe(edition))).document
const jsonDe = (edition: string) => readdirSync(edition).find((f) => f.endsWith('.json')) ?? ''

/** Everything that an edition lets be found; nothing when it keeps its promise. */
const trouver = async (edition: string, regle: Regle, enPlus: readonly Fait[] = []) => {
  const rapport = await attaquer(edition, regle, { enPlus })
  const verite = veriteDe(documentDe(edition))
  return { ...juger(rapport, verite, regle), divergences: rapport.divergences, rapport, verite }
}
let intact: Awaited<ReturnType<typeof trouver>>

const rien: Verdict & { readonly divergences: readonly string[] } = {
  montrees: [],
  exactes: [],
  sures: [],
  fausses: [],
  nonRecomptees: [],
  divergences: [],
}

/** The same edition in a folder of its own, with one of its files changed. */
const alterer = (nom: string, changer: (texte: string) => string, garder: readonly string[] = readdirSync(tous)) => {
  const copie = mkdtempSync(join(tmpdir(), 'jalon-attaque-'))
  onTestFinished(() => rmSync(copie, { recursive: true }))
  for (const f of garder) cpSync(join(tous, f), join(copie, f), { recursive: true })
  writeFileSync(join(copie, nom), changer(readFileSync(join(tous, nom), 'utf8')))
  return copie
}

test('le bilan de 2012, tous formats joints, ne laisse trouver aucune petite case', async () => {
  const { rapport, ...trouve } = intact
  expect(trouve).toMatchObject(rien)
  expect(rapport.incomprises).toEqual([])
})

test('l’attaquant lit tous les formats, et voit une case masquée dans l’un et dite dans un autre', async () => {
  const { rapport, verite } = intact
  for (const format of ['json', 'csv', 'ods', 'xlsx', 'pdf', 'page, alternative'])
    expect([format, (rapport.lues.get(format) ?? 0) > 150]).toEqual([format, true])
  const cachee = petitesCachees(rapport, verite)[0]
  if (cachee === undefined) throw new Error('aucune petite case cachée')
  const nom = join('bilan-isc-2012-csv', `${cachee.tableau}.csv`)
  const csv = alterer(nom, (texte) => dire(texte, cachee, verite(cachee)?.valeur ?? 0))
  expect((await trouver(csv, masquage)).divergences).toEqual([expect.stringContaining(cle(cachee))])
  const page = alterer('bilan-isc-2012.html', (texte) => texte.replace('s (masqué)', '3'))
  expect((await trouver(page, masquage)).divergences.join('\n')).toContain('dite dans page, alternative')
})

/** Writes a hidden number in the CSV as if it had been published. */
const dire = (texte: string, { annee, codes }: Case, valeur: number): string => {
  const ligne = new RegExp(`^(${annee};${codes.map((c) => `${c};[^;]*`).join(';')});masque;s`, 'mu')
  expect(texte).toMatch(ligne)
  return texte.replace(ligne, `$1;publie;${valeur}`)
}

const petitesCachees = (rapport: Rapport, verite: Verite): readonly Case[] =>
  rapport.trouvees
    .filter((t) => !t.deduite && t.cible.annee === '2012')
    .map((t) => t.cible)
    .filter((cible) => [1, 2, 3, 4].includes(verite(cible)?.valeur ?? 0))

type Cellule = { readonly modalites: readonly string[]; etat: string; valeur?: number; part?: number }

/** The edition as JSON alone, its cells published or masked again one by one; shares left out. */
const republier = (decider: (cible: Case, cellule: Cellule) => number | null) =>
  alterer(
    'bilan-isc-2012.json',
    (texte) => {
      const lu: { tableaux: { id: string; unite: string; nonRenseigne: number | null; cellules: Cellule[] }[] } =
        JSON.parse(texte)
      for (const tableau of lu.tableaux) {
        tableau.nonRenseigne = null
        for (const cellule of tableau.cellules) {
          if (tableau.id === 'personnes-par-annee') continue
          const cible = { unite: tableau.unite, annee: '2012', tableau: tableau.id, codes: cellule.modalites }
          const valeur = decider(cible, cellule)
          delete cellule.part
          if (valeur === null) delete cellule.valeur
          else cellule.valeur = valeur
        }
      }
      return JSON.stringify(lu)
    },
    ['bilan-isc-2012.json'],
  )

test('une seule case de plus publiée dans le JSON livre une petite case', async () => {
  const { rapport, verite } = intact
  const cachees = rapport.trouvees.filter((t) => !t.deduite && t.cible.annee === '2012').map((t) => cle(t.cible))
  const livrees = []
  for (const une of petitesCachees(rapport, verite)) {
    const copie = republier((cible, { valeur }) =>
      cle(cible) === cle(une) ? (verite(cible)?.valeur ?? null) : (valeur ?? null),
    )
    const trouve = await trouver(copie, masquage)
    expect(trouve.montrees).toEqual([expect.stringContaining(cle(une))])
    livrees.push(...[...trouve.exactes, ...trouve.sures].filter((nom) => cachees.some((c) => nom.startsWith(c))))
  }
  expect(livrees.length).toBeGreaterThan(0)
})

test('une étiquette « < 5 » sur les petites cases les livre toutes', async () => {
  const { rapport, verite } = intact
  const petites = petitesCachees(rapport, verite)
  const etiquettes = petites.map((cible): Fait => ({
    termes: [[1, cible]],
    bas: 1,
    haut: 4,
    fichier: '< 5',
    par: 'phrase',
  }))
  const { exactes, sures } = await trouver(tous, masquage, etiquettes)
  expect(exactes.length + sures.length).toBeGreaterThanOrEqual(petites.length)
  expect(petites.length).toBeGreaterThan(0)
})

test('ne masquer que les petites cases en livre à l’unité près', async () => {
  const verite = veriteDe(documentDe(tous))
  const naif = republier((cible) => {
    const vraie = verite(cible)?.valeur ?? 0
    return vraie > 0 && vraie < 5 ? null : vraie
  })
  const { exactes, sures, fausses } = await trouver(naif, masquage)
  expect(fausses).toEqual([])
  expect(exactes.length).toBeGreaterThan(0)
  expect(sures.length).toBeGreaterThan(0)
})

/** Other thresholds, other periods, other modes: one line each. */
const autres: readonly { readonly nom: string; readonly options: readonly string[]; readonly regle: Regle }[] = [
  { nom: 'seuil 11', options: [...en2012, '--seuil', '11'], regle: { seuil: 11, mode: 'masquage' } },
  { nom: 'second semestre', options: ['--du', '2012-07-01', '--au', '2012-12-31'], regle: masquage },
  {
    nom: 'regroupement',
    options: [...en2012, '--mode', 'regroupement'],
    regle: { seuil: 5, mode: 'regroupement' },
  },
  { nom: 'arrondi', options: [...en2012, '--mode', 'arrondi'], regle: { seuil: 5, mode: 'arrondi' } },
  { nom: 'total', options: [...en2012, '--mode', 'total'], regle: { seuil: 5, mode: 'total' } },
]
test.each(autres)('$nom : rien à trouver non plus', async ({ nom, options, regle }) => {
  const edition = await publier(nom, [...options, '--formats', 'json,csv'])
  const { rapport, ...trouve } = await trouver(edition, regle)
  expect(trouve).toMatchObject(rien)
  expect(rapport.incomprises).toEqual([])
})

test('trois éditions jointes, chaque année masquée dans l’une et rappelée dans la suivante, ne livrent rien', async () => {
  const suite = join(dossier, 'coffre tous')
  const voisines: string[] = []
  for (const annee of ['2011', '2013'])
    voisines.push(await publier(annee, ['--annee', annee, '--formats', 'json'], suite))
  const rapport = await attaquerEditions([tous, ...voisines], masquage)
  const { divergences } = rapport
  expect({ ...juger(rapport, veriteDe(documentDe(tous)), masquage), divergences }).toMatchObject(rien)
})
