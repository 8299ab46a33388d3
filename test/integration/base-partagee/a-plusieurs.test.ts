import { afterAll, beforeAll, expect, test } from 'vitest'
import { lireAdresse } from '#db/consolidation/adresse.ts'
import { lotsDuPoste, sommerCellules } from '#db/consolidation/lots.ts'
import { attendreLot, listerPostesSuivis } from '#db/consolidation/postes.ts'
import { type AccesServeur, avecServeur } from '#db/consolidation/serveur.ts'
import { recevoirLot } from '#electron/service/lots/recevoir.ts'
import { cleDeReception } from '#electron/service/lots/cles.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unId } from '../../fixtures/builders.ts'
import { demarrerServeur, phrases, type Serveur } from '../../fixtures/postgres.ts'
import { annee2025, maintenant, raisonDe, unLot, unPoste } from '../lots/aide.ts'

let serveur: Serveur
beforeAll(async () => {
  serveur = await demarrerServeur()
})
afterAll(() => serveur.arreter())

/** Two coordinators of one shared base. */
const deuxCoordonnateurs = async () => {
  const nom = await serveur.preparerBase()
  const acces = (qui: 'alice' | 'bruno'): AccesServeur => ({
    adresse: lireAdresse(`postgres://${qui}@127.0.0.1:${serveur.port}/${nom}`),
    phrase: phrases[qui],
  })
  const cle = await cleDeReception(await uneBase(), maintenant)
  const recevoir = (qui: 'alice' | 'bruno', octets: Uint8Array) =>
    avecServeur(acces(qui), (base) => recevoirLot(base, octets, cle, maintenant))
  return { acces, cle, recevoir }
}

test('le même lot envoyé huit fois en même temps entre une fois ; les autres s’entendent dire « déjà reçu »', async () => {
  const { acces, cle, recevoir } = await deuxCoordonnateurs()
  const { octets } = await unLot(await unPoste('Aubervilliers', 6), cle.publique)
  const issues = await Promise.all(
    Array.from({ length: 8 }, (_, i) => recevoir(i % 2 === 0 ? 'alice' : 'bruno', octets)),
  )
  expect(issues.map(raisonDe).toSorted()).toEqual([...Array.from({ length: 7 }, () => 'deja-recu'), 'recu'])
  const total = await avecServeur(acces('alice'), (base) => sommerCellules(base, annee2025))
  expect(total.find((c) => c.tableau === 'sexe' && c.codes[0] === 'total')).toMatchObject({ valeur: 6, postes: 1 })
})

test('des lots de postes différents arrivent ensemble sans se bloquer, et tous comptent', async () => {
  const { acces, cle, recevoir } = await deuxCoordonnateurs()
  const postes = await Promise.all(['Aubervilliers', 'Pantin', 'Bondy', 'Drancy'].map((nom) => unPoste(nom, 6)))
  const lots = await Promise.all(postes.map((db) => unLot(db, cle.publique)))
  const issues = await Promise.all(lots.map(({ octets }, i) => recevoir(i % 2 === 0 ? 'alice' : 'bruno', octets)))
  expect(issues.map(raisonDe)).toEqual(['recu', 'recu', 'recu', 'recu'])
  const total = await avecServeur(acces('alice'), (base) => sommerCellules(base, annee2025))
  expect(total.find((c) => c.tableau === 'sexe' && c.codes[0] === 'total')).toMatchObject({ valeur: 24, postes: 4 })
})

test('deux postes du même nom ne prennent pas tous deux la place de celui qui était attendu', async () => {
  const { acces, cle, recevoir } = await deuxCoordonnateurs()
  const attendu = { posteId: unId(), nom: 'Pantin', dispositif: 'isc', annee: 2025, pourLe: '2026-03-01' } as const
  await avecServeur(acces('alice'), (base) => attendreLot(base, attendu, maintenant))
  const postes = await Promise.all([unPoste('Pantin', 6), unPoste('Pantin', 7)])
  const lots = await Promise.all(postes.map((db) => unLot(db, cle.publique)))
  const issues = await Promise.all(lots.map(({ octets }, i) => recevoir(i === 0 ? 'alice' : 'bruno', octets)))
  expect(issues.map(raisonDe)).toEqual(['recu', 'recu'])
  const suivis = await avecServeur(acces('bruno'), async (base) => {
    const connus = await listerPostesSuivis(base)
    return Promise.all(connus.map(async (p) => ({ coffre: p.coffre, lots: (await lotsDuPoste(base, p.id)).length })))
  })
  expect(suivis.map((s) => s.lots)).toEqual([1, 1])
  expect(new Set(suivis.map((s) => s.coffre))).toEqual(new Set(lots.map((l) => l.lot.poste.coffre)))
})
