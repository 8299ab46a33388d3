import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listerEditions, lireFichiers } from '#db/queries/registre.ts'
import { attaquer } from '../attaque/attaquer.ts'
import { cle } from '../attaque/savoir.ts'
import { unDossier } from '../integration/export/export.ts'
import { annee, unPoste2012 } from '../integration/bilan/poste-2012.ts'

type Document = {
  chiffres: unknown[]
  indicateurs: object
  tableaux: { id: string; cellules: { part?: number }[]; precedents: { cellules: { part?: number }[] }[] }[]
}

test('aucune valeur dérivée (part, chiffre clé) ne resserre ce qu’on sait d’une case masquée', async () => {
  const { db, publier } = await unPoste2012()
  expect(await publier(annee)).toBe('publié')
  const [edition] = await listerEditions(db(), 'isc')
  const [json] = await lireFichiers(db(), edition?.id ?? '')
  const texte = new TextDecoder().decode(json?.contenu)
  const dossier = await unDossier()
  const trouver = async (nom: string, contenu: string) => {
    const ici = join(dossier, nom)
    mkdirSync(ici)
    writeFileSync(join(ici, json?.nom ?? ''), contenu)
    const { trouvees } = await attaquer(ici, { seuil: 5, mode: 'masquage' })
    return new Map(trouvees.map((t) => [cle(t.cible), t.intervalle]))
  }
  const nu: Document = JSON.parse(texte)
  nu.chiffres = []
  nu.indicateurs = {}
  let parts = 0
  for (const { cellules, precedents } of nu.tableaux)
    for (const cellule of [...cellules, ...precedents.flatMap((p) => p.cellules)]) {
      parts += cellule.part === undefined ? 0 : 1
      delete cellule.part
    }
  expect(parts).toBeGreaterThan(50)
  const [avec, sans] = [await trouver('avec', texte), await trouver('sans', JSON.stringify(nu))]
  expect(sans.size).toBeGreaterThan(10)
  expect([...sans.keys()].map((c) => [c, avec.get(c)])).toEqual([...sans])
})
