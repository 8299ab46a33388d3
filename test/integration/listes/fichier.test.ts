import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unService, valeur } from '../../fixtures/service.ts'
import { unDossier } from '../export/export.ts'

const enBase64 = (texte: string) => Buffer.from(texte).toString('base64')

it('la liste s’exporte pour un tableur français, formules neutralisées, et revient sans rien changer', async () => {
  const { api, router } = await unService()
  const ajout = { liste: 'lieu', code: 'calcul', libelle: '=1+1', masquee: false, ordre: null, groupe: null }
  await valeur(api.nomenclature.modifier(ajout))
  const chemin = await unDossier()
  const ecrits = await valeur(router('listes', 'exporter', { liste: 'lieu' }, { chemin }))
  expect(ecrits).toMatchObject({ fichiers: ['liste-lieu.csv'] })
  const octets = readFileSync(join(chemin, 'liste-lieu.csv'))
  expect([...octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(octets.toString()).toContain("calcul;'=1+1;;non;")
  const apercu = await valeur(api.listes.examiner({ liste: 'lieu', contenu: octets.toString('base64') }))
  expect(apercu).toMatchObject({ ajoutees: [], renommees: [], deplacees: 0, absentes: [], fautes: [] })
})

it('un fichier juste s’applique en entier, même quand deux libellés s’échangent ; un fichier fautif n’écrit rien', async () => {
  const { api } = await unService()
  const lire = async () => {
    const { listes } = await valeur(api.nomenclature.lire({ dispositif: 'isc' }))
    return Object.fromEntries(listes.find((l) => l.code === 'lieu')?.modalites.map((m) => [m.code, m.libelle]) ?? [])
  }
  const avant = await lire()
  const echange = `code;libellé;groupe\nmairie;${avant['domicile']};\ndomicile;${avant['mairie']};\n;Gare;\n`
  const contenu = enBase64(echange)
  expect(await valeur(api.listes.examiner({ liste: 'lieu', contenu }))).toMatchObject({
    ajoutees: ['Gare'],
    fautes: [],
  })
  expect(await lire()).toEqual(avant)
  await valeur(api.listes.importer({ liste: 'lieu', contenu }))
  expect(await lire()).toEqual({ ...avant, mairie: avant['domicile'], domicile: avant['mairie'], gare: 'Gare' })
  const apres = await lire()
  const fautif = { liste: 'lieu', contenu: enBase64('code;libellé;groupe\n;Port;\nmairie;;\n') }
  expect(await api.listes.importer(fautif)).toMatchObject({ ok: false, erreur: { code: 'import-refuse' } })
  expect(await api.listes.importer({ liste: 'lieu', contenu: enBase64('\0PNG') })).toMatchObject({
    erreur: { code: 'fichier-illisible' },
  })
  expect(await api.listes.importer({ liste: 'planete', contenu })).toMatchObject({
    erreur: { champs: { liste: 'inconnue' } },
  })
  expect(await lire()).toEqual(apres)
})
