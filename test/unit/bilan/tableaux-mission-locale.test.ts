import { expect, test } from 'vitest'
import type { Bilan, Tableau } from '#shared/domaine/bilan/bilan.ts'
import type { FaitsDuParcours } from '#shared/domaine/bilan/faits-parcours.ts'
import { desFaits } from './faits.ts'
import { unBilan } from './un-bilan.ts'

const tableauDe = (bilan: Bilan, id: string): Tableau => {
  const tableau = bilan.tableaux.find((t) => t.id === id)
  if (tableau === undefined) throw new Error(`no table ${id}`)
  return tableau
}
const lire = (bilan: Bilan, id: string): Record<string, number | 's'> =>
  Object.fromEntries(tableauDe(bilan, id).cellules.map((c) => [c.modalites.join(' '), c.valeur ?? 's']))

/** Young persons met once in each of these établissements. */
const jeunes = (nom: string, nombre: number, etablissements: readonly string[]) =>
  Array.from({ length: nombre }, (_, i) =>
    etablissements.map((etablissement) => ({
      qui: `${nom}${i}`,
      le: '2012-03-01',
      role: 'jeune',
      entretien: { etablissement },
    })),
  ).flat()

type Faits = ReturnType<typeof desFaits>

const bilanDe = (faits: Faits): Bilan => unBilan(faits, { dispositif: 'mission-locale' })

/** Each young person, in order, with this end of her accompaniment. */
const terminer = (faits: Faits, suites: readonly (readonly [suite: string, nombre: number])[]): Faits => {
  const toutes = suites.flatMap(([suite, nombre]) => Array.from({ length: nombre }, () => suite))
  return {
    ...faits,
    participations: faits.participations.map(({ reponses, ...p }, i) => {
      const suite = toutes[i]
      return Object.assign({ reponses: suite === undefined ? reponses : { suite } }, p)
    }),
  }
}

// Source 002: 117 young persons in 2012, 44 met in Périgueux and 77 in Neuvic, hence 4 in both.
test('dit 117 jeunes pour 44 et 77 présences, dont 4 dans les deux établissements', () => {
  const bilan = bilanDe(
    desFaits([
      ...jeunes('p', 40, ['ma-perigueux']),
      ...jeunes('n', 73, ['cd-neuvic']),
      ...jeunes('d', 4, ['ma-perigueux', 'cd-neuvic']),
    ]),
  )
  expect(lire(bilan, 'etablissement')).toMatchObject({ 'ma-perigueux': 44, 'cd-neuvic': 77, total: 117 })
  expect(tableauDe(bilan, 'etablissement').notes[0]).toContain('la somme des lignes (121) dépasse de 4 le total (117)')
  expect(bilan.indicateurs).toMatchObject({ personnes: 117, entretiens: 121 })
})

test('réunit les suites en trois, et garde dans la base celles qu’on ne connaît pas', () => {
  const faits = terminer(desFaits(jeunes('p', 60, ['ma-perigueux'])), [
    ['emploi-durable', 9],
    ['emploi', 6],
    ['formation', 10],
    ['relais-mission-locale', 14],
    ['perdu-de-vue', 11],
  ])
  const bilan = bilanDe(faits)
  expect(lire(bilan, 'suite-groupe')).toMatchObject({
    activite: 25,
    relais: 14,
    sans: 11,
    'non-renseigne': 10,
    total: 60,
  })
  expect(bilan.indicateurs).toMatchObject({
    jeunesEmploiFormation: 25,
    partEmploiDurable: 60,
    partSansSolution: 22,
  })
})

test('compte un contrat s’il court un jour de la période, et une fois le jeune qui en a deux', () => {
  const contrats: FaitsDuParcours['contrats'] = Array.from({ length: 20 }, (_, i) => i).flatMap((i) => {
    const suiviId = `s-p${i}`
    const cej = { suiviId, type: 'cej' as const, du: '2011-09-01', au: i < 12 ? '2012-02-01' : '2011-12-31' }
    return i < 7 ? [cej, { suiviId, type: 'pacea' as const, du: '2012-03-01', au: null }] : [cej]
  })
  const bilan = bilanDe(desFaits(jeunes('p', 20, ['ma-perigueux']), {}, {}, { contrats }))
  expect(lire(bilan, 'contrat')).toMatchObject({ cej: 12, pacea: 7, 'non-renseigne': 8, total: 20 })
})
