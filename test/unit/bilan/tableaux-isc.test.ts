import { expect, test } from 'vitest'
import type { Bilan, Tableau } from '#shared/domaine/bilan/bilan.ts'
import { desFaits } from './faits.ts'
import { unBilan } from './un-bilan.ts'

const tableauDe = (bilan: Bilan, id: string): Tableau => {
  const tableau = bilan.tableaux.find((t) => t.id === id)
  if (tableau === undefined) throw new Error(`no table ${id}`)
  return tableau
}
/** The printed cells of a table: its number, or « s ». */
const lire = (bilan: Bilan, id: string): Record<string, number | 's'> =>
  Object.fromEntries(tableauDe(bilan, id).cellules.map((c) => [c.modalites.join(' '), c.valeur ?? 's']))

/** So many persons who each come once a day named, to these places. */
const venus = (nom: string, combien: number, lieux: readonly string[], reste: object = {}) =>
  Array.from({ length: combien }, (_, i) =>
    lieux.map((lieu) => ({ qui: `${nom}${i}`, le: '2012-03-01', entretien: { lieu }, ...reste })),
  ).flat()

test('dit de combien les lieux se recoupent, le total restant sans double', () => {
  const bilan = unBilan(
    desFaits([
      ...venus('a', 38, ['commissariat']),
      ...venus('b', 71, ['mairie']),
      ...venus('c', 6, ['commissariat', 'mairie']),
    ]),
  )
  expect(lire(bilan, 'lieu')).toEqual({ commissariat: 44, mairie: 77, 'non-renseigne': 0, total: 115 })
  expect(tableauDe(bilan, 'lieu')).toMatchObject({ base: 115, reponsesMultiples: true })
  expect(tableauDe(bilan, 'lieu').notes[0]).toContain('la somme des lignes (121) dépasse de 6 le total (115)')
  expect(tableauDe(bilan, 'lieu').cellules.find((c) => c.modalites[0] === 'total')).not.toHaveProperty('part')
})

test('dit le recoupement de deux lieux, même petit : 44 + 77 pour 117 personnes, dont 4 dans les deux', () => {
  const bilan = unBilan(
    desFaits([
      ...venus('a', 40, ['commissariat']),
      ...venus('b', 73, ['mairie']),
      ...venus('c', 4, ['commissariat', 'mairie']),
    ]),
  )
  expect(lire(bilan, 'lieu')).toMatchObject({ commissariat: 44, mairie: 77, total: 117 })
  expect(tableauDe(bilan, 'lieu').notes[0]).toContain('la somme des lignes (121) dépasse de 4 le total (117)')
})

test('ne laisse pas déduire que quelques personnes ont eu deux rôles', () => {
  const deux = Array.from({ length: 4 }, (_, i) => [
    { qui: `d${i}`, le: '2012-01-02', suivi: `x${i}`, role: 'victime' },
    { qui: `d${i}`, le: '2012-01-03', suivi: `y${i}`, role: 'mis-en-cause' },
  ]).flat()
  const autres = venus('m', 70, ['mairie'], { role: 'mis-en-cause' })
  const bilan = unBilan(desFaits([...venus('v', 40, ['mairie']), ...autres, ...deux]))
  const publics = lire(bilan, 'type-public')
  expect(publics['total']).toBe(114)
  expect([publics['victime'], publics['mis-en-cause']]).toContain('s')
  expect(JSON.stringify(tableauDe(bilan, 'type-public').notes)).not.toMatch(/dépasse de/u)
})

test('ne parle pas de recoupement quand les lignes font le total', () => {
  const bilan = unBilan(
    desFaits([...venus('v', 84, ['mairie']), ...venus('h', 195, ['mairie'], { role: 'hors-champ-penal' })]),
  )
  expect(tableauDe(bilan, 'type-public')).toMatchObject({ base: 279, reponsesMultiples: false, notes: [] })
})

test('compte dans chaque rôle la personne qui en a eu deux', () => {
  const deux = Array.from({ length: 7 }, (_, i) => [
    { qui: `d${i}`, le: '2012-01-02', suivi: `x${i}`, role: 'victime' },
    { qui: `d${i}`, le: '2012-01-03', suivi: `y${i}`, role: 'mis-en-cause' },
  ]).flat()
  const bilan = unBilan(desFaits([...venus('v', 20, ['mairie']), ...deux]))
  expect(lire(bilan, 'type-public')).toMatchObject({ victime: 27, 'mis-en-cause': 7, total: 27 })
  expect(tableauDe(bilan, 'type-public').notes[0]).toContain('dépasse de 7')
})

test('réunit les communes sous le seuil, et les graphies d’une même commune', () => {
  const faits = desFaits([
    ...venus('a', 9, ['mairie'], { commune: 'Aubervilliers' }),
    ...venus('b', 3, ['mairie'], { commune: 'AUBERVILLIERS ' }),
    ...venus('c', 3, ['mairie'], { commune: 'Le Bourget' }),
    ...venus('d', 2, ['mairie'], { commune: 'Dugny' }),
    ...venus('e', 6, ['mairie'], { commune: ' ' }),
  ])
  const bilan = unBilan(faits)
  expect(lire(bilan, 'commune')).toEqual({ aubervilliers: 12, autres: 5, 'non-renseigne': 6, total: 23 })
  expect(tableauDe(bilan, 'commune').dimensions[0]?.modalites[0]?.libelle).toBe('Aubervilliers')
  expect(JSON.stringify(bilan)).not.toMatch(/Bourget|Dugny/iu)
})

test('masque douze entretiens de deux personnes', () => {
  const seance = { le: '2012-03-01', entretien: { modalite: 'visite-domicile' } }
  const bilan = unBilan(
    desFaits([
      ...venus('t', 30, ['mairie'], { entretien: { modalite: 'telephone' } }),
      ...venus('p', 30, ['mairie'], { entretien: { modalite: 'presentiel' } }),
      ...Array.from({ length: 12 }, (_, i) => ({ qui: `w${i % 2}`, ...seance })),
    ]),
  )
  const modalite = lire(bilan, 'modalite')
  expect(modalite).toMatchObject({ 'visite-domicile': 's', total: 72 })
  expect(Object.values(modalite).filter((v) => v === 's')).toHaveLength(2)
})

const situations = (combien: number, problematique: string) =>
  Array.from({ length: combien }, (_, i) => `${problematique}-${i}`).map((suivi) => ({ suivi, problematique }))

test('additionne les problématiques dans leurs familles', () => {
  const toutes = [
    ...situations(10, 'violences-conjugales'),
    ...situations(8, 'harcelement'),
    ...situations(12, 'logement'),
  ]
  const bilan = unBilan(
    desFaits(
      toutes.map(({ suivi }, i) => ({
        qui: `p${i}`,
        le: '2012-05-05',
        suivi,
        role: i % 2 === 0 ? 'victime' : 'hors-champ-penal',
      })),
      {},
      Object.fromEntries(toutes.map(({ suivi, problematique }) => [suivi, { reponses: { problematique } }])),
    ),
  )
  expect(lire(bilan, 'problematique-groupe')).toEqual({ violences: 18, social: 12, 'non-renseigne': 0, total: 30 })
  expect(lire(bilan, 'type-public_x_problematique')).toMatchObject({
    'victime violences': 9,
    'total social': 12,
  })
})

test('ne montre pas que toutes les personnes d’un groupe ont la même problématique', () => {
  const toutes = [...situations(8, 'violences-conjugales'), ...situations(9, 'logement')]
  const bilan = unBilan(
    desFaits(
      toutes.map(({ suivi }, i) => ({
        qui: `p${i}`,
        le: '2012-05-05',
        suivi,
        role: i < 8 ? 'victime' : 'hors-champ-penal',
      })),
      {},
      Object.fromEntries(toutes.map(({ suivi, problematique }) => [suivi, { reponses: { problematique } }])),
    ),
  )
  const croises = lire(bilan, 'type-public_x_problematique')
  expect(croises).toMatchObject({ 'total violences': 8, 'total social': 9 })
  // The eight victims and the eight of violence are the same persons: neither their cell nor the empty ones beside may say so.
  expect([croises['victime violences'], croises['hors-champ-penal violences'], croises['victime social']]).toContain(
    's',
  )
  expect(croises['victime violences'] === 8 && croises['victime social'] === 0).toBe(false)
})

test('dit la somme des pourcentages quand l’arrondi la décale', () => {
  const sexes = ['femme', 'homme', ''].flatMap((s) => Array.from({ length: 10 }, (_, i) => [`${s}${i}`, s] as const))
  const bilan = unBilan(
    desFaits(
      sexes.map(([qui]) => ({ qui, le: '2012-05-05' })),
      Object.fromEntries(sexes.map(([qui, sexe]) => [qui, { reponses: sexe === '' ? {} : { sexe } }])),
    ),
  )
  expect(tableauDe(bilan, 'sexe')).toMatchObject({ base: 30, nonRenseigne: 10 })
  expect(tableauDe(bilan, 'sexe').notes).toEqual([
    'Pourcentages arrondis au dixième, chacun pour lui-même : leur somme affichée est 99,9 %.',
  ])
})

/** The headline numbers of so many situations closed after one to six months. */
const clos = (combien: number) =>
  unBilan(
    desFaits(
      venus('p', combien, ['mairie']),
      {},
      Object.fromEntries(
        Array.from({ length: combien }, (_, i) => [
          `s-p${i}`,
          { ouvertLe: '2012-01-01', closLe: `2012-0${(i % 6) + 2}-01` },
        ]),
      ),
    ),
  ).indicateurs

test('ne montre une durée médiane que si assez de situations sont closes', () => {
  expect(clos(4)).not.toHaveProperty('dureeMediane')
  expect(clos(4)).not.toHaveProperty('suivisClos')
  expect(clos(7)).toMatchObject({ suivisClos: 7, dureeMediane: 3 })
})

const etats = (faits: ReturnType<typeof desFaits>) =>
  Object.fromEntries(unBilan(faits).chiffres.map((c) => [c.id, c.etat]))

test('distingue un chiffre masqué d’un chiffre qui n’a pas d’objet', () => {
  // No closed situation: the zero is published, and so is the absence of a median.
  expect(etats(desFaits(venus('p', 12, ['mairie'])))).toMatchObject({
    personnes: 'publie',
    suivisClos: 'publie',
    dureeMediane: 'sans-objet',
    partInconnusServicesSociaux: 'sans-objet',
  })
  // Three persons: every ratio is masked, none says « nothing to compute ».
  const trois = etats(desFaits(venus('p', 3, ['mairie'])))
  expect(trois).toMatchObject({ personnes: 'masque', entretiensParPersonne: 'masque', partHorsChampPenal: 'masque' })
  expect(etats(desFaits([]))).toMatchObject({ personnes: 'publie', entretiensParPersonne: 'sans-objet' })
})

test('tire chaque chiffre de cases publiées : rien ne dit ce qu’un tableau cache', () => {
  const bilan = unBilan(
    desFaits([...venus('p', 37, ['mairie'], { connu: 'non' }), ...venus('q', 3, ['mairie'], { connu: 'oui' })], {
      q0: { anonyme: true },
      q1: { anonyme: true },
    }),
  )
  expect(lire(bilan, 'connu-services-sociaux')).toMatchObject({ oui: 's', non: 's', total: 40 })
  expect(bilan.indicateurs).toMatchObject({ personnes: 40, entretiens: 40, suivis: 40 })
  for (const id of ['partInconnusServicesSociaux', 'contactsAnonymes']) expect(bilan.indicateurs).not.toHaveProperty(id)
})

test('compare à l’année d’avant, protégée elle aussi', () => {
  const bilan = unBilan(
    desFaits([
      ...venus('p', 12, ['mairie']),
      ...venus('q', 9, ['mairie'], { le: '2011-04-01' }),
      ...venus('r', 2, ['commissariat'], { le: '2011-04-01' }),
    ]),
  )
  const [avant] = tableauDe(bilan, 'lieu').precedents
  expect(avant).toMatchObject({ annee: 2011, base: 11 })
  expect(avant?.cellules.filter((c) => c.etat !== 'publie').map((c) => c.modalites[0])).toEqual([
    'commissariat',
    'mairie',
  ])
  expect(lire(bilan, 'personnes-par-annee')).toEqual({ '2011': 11, '2012': 12 })
  expect(bilan.chiffres.find((c) => c.id === 'personnes')?.precedents).toEqual([
    { annee: 2011, etat: 'publie', valeur: 11 },
  ])
})

test('rend un bilan vide pour une année sans rien', () => {
  const bilan = unBilan(desFaits([]))
  expect(bilan.indicateurs).toMatchObject({ personnes: 0, entretiens: 0, suivis: 0 })
  expect(tableauDe(bilan, 'type-public')).toMatchObject({ base: 0, nonRenseigne: 0, precedents: [] })
  expect(bilan.secret.cellulesMasquees).toBe(0)
})

test('dit sans crainte qu’une question n’a été posée à personne', () => {
  const bilan = unBilan(
    desFaits([...venus('v', 20, ['mairie']), ...venus('h', 30, ['mairie'], { role: 'hors-champ-penal' })]),
  )
  expect(lire(bilan, 'problematique')).toMatchObject({ 'non-renseigne': 50, total: 50 })
  expect(Object.values(lire(bilan, 'problematique'))).not.toContain('s')
})
