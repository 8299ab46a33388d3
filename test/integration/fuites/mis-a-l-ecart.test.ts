import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entier, sansRestriction } from '#db/cloison.ts'
import { lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { octetsDe } from '../coffre/aide.ts'
import { ecrivent, montrer, ouvrirFichier, unCoffreRempli } from './coffre-rempli.ts'
import { lisibles, planter } from './planter.ts'

const semaine = { du: '2025-06-09', au: '2025-06-15', jour: '2025-06-09', confirmation: 'avec-noms' }
/** All that is about somebody; the paper of a meeting names whom the group wrote down, and nobody's file. */
const dePersonne =
  /^(?:personne|entretien|presence|participation|echeance|orientation|foyer|accueil|journee|demarche)\./u

/** What each call that writes a file lets out, its letters and its agenda with names included. */
const unCoffreMarque = async () => {
  const service = await unCoffreRempli()
  const plantees = await sansRestriction(service.db, () => planter(service.db))
  const { db, dossier, entrees, router } = service
  const lettre = (code: string) => Object.assign({}, entrees['lettres.ecrire'], { modele: { genre: 'fourni', code } })
  const sortir = async (appel: string): Promise<readonly string[]> => {
    const [feature, method] = appel.split('.')
    await montrer(db, appel)
    const lieu = mkdtempSync(join(dossier, '..', 'sortie-'))
    const chemin = findCall(contract, feature, method)?.chemin === 'dossier' ? lieu : join(lieu, 'fichier')
    const lettres = appel === 'lettres.ecrire' ? Object.keys(lettresFournies).map(lettre) : []
    const demandes = [entrees[appel], ...lettres, ...(appel === 'agenda.imprimerAvecNoms' ? [semaine] : [])]
    for (const demande of demandes) await router(feature, method, demande, { chemin })
    return lisibles(plantees, Object.values(octetsDe(lieu)).flatMap(ouvrirFichier)).filter((c) => dePersonne.test(c))
  }
  return { ...service, sortir }
}

/** The copy of somebody's data is her right, set aside or not; the whole coffre in plain text is whoever holds it. */
const pourElle = new Set(['droits.exporter', 'copieEnClair.ecrire'])

test('les papiers d’une personne la nomment ; mise à l’écart, aucun fichier ne dit plus rien d’elle, hormis sa propre copie', async () => {
  const { api, db, sortir } = await unCoffreMarque()
  const lettre = await sortir('lettres.ecrire')
  expect(lettre).toEqual(expect.arrayContaining(['personne.nom', 'personne.prenom', 'personne.telephone']))
  expect(lettre.filter((c) => !c.startsWith('personne.'))).toEqual([])
  expect(await sortir('agenda.imprimerAvecNoms')).toEqual(['echeance.libelle', 'personne.nom', 'personne.prenom'])
  expect(await sortir('agenda.imprimer')).toEqual([])
  expect(await sortir('impressions.imprimerListe')).toEqual([])
  expect(await sortir('impressions.imprimerGuide')).toEqual([])
  expect(await sortir('tig.ecrireAttestation')).toContain('personne.nom')

  const personnes = await entier(db).selectFrom('personne').select('id').execute()
  for (const [rang, { id: personneId }] of personnes.entries())
    await api.droits.ecarter({ id: randomUUID(), personneId, genre: rang % 2 === 0 ? 'opposition' : 'limitation' })
  expect(await db.selectFrom('personne').select('id').execute()).toEqual([])

  const dits: Record<string, readonly string[]> = {}
  for (const appel of ecrivent.filter((a) => !pourElle.has(a))) {
    const lus = await sortir(appel)
    if (lus.length > 0) dits[appel] = lus
  }
  expect(dits).toEqual({})
}, 240_000)
