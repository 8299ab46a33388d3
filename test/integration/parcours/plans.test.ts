import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { listerComites } from '#db/queries/parcours/comites.ts'
import { enregistrerDemarche } from '#db/queries/parcours/demarches.ts'
import { listerEcheancesLegales, listerSorties, lireParcours } from '#db/queries/parcours/parcours.ts'
import { enregistrerPassage } from '#db/queries/parcours/passages.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { plansDe } from '../../fixtures/plans.ts'
import { entretienJustice } from './un-parcours.ts'

test('un parcours, les sorties, les délais et les comités ne se lisent qu’avec des index', async () => {
  const db = await uneBase()
  const cvp = await lireNomenclature(db, 'cvp')
  const maintenant = new Date('2025-06-02T10:00:00')
  const entretien = entretienJustice(unePersonne(), 'cvp')
  const suiviId = entretien.suivi.id
  await enregistrerEntretien(db, cvp, entretien, maintenant)
  const passage = {
    id: unId(),
    suiviId,
    etablissement: 'cd-neuvic',
    quartier: null,
    entree: null,
    sortie: null,
    mode: null,
  }
  await enregistrerPassage(db, cvp, passage, maintenant)
  const demarche = { id: unId(), suiviId, domaine: 'logement', demarche: 'siao', partenaireId: null } as const
  await enregistrerDemarche(
    db,
    cvp,
    { ...demarche, ouverteLe: '2025-03-01', echeance: null, precision: null },
    maintenant,
  )
  const lectures: ((d: Db) => Promise<unknown>)[] = [
    (d) => lireParcours(d, cvp, suiviId, '2025-06-02'),
    (d) => listerSorties(d, cvp, '2025-06-02'),
    (d) => listerEcheancesLegales(d, cvp, { jour: '2025-06-02', jusquau: '2025-12-31' }),
    (d) => listerComites(d, 'cvp'),
  ]
  for (const lecture of lectures) {
    const plan = await plansDe(db, lecture)
    expect(plan.length).toBeGreaterThan(0)
    expect(plan.filter((etape) => /^SCAN (?!modalite_locale|champ_local|necessite)[a-z]/u.test(etape))).toEqual([])
  }
})
