import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#db/connection.ts'
import { changerDispositif, choisirDispositifs } from '#db/queries/dispositifs.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unPosteGarni } from '../coffre/poste-garni.ts'

/** Calls that write a file. */
export const ecrivent = Object.entries(contract).flatMap(([f, methodes]) =>
  Object.entries(methodes).flatMap(([m, call]) => ('chemin' in call ? [`${f}.${m}`] : [])),
)

/** Shows the dispositif that the call speaks of. */
export const montrer = async (db: Db, appel: string): Promise<void> => {
  await choisirDispositifs(db, ['isc', 'cvp', 'tig'])
  const cvp = /^(?:parcours|impressions)\./u.test(appel)
  await changerDispositif(db, appel.startsWith('tig.') ? 'tig' : cvp ? 'cvp' : 'isc')
}

const imprimer = (html: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(html))

/** A coffre of one of everything that the calls of a window can write; what is printed is the page itself. */
export const unCoffreRempli = async () => {
  const service = await unPosteGarni(imprimer)
  const { db, entrees, router } = service
  for (const [appel, entree] of Object.entries(entrees)) {
    const [feature, method] = appel.split('.')
    if (
      !/\.(?:enregistrer|ecrire|noter|garder|ajouter|modifier|adopter|choisirRegle)/u.test(appel) ||
      ecrivent.includes(appel)
    )
      continue
    await montrer(db, appel)
    await router(feature, method, entree)
  }
  const chemin = mkdtempSync(join(service.dossier, '..', 'edition-'))
  await router('bilans', 'exporter', entrees['bilans.exporter'], { chemin })
  return service
}

/** A file as an indiscreet reader opens it: as it is, then whatever is packed in it, names of parts included. */
export const ouvrirFichier = (octets: Buffer): readonly Buffer[] =>
  octets.subarray(0, 2).toString() === 'PK'
    ? [octets, ...dezipper(octets).flatMap(({ nom, contenu }) => [Buffer.from(nom), Buffer.from(contenu)])]
    : [octets]
