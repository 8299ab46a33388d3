import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sansRestriction } from '#db/cloison.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { octetsDe } from '../coffre/aide.ts'
import { valeur } from '../../fixtures/service.ts'
import { ecrivent, montrer, ouvrirFichier, unCoffreRempli } from './coffre-rempli.ts'
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

const unCoffreMarque = async () => {
  const service = await unCoffreRempli()
  return { ...service, plantees: await sansRestriction(service.db, () => planter(service.db)) }
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
    const lus = lisibles(plantees, Object.values(octetsDe(lieu)).flatMap(ouvrirFichier))
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
