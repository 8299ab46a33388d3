import { expect, test } from 'vitest'
import { lireEdition, listerEditions } from '#db/queries/registre.ts'
import { preparerBilan } from '#electron/service/bilan/preparer.ts'
import { createAtelier, demarrerOuvrier } from '#electron/service/secret/atelier.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { controlerLecture } from '#shared/domaine/secret/moteur/accomplir.ts'
import { posees } from '#shared/domaine/secret/moteur/poser.ts'
import { ErreurSolveur } from '#shared/domaine/secret/moteur/solveur.ts'
import { poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { relire } from '#shared/domaine/secret/relire.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { solveur } from '../../fixtures/secret/problemes.ts'
import { annee, unPoste2012 } from './poste-2012.ts'
import { lireRegistre } from './registre-joint.ts'

test('l’auditeur, qui ne lit que le document et le registre, refuse une case masquée qu’on aurait publiée, ou changée', async () => {
  const { db, publier } = await unPoste2012()
  expect(await publier(annee)).toBe('publié')
  const [edition] = await listerEditions(db(), 'isc')
  const entiere = await lireEdition(db(), edition?.id ?? '')
  const document = Bilan.parse(entiere?.document)
  const [inscrite] = (await lireRegistre(db())).get('personnes') ?? []
  if (inscrite === undefined) throw new Error('nothing in the ledger')
  const { tache, adresses } = poserRecensement(inscrite.recensement, [], { seuil: 5, mode: 'masquage', budget: 0 })
  const auditer = (lu: Bilan) => controlerLecture(solveur, tache, relire(lu, null, adresses))
  expect(auditer(document)).toMatchObject({ statut: 'protege', exposees: [] })

  const { probleme, imprimees } = posees(tache)
  const noms = new Map(adresses.map((a) => [JSON.stringify(a.place), `${a.tableau} ${a.codes.join(' ')}`]))
  const vraies = new Map(
    imprimees.map(({ place, rang }) => [noms.get(JSON.stringify(place)), probleme.systeme.valeurs[rang]]),
  )
  const changer = (id: string, codes: string, valeur: number): Bilan => {
    const copie = structuredClone(document)
    for (const cellule of copie.tableaux.find((t) => t.id === id)?.cellules ?? [])
      if (cellule.modalites.join(' ') === codes) Object.assign(cellule, { etat: 'publie', valeur })
    return copie
  }
  const cellules = document.tableaux
    .filter((t) => inscrite.recensement.tableaux.some((r) => r.id === t.id))
    .flatMap((t) => t.cellules.map((c) => ({ id: t.id, codes: c.modalites.join(' '), valeur: c.valeur })))
  const masquees = cellules.filter((c) => c.valeur === undefined)
  expect(masquees.length).toBeGreaterThan(5)
  for (const { id, codes } of masquees.filter((_, i) => i % 4 === 0)) {
    const vraie = vraies.get(`${id} ${codes}`) ?? -1
    expect([id, codes, auditer(changer(id, codes, vraie)).statut]).toEqual([id, codes, 'expose'])
  }
  // One person more in a crossing whose margins are all shown: no population fits, which is no success.
  const une = cellules.find((c) => c.id === 'sexe_x_age' && !c.codes.includes('total') && c.valeur !== undefined)
  if (une?.valeur === undefined) throw new Error('nothing is shown')
  expect(() => auditer(changer(une.id, une.codes, (une.valeur ?? 0) + 1))).toThrow(ErreurSolveur)
})

test('un solveur qui tombe ne publie rien, et n’inscrit rien', async () => {
  const { db } = await unPoste2012()
  const atelier = createAtelier({
    demarrer: () => {
      const ouvrier = demarrerOuvrier()
      void ouvrier.terminate()
      return ouvrier
    },
  })
  const outils = { db: db(), atelier, maintenant: () => new Date('2026-11-22'), progression: () => undefined }
  const erreur: unknown = await preparerBilan(outils, annee, 'publication').catch((e: unknown) => e)
  await atelier.fermer()
  expect(erreur).toBeInstanceOf(ErreurMetier)
  expect(erreur).toMatchObject({ erreur: { code: 'secret-non-prouve' } })
  expect(await listerEditions(db(), 'isc')).toEqual([])
})
