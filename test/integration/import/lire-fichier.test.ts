import { describe, expect, it } from 'vitest'
import { lireFichier } from '#electron/service/import/lire-fichier.ts'
import { texteDe } from '#shared/domaine/import/cellule.ts'
import { caseOds, caseXlsx, fichier2012, titres, unCsv, unOds, unXlsx, unZip } from '../../fixtures/imports/fichiers.ts'

const lire = async (octets: Buffer) => (await lireFichier(octets))[0]?.lignes ?? []
const textes = async (octets: Buffer) => (await lire(octets)).map((l) => l.cellules.map((c) => texteDe(c)))
const refus = (code: string, fichier?: string) => ({
  erreur: { code, ...(fichier === undefined ? {} : { champs: { fichier } }) },
})

const normal = async (extension: 'csv' | 'xlsx' | 'ods') =>
  (await textes(fichier2012(extension))).map((ligne) => ligne.join('|').replace(/\|+$/u, ''))

describe('les trois fichiers de 2012', () => {
  it.each(['csv', 'xlsx', 'ods'] as const)('%s : 597 lignes sous les titres', async (extension) => {
    const lignes = await lire(fichier2012(extension))
    expect(lignes).toHaveLength(598)
    expect(lignes[0]?.cellules.slice(0, 3)).toEqual(['Date', 'Nom', 'Prénom'])
  })

  it('disent la même chose, case par case', async () => {
    const csv = await normal('csv')
    expect(await normal('xlsx')).toEqual(csv)
    expect(await normal('ods')).toEqual(csv)
  })
})

describe('CSV', () => {
  const attendu = [
    ['Date', 'Prénom'],
    ['09/03/2012', 'Zoé'],
  ]
  it.each([
    ['UTF-8', Buffer.from('Date;Prénom\n09/03/2012;Zoé')],
    ['UTF-8 avec marque', Buffer.from('\uFEFFDate;Prénom\r\n09/03/2012;Zoé\r\n')],
    ['Windows-1252', Buffer.from('Date;Prénom\r\n09/03/2012;Zoé', 'latin1')],
    ['UTF-16 avec tabulations', Buffer.from('\uFEFFDate\tPrénom\r\n09/03/2012\tZoé', 'utf16le')],
    ['virgules et guillemets', Buffer.from('Date,Prénom\n09/03/2012,"Zoé"')],
    ['indication sep= d’Excel', Buffer.from('sep=,\r\nDate,Prénom\r\n09/03/2012,Zoé')],
  ])('%s', async (_, octets) => {
    expect(await textes(octets)).toEqual(attendu)
  })

  it('rend l’apostrophe et l’œ de Windows-1252', async () => {
    const octets = Buffer.from([0x44, 0x92, 0x41, 0x3b, 0x9c, 0x0a, 0x61, 0x3b, 0x62])
    expect(await textes(octets)).toEqual([
      ['D’A', 'œ'],
      ['a', 'b'],
    ])
  })

  it('garde le texte entre guillemets, ses séparateurs et ses sauts de ligne', async () => {
    const lignes = await lire(
      Buffer.from('Date;Note\n09/03/2012;"Vue ; ""seule"", a,b,c\nà revoir"\n\n10/03/2012;x, y, z'),
    )
    expect(lignes[1]?.cellules[1]).toBe('Vue ; "seule", a,b,c\nà revoir')
    expect(lignes.map((l) => l.numero)).toEqual([1, 2, 4])
  })

  it('refuse un guillemet jamais fermé plutôt que d’avaler la suite', async () => {
    await expect(lireFichier(Buffer.from('Date;Note\n09/03/2012;"vue\n10/03/2012;x'))).rejects.toMatchObject(
      refus('fichier-illisible', 'guillemet'),
    )
  })

  it('refuse plus de lignes qu’un tableur n’en tient', async () => {
    const octets = Buffer.from(`Date;Nom\n${'1;2\n'.repeat(200_001)}`)
    await expect(lireFichier(octets)).rejects.toMatchObject(refus('fichier-trop-gros'))
  })
})

const rangee = (cases: string, fois = 1) =>
  `<table:table-row table:number-rows-repeated="${fois}">${cases}</table:table-row>`
const table = (rangees: string, nom = 'Suivi') => `<table:table table:name="${nom}">${rangees}</table:table>`

describe('ODS', () => {
  it('n’oublie ni ligne répétée, ni ligne groupée, ni durée, ni case couverte', async () => {
    const duree =
      '<table:table-cell office:value-type="time" office:time-value="PT00H45M00S"><text:p>00:45</text:p></table:table-cell>'
    const jour =
      '<table:table-cell office:value-type="date" office:date-value="2012-03-09T14:30:00"><text:p>9 mars</text:p></table:table-cell>'
    const vide = '<table:table-cell table:number-columns-repeated="16000"/>'
    const lignes = await lire(
      unOds(
        table(
          `<table:table-header-rows>${rangee(caseOds('Date') + caseOds('Durée') + vide)}</table:table-header-rows>` +
            rangee(vide, 1_000_000) +
            `<table:table-row-group>${rangee(jour + duree, 2)}</table:table-row-group>` +
            rangee(
              `<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>${caseOds('a<text:s text:c="2"/>b<office:annotation><text:p>note</text:p></office:annotation>')}`,
            ),
        ),
      ),
    )
    const fait = [
      { jour: '2012-03-09', minutes: 870 },
      { jour: null, minutes: 45 },
    ]
    expect(lignes).toEqual([
      { numero: 1, cellules: ['Date', 'Durée'] },
      { numero: 1_000_002, cellules: fait },
      { numero: 1_000_003, cellules: fait },
      { numero: 1_000_004, cellules: [null, 'a  b'] },
    ])
  })

  it('prend la valeur calculée d’une formule', async () => {
    const formule =
      '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>'
    expect(await lire(unOds(table(rangee(formule))))).toEqual([{ numero: 1, cellules: [2] }])
  })

  it('refuse une répétition démesurée avant de la développer', async () => {
    await expect(lireFichier(unOds(table(rangee(caseOds('x'), 1_000_000_000))))).rejects.toMatchObject(
      refus('fichier-trop-gros'),
    )
    const large =
      '<table:table-cell table:number-columns-repeated="900000000" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    await expect(lireFichier(unOds(table(rangee(large))))).rejects.toMatchObject(refus('fichier-trop-gros'))
  })

  it('refuse les entités', async () => {
    const bombe = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    await expect(lireFichier(unOds(table(rangee(caseOds('&b;'))), bombe))).rejects.toMatchObject(
      refus('fichier-illisible', 'abime'),
    )
  })

  it('refuse un XML mal formé sans citer son contenu', async () => {
    const erreur: unknown = await lireFichier(unOds('<table:table><Urbain></table:table>')).catch((e: unknown) => e)
    expect(erreur).toMatchObject(refus('fichier-illisible', 'abime'))
    expect(String(erreur)).not.toContain('Urbain')
  })
})

describe('XLSX', () => {
  it('lit dates, heures et valeurs calculées, et garde les numéros de ligne', async () => {
    const lignes = await lire(
      unXlsx(
        `<row r="3">${caseXlsx('A3', 'Date')}${caseXlsx('C3', 'Durée')}</row>` +
          '<row r="5"><c r="A5" s="1"><v>40977</v></c><c r="B5"><f>1+1</f><v>2</v></c><c r="C5" s="2"><v>0.03125</v></c></row>',
      ),
    )
    expect(lignes).toEqual([
      { numero: 3, cellules: ['Date', null, 'Durée'] },
      { numero: 5, cellules: [{ jour: '2012-03-09', minutes: 0 }, 2, { jour: null, minutes: 45 }] },
    ])
  })

  it.each([
    '<row r="900000"><c r="XFD900000"><v>1</v></c></row>',
    '<row r="9999999"><c r="A9999999"><v>1</v></c></row><row r="10"><c r="ZZ1"><v>1</v></c></row>',
  ])('refuse une case au bout du monde avant d’y aller', async (rangees) => {
    await expect(lireFichier(unXlsx(rangees))).rejects.toMatchObject(refus('fichier-trop-gros'))
  })

  it('refuse les entités et les adresses déguisées', async () => {
    const entites = unXlsx('<row r="1"><c r="A1"><v>1</v></c></row>', '<!DOCTYPE x [<!ENTITY a "a">]>')
    await expect(lireFichier(entites)).rejects.toMatchObject(refus('fichier-illisible', 'abime'))
    const deguisee = unXlsx('<row r="9&#57;9999999"><c><v>1</v></c></row>')
    await expect(lireFichier(deguisee)).rejects.toMatchObject(refus('fichier-illisible', 'abime'))
  })
})

describe('ce qui n’est pas un tableur, ou ne l’est plus', () => {
  it.each([
    ['vide', Buffer.alloc(0), 'vide'],
    ['ancien Excel ou mot de passe', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ancien'],
    ['image', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'format'],
    ['zip quelconque', unZip([{ nom: 'lettre.txt', contenu: 'bonjour' }]), 'format'],
    [
      'texte ODT',
      unZip([
        { nom: 'mimetype', contenu: 'application/vnd.oasis.opendocument.text' },
        { nom: 'content.xml', contenu: '<a/>' },
      ]),
      'format',
    ],
  ])('%s', async (_, octets, raison) => {
    await expect(lireFichier(octets)).rejects.toMatchObject(refus('fichier-illisible', raison))
  })

  it.each(['xlsx', 'ods'] as const)('un %s coupé ou altéré', async (extension) => {
    const octets = fichier2012(extension)
    for (const longueur of [octets.length - 30, octets.length >> 1, 10])
      await expect(lireFichier(octets.subarray(0, longueur))).rejects.toMatchObject(refus('fichier-illisible', 'abime'))
    const altere = Buffer.from(octets)
    const milieu = octets.length >> 1
    altere.fill(altere.readUInt8(milieu) ^ 0xff, milieu, milieu + 400)
    await expect(lireFichier(altere)).rejects.toMatchObject(refus('fichier-illisible', 'abime'))
  })

  it('refuse une bombe zip qui dit sa taille, sans rien décompresser', async () => {
    const bombe = unZip([
      { nom: 'mimetype', contenu: 'application/vnd.oasis.opendocument.spreadsheet' },
      { nom: 'content.xml', contenu: Buffer.alloc(1000), tailleDite: 4_000_000_000 },
    ])
    await expect(lireFichier(bombe)).rejects.toMatchObject(refus('fichier-trop-gros'))
  })

  it('arrête une bombe zip qui ment sur sa taille', async () => {
    const bombe = unZip([
      { nom: 'mimetype', contenu: 'application/vnd.oasis.opendocument.spreadsheet' },
      { nom: 'content.xml', contenu: Buffer.alloc(80_000_000, 32), tailleDite: 1000 },
    ])
    expect(bombe.length).toBeLessThan(100_000)
    const avant = process.memoryUsage.rss()
    await expect(lireFichier(bombe)).rejects.toMatchObject(refus('fichier-illisible', 'abime'))
    expect(process.memoryUsage.rss() - avant).toBeLessThan(60_000_000)
  })

  it('ne croit pas l’extension : les octets décident', async () => {
    expect((await lire(unCsv(['09/03/2012;Urbain;Zoé'])))[0]?.cellules).toEqual(titres.split(';'))
  })
})

const jour = (valeur: string) =>
  `<table:table-cell office:value-type="date" office:date-value="${valeur}"><text:p>le 45</text:p></table:table-cell>`

it('un jour qu’aucun calendrier n’a n’est jamais pris pour un jour', async () => {
  expect(await lire(unOds(table(rangee(jour('2025-13-45') + jour('2025-02-30')))))).toEqual([
    { numero: 1, cellules: ['le 45', 'le 45'] },
  ])
  const cases = ['1e15', '3000000', '-1e9'].map((v, i) => `<c r="${'ABC'[i]}1" s="1"><v>${v}</v></c>`).join('')
  expect(await lire(unXlsx(`<row r="1">${cases}</row>`))).toEqual([
    { numero: 1, cellules: ['########', '########', '########'] },
  ])
})
