import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sansRestriction } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { changerDispositif, choisirDispositifs } from '#db/queries/dispositifs.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { octetsDe } from '../coffre/aide.ts'
import { unPosteGarni } from '../coffre/poste-garni.ts'
import { valeur } from '../../fixtures/service.ts'
import { lisibles, planter } from './planter.ts'

/**
 * What each call that writes a file lets out of what somebody typed, column by column: no name of a person but where the
 * user asked for one by name, no note nowhere. A column that joins one of these, or a call that is not there, fails.
 */
const emporte: Readonly<Record<string, readonly string[]>> = {
  'bilanCoordination.exporter': [
    'bilan_texte.texte',
    'budget_ligne.financeur',
    'budget_ligne.libelle',
    'fiche_action.numero',
    'fiche_action.titre',
    'fiche_annee.avancement',
    'fiche_annee.difficultes',
    'fiche_annee.suites',
    'indicateur.libelle',
    'strategie.territoire',
    'strategie.titre',
  ],
  // What the post does, of nobody.
  'droits.ecrireDocument': ['duree_conservation.source', 'modalite_locale.libelle'],
  // The copy of one person's data, for that person; others are masked.
  'droits.exporter': [
    'duree_conservation.source',
    'echeance.libelle',
    'entretien.note',
    'partenaire.nom',
    'personne.commune',
    'personne.lien_foyer',
    'personne.nom',
    'personne.prenom',
    'personne.telephone',
    'presence.commune',
  ],
  'instances.convocation': ['instance.nom', 'instance.secteur', 'reunion.lieu', 'reunion.ordre_du_jour'],
  'listes.exporter': ['modalite_locale.libelle'],
  'observatoire.exporter': ['secteur.nom'],
  // The paper of one person, for that person.
  'tig.ecrireAttestation': [
    'accueil.encadrant',
    'accueil.referent',
    'personne.naissance',
    'personne.nom',
    'personne.prenom',
    'poste_travail.intitule',
  ],
}
/** A plain copy of everything, asked for by whoever holds the coffre. */
const copieEntiere = 'copieEnClair.ecrire'

const imprimer = (html: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(html))

/** A file as an indiscreet reader opens it: as it is, then whatever is packed in it, names of parts included. */
const ouvrir = (octets: Buffer): readonly Buffer[] =>
  octets.subarray(0, 2).toString() === 'PK'
    ? [octets, ...dezipper(octets).flatMap(({ nom, contenu }) => [Buffer.from(nom), Buffer.from(contenu)])]
    : [octets]

const ecrivent = Object.entries(contract).flatMap(([f, methodes]) =>
  Object.entries(methodes).flatMap(([m, call]) => ('chemin' in call ? [`${f}.${m}`] : [])),
)
const montrer = async (db: Db, appel: string): Promise<void> => {
  await choisirDispositifs(db, ['isc', 'cvp', 'tig'])
  const cvp = /^(?:parcours|impressions)\./u.test(appel)
  await changerDispositif(db, appel.startsWith('tig.') ? 'tig' : cvp ? 'cvp' : 'isc')
}
/** Writes one of everything that the calls of a window can write, then a mark in every column of text of the base. */
const unCoffreMarque = async () => {
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
  return { ...service, plantees: await sansRestriction(db, () => planter(db)) }
}

/** Tables that no call of a post of these fixtures fills. */
const sansLigne = new Set(['base_partagee', 'modalite_fusion_ligne', 'situation_correction'])

test('ce que chaque fichier emporte, colonne par colonne, et rien de lisible dans le coffre fermé', async () => {
  const { api, router, db, dossier, entrees, incidents, plantees } = await unCoffreMarque()
  const vides = new Set<string>()
  for (const table of new Set(plantees.map((p) => p.colonne.split('.')[0] ?? ''))) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
    if (rows[0]?.n === 0 && !sansLigne.has(table)) vides.add(table)
  }
  expect([...vides]).toEqual([])

  const vus: Record<string, readonly string[]> = {}
  for (const appel of ecrivent) {
    const [feature, method] = appel.split('.')
    const lieu = mkdtempSync(join(dossier, '..', 'sortie-'))
    await montrer(db, appel)
    const chemin = findCall(contract, feature, method)?.chemin === 'dossier' ? lieu : join(lieu, 'fichier')
    const reponse = await router(feature, method, entrees[appel], { chemin })
    // A file may be called by the title of an action, never by the name of somebody; a refusal tells nothing at all.
    const dits = lisibles(plantees, [Buffer.from(JSON.stringify(reponse))])
    expect([appel, dits.filter((c) => !reponse.ok || c.startsWith('personne.'))]).toEqual([appel, []])
    const lus = lisibles(plantees, Object.values(octetsDe(lieu)).flatMap(ouvrir))
    if (lus.length > 0) vus[appel] = lus
  }
  const { [copieEntiere]: copie = [], ...autres } = vus
  expect(autres).toEqual(emporte)
  // The detector sees what it looks for.
  expect(copie).toEqual(
    expect.arrayContaining(['personne.nom', 'personne.telephone', 'entretien.note', 'partenaire.note']),
  )

  await valeur(api.coffre.verrouiller())
  expect(lisibles(plantees, Object.values(octetsDe(dossier)))).toEqual([])
  expect(lisibles(plantees, [Buffer.from(incidents.join('\n'))])).toEqual([])
})
