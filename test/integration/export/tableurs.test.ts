import { parse } from 'csv-parse/sync'
import { readOds } from 'odf-kit/ods-reader'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { bilanEnCsv } from '#electron/service/export/csv.ts'
import { bilanEnOds } from '#electron/service/export/ods.ts'
import { bilanEnXlsx } from '#electron/service/export/xlsx.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { unBilan } from '../../fixtures/bilans.ts'
import { aplatir } from './export.ts'

type Valeur = string | number | null
type Feuilles = Record<string, readonly (readonly Valeur[])[]>

const lireXlsx = async (): Promise<Feuilles> => {
  const feuilles = await readXlsxFile(Buffer.from(await bilanEnXlsx(unBilan())))
  return Object.fromEntries(feuilles.map((f) => [f.sheet, f.data.map((l) => l.map(valeur))]))
}

const lireOds = async (): Promise<Feuilles> => {
  const { sheets } = readOds(await bilanEnOds(unBilan()))
  return Object.fromEntries(sheets.map((f) => [f.name, f.rows.map((l) => l.cells.map((c) => valeur(c.value)))]))
}

const valeur = (v: unknown): Valeur => (typeof v === 'string' ? aplatir(v) : typeof v === 'number' ? v : null)

const lecteurs = [
  ['XLSX', lireXlsx, bilanEnXlsx],
  ['ODS', lireOds, bilanEnOds],
] as const

const ligne = (feuilles: Feuilles, nom: string, libelle: string): readonly Valeur[] =>
  feuilles[nom]?.find((l) => l[0] === libelle)?.slice(1) ?? []

test.each(lecteurs)('%s : une feuille par tableau, les nombres en nombres', async (_, lire) => {
  const feuilles = await lire()
  expect(Object.keys(feuilles)).toEqual([
    'Lisez-moi',
    'Chiffres clés',
    'Personnes par type de public',
    'Origine de la saisine',
    'Problématiques rencontrées',
    'Sexe selon le type de public',
    'Entretiens par mois',
    'Postes et financement',
  ])
  const publics = (libelle: string) => ligne(feuilles, 'Personnes par type de public', libelle)
  expect(publics('Victime').slice(0, 3)).toEqual([84, 0.26, 71])
  expect(publics('Mis en cause')[0]).toBe(44)
  expect(publics('Hors champ pénal')[0]).toBe(195)
  expect(publics('Total')[0]).toBe(323)
  expect(ligne(feuilles, 'Chiffres clés', 'Entretiens').slice(0, 2)).toEqual(['entretiens', 572])
  expect(ligne(feuilles, 'Postes et financement', 'Second poste')).toEqual([0.5, 3, 'FIPD', 18_000, 4500])
})

test.each(lecteurs)('%s : une case masquée est la lettre s, une formule reste un texte', async (_, lire) => {
  const feuilles = await lire()
  expect(ligne(feuilles, 'Origine de la saisine', 'Brigade de gendarmerie')).toEqual(['s', 's', 6, 's'])
  expect(ligne(feuilles, 'Origine de la saisine', '=1+1').slice(0, 2)).toEqual(['s', 's'])
  expect(ligne(feuilles, 'Sexe selon le type de public', 'Femme')).toEqual(['s', 's', 92, 160, 0.495])
})

test.each(lecteurs)(
  '%s : « Lisez-moi » dit la période, le seuil, et que les données sont inventées',
  async (_, lire) => {
    const texte = JSON.stringify((await lire())['Lisez-moi'])
    expect(texte).toContain('Du 1er janvier 2012 au 31 décembre 2012')
    expect(texte).toContain('Seuil appliqué : 5 personnes')
    expect(texte).toContain('Données inventées')
  },
)

test.each(lecteurs)(
  '%s : ni feuille cachée, ni commentaire, ni formule, ni nom défini, ni auteur',
  async (_, __, ecrire) => {
    const parties = dezipper(await ecrire(unBilan())).map((e) => ({
      nom: e.nom,
      texte: Buffer.from(e.contenu).toString(),
    }))
    const tout = parties.map((p) => p.texte).join('\n')
    expect(tout).not.toMatch(/state="(?:very)?hidden"|table:display="false"|hidden="1"/i)
    expect(tout).not.toMatch(/<f>|<f |table:formula|<definedName |table:named-|office:annotation|externalLink/)
    expect(parties.map((p) => p.nom).join(' ')).not.toMatch(/comment|pivot|customXml|vba|externalLink|connections/i)
    const auteurs = [...tout.matchAll(/<(?:dc:creator|meta:initial-creator|cp:lastModifiedBy)>([^<]*)</g)].map(
      (m) => m[1],
    )
    expect(auteurs.filter((a) => a !== 'Jalon')).toEqual([])
  },
)

test('ODS : les parts sont de vrais pourcentages, les nombres français, les « s » à droite comme eux', async () => {
  const contenu = new Map(dezipper(await bilanEnOds(unBilan())).map((e) => [e.nom, Buffer.from(e.contenu).toString()]))
  const styles = contenu.get('content.xml')?.match(/<number:(?:number|percentage)-style [^>]*>/g) ?? []
  expect(styles).toHaveLength(3)
  expect(styles.filter((s) => s.includes('number:language="fr"'))).toHaveLength(3)
  expect(styles.filter((s) => s.startsWith('<number:percentage-style'))).toEqual([
    '<number:percentage-style number:language="fr" number:country="FR" style:name="Nnum-pct1">',
  ])
  expect(contenu.get('styles.xml')).toContain('fo:language="fr" fo:country="FR"')
  const alignes = contenu.get('content.xml')?.match(/<style:style [^>]*[^/]>[^]*?<\/style:style>/g) ?? []
  const aDroite = alignes.filter((style) => style.includes('fo:text-align='))
  expect(aDroite.length).toBeGreaterThan(1)
  expect(aDroite.filter((style) => !style.includes('style:text-align-source="fix"'))).toEqual([])
})

const csv = (nom: string): Record<string, string>[] =>
  parse(bilanEnCsv(unBilan()).get(`${nom}.csv`) ?? '', { bom: true, delimiter: ';', columns: true })

test('CSV : une ligne par case, avec codes, libellés et état', () => {
  expect(bilanEnCsv(unBilan()).get('type-public.csv')?.startsWith('\uFEFFperiode;type-public;')).toBe(true)
  expect(csv('type-public')[0]).toEqual({
    periode: '2012',
    'type-public': 'victime',
    'type-public_libelle': 'Victime',
    etat: 'publie',
    effectif: '84',
    part: '26',
  })
  const total = csv('type-public').find((l) => l['periode'] === '2012' && l['type-public'] === 'total')
  expect(total?.['effectif']).toBe('323')
  expect(csv('chiffres').find((l) => l['indicateur'] === 'duree-moyenne')?.['valeur']).toBe('2,7')
})

test('CSV : masque sans dire pourquoi, et neutralise les formules', () => {
  const masquees = csv('sexe_x_type-public').filter((l) => l['etat'] !== 'publie')
  expect(masquees).toHaveLength(4)
  expect(masquees.every((l) => l['etat'] === 'masque' && l['effectif'] === 's' && l['part'] === 's')).toBe(true)
  expect(csv('saisine').map((l) => l['saisine_libelle'])).toContain("'=1+1")
})

test('CSV : le schéma décrit chaque colonne de chaque fichier', () => {
  const fichiers = bilanEnCsv(unBilan())
  const paquet = JSON.parse(fichiers.get('datapackage.json') ?? '') as {
    licenses?: unknown
    resources: {
      path: string
      schema: { fields: { name: string }[]; missingValues: string[]; primaryKey?: string[] }
    }[]
  }
  expect(paquet.licenses).toBeUndefined()
  expect(paquet.resources.map((r) => r.path).toSorted()).toEqual(
    [...fichiers.keys()].filter((n) => n.endsWith('.csv')).toSorted(),
  )
  for (const { path, schema } of paquet.resources) {
    const lignes = csv(path.replace('.csv', ''))
    expect(schema.fields.map((f) => f.name)).toEqual(Object.keys(lignes[0] ?? {}))
    expect(schema.missingValues).toEqual(['', 's'])
    const cles = lignes.map((l) => JSON.stringify(schema.primaryKey?.map((c) => l[c]) ?? l))
    expect(new Set(cles).size).toBe(lignes.length)
  }
})
