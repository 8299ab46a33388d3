import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { dessiner } from '#electron/service/export/dessin.ts'
import { enPng } from '#electron/service/export/png.ts'

const unDessin = () =>
  dessiner({
    forme: 'croise',
    categories: ['Élèves', 'Mères – et pères'],
    series: [
      { libelle: 'Première', valeurs: [3, 1200] },
      { libelle: 'Seconde', valeurs: [null, 5] },
    ],
  })

test('l’image d’un graphique est un PNG qu’un autre programme lit, point pour point', async () => {
  const dessin = unDessin()
  const attendue = new Resvg(dessin.svg, { fitTo: { mode: 'width', value: 1344 }, background: '#ffffff' }).render()
  const png = Buffer.from(await enPng(dessin))
  const [largeur, hauteur] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const relue = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(largeur)}" height="${String(hauteur)}"><image width="${String(largeur)}" height="${String(hauteur)}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
  ).render()
  expect([largeur, hauteur]).toEqual([attendue.width, attendue.height])
  expect(relue.pixels.equals(attendue.pixels)).toBe(true)
})

test('la même image sert à tous les documents, et un même graphique donne les mêmes octets', async () => {
  const dessin = unDessin()
  expect(enPng(dessin)).toBe(enPng(dessin))
  expect(Buffer.from(await enPng(unDessin())).equals(await enPng(dessin))).toBe(true)
})
