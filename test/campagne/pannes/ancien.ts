import { join } from 'node:path'
import { closeDatabase, openDatabase } from '#db/connection.ts'
import { migrations } from '#db/migrations/index.ts'
import { cheminsDuCoffre } from '#electron/service/coffre/chemins.ts'
import { creerCoffre } from '#electron/service/coffre/creation.ts'
import { lireEntete } from '#electron/service/coffre/entete.ts'
import { avecCle, developper } from '#electron/service/coffre/enveloppe.ts'
import { cout, phrase, unDossier } from '../../integration/coffre/aide.ts'

/** A coffre made by the first version, never opened since, with so many households: opening it migrates it. Gives its folder. */
export const unCoffreAncien = async (foyers: number): Promise<string> => {
  const chemins = cheminsDuCoffre(join(unDossier(), 'coffre'))
  const connues = Object.fromEntries(Object.entries(migrations).slice(0, 1))
  await creerCoffre(chemins, { phrase, cout, nom: '', connues })
  const cle = await developper(lireEntete(chemins, cout), 'phrase', phrase)
  if (cle === undefined) throw new Error('no key')
  await avecCle(cle, async () => {
    const db = openDatabase(chemins.base, cle)
    for (let i = 0; i < foyers; i += 1)
      await db
        .insertInto('foyer')
        .values({ id: `f${i}` })
        .execute()
    await closeDatabase(db)
  })
  return chemins.dossier
}
