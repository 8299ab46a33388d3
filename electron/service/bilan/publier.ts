import { randomUUID } from 'node:crypto'
import {
  ajouterFichiers,
  CONSOLIDE,
  derniereEdition,
  type Fichier,
  inscrireEdition,
  lireFichiers,
  type Publication,
  type PublicationAnterieure,
} from '#db/queries/registre.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Format } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import type { FluxEdition, Refus } from '#shared/domaine/secret/certificat.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { champsRefus } from '#shared/erreurs/messages.ts'
import type { Context } from '../context.ts'
import { convertirBilan } from '../export/index.ts'
import { ecrireFichiers, type Fichiers } from '../export/ecrire-fichiers.ts'
import type { BilanPrepare, OutilsBilan } from './preparer.ts'

export type OutilsPublication = OutilsBilan & Pick<Context, 'imprimer'>

/** What is written, and what the ledger keeps of it. */
export type APublier = Omit<BilanPrepare, 'entree'> & {
  readonly entree: Pick<BilanPrepare['entree'], 'empreinte'>
  /** Tells a new edition to those who publish from the same base, before anything of it is written. */
  readonly annoncer?: (publications: readonly PublicationAnterieure[]) => Promise<void>
}

/** Where to write, in what formats. */
export type Destination = { readonly dossier: string; readonly formats: readonly Format[] }

/**
 * Writes the files of a report and enters it in the ledger, both or neither. A report already published gives its files
 * back, to the byte. Throws `publication-refusee`, with what a message needs to say why.
 */
export const publierBilan = async (
  { db, imprimer, maintenant }: OutilsPublication,
  { bilan, certificat, refus, edition, entree, periodes, annoncer }: APublier,
  { dossier, formats }: Destination,
): Promise<string[]> => {
  if (refus !== null) throw refusDe(refus)
  const connus = edition === null ? [] : await lireFichiers(db, edition)
  const contenus: Fichiers = new Map()
  const nouveaux: Fichier[] = []
  // Together: while pictures are drawn or a page is printed, other formats are written.
  const faits = [...new Set(formats)].map((format) => fichierDe(bilan, format, connus, imprimer))
  for (const [nom, contenu] of await Promise.all(faits)) {
    contenus.set(nom, contenu)
    nouveaux.push(...aplatir(nom, contenu).filter((f) => !connus.some((connu) => connu.nom === f.nom)))
  }
  return inTransaction(db, async (trx) => {
    if (edition !== null) await ajouterFichiers(trx, edition, nouveaux)
    else {
      const { dispositif, periode } = bilan
      const { seuil, mode, catalogue } = bilan.secret
      const portee = catalogue.endsWith(CONSOLIDE) ? 'consolidation' : 'poste'
      const remplacee = await derniereEdition(trx, dispositif, periode, portee)
      const nouvelle = {
        id: randomUUID(),
        ...periode,
        seuil,
        mode,
        catalogue,
        creeeLe: maintenant().toISOString(),
      }
      const publications = periodes.flatMap(publicationsDe)
      await annoncer?.(publications.map((p) => ({ ...p, edition: nouvelle })))
      await inscrireEdition(
        trx,
        {
          ...nouvelle,
          dispositif,
          empreinte: entree.empreinte,
          remplaceId: remplacee?.id ?? null,
          motif: remplacee === undefined ? null : motifDe(periodes[0]?.controlee.flux ?? [], remplacee.id),
          document: bilan,
          certificat,
        },
        nouveaux,
        publications,
      )
    }
    return ecrireFichiers(dossier, contenus)
  })
}

/** What the ledger must hold for the next edition to be judged: everybody counted, and the only tables that were printed. */
const publicationsDe = ({ comptee, controlee }: BilanPrepare['periodes'][number]): readonly Publication[] =>
  controlee.unites.map(({ recensement: { unite, tableaux }, imprimes, bases, total }) => {
    const compte = comptee.recensements.find((r) => r.unite === unite)
    if (compte === undefined) throw new Error(`unit judged without a census: ${unite}`)
    return {
      id: randomUUID(),
      ...comptee.periode,
      unite,
      recensement: { ...compte, tableaux },
      cellules: { imprimes, bases, total },
    }
  })

/** Why an edition takes the place of another: what it counts changed, or only the way it is told. */
const motifDe = (flux: readonly FluxEdition[], remplacee: string): 'correction' | 'presentation' => {
  const depuis = flux.find((f) => f.edition.id === remplacee)
  const change = depuis !== undefined && depuis.entrees + depuis.sorties + depuis.modifications > 0
  return change ? 'correction' : 'presentation'
}

/** The refusal as the boundary carries it: figures and dates, nobody's data. */
export const refusDe = (refus: Refus): ErreurMetier =>
  new ErreurMetier('publication-refusee', { champs: champsRefus(refus) })

type Contenu = string | Uint8Array | ReadonlyMap<string, string>

const fichierDe = async (
  bilan: BilanProtege,
  format: Format,
  connus: readonly Fichier[],
  imprimer: Context['imprimer'],
): Promise<readonly [nom: string, contenu: Contenu]> => {
  const { nom, convertir } = convertirBilan(bilan, format)
  const seul = connus.find((f) => f.nom === nom)
  if (seul !== undefined) return [nom, seul.contenu]
  const dedans = connus.filter((f) => f.nom.startsWith(`${nom}/`))
  if (dedans.length === 0) return [nom, await convertir(imprimer)]
  return [nom, new Map(dedans.map((f) => [f.nom.slice(nom.length + 1), lireTexte(f.contenu)]))]
}

/** The mark that spreadsheets need at the head of a file is part of it. */
export const lireTexte = (contenu: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(contenu)

const aplatir = (nom: string, contenu: Contenu): readonly Fichier[] => {
  if (contenu instanceof Uint8Array) return [{ nom, contenu }]
  if (typeof contenu === 'string') return [{ nom, contenu: new TextEncoder().encode(contenu) }]
  return [...contenu].flatMap(([dedans, texte]) => aplatir(`${nom}/${dedans}`, texte))
}
