import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Periode } from '#shared/domaine/bilan/periode.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { UniteJugee } from '#shared/domaine/secret/publier.ts'
import type { Db } from '../connection.ts'

/** Whose units an edition counts: those of the post, or those of the lots that a coordinator adds up. */
export type Portee = 'poste' | 'consolidation'

/** Ends the catalogue of an edition that adds up lots. */
export const CONSOLIDE = '-consolide'

/** A report published and frozen, without what it says. */
export type Edition = Periode & {
  readonly id: string
  readonly dispositif: CodeDispositif
  readonly seuil: number
  readonly mode: string
  readonly catalogue: string
  readonly creeeLe: string
  /** SHA-256 of the counted facts, in hexadecimal. */
  readonly empreinte: string
  /** The edition that this one corrects, and why. */
  readonly remplaceId: string | null
  readonly motif: string | null
}

/** `document` and `certificat` are plain data, kept as JSON. */
export type EditionEntiere = Edition & { readonly document: unknown; readonly certificat: unknown }

export type Fichier = { readonly nom: string; readonly contenu: Uint8Array }

/** What one edition tells of one unit over one period, and who was counted. Plain data, kept as JSON that nothing alters. */
export type Publication = Periode & {
  readonly id: string
  readonly unite: Recensement['unite']
  readonly recensement: Recensement
  readonly cellules: Pick<UniteJugee, 'imprimes' | 'bases' | 'total'>
}

/** A publication, and the edition it was printed in. */
export type PublicationAnterieure = Publication & {
  readonly edition: Pick<Edition, 'id' | 'du' | 'au' | 'seuil' | 'mode' | 'catalogue' | 'creeeLe'>
}

/** Writes an edition for ever. To be called in a transaction: an edition without its publications would lie to the next audit. */
export const inscrireEdition = async (
  trx: Db,
  { creeeLe, remplaceId, document, certificat, ...edition }: EditionEntiere,
  fichiers: readonly Fichier[],
  publications: readonly Publication[],
): Promise<void> => {
  const colonnes = { creee_le: creeeLe, remplace_id: remplaceId }
  const json = { document: JSON.stringify(document), certificat: JSON.stringify(certificat) }
  await trx
    .insertInto('edition')
    .values({ ...edition, ...colonnes, ...json })
    .execute()
  await ajouterFichiers(trx, edition.id, fichiers)
  for (const { recensement, cellules, ...publication } of publications)
    await trx
      .insertInto('publication')
      .values({
        ...publication,
        edition_id: edition.id,
        recensement: JSON.stringify(recensement),
        cellules: JSON.stringify(cellules),
      })
      .execute()
}

/** More formats of an edition. A file already written is refused, even the same. */
export const ajouterFichiers = async (trx: Db, editionId: string, fichiers: readonly Fichier[]): Promise<void> => {
  for (const { nom, contenu } of fichiers) {
    const sha256 = createHash('sha256').update(contenu).digest('hex')
    await trx.insertInto('edition_fichier').values({ edition_id: editionId, nom, contenu, sha256 }).execute()
  }
}

/** Latest first. */
export const listerEditions = (db: Db, dispositif: CodeDispositif, portee: Portee = 'poste'): Promise<Edition[]> =>
  editionsDe(db, dispositif, portee).orderBy(ordre, 'desc').execute()

/** The latest edition of exactly these days. */
export const derniereEdition = (
  db: Db,
  dispositif: CodeDispositif,
  { du, au }: Periode,
  portee: Portee = 'poste',
): Promise<Edition | undefined> =>
  editionsDe(db, dispositif, portee).where('du', '=', du).where('au', '=', au).orderBy(ordre, 'desc').executeTakeFirst()

export const lireEdition = async (db: Db, id: string): Promise<EditionEntiere | undefined> => {
  const edition = await db
    .selectFrom('edition')
    .select([...colonnesEdition, 'document', 'certificat'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (edition === undefined) return undefined
  return { ...edition, document: JSON.parse(edition.document), certificat: JSON.parse(edition.certificat) }
}

/** By name. */
export const lireFichiers = (db: Db, editionId: string): Promise<(Fichier & { readonly sha256: string })[]> =>
  db
    .selectFrom('edition_fichier')
    .select(['nom', 'contenu', 'sha256'])
    .where('edition_id', '=', editionId)
    .orderBy('nom')
    .execute()

/** Names of the files of every edition, without their content. */
export const nommerFichiers = (
  db: Db,
  dispositif: CodeDispositif,
): Promise<{ readonly edition: string; readonly nom: string }[]> =>
  db
    .selectFrom('edition_fichier')
    .innerJoin('edition', 'edition.id', 'edition_fichier.edition_id')
    .select(['edition.id as edition', 'edition_fichier.nom'])
    .where('edition.dispositif', '=', dispositif)
    .orderBy('edition_fichier.nom')
    .execute()

/** All that was ever published, replaced editions too, about days of this period. Oldest first. */
export const publicationsEnRapport = async (
  db: Db,
  dispositif: CodeDispositif,
  { du, au }: Periode,
  portee: Portee = 'poste',
): Promise<readonly PublicationAnterieure[]> => {
  const lignes = await db
    .selectFrom('edition')
    .innerJoin('publication as p', 'p.edition_id', 'edition.id')
    .select([
      'p.id',
      'p.du',
      'p.au',
      'p.unite',
      'p.recensement',
      'p.cellules',
      'edition.id as editionId',
      'edition.du as editionDu',
      'edition.au as editionAu',
      'edition.seuil',
      'edition.mode',
      'edition.catalogue',
      'edition.creee_le as creeeLe',
    ])
    .where('edition.dispositif', '=', dispositif)
    .where('edition.catalogue', motsDe[portee], `%${CONSOLIDE}`)
    .where('p.du', '<=', au)
    .where('p.au', '>=', du)
    .orderBy(ordre)
    .orderBy('p.du')
    .orderBy('p.au')
    .orderBy('p.unite')
    .execute()
  return lignes.map(({ editionId, editionDu, editionAu, seuil, mode, catalogue, creeeLe, ...l }) => ({
    id: l.id,
    du: l.du,
    au: l.au,
    unite: l.unite,
    recensement: JSON.parse(l.recensement),
    cellules: JSON.parse(l.cellules),
    edition: { id: editionId, du: editionDu, au: editionAu, seuil, mode, catalogue, creeeLe },
  }))
}

const colonnesEdition = [
  'id',
  'dispositif',
  'du',
  'au',
  'seuil',
  'mode',
  'catalogue',
  'creee_le as creeeLe',
  'empreinte',
  'remplace_id as remplaceId',
  'motif',
] as const

const editionsDe = (db: Db, dispositif: CodeDispositif, portee: Portee) =>
  db
    .selectFrom('edition')
    .select(colonnesEdition)
    .where('dispositif', '=', dispositif)
    .where('catalogue', motsDe[portee], `%${CONSOLIDE}`)

const motsDe = { poste: 'not like', consolidation: 'like' } as const satisfies Record<Portee, string>

/** As they were written: the clock of a machine may have been put back in between. */
const ordre = sql`edition.rowid`
