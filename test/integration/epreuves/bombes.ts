import { titres, unOds, unXlsx, unZip, caseXlsx, caseOds } from '../../fixtures/imports/fichiers.ts'

/** Spreadsheets that are small, or not so big, and would fill the memory or the stack of who reads them without care. */
export const bombes: Readonly<Record<string, () => Buffer>> = {
  'un million de lignes en CSV': () =>
    Buffer.from(`${titres}\n${'09/03/2012;Urbain;Zoé;;Victime\n'.repeat(1_000_000)}`),
  'un million de lignes en XLSX': () =>
    unXlsx(
      Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`).join(''),
    ),
  'un million de lignes sans adresse en XLSX': () => unXlsx('<row><c><v>1</v></c></row>'.repeat(1_000_000)),
  'un million de lignes en ODS': () =>
    unOds(uneTable(`<table:table-row>${caseOds('x')}</table:table-row>`.repeat(1_000_000))),
  'soixante millions de cases en CSV': () => Buffer.from(`${'a;'.repeat(150)}\n`.repeat(195_000)),
  'une ligne de cinquante millions de cases': () => Buffer.from(';'.repeat(50_000_000)),
  'soixante lignes d’un million de cases': () => Buffer.from(`${';'.repeat(990_000)}\n`.repeat(60)),
  'dix millions de guillemets': () => Buffer.from('"'.repeat(10_000_000)),
  'un seul mot de cinquante millions de lettres': () => Buffer.from(`Nom;Date\n${'x'.repeat(50_000_000)};1`),
  'cent quatre-vingt-dix mégaoctets de rien en XLSX': () => unXlsx(' '.repeat(190_000_000)),
  'cinq millions de cases sans adresse en XLSX': () => unXlsx(`<row>${'<c><v>1</v></c>'.repeat(5_000_000)}</row>`),
  'une case au bout de la feuille': () => unXlsx(`<row r="1048576">${caseXlsx('XFD1048576', 'x')}</row>`),
  'dix mille feuilles': () =>
    unZip(Array.from({ length: 10_000 }, (_, i) => ({ nom: `xl/worksheets/sheet${i}.xml`, contenu: '<a/>' }))),
  'deux cent mille balises imbriquées en XLSX': () => unXlsx('<row>'.repeat(200_000)),
  'deux cent mille groupes imbriqués en ODS': () =>
    unOds(uneTable(`${'<table:table-row-group>'.repeat(200_000)}${'</table:table-row-group>'.repeat(200_000)}`)),
  'cent mille mots imbriqués dans une case': () =>
    unOds(
      uneTable(
        `<table:table-row><table:table-cell office:value-type="string"><text:p>${'<text:span>'.repeat(100_000)}x${'</text:span>'.repeat(100_000)}</text:p></table:table-cell></table:table-row>`,
      ),
    ),
  'des répétitions de répétitions': () =>
    unOds(
      uneTable(
        `<table:table-row table:number-rows-repeated="199000">${caseOds('x').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="1024"')}</table:table-row>`,
      ),
    ),
  'un répertoire qui ment de dix octets à cent mégaoctets': () =>
    unZip([
      { nom: 'xl/workbook.xml', contenu: '<workbook/>' },
      { nom: 'xl/worksheets/sheet1.xml', contenu: Buffer.alloc(100_000_000), tailleDite: 10 },
    ]),
  'des entités qui gonflent': () =>
    unOds(uneTable(caseOds('&b;')), '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'),
  'une entité d’un fichier du poste': () =>
    unXlsx(caseXlsx('A1', '&x;'), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  'un zip dans un zip dans un zip': () => {
    let dedans: Buffer = Buffer.alloc(50_000_000)
    for (let i = 0; i < 3; i += 1) dedans = unZip([{ nom: 'xl/workbook.xml', contenu: dedans }])
    return dedans
  },
}

const uneTable = (rangees: string): string => `<table:table table:name="Suivi">${rangees}</table:table>`

/** Those of tens of megabytes, left to the campaign. */
export const enormes: ReadonlySet<string> = new Set([
  'un million de lignes en CSV',
  'un million de lignes en XLSX',
  'soixante millions de cases en CSV',
  'une ligne de cinquante millions de cases',
  'soixante lignes d’un million de cases',
  'un seul mot de cinquante millions de lettres',
  'cent quatre-vingt-dix mégaoctets de rien en XLSX',
])
