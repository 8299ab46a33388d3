import { expect, test } from 'vitest'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { preparerConsolide } from '#electron/service/consolide/preparer.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { publierSomme } from '../../fixtures/consolider.ts'
import { anneeDe, maintenant, outilsDe, publierPoste, uneCoordination } from '../../fixtures/postes-inventes.ts'

/** A post where so many persons of each commune come each year. */
const poste = async (nom: string, parAnnee: Readonly<Record<number, Readonly<Record<string, number>>>>) => {
  const db = await uneBase()
  for (const [annee, communes] of Object.entries(parAnnee))
    for (const [commune, personnes] of Object.entries(communes))
      for (let i = 0; i < personnes; i += 1) {
        const fiche = unePersonne({ commune, reponses: { sexe: i % 2 === 0 ? 'homme' : 'femme' } })
        const entretien = unEntretien({ date: `${annee}-03-04`, presences: [unePresence(fiche)] })
        await enregistrerEntretien(db, dispositifs.isc, entretien, maintenant)
      }
  return { nom, db, outils: outilsDe(db) }
}

test('une commune publiée pour son année d’avant se distingue dans le lot : le détail n’est pas refusé', async () => {
  const { outils, recevoir } = await uneCoordination()
  const pantin = await poste('Pantin', {
    2024: { Pantin: 20, 'Saint-Ouen': 6 },
    2025: { Pantin: 20, 'Saint-Ouen': 3, Bondy: 4 },
  })
  await publierPoste(pantin, anneeDe(2025))
  const { lot } = await recevoir(pantin, anneeDe(2025))
  const communes = lot.modalites.filter((m) => m.dimension === 'commune').map((m) => m.code)
  expect(communes).toEqual(['pantin', 'saint-ouen'])
  expect(lot.liees.every((l) => l.fidele)).toBe(true)
  await recevoir(await poste('Bobigny', { 2025: { Bobigny: 20, 'Saint-Ouen': 3 } }), anneeDe(2025))
  const { perimetre } = await preparerConsolide(outils, anneeDe(2025), 'apercu')
  expect(perimetre.lots).toHaveLength(2)
})

test('un poste qui n’a rien publié ne dit pas une commune de trois personnes', async () => {
  const { recevoir } = await uneCoordination()
  const pantin = await poste('Pantin', { 2024: { Pantin: 20, 'Saint-Ouen': 6 }, 2025: { Pantin: 20, 'Saint-Ouen': 3 } })
  const { lot } = await recevoir(pantin, anneeDe(2025))
  expect(JSON.stringify(lot)).not.toContain('saint-ouen')
})

test('le bilan consolidé rappelle l’année d’avant comme elle fut publiée, et dit si les postes ont changé', async () => {
  const { outils, recevoir } = await uneCoordination()
  const [pantin, bobigny] = [
    await poste('Pantin', { 2024: { Pantin: 20 }, 2025: { Pantin: 24 } }),
    await poste('Bobigny', { 2024: { Bobigny: 10 }, 2025: { Bobigny: 12 } }),
  ]
  await recevoir(pantin, anneeDe(2024))
  const premiere = await publierSomme(outils, anneeDe(2024))
  expect(premiere.prepare.aPublier.bilan.tableaux.flatMap((t) => t.precedents)).toEqual([])
  for (const p of [pantin, bobigny]) await recevoir(p, anneeDe(2025))
  const { bilan } = (await preparerConsolide(outils, anneeDe(2025), 'apercu')).aPublier
  const sexe = bilan.tableaux.find((t) => t.id === 'sexe')
  expect([sexe?.base, sexe?.precedents.map((p) => [p.annee, p.base])]).toEqual([36, [[2024, 20]]])
  const publiee = premiere.prepare.aPublier.bilan.tableaux.find((t) => t.id === 'sexe')?.cellules
  expect(sexe?.precedents[0]?.cellules).toEqual(publiee)
  // Rows of communes are not the same from one year to the other.
  expect(bilan.tableaux.find((t) => t.id === 'commune')?.precedents).toEqual([])
  expect(bilan.sections[0]?.texte).toContain('qui additionnait 1 poste et non 2')
  expect(bilan.tableaux.find((t) => t.id === 'personnes-par-annee')?.cellules.map((c) => c.valeur)).toEqual([20, 36])
})
