import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { closeDatabase, openDatabase } from '#db/connection.ts'
import { migrerCoffre } from '#db/migrate.ts'
import { choisirDispositifs } from '#db/queries/dispositifs.ts'
import { ecrireReglages } from '#db/queries/reglages.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Chemins } from './chemins.ts'
import { creerCodeSecours } from './code-secours.ts'
import { ecrireEntete, nouvelEntete } from './entete.ts'
import { avecCle, envelopper } from './enveloppe.ts'
import { creerDossierPrive, renommer } from './fichiers.ts'
import type { Migrations } from './ouverture.ts'

/** What a new base is made for. */
type Poste = {
  readonly nom: string
  readonly dispositifs?: readonly CodeDispositif[] | undefined
  readonly connues: Migrations
}

/**
 * Makes a coffre and gives its recovery code. The base is made complete under another name, the header written, and
 * last the base gets its name: that single rename is what makes the coffre exist. Cut short before it, the folder still
 * counts as empty (nothing was ever stored in it); after it, everything is there.
 */
export const creerCoffre = async (
  chemins: Chemins,
  { phrase, cout, ...poste }: { readonly phrase: string; readonly cout: number } & Poste,
): Promise<{ readonly codeSecours: string }> => {
  refuserExistant(chemins)
  creerDossierPrive(chemins.dossier)
  const codeSecours = creerCodeSecours()
  await avecCle(randomBytes(32), async (cle) => {
    await creerBase(chemins.baseEnCreation, cle, poste)
    const base = nouvelEntete(randomUUID(), cout)
    const enveloppes = {
      phrase: await envelopper(base, 'phrase', phrase, cle),
      secours: await envelopper(base, 'secours', codeSecours, cle),
    }
    await ecrireEntete(chemins, { ...base, enveloppes })
  })
  await renommer(chemins.baseEnCreation, chemins.base)
  return { codeSecours }
}

/** Which of the two files are there; the leftovers of a creation cut short count for nothing. */
export const presence = (chemins: Chemins): 'absent' | 'incomplet' | 'complet' => {
  const base = existsSync(chemins.base)
  const entete = existsSync(chemins.entete)
  if (base && entete) return 'complet'
  if (!base && (!entete || existsSync(chemins.baseEnCreation))) return 'absent'
  return 'incomplet'
}

const refuserExistant = (chemins: Chemins): void => {
  const etat = presence(chemins)
  if (etat === 'complet') throw new ErreurMetier('coffre-existant')
  if (etat === 'incomplet') throw new ErreurMetier('coffre-incomplet')
}

const creerBase = async (fichier: string, cle: Buffer, { nom, dispositifs, connues }: Poste): Promise<void> => {
  for (const suffixe of ['', '-wal', '-shm']) rmSync(fichier + suffixe, { force: true })
  const db = openDatabase(fichier, cle, { creation: true })
  try {
    await migrerCoffre(db, connues)
    await ecrireReglages(db, { nom })
    if (dispositifs !== undefined) await choisirDispositifs(db, dispositifs)
  } finally {
    // Closing folds the journal into the file: one file to rename.
    await closeDatabase(db)
  }
}
