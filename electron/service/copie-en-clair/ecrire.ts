import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Db } from '#db/connection.ts'
import { lireLignes } from '#db/copie-en-clair/lire.ts'
import { type TableDite, tablesDites } from '#db/copie-en-clair/tables.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { inTransaction } from '#db/transaction.ts'
import { codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { renommer } from '../coffre/fichiers.ts'
import type { Context } from '../context.ts'
import { creerDossier } from '../dossiers.ts'
import { lisezMoi } from './lisez-moi.ts'
import { paquetDeLaCopie } from './paquet.ts'
import { lignesDeReponses, lignesDesListes, motsDe, titresListes, titresReponses } from './reponses.ts'
import { enCsv, pourCsv, pourJson, type Valeur } from './valeurs.ts'

type Outils = Pick<Context, 'progression' | 'maintenant'> & { readonly db: Db }
export type CopieEcrite = { readonly dossier: string; readonly tables: number; readonly lignes: number }

/**
 * Writes the whole coffre in plain open files, as it is at one instant: all of it, or nothing. `cible` must not exist, or be
 * empty; the coffre's own folder is refused. Throws `dossier-occupe` or `ecriture-impossible`.
 */
export const ecrireCopieEnClair = async (outils: Outils, cible: string, coffre: string): Promise<CopieEcrite> => {
  exigerLibre(cible, coffre)
  const provisoire = `${cible}.${randomUUID()}.tmp`
  try {
    creerDossier(provisoire, 0o700)
    const lignes = await inTransaction(outils.db, (trx) => ecrireTout({ ...outils, db: trx }, provisoire))
    if (existsSync(cible)) rmdirSync(cible)
    await renommer(provisoire, cible)
    return { dossier: cible, tables: tablesDites.length, lignes }
  } catch (erreur) {
    rmSync(provisoire, { recursive: true, force: true })
    throw erreur instanceof Error && 'syscall' in erreur ? new ErreurMetier('ecriture-impossible') : erreur
  }
}

const exigerLibre = (cible: string, coffre: string): void => {
  const dedans = `${resolve(cible)}${sep}`.startsWith(`${resolve(coffre)}${sep}`)
  if (dedans || (existsSync(cible) && (!existsSync(`${cible}${sep}`) || readdirSync(cible).length > 0)))
    throw new ErreurMetier('dossier-occupe')
}

const ecrireTout = async ({ db, progression, maintenant }: Outils, dossier: string): Promise<number> => {
  const nomenclatures = await Promise.all(codesDispositif.map((code) => lireNomenclature(db, code)))
  const mots = motsDe(nomenclatures)
  const lignes: Record<string, number> = {}
  await ecrireCsv(dossier, 'listes', titresListes, (ecrire) => ecrire(lignesDesListes(nomenclatures)))
  await ecrireCsv(dossier, 'reponses', titresReponses, async (ecrireReponses) => {
    for (const [rang, table] of tablesDites.entries()) {
      lignes[table.fichier] = await ecrireTable(db, table, dossier, (ligne) =>
        ecrireReponses(lignesDeReponses(table, ligne, mots)),
      )
      progression('copie', rang + 1, tablesDites.length)
    }
  })
  await ecrireFichier(dossier, 'datapackage.json', `${JSON.stringify(paquetDeLaCopie(), null, 2)}\n`)
  const { nom: poste } = await lireReglages(db)
  await ecrireFichier(dossier, 'LISEZ-MOI.txt', `\uFEFF${lisezMoi({ poste, le: maintenant(), lignes })}`)
  return Object.values(lignes).reduce((a, b) => a + b, 0)
}

type Ligne = Readonly<Record<string, unknown>>

/** One table, read once: its CSV, its JSON, and the files that its rows hold. Gives its number of rows. */
const ecrireTable = async (
  db: Db,
  table: TableDite,
  dossier: string,
  chaque: (ligne: Ligne) => Promise<void>,
): Promise<number> => {
  const colonnes = table.colonnes.filter(({ type }) => type !== 'reponses')
  const titres = colonnes.map(({ titre }) => titre)
  let nombre = 0
  await ecrireCsv(dossier, table.fichier, titres, (ecrireLignes) =>
    ouvrir(dossier, `json/${table.fichier}.json`, async (json) => {
      for await (const ligne of lireLignes({ db, table })) {
        await ecrireLignes([colonnes.map((colonne) => pourCsv(colonne, ligne))])
        const entiere = Object.fromEntries(table.colonnes.map((colonne) => [colonne.nom, pourJson(colonne, ligne)]))
        await json(`${nombre === 0 ? '[' : ','}\n${JSON.stringify(entiere)}`)
        await chaque(ligne)
        for (const colonne of table.colonnes)
          if (colonne.type === 'fichier')
            await ecrireFichier(dossier, colonne.place(ligne), ligne[colonne.nom] as Uint8Array)
        nombre += 1
      }
      await json(nombre === 0 ? '[]\n' : '\n]\n')
    }),
  )
  return nombre
}

const ecrireCsv = async (
  dossier: string,
  nom: string,
  titres: readonly string[],
  travail: (ecrire: (lignes: readonly (readonly Valeur[])[]) => Promise<void>) => Promise<void>,
): Promise<void> =>
  ouvrir(dossier, `csv/${nom}.csv`, async (ecrire) => {
    await ecrire(`\uFEFF${enCsv([titres])}`)
    await travail(async (lignes) => (lignes.length === 0 ? undefined : ecrire(enCsv(lignes))))
  })

const ecrireFichier = (dossier: string, nom: string, contenu: string | Uint8Array): Promise<void> =>
  ouvrir(dossier, nom, (_, fichier) => fichier.writeFile(contenu))

/** A new file of the copy, that this user alone may read; what is written is gathered, then flushed to the disk. */
const ouvrir = async (
  dossier: string,
  nom: string,
  travail: (ecrire: (texte: string) => Promise<void>, fichier: FileHandle) => Promise<void>,
): Promise<void> => {
  const chemin = resolve(dossier, nom)
  if (!chemin.startsWith(`${resolve(dossier)}${sep}`)) throw new ErreurMetier('ecriture-impossible')
  await mkdir(dirname(chemin), { recursive: true, mode: 0o700 })
  const fichier = await open(join(chemin), 'wx', 0o600)
  let attente = ''
  const poser = async () => {
    const texte = attente
    attente = ''
    await fichier.writeFile(texte)
  }
  try {
    await travail(async (texte) => {
      attente += texte
      if (attente.length > TAMPON) await poser()
    }, fichier)
    await poser()
    await fichier.sync()
  } finally {
    await fichier.close()
  }
}

/** Characters gathered before they are written. */
const TAMPON = 1 << 16
