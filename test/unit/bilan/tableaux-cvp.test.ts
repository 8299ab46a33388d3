import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import type { FaitsDuParcours } from '#shared/domaine/bilan/faits-parcours.ts'
import type { FaitSuivi } from '#shared/domaine/bilan/faits.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { desFaits } from './faits.ts'
import { unBilan } from './un-bilan.ts'

const annee = { du: '2012-01-01', au: '2012-12-31' }

/** The printed cells of a table: its number, or « s ». */
const lire = (bilan: Bilan, id: string): Record<string, number | 's'> =>
  Object.fromEntries(
    (bilan.tableaux.find((t) => t.id === id)?.cellules ?? []).map((c) => [c.modalites.join(' '), c.valeur ?? 's']),
  )

const suite = (nombre: number): readonly number[] => Array.from({ length: nombre }, (_, i) => i)

/** Persons met once in the year, the same way: `nom0`, `nom1`… under the suivis `s-nom0`… */
const rencontrees = (nom: string, nombre: number, le = '2012-03-01') =>
  suite(nombre).map((i) => ({ qui: `${nom}${i}`, le, role: 'accompagnee' }))

const bilanDe = (
  venues: Parameters<typeof desFaits>[0],
  parcours: Partial<FaitsDuParcours> = {},
  suivis: Readonly<Record<string, Partial<FaitSuivi>>> = {},
) => unBilan(desFaits(venues, {}, suivis, parcours), { dispositif: 'cvp' })

const ouverts = (noms: readonly string[], ouvertLe: string, closLe: string | null = null) =>
  Object.fromEntries(noms.map((nom) => [`s-${nom}`, { ouvertLe, closLe }]))

const noms = (nom: string, nombre: number): readonly string[] => suite(nombre).map((i) => `${nom}${i}`)

/** Stays that end in the year, each this way. */
const sortir = (nom: string, nombre: number, mode: 'lsc' | 'fin-de-peine-sans-mesure' | 'inconnu' | 'transfert') =>
  noms(nom, nombre).map((n) => ({
    id: `pa-${n}`,
    suiviId: `s-${n}`,
    etablissement: 'ma-perigueux',
    entree: '2011-06-01',
    sortie: '2012-06-01',
    mode,
  }))

/** Situations at entry and, where there is one, at exit. */
const situer = (nom: string, nombre: number, entree: string, sortie: string | null) =>
  noms(nom, nombre)
    .map((n) => uneSituation(n, 'entree', { logement: entree }))
    .concat(
      sortie === null
        ? []
        : noms(nom, nombre).map((n) => uneSituation(n, 'sortie', { logement: sortie, activite: 'cdi' })),
    )

const uneSituation = (nom: string, moment: 'entree' | 'sortie', reponses: Reponses) => ({
  suiviId: `s-${nom}`,
  moment,
  date: moment === 'entree' ? '2012-01-10' : '2012-09-01',
  jointe: true,
  reponses,
})

/** Answers of one day after another. */
const repondre = (nom: string, nombre: number, ...reponses: readonly ('donne' | 'refuse')[]) =>
  noms(nom, nombre).flatMap((n) =>
    reponses.map((reponse, i) => ({
      suiviId: `s-${n}`,
      objet: 'accompagnement' as const,
      reponse,
      date: `2012-04-0${i + 1}`,
    })),
  )

test('sépare qui était déjà suivi de qui est nouveau, et qui revient après une clôture est nouveau', () => {
  const avant = noms('revenu', 6).map((qui) => ({ qui, le: '2011-03-01', suivi: `ancien-${qui}`, role: 'accompagnee' }))
  const anciens = Object.fromEntries(avant.map((v) => [v.suivi, { closLe: '2011-12-31' }]))
  const bilan = bilanDe(
    [
      ...rencontrees('deja', 9, '2011-05-02'),
      ...rencontrees('deja', 9),
      ...rencontrees('nouveau', 20),
      ...avant,
      ...rencontrees('revenu', 6),
    ],
    {},
    anciens,
  )
  expect(bilan.indicateurs).toMatchObject({ personnes: 35, personnesNouvelles: 26, personnesPoursuivies: 9 })
})

test('compte dans la file active la personne dont une démarche a bougé, sans entretien dans la période', () => {
  const demarches = noms('d', 7).map((nom, i) => ({
    id: `dem${i}`,
    suiviId: `s-${nom}`,
    domaine: 'logement' as const,
    ouverteLe: '2011-11-02',
    historique: [{ id: `h${i}`, statut: 'aboutie' as const, date: '2012-01-10' }],
  }))
  const bilan = bilanDe(
    [...rencontrees('d', 7, '2011-11-02'), ...rencontrees('e', 8)],
    { demarches },
    ouverts(noms('d', 7), '2011-11-02'),
  )
  expect(bilan.indicateurs).toMatchObject({ personnes: 15, entretiens: 8, demarches: 7, 'delai-demarche': 69 })
  expect(bilan.indicateurs['delai-demarche-n']).toBe(7)
})

test('range une personne d’après son tout premier entretien, même d’avant la période', () => {
  const contacts = [
    ...noms('p', 12).flatMap((nom) => [
      { suiviId: `s-${nom}`, date: '2011-12-01', modalite: null, etablissement: 'ma-perigueux' },
      { suiviId: `s-${nom}`, date: '2012-03-01', modalite: 'rendez-vous', etablissement: 'mairie' },
    ]),
    ...noms('m', 9).map((nom) => ({
      suiviId: `s-${nom}`,
      date: '2012-03-01',
      modalite: 'rendez-vous',
      etablissement: 'mairie',
    })),
  ]
  const bilan = bilanDe([...rencontrees('p', 12), ...rencontrees('m', 9)], { contacts })
  expect(lire(bilan, 'initie')).toMatchObject({ detention: 12, dehors: 9, total: 21 })
})

test('dit longs les suivis de quatre entretiens depuis leur ouverture', () => {
  const jours = ['2011-10-01', '2011-11-01', '2011-12-01', '2012-03-01']
  const contacts = [
    ...noms('l', 8).flatMap((nom) =>
      jours.map((date) => ({ suiviId: `s-${nom}`, date, modalite: null, etablissement: null })),
    ),
    ...noms('c', 7).flatMap((nom) =>
      jours.slice(1).map((date) => ({ suiviId: `s-${nom}`, date, modalite: null, etablissement: null })),
    ),
  ]
  const bilan = bilanDe([...rencontrees('l', 8), ...rencontrees('c', 7)], { contacts })
  expect(lire(bilan, 'suivi-long')).toEqual({ long: 8, court: 7, total: 15 })
})

test('rapporte les sorties encadrées à toutes les libérations, mode inconnu compris, et ne compte pas un transfert', () => {
  const passages = [
    ...sortir('e', 12, 'lsc'),
    ...sortir('s', 8, 'fin-de-peine-sans-mesure'),
    ...sortir('i', 6, 'inconnu'),
    ...sortir('t', 9, 'transfert'),
  ]
  const venues = [...rencontrees('e', 12), ...rencontrees('s', 8), ...rencontrees('i', 6), ...rencontrees('t', 9)]
  const { indicateurs } = bilanDe(venues, { passages })
  expect(indicateurs).toMatchObject({ personnesLiberees: 26, partSortiesEncadrees: 46.2 })
})

test('mesure le délai de la libération au premier accueil dehors, et se tait sous le seuil', () => {
  const passages = noms('p', 7).map((n) => ({
    id: n,
    suiviId: `s-${n}`,
    etablissement: 'ma-perigueux',
    entree: null,
    sortie: '2012-02-20',
    mode: 'lc' as const,
  }))
  const contacts = noms('p', 7).map((n) => ({
    suiviId: `s-${n}`,
    date: '2012-03-01',
    modalite: null,
    etablissement: null,
  }))
  const venues = rencontrees('p', 7)
  expect(bilanDe(venues, { passages, contacts }).indicateurs).toMatchObject({
    'delai-accueil': 10,
    'delai-accueil-n': 7,
  })
  const quatre = bilanDe(venues, { passages: passages.slice(0, 4), contacts })
  expect(quatre.indicateurs).not.toHaveProperty('delai-accueil')
  expect(quatre.indicateurs).not.toHaveProperty('delai-accueil-n')
})

test('compare l’entrée et la sortie des suivis clos, la situation inconnue comprise', () => {
  const situations = [
    ...situer('a', 15, 'detention', 'locataire-social'),
    ...situer('b', 10, 'detention', 'hebergement'),
    ...situer('c', 8, 'sans-abri', null),
  ]
  const tous = [...noms('a', 15), ...noms('b', 10), ...noms('c', 8)]
  const bilan = bilanDe(
    [...rencontrees('a', 15), ...rencontrees('b', 10), ...rencontrees('c', 8), ...rencontrees('ouvert', 9)],
    { situations, motifs: tous.map((n) => ({ suiviId: `s-${n}`, motif: 'objectifs-atteints' })) },
    ouverts(tous, '2012-01-10', '2012-09-01'),
  )
  expect(lire(bilan, 'logement-entree_x_logement-sortie')).toMatchObject({
    'manque acquis': 15,
    'manque fragile': 10,
    'manque non-renseigne': 8,
    'total total': 33,
  })
  expect(bilan.indicateurs).toMatchObject({
    suivisClos: 33,
    partLogementSortie: 45.5,
    partEmploiSortie: 75.8,
    partInserees: 45.5,
  })
  expect(lire(bilan, 'fin-de-periode')).toEqual({ restante: 9, sortie: 33, total: 42 })
})

// MRS, report of 2022: 797 persons received, 473 of them new, 177 followed since detention, 338 long follow-ups.
test('retrouve les totaux publiés de MRS en 2022 : 797 personnes, 473 nouvelles, 177 depuis la détention, 338 suivis longs', () => {
  const tous = noms('m', 797)
  const contacts = tous.flatMap((nom, i) =>
    ['2012-01-05', '2012-02-05', '2012-03-01', '2012-03-02'].slice(0, i < 338 ? 4 : 1).map((date) => ({
      suiviId: `s-${nom}`,
      date,
      modalite: i >= 620 ? 'detention' : 'rendez-vous',
      etablissement: null,
    })),
  )
  const { indicateurs } = bilanDe([...rencontrees('m', 324, '2011-06-01'), ...rencontrees('m', 797)], { contacts })
  expect(indicateurs).toMatchObject({
    personnes: 797,
    personnesNouvelles: 473,
    personnesPoursuivies: 324,
    suivisInitiesEnDetention: 177,
    suivisLongs: 338,
  })
})

test('ne parle jamais de récidive, mais de réincarcération connue du service', () => {
  const { chiffres, tableaux } = bilanDe(rencontrees('p', 9))
  const titres = [...chiffres, ...tableaux].map((t) => ('libelle' in t ? t.libelle : t.titre))
  expect(titres.join(' ')).not.toMatch(/récidiv/iu)
  expect(chiffres.find((c) => c.id === 'reincarcerationsConnues')?.definition).toContain(
    'pas une mesure de la récidive',
  )
})

test('dit les accords et les refus, dernière réponse de la personne', () => {
  const consentements = [...repondre('o', 11, 'refuse', 'donne'), ...repondre('n', 6, 'refuse')]
  const venues = [...rencontrees('o', 11), ...rencontrees('n', 6), ...rencontrees('x', 9)]
  const bilan = bilanDe(venues, { consentements })
  expect(bilan.indicateurs).toMatchObject({ saisines: 26, accords: 11, refus: 6, 'delai-accord': 32 })
  expect(lire(bilan, 'accord')['non-renseigne']).toBe(9)
})

const jour = fc.integer({ min: 0, max: 1400 }).map((n) => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10))

test('file active = nouvelles + poursuivies = sorties + restantes, quel que soit l’ordre des dates', () => {
  const personne = fc.record({
    venues: fc.array(jour, { minLength: 1, maxLength: 4 }),
    ouvertLe: fc.option(jour, { nil: undefined }),
    closLe: fc.option(jour),
    passages: fc.array(fc.record({ entree: fc.option(jour), sortie: fc.option(jour) }), { maxLength: 3 }),
    demarches: fc.array(jour, { maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(personne, { maxLength: 12 }), (histoires) => {
      const faits = desFaits(
        histoires.flatMap((h, i) => h.venues.map((le) => ({ qui: `p${i}`, le, role: 'accompagnee' }))),
        {},
        Object.fromEntries(
          histoires.map((h, i) => [
            `s-p${i}`,
            { closLe: h.closLe, ...(h.ouvertLe === undefined ? {} : { ouvertLe: h.ouvertLe }) },
          ]),
        ),
        {
          passages: histoires.flatMap((h, i) =>
            h.passages.map((p, j) => ({
              id: `${i}-${j}`,
              suiviId: `s-p${i}`,
              etablissement: 'ma-perigueux',
              mode: p.sortie === null ? null : ('lsc' as const),
              ...p,
            })),
          ),
          demarches: histoires.flatMap((h, i) =>
            h.demarches.map((ouverteLe, j) => ({
              id: `${i}-${j}`,
              suiviId: `s-p${i}`,
              domaine: 'sante' as const,
              ouverteLe,
              historique: [],
            })),
          ),
        },
      )
      const { personnes, clotures } = compter(faits, annee)
      const actifs = histoires.filter(({ venues, demarches }) =>
        [...venues, ...demarches].some((d) => d >= annee.du && d <= annee.au),
      )
      const nombre = (filtre: (p: (typeof personnes)[number]) => boolean) => personnes.filter(filtre).length
      expect(personnes.length).toBe(actifs.length)
      expect(nombre((p) => p.poursuivie) + nombre((p) => !p.poursuivie)).toBe(actifs.length)
      expect(nombre((p) => p.sortie)).toBe(actifs.filter((h) => h.closLe !== null && h.closLe <= annee.au).length)
      expect(clotures.length).toBe(
        histoires.filter(({ closLe }) => closLe !== null && closLe >= annee.du && closLe <= annee.au).length,
      )
      const liberees = personnes.flatMap((p) => p.participations.flatMap((s) => s.parcours.liberation?.date ?? []))
      expect(liberees.filter((date) => date < annee.du || date > annee.au)).toEqual([])
    }),
  )
})
