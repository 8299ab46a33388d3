import Docxtemplater, { type DXT } from 'docxtemplater'
import { odfKitParser } from 'odf-kit'
import PizZip from 'pizzip'
import { z } from 'zod'
import { estBalise } from '#shared/domaine/lettres/balises.ts'
import { sansInterdit } from '../export/xml.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { type Archive, lireXml, ouvrirArchive } from '../import/archive.ts'

/** What is wrong in a template: a mark that no letter may use, one badly written, or what a document must not hold. */
export type FauteModele = { readonly raison: 'inconnue' | 'mal-ecrite' | 'externe' | 'macro'; readonly balise: string }

/** Size of a template, in bytes, as it is and once inflated. */
const OCTETS_MAX = 3_000_000
const DECOMPRESSES_MAX = 30_000_000

/**
 * Every fault of a template. It comes from anybody: its archive is inflated within bounds before any library reads it, its
 * marks are names and never expressions, and it may neither run nor fetch anything.
 */
export const examinerModele = (octets: Buffer): readonly FauteModele[] => {
  const fautes = controlerArchive(octets)
  if (fautes.length > 0) return fautes
  const vues: DXT.Part[] = []
  try {
    ouvrir(octets, [relever(vues)])
  } catch (error) {
    const lues = ErreurDeModele.safeParse(error)
    if (!lues.success) throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'format' } })
    return lues.data.properties.errors.map((e) => ({
      raison: 'mal-ecrite',
      balise: (e.properties.xtag ?? '').slice(0, 60),
    }))
  }
  // Loops, conditions and raw XML are marks of a module: none is a plain name.
  const refusees = vues
    .filter((part) => (part.module ?? '') !== '' || !estBalise(part.value))
    .map((part) => part.value.slice(0, 60))
  return [...new Set(refusees)].map((balise) => ({ raison: 'inconnue', balise }))
}

/** The letter, its marks replaced; what is put in is text, whatever it looks like. */
export const remplirModele = (octets: Buffer, valeurs: Readonly<Record<string, string>>): Uint8Array => {
  if (examinerModele(octets).length > 0) throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'balises' } })
  const document = ouvrir(octets, [])
  document.render(Object.fromEntries(Object.entries(valeurs).map(([nom, valeur]) => [nom, sansInterdit(valeur)])))
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A module of docxtemplater that changes nothing and keeps every mark met, those of loops and conditions too. */
const relever = (vues: DXT.Part[]): DXT.Module => ({
  postparse: (parts) => {
    vues.push(...parts.filter((part) => part.type === 'placeholder'))
    return parts
  },
})

const ouvrir = (octets: Buffer, modules: readonly DXT.Module[]) =>
  new Docxtemplater(new PizZip(octets), {
    modules: [...modules],
    // It would print what it was given on the console.
    errorLogging: false,
    syntax: { changeDelimiterPrefix: null },
    linebreaks: true,
    nullGetter: () => '',
    // The default parser takes « . » as the whole of the values: here a mark is a key of its own, or nothing.
    parser: (balise) => ({ get: (valeurs) => (Object.hasOwn(valeurs, balise) ? valeurs[balise] : '') }),
  })

const ErreurDeModele = z.object({
  properties: z.object({
    errors: z.array(z.object({ properties: z.object({ xtag: z.string().optional() }) })).min(1),
  }),
})

const controlerArchive = (octets: Buffer): readonly FauteModele[] => {
  if (octets.length > OCTETS_MAX) throw new ErreurMetier('fichier-trop-gros')
  const archive = ouvrirArchive(octets)
  if (!archive.noms.includes('word/document.xml'))
    throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'format' } })
  if (archive.noms.some((nom) => /vbaProject|\.bin$|activeX/iu.test(nom))) return [{ raison: 'macro', balise: '' }]
  const externes: FauteModele[] = []
  let taille = 0
  for (const nom of archive.noms) {
    // Reading it proves that it inflates to what its directory says.
    taille += archive.lire(nom).length
    if (taille > DECOMPRESSES_MAX) throw new ErreurMetier('fichier-trop-gros')
    if (/\.(?:xml|rels)$/iu.test(nom) && /TargetMode\s*=\s*["']External/iu.test(lireXmlJuste(archive, nom)))
      externes.push({ raison: 'externe', balise: nom.slice(0, 60) })
  }
  return externes
}

/** The library that fills letters would print on the console what it says of a part that is no XML. */
const lireXmlJuste = (archive: Archive, nom: string): string => {
  const xml = lireXml(archive, nom)
  try {
    odfKitParser(xml)
    return xml
  } catch {
    throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'abime' } })
  }
}
