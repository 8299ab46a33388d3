import { codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { Reglages } from '#shared/ipc/contract/poste.ts'
import type { Db } from '../connection.ts'

/** Every setting of the coffre; the ones never written have their default. */
export const lireReglages = async (db: Db): Promise<Reglages> => {
  const lignes = await db.selectFrom('reglage').select(['cle', 'valeur']).execute()
  const ecrits = Object.fromEntries(lignes.map(({ cle, valeur }): [string, unknown] => [cle, JSON.parse(valeur)]))
  return Reglages.parse({ ...defauts, ...ecrits })
}

/** Writes the settings given, leaves the others as they are. */
export const ecrireReglages = async (db: Db, reglages: Partial<Reglages>): Promise<void> => {
  const lignes = Object.entries(reglages).map(([cle, valeur]) => ({ cle, valeur: JSON.stringify(valeur) }))
  if (lignes.length === 0) return
  await db
    .insertInto('reglage')
    .values(lignes)
    .onConflict((conflit) => conflit.column('cle').doUpdateSet((eb) => ({ valeur: eb.ref('excluded.valeur') })))
    .execute()
}

const defauts: Reglages = {
  nom: '',
  intervenant: '',
  dispositifs: [codesDispositif[0]],
  dispositif: codesDispositif[0],
  verrouillageMinutes: 10,
  secoursConfirme: false,
  secondEmplacement: null,
  demonstration: false,
}
