import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { exigerNominatif, inscrireExport, lirePoints } from '#db/queries/instances/nominatif.ts'
import { aDesPoints, lireReunion } from '#db/queries/instances/reunions.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Agent, peutDemander } from '#shared/domaine/acces/agent.ts'
import { roles } from '#shared/domaine/acces/roles.ts'
import { admetNominatif } from '#shared/domaine/instances/instance.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { normaliser } from '#shared/utils/texte.ts'
import { chiffrerDocx } from '../export/docx-chiffre.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { convocationDe, type Seance } from './convocation.ts'
import { papierEnDocx, type PapierInstance } from './papier.ts'
import { releveDe, releveNominatifDe } from './releve.ts'

/** Writes the convocation of a meeting in the folder; gives the names of the files. */
export const ecrireConvocation = async (db: Db, reunionId: string, dossier: string): Promise<string[]> => {
  const seance = await lireSeance(db, reunionId)
  return ecrire(dossier, 'convocation', seance, convocationDe(seance, await posteDe(db)))
}

/** Writes an ordinary relevé. Throws `releve-nominatif` where persons were lawfully spoken of; elsewhere none is ever read. */
export const ecrireReleve = async (db: Db, reunionId: string, dossier: string): Promise<string[]> => {
  const seance = await lireSeance(db, reunionId)
  if (admetNominatif(seance.instance, seance.reunion.date) && (await aDesPoints(db, reunionId)))
    throw new ErreurMetier('releve-nominatif')
  return ecrire(dossier, 'releve', seance, releveDe(seance, await posteDe(db)))
}

type Sortie = { readonly reunionId: string; readonly dossier: string; readonly agent: Agent; readonly maintenant: Date }

/**
 * Writes a relevé with its persons, encrypted, and enters it in the register, both or neither; gives its password. Same refusals
 * as reading the points.
 */
export const ecrireReleveNominatif = (
  db: Db,
  { reunionId, dossier, agent, maintenant }: Sortie,
): Promise<{ readonly fichiers: string[]; readonly motDePasse: string }> =>
  inTransaction(db, async (trx) => {
    await exigerNominatif(trx, reunionId)
    const seance = await lireSeance(trx, reunionId)
    const points = await lirePoints(trx, reunionId, peutDemander(agent, 'suivi'))
    const le = maintenant.toISOString()
    const par = agent.nom === '' ? roles[agent.role].libelle : agent.nom
    await inscrireExport(trx, { id: randomUUID(), reunionId, le, par })
    const papier = releveNominatifDe(seance, points, await posteDe(trx))
    const { contenu, motDePasse } = chiffrerDocx(await papierEnDocx(papier))
    return { fichiers: await ecrireDocx(dossier, 'releve-nominatif', seance, contenu), motDePasse }
  })

const lireSeance = async (db: Db, reunionId: string): Promise<Seance> => ({
  ...(await lireReunion(db, reunionId)),
  nomenclature: await lireNomenclature(db, 'coordination'),
})

const ecrire = async (dossier: string, genre: string, seance: Seance, papier: PapierInstance): Promise<string[]> =>
  ecrireDocx(dossier, genre, seance, await papierEnDocx(papier))

const ecrireDocx = (
  dossier: string,
  genre: string,
  { instance, reunion }: Seance,
  contenu: Uint8Array,
): Promise<string[]> => {
  const instanceEnNom = normaliser(instance.nom).replaceAll(' ', '-').slice(0, 60)
  const nom = `${genre}-${instanceEnNom}-${reunion.date}.docx`
  return ecrireFichiers(dossier, new Map([[nom, contenu]]))
}

const posteDe = async (db: Db): Promise<string> => (await lireReglages(db)).nom
