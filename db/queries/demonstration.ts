import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { DemonstrationCoordination } from '#shared/domaine/demo/coordination/generer.ts'
import type { Demonstration } from '#shared/domaine/demo/generer.ts'
import type { DemonstrationTig } from '#shared/domaine/demo/tig/generer.ts'
import { ecrireTexte } from './bilan.ts'
import { enregistrerBrouillon } from './brouillons.ts'
import { ecrireCoordination } from './demonstration-coordination.ts'
import { ecrireCvp } from './demonstration-cvp.ts'
import { ecrireTig } from './demonstration-tig.ts'
import { marquerEcheance } from './echeances.ts'
import { enregistrerEntretien } from './entretiens.ts'
import { rattacherFoyer } from './foyers.ts'
import { lireNomenclature } from './nomenclature.ts'
import { noterSuite } from './orientations.ts'
import { enregistrerPartenaire } from './partenaires.ts'
import { enregistrerPoste } from './postes.ts'
import { cloturerSuivi } from './suivis.ts'

/** Writes an invented post whole or not at all, by the very acts of a user, each entretien noted on its own day. */
export const ecrireDemonstration = (
  db: Db,
  demo: Demonstration,
  maintenant: Date,
  progression: (fait: number, total: number) => void,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const nomenclature = await lireNomenclature(trx, 'isc')
    for (const partenaire of demo.partenaires) await enregistrerPartenaire(trx, nomenclature, partenaire)
    for (const poste of demo.postes) await enregistrerPoste(trx, poste)
    for (const [i, entretien] of demo.entretiens.entries()) {
      const instant = new Date(`${entretien.date}T${entretien.heure ?? '12:00'}:00`)
      await enregistrerEntretien(trx, nomenclature, entretien, instant)
      progression(i + 1, demo.entretiens.length)
    }
    for (const suite of demo.suites) await noterSuite(trx, suite, maintenant)
    for (const { id, faiteLe } of demo.echeancesFaites) await marquerEcheance(trx, id, faiteLe)
    for (const cloture of demo.clotures) await cloturerSuivi(trx, nomenclature, cloture, maintenant)
    for (const lien of demo.foyers) await rattacherFoyer(trx, lien)
    for (const [section, texte] of Object.entries(demo.textes))
      await ecrireTexte(trx, { dispositif: 'isc', annee: demo.annee, section, texte })
    for (const brouillon of demo.brouillons) await enregistrerBrouillon(trx, brouillon, maintenant)
    await ecrireCvp(trx, demo.cvp, demo.annee, maintenant)
  })

type Ville = {
  readonly annee: number
  readonly tig: DemonstrationTig
  readonly coordination: DemonstrationCoordination
}

/** Writes what the town of that post does besides: it receives for work, and coordinates. Whole or not at all. */
export const ecrireVille = (db: Db, { annee, tig, coordination }: Ville, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    await ecrireTig(trx, tig, annee, maintenant)
    await ecrireCoordination(trx, coordination, annee, maintenant)
  })
