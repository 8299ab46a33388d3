import { expect, test } from 'vitest'
import { lireFaits } from '#db/queries/bilan.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { enregistrerDemarche } from '#db/queries/parcours/demarches.ts'
import { ouvrirParcours } from '#db/queries/parcours/ouvrir.ts'
import { enregistrerPersonne } from '#db/queries/personnes.ts'
import { cloturerSuivi } from '#db/queries/suivis.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'

const maintenant = new Date('2025-12-31T12:00:00')

/** A CVP post, and what each year says of the only person of it: nothing, or new or not, gone or not. */
const unPoste = async () => {
  const db = await uneBase()
  const n = await lireNomenclature(db, 'cvp')
  const fiche = unePersonne()
  const presences = [unePresence(fiche, { role: 'accompagnee', reponses: {} })]
  return {
    rencontrer: (suiviId: string, date: string) =>
      enregistrerEntretien(
        db,
        n,
        unEntretien({ suivi: { id: suiviId, saisineDate: null, reponses: {} }, date, presences, reponses: {} }),
        maintenant,
      ),
    reperer: async (suiviId: string, date: string) => {
      await enregistrerPersonne(db, n, fiche, maintenant)
      await ouvrirParcours(
        db,
        n,
        { suiviId, personneId: fiche.id, date, role: 'accompagnee', reponses: {} },
        maintenant,
      )
    },
    demarcher: (suiviId: string, ouverteLe: string) =>
      enregistrerDemarche(
        db,
        n,
        {
          id: unId(),
          suiviId,
          domaine: 'logement',
          demarche: 'siao',
          partenaireId: null,
          echeance: null,
          ouverteLe,
          precision: '',
        },
        maintenant,
      ),
    clore: (id: string, date: string) => cloturerSuivi(db, n, { id, date, motif: 'objectifs-atteints' }, maintenant),
    enAnnee: async (annee: number): Promise<string | null> => {
      const periode = { du: `${annee}-01-01`, au: `${annee}-12-31` }
      const [personne] = compter(await lireFaits(db, 'cvp', periode), periode).personnes
      if (personne === undefined) return null
      return `${personne.poursuivie ? 'poursuivie' : 'nouvelle'}, ${personne.sortie ? 'sortie' : 'restante'}`
    },
  }
}

test('qui est vu dans un second suivi, le premier restant ouvert, n’est pas une personne nouvelle, et n’est pas sorti', async () => {
  const { rencontrer, clore, enAnnee } = await unPoste()
  const [ancien, second] = [unId(), unId()]
  await rencontrer(ancien, '2023-05-02')
  await rencontrer(second, '2025-02-03')
  await clore(second, '2025-10-01')
  expect(await Promise.all([2023, 2024, 2025].map(enAnnee))).toEqual([
    'nouvelle, restante',
    null,
    'poursuivie, restante',
  ])
})

test('qui est repéré une année et rencontré la suivante est nouveau quand on le rencontre', async () => {
  const { reperer, rencontrer, enAnnee } = await unPoste()
  const suivi = unId()
  await reperer(suivi, '2024-12-18')
  await rencontrer(suivi, '2025-01-09')
  expect(await Promise.all([2024, 2025].map(enAnnee))).toEqual([null, 'nouvelle, restante'])
})

test('une démarche commence un suivi comme un entretien', async () => {
  const { reperer, demarcher, rencontrer, enAnnee } = await unPoste()
  const suivi = unId()
  await reperer(suivi, '2024-12-18')
  await demarcher(suivi, '2024-12-20')
  await rencontrer(suivi, '2025-01-09')
  expect(await Promise.all([2024, 2025].map(enAnnee))).toEqual(['nouvelle, restante', 'poursuivie, restante'])
})

test('qui est sorti puis revient est nouveau, même repéré avant la période, et un repérage en attente ne retient personne', async () => {
  const { reperer, rencontrer, clore, enAnnee } = await unPoste()
  const [ancien, second] = [unId(), unId()]
  await rencontrer(ancien, '2024-02-01')
  await clore(ancien, '2024-06-01')
  await reperer(second, '2024-12-18')
  expect(await enAnnee(2024)).toBe('nouvelle, sortie')
  await rencontrer(second, '2025-01-09')
  expect(await enAnnee(2025)).toBe('nouvelle, restante')
})
