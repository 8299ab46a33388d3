import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { preparerConsolide } from '#electron/service/consolide/preparer.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { messageErreur } from '#shared/erreurs/messages.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { publierSomme } from '../../fixtures/consolider.ts'
import { anneeDe, maintenant, outilsDe, publierPoste, uneCoordination } from '../../fixtures/postes-inventes.ts'
import { unPoste } from '../lots/aide.ts'

const demande = anneeDe(2025)

const poste = async (nom: string, personnes: number) => {
  const db = await unPoste(nom, personnes)
  return { nom, db, outils: outilsDe(db) }
}

const recevoirUnePersonne = async (db: Db): Promise<void> => {
  const entretien = unEntretien({ presences: [unePresence(unePersonne({ reponses: { sexe: 'femme' } }))] })
  await enregistrerEntretien(db, dispositifs.isc, entretien, maintenant)
}

const uneSomme = async () => {
  const coordination = await uneCoordination()
  const preparer = (voulue: Partial<DemandeBilan> = {}) =>
    preparerConsolide(coordination.outils, { ...demande, ...voulue }, 'apercu')
  /** Why it is refused, and the post at fault; nothing when it is not. */
  const refus = async (voulue: Partial<DemandeBilan> = {}): Promise<string> => {
    try {
      await preparer(voulue)
      return ''
    } catch (error) {
      if (!(error instanceof ErreurMetier)) throw error
      expect(messageErreur(error.erreur)).toContain('Les totaux restent possibles')
      const { motif = '', poste: qui = '' } = error.erreur.champs ?? {}
      return `${motif} ${qui}`.trim()
    }
  }
  return { ...coordination, preparer, refus }
}

test('sans aucun lot, il n’y a rien à additionner ; entre postes, l’arrondi est refusé', async () => {
  const { recevoir, refus } = await uneSomme()
  expect(await refus()).toBe('aucun-lot')
  await recevoir(await poste('Pantin', 12), demande)
  expect(await refus({ mode: 'arrondi' })).toBe('arrondi')
  expect(await refus()).toBe('')
})

test('un poste qui a changé ses données après les avoir publiées est nommé, le détail refusé, les totaux permis', async () => {
  const { recevoir, refus, preparer } = await uneSomme()
  const [pantin, bobigny] = [await poste('Pantin', 14), await poste('Bobigny', 16)]
  await publierPoste(pantin, demande)
  await recevoirUnePersonne(pantin.db)
  await recevoir(pantin, demande)
  await recevoir(bobigny, demande)
  expect(await refus()).toBe('modifie-depuis Pantin')
  const { aPublier, verification } = await preparer({ mode: 'total' })
  expect(aPublier.bilan.tableaux.map((t) => [t.id, t.base])).toEqual([['personnes-par-annee', 31]])
  expect(verification.ecarts).toContainEqual(
    expect.objectContaining({ poste: 'Pantin', tableau: 'type-public', codes: ['total'], publie: 14, lot: 15 }),
  )
  expect(new Set(verification.ecarts.map((e) => e.poste))).toEqual(new Set(['Pantin']))
})

test('un poste qui a publié un semestre empêche le détail de l’année', async () => {
  const { recevoir, refus } = await uneSomme()
  const pantin = await poste('Pantin', 14)
  await publierPoste(pantin, { ...demande, au: '2025-06-30' })
  await recevoir(pantin, demande)
  expect(await refus()).toBe('autres-jours Pantin')
})

test('après un bilan consolidé : cinq personnes de plus sont dites, quatre non, un lot remplacé jamais', async () => {
  const { outils, recevoir, refus } = await uneSomme()
  const [pantin, bobigny] = [await poste('Pantin', 14), await poste('Bobigny', 16)]
  await recevoir(pantin, demande)
  await recevoir(bobigny, demande)
  await publierSomme(outils, demande)
  await recevoir(await poste('Drancy', 4), demande)
  expect(await refus()).toBe('trop-peu-de-personnes')
  await recevoir(await poste('Gagny', 8), demande)
  expect(await refus()).toBe('')
  await publierSomme(outils, demande)
  await recevoirUnePersonne(pantin.db)
  await recevoir(pantin, demande)
  expect(await refus()).toBe('lot-remplace')
})

test('le total d’un poste qui doit le taire ne se retrouve pas par différence', async () => {
  const { recevoir, preparer } = await uneSomme()
  await recevoir(await poste('Pantin', 14), demande)
  await recevoir(await poste('Bobigny', 3), demande)
  const { aPublier } = await preparer({ mode: 'total' })
  expect(aPublier.bilan.tableaux.map((t) => t.base)).toEqual([null])
  await recevoir(await poste('Drancy', 2), demande)
  expect((await preparer({ mode: 'total' })).aPublier.bilan.tableaux.map((t) => t.base)).toEqual([19])
})
