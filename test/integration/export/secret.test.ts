import { expect, test } from 'vitest'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { bilanEnCsv } from '#electron/service/export/csv.ts'
import { bilanEnDocx } from '#electron/service/export/docx.ts'
import { contenuDe } from '#electron/service/export/contenu.ts'
import { bilanEnHtml } from '#electron/service/export/html.ts'
import { bilanEnOds } from '#electron/service/export/ods.ts'
import { bilanEnOdt } from '#electron/service/export/odt.ts'
import { bilanEnXlsx } from '#electron/service/export/xlsx.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { unBilan } from '../../fixtures/bilans.ts'

const secret = 739

/** A report that a faulty protection would have left with its true numbers in the masked cells. */
const unBilanTrahi = (): BilanProtege => {
  const bilan = unBilan()
  for (const tableau of bilan.tableaux) {
    for (const cellule of [...tableau.cellules, ...tableau.precedents.flatMap((p) => p.cellules)]) {
      if (cellule.etat !== 'publie') Object.assign(cellule, { valeur: secret, part: secret / 10 })
    }
  }
  return bilan
}

const texteDe = (zip: Uint8Array): string =>
  dezipper(zip)
    .filter((e) => e.nom.endsWith('.xml'))
    .map((e) => Buffer.from(e.contenu).toString())
    .join('\n')

test('aucun format ne lit la valeur d’une case masquée, même s’il en restait une', async () => {
  const bilan = unBilanTrahi()
  expect(JSON.stringify(bilan)).toContain(`"valeur":${String(secret)}`)
  const dessins = contenuDe(bilan).flatMap((b) => (b.type === 'figure' ? [b.dessin.svg, b.alternative] : []))
  const sorties = {
    html: bilanEnHtml(bilan).replaceAll(/src="data:[^"]*"/g, ''),
    dessins: dessins.join('\n').replaceAll(/<path [^>]*>/g, ''),
    csv: [...bilanEnCsv(bilan).values()].join('\n'),
    ods: texteDe(await bilanEnOds(bilan)),
    xlsx: texteDe(await bilanEnXlsx(bilan)),
    odt: texteDe(await bilanEnOdt(bilan)),
    docx: texteDe(await bilanEnDocx(bilan)),
  }
  const trahis = Object.entries(sorties).filter(([, texte]) =>
    /(?<![\d.#A-F])(?:739(?![\dA-F])|73[.,]9(?!\d))/.test(texte),
  )
  expect(trahis.map(([format]) => format)).toEqual([])
})
