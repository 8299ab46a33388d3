import { closeSync, openSync, readSync } from 'node:fs'
import { closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { compterLignes, estIntegre } from '#db/copie.ts'
import { pendingMigrations } from '#db/migrate.ts'
import { premiereRupture } from '#db/queries/journal.ts'
import {
  compterEntretiensSansPresence,
  compterLiensRompus,
  compterPersonnesSansParticipation,
  compterPresencesSansParticipation,
} from '#db/queries/verification.ts'
import { exigerDroit } from '#shared/domaine/acces/agent.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { cheminsDuCoffre } from './chemins.ts'
import { presence } from './creation.ts'
import { COUT, lireEntete } from './entete.ts'
import { avecCle } from './enveloppe.ts'
import { deverrouiller, reconnaitre } from './ouverture.ts'

/** One thing looked at. `a-voir` is worth a look and is not a fault. */
export type Controle = {
  readonly id: string
  readonly libelle: string
  readonly etat: 'bon' | 'anomalie' | 'a-voir'
  readonly nombre?: number
}
export type RapportControle = {
  readonly controles: readonly Controle[]
  /** Number of rows of each table; empty when the base cannot be read. */
  readonly lignes: Readonly<Record<string, number>>
}

/** Looks at a whole coffre and writes nothing to it, not even a migration. Throws when it is missing or the secret is wrong. */
export const controlerCoffre = async (dossier: string, phrase: string, maintenant: Date): Promise<RapportControle> => {
  const chemins = cheminsDuCoffre(dossier)
  const la = presence(chemins)
  if (la === 'absent') throw new ErreurMetier('coffre-absent')
  if (la === 'incomplet') throw new ErreurMetier('coffre-incomplet')
  const chiffree = controle('chiffrement', 'La base est chiffrée', !estEnClair(chemins.base))
  const entete = tenter(() => lireEntete(chemins, COUT))
  const enTete = controle('enveloppes', 'Les deux enveloppes de la clé sont bien formées', entete !== undefined)
  if (entete === undefined) return { controles: [chiffree, enTete], lignes: {} }
  const porteur = await deverrouiller(chemins, entete, 'phrase', phrase, maintenant)
  return avecCle(porteur.cle, async (cle) => {
    const db = tenter(() => openDatabase(chemins.base, cle, { lecture: true }))
    const ouvre = controle('cle', 'La clé ouvre la base', db !== undefined)
    const debut = [chiffree, enTete, ouvre]
    if (db === undefined) return { controles: debut, lignes: {} }
    try {
      exigerDroit(await reconnaitre(db, porteur.agent), 'sauvegardes')
      const { controles, lignes } = await controlerBase(db)
      return { controles: [...debut, ...controles], lignes }
    } finally {
      await closeDatabase(db)
    }
  })
}

const controlerBase = async (db: Db): Promise<RapportControle> => {
  const integre = await estIntegre(db, 'integrity_check')
  const integrite = controle('integrite', 'Le fichier est intègre', integre)
  if (!integre) return { controles: [integrite], lignes: {} }
  const aJour = (await pendingMigrations(db)).length === 0
  const schema = controle('schema', 'La base est à la version de ce programme', aJour)
  const lignes = await compterLignes(db)
  if (!aJour) return { controles: [integrite, schema], lignes }
  return {
    controles: [
      integrite,
      schema,
      compte('liens', 'Aucun lien rompu', await compterLiensRompus(db)),
      compte('entretiens-sans-presence', 'Aucun entretien sans personne', await compterEntretiensSansPresence(db)),
      compte(
        'presences-sans-participation',
        'Aucune personne reçue hors de son suivi',
        await compterPresencesSansParticipation(db),
      ),
      compte(
        'personnes-sans-suivi',
        'Aucune personne sans suivi',
        await compterPersonnesSansParticipation(db),
        'a-voir',
      ),
      controle('journal', 'La chaîne du journal est entière', (await premiereRupture(db)) === null),
    ],
    lignes,
  }
}

const controle = (id: string, libelle: string, bon: boolean): Controle => ({
  id,
  libelle,
  etat: bon ? 'bon' : 'anomalie',
})

const compte = (id: string, libelle: string, nombre: number, sinon: Controle['etat'] = 'anomalie'): Controle => ({
  id,
  libelle,
  etat: nombre === 0 ? 'bon' : sinon,
  nombre,
})

const estEnClair = (base: string): boolean => {
  const debut = Buffer.alloc(16)
  const descripteur = openSync(base, 'r')
  try {
    readSync(descripteur, debut)
  } finally {
    closeSync(descripteur)
  }
  return debut.toString('latin1') === 'SQLite format 3\0'
}

/** A damaged file is what one came to find out; a newer one is a refusal. */
const tenter = <T>(travail: () => T): T | undefined => {
  try {
    return travail()
  } catch (error) {
    if (error instanceof ErreurMetier && error.erreur.code === 'coffre-illisible') return undefined
    throw error
  }
}
