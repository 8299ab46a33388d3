import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { sansRestriction } from '#db/cloison.ts'
import { sansInterdit } from '#electron/service/export/xml.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { octetsDe } from '../coffre/aide.ts'
import { ecrivent, montrer, unCoffreRempli } from './coffre-rempli.ts'
import { planter } from './planter.ts'
import { lireXml } from './xml.ts'

/** How a text begins that a spreadsheet runs, or that leaves the attribute where it is written. */
const debuts = [
  "=cmd|' /C calc'!A0",
  '+1+HYPERLINK("http://a.invalid";"ici")',
  '-2+3',
  '@SUM(1;1)',
  '＝1+1',
  '"><img src=x onerror="alert(1)">',
  "' onmouseover='alert(1)",
] as const
/** Before which a spreadsheet sees the formula all the same; refused in a text of one line, not in the others. */
const blancs = ['', '\t', '\r', '\n'] as const
const suite = '<script>a</script>]]><x/>&#0;&amp;&nbsp;<!--{{t}}{#b}{/b}{nom}<%=x%>\u202Ef\u2066\u200B'
const controles = '\u0001\u000B\u001F\u007F\u0085\uFFFE\uFFFF'

/** `tient`: short enough for any field, and of one line, so that nothing is refused. */
type Tour = { readonly blancs: readonly string[]; readonly fin: string; readonly tient: boolean }
const tours: readonly Tour[] = [
  { blancs: [''], fin: '<b>&#0;', tient: true },
  { blancs: [''], fin: `${suite}\u{1F468}\u200D\u{1F469}`, tient: false },
  { blancs, fin: `${controles}${suite}`, tient: false },
  { blancs, fin: `${suite}${controles}${'a'.repeat(20_000)}`, tient: false },
]
const hostile = ({ blancs: avant, fin }: Tour, rang: number): string =>
  `${avant[rang % avant.length] ?? ''}${debuts[(rang + GRAINE) % debuts.length] ?? ''}${fin}`
/** Every file that Jalon writes, on a machine that does other things. */
const PATIENCE = 240_000
const GRAINE = Number(process.env['JALON_GRAINE'] ?? 2026)

type Fichier = { readonly nom: string; readonly octets: Uint8Array }

/** Every file that every call writes, once these texts are in every column; packed ones opened. */
const toutEcrire = async (texteDe: (rang: number) => string) => {
  const { router, db, dossier, entrees } = await unCoffreRempli()
  const plantees = await sansRestriction(db, () => planter(db, (marque, rang) => `${texteDe(rang)} ${marque}`))
  const fichiers: Fichier[] = []
  const refus: string[] = []
  for (const appel of ecrivent) {
    const [feature, method] = appel.split('.')
    await montrer(db, appel)
    for (const entree of formesDe(appel, entrees[appel])) {
      const lieu = mkdtempSync(join(dossier, '..', 'sortie-'))
      const chemin = findCall(contract, feature, method)?.chemin === 'dossier' ? lieu : join(lieu, 'fichier')
      const reponse = await router(feature, method, entree, { chemin })
      if (!reponse.ok) refus.push(`${appel} ${reponse.erreur.code}`)
      for (const [nom, octets] of Object.entries(octetsDe(lieu))) {
        const places = octets.subarray(0, 2).toString() === 'PK' ? dezipper(octets) : []
        fichiers.push(
          { nom: `${appel} ${nom}`, octets },
          ...places.map((p) => ({ nom: `${appel} ${nom}/${p.nom}`, octets: Buffer.from(p.contenu) })),
        )
      }
    }
  }
  return { fichiers, refus: new Set(refus), plantees }
}

const tousLesFormats = ['json', 'csv', 'ods', 'xlsx', 'odt', 'docx', 'pdf', 'html']
const formesDe = (appel: string, entree: unknown): readonly unknown[] => {
  if (appel === 'bilans.exporter') return [{ ...Object(entree), formats: tousLesFormats }]
  if (appel !== 'lettres.ecrire') return [entree]
  return [
    entree,
    ...Object.keys(lettresFournies).map((code) => Object.assign({}, entree, { modele: { genre: 'fourni', code } })),
  ]
}

const estXml = (nom: string): boolean => /\.(?:xml|rels|rdf)$/u.test(nom)
const estPage = (nom: string, octets: Uint8Array): boolean =>
  /\.(?:html|pdf)$/u.test(nom) && Buffer.from(octets.subarray(0, 20)).toString().trimStart().startsWith('<')

/** Elements of a page with the names of their attributes, as a browser would make them out. */
const balisesDePage = (octets: Uint8Array): ReadonlySet<string> =>
  new Set(
    [
      ...Buffer.from(octets)
        .toString()
        .replaceAll(/<style[^]*?<\/style>/gu, '')
        .matchAll(/<!?([a-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/giu),
    ].map(([, nom = '', attributs = '']) =>
      [
        nom.toLowerCase(),
        ...[...attributs.matchAll(/([\w:-]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?/gu)]
          .map(([, a = '']) => a)
          .toSorted(),
      ].join(' '),
    ),
  )

/** What no reader may find in a file, whatever was typed; `connues` is what the same files hold when nothing hostile is. */
const fautesDe = (
  { nom, octets }: Fichier,
  connues: ReadonlySet<string>,
  textes: readonly string[],
): readonly string[] => {
  if (nom.endsWith('.json')) return estJson(octets) ? [] : ['JSON illisible']
  if (nom.endsWith('.csv'))
    return parse(Buffer.from(octets), { bom: true, delimiter: ';', relax_column_count: true }).flatMap(formules)
  if (estPage(nom, octets)) return inconnues(balisesDePage(octets), connues)
  if (!estXml(nom)) return []
  const { fautes, balises, texte } = lireXml(octets)
  const lu = serre(texte)
  const perdus = textes.filter((t) => lu.includes(t.slice(-MARQUE)) && !lu.includes(t))
  return [...fautes, ...inconnues(balises, connues), ...perdus.map((t) => `abîmé : ${t.slice(0, 40)}`)]
}

const MARQUE = 9
const inconnues = (balises: ReadonlySet<string>, connues: ReadonlySet<string>) =>
  [...balises].filter((b) => !connues.has(b)).map((b) => `<${b}>`)
const estJson = (octets: Uint8Array): boolean => {
  try {
    JSON.parse(Buffer.from(octets).toString())
    return true
  } catch {
    return false
  }
}
/** Cells that a spreadsheet would run. */
const formules = (ligne: readonly string[]): readonly string[] =>
  ligne
    .filter((c) => /^[\t\r\n]*[=+\-@＝＋－＠]/u.test(c) && !/^-?[\d,]+$/u.test(c))
    .map((c) => `formule : ${c.slice(0, 20)}`)
/** A text without what XML forbids, nor the spaces and lines that formats lay out in their own way. */
const serre = (texte: string): string => sansInterdit(texte).replaceAll(/\s/gu, '')

const sansMatiere = [
  'bilans.exporter publication-refusee',
  'bilans.rapport introuvable',
  'bilans.republier introuvable',
  'instances.releve releve-nominatif',
  'lettres.ecrire introuvable',
  'miseAJour.examiner maj-sans-cle',
  'ouvertures.prendre sauvegarde-absente',
  'postesSuivis.publierBilan consolidation-refusee',
  'postesSuivis.republier introuvable',
  'restauration.chercher sauvegarde-absente',
  'restauration.placerAilleurs sauvegarde-absente',
]

type Sain = { readonly connues: ReadonlySet<string>; readonly refus: ReadonlySet<string>; readonly fichiers: number }
let sain: Sain

test(
  'les mêmes fichiers, sans rien d’hostile, sont tous écrits, de chaque format',
  async () => {
    const { fichiers, refus } = await toutEcrire((rang) => `Texte ${rang}`)
    // The line breaks of a text are those of the letter.
    const connues = new Set([
      'w:br',
      ...fichiers.flatMap(({ nom, octets }) => [
        ...(estXml(nom) ? lireXml(octets).balises : []),
        ...(estPage(nom, octets) ? balisesDePage(octets) : []),
      ]),
    ])
    sain = { connues, refus, fichiers: fichiers.length }
    // What this coffre has nothing to write of: its bilans are refused, too few persons being in them (they have their own test).
    expect([...sain.refus].toSorted()).toEqual(sansMatiere)
    expect(sain.fichiers).toBeGreaterThan(300)
  },
  PATIENCE,
)

test.each([...tours.entries()])(
  'tour %i : rien de ce qui est tapé ne s’exécute, aucun fichier n’en est abîmé',
  async (rang, tour) => {
    const { fichiers, refus, plantees } = await toutEcrire((colonne) => hostile(tour, colonne + rang))
    // A text too long for its field, or of several lines in a field of one, never comes in: it may not come out either.
    expect(tour.tient ? [...refus] : [...sain.refus]).toEqual([...sain.refus])
    // A date of birth is laid out as a date, whatever it is.
    const textes = plantees.flatMap(({ colonne, marque }, n) =>
      colonne === 'personne.naissance' ? [] : [serre(`${hostile(tour, n + rang)} ${marque}`)],
    )
    const fautes = fichiers.flatMap((fichier) =>
      fautesDe(fichier, sain.connues, textes).map((f) => `${fichier.nom} ${f}`.slice(0, 300)),
    )
    expect(fautes).toEqual([])
    expect(fichiers.length).toBeGreaterThan(sain.fichiers / 4)
  },
  PATIENCE,
)
