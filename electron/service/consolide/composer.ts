import { CONSOLIDE, derniereEdition } from '#db/queries/registre.ts'
import type { Db } from '#db/connection.ts'
import { anneeDe, nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import { declarations } from '#shared/domaine/bilan/preparer.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { type BilanProtege, composerBilan } from '#shared/domaine/secret/protege.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { AnneePrecedente } from './annee-precedente.ts'
import type { Jugement } from './juger.ts'
import { type Perimetre, sectionsDuPerimetre } from './lire.ts'

export type SommeJugee = {
  readonly perimetre: Perimetre
  readonly recensements: readonly Recensement[]
  readonly jugement: Jugement
  readonly avant: AnneePrecedente | undefined
}

/** The consolidated report as it will be read: what was judged of the sum, and what the year before told. */
export const composerSomme = async (
  db: Db,
  demande: DemandeBilan,
  { perimetre, recensements, jugement, avant }: SommeJugee,
  maintenant: Date,
): Promise<BilanProtege> => {
  const { dispositif, du, au, seuil, mode } = demande
  const { lots, demonstration } = perimetre
  const { unites, retires } = jugement
  const periode = { du, au }
  const postes = lots.flatMap((l) => l.postes.map((p) => ({ ...p, nom: `${l.poste} — ${p.nom}` })))
  const textes = new Map(
    declarations[dispositif].tableaux.map(({ id, titre, definition }) => [id, { titre, definition }]),
  )
  const recues = recensements.find((r) => r.unite === 'personnes')?.unites.length
  return composerBilan({
    entete: {
      dispositif,
      titre: `Bilan consolidé ${nomDePeriode(periode)}`,
      demonstration,
      periode,
      postes,
      sections: sectionsDuPerimetre(
        dispositif,
        perimetre,
        retires.map((id) => textes.get(id)?.titre ?? id),
        avant,
      ),
    },
    textes,
    chiffres: declarations[dispositif].chiffres,
    periode: {
      annee: anneeDe(periode),
      etp: postes.reduce((n, p) => n + (p.etp * p.mois) / 12, 0),
      unites,
      mesures: [],
    },
    precedentes: avant === undefined ? [] : [avant.jugee],
    serie: recues === undefined ? [] : [...serieDe(avant), { annee: anneeDe(periode), personnes: recues }],
    regle: { seuil, mode, catalogue: catalogueDe(demande) },
    le: jourLocal(maintenant),
    remplace: (await derniereEdition(db, dispositif, periode, 'consolidation'))?.creeeLe.slice(0, 10),
  })
}

/** How it is told: two editions of one catalogue have the same tables and rows. */
export const catalogueDe = ({ dispositif, mode }: DemandeBilan): string =>
  `${dispositif}-1${mode === 'regroupement' ? '-regroupe' : ''}${CONSOLIDE}`

const serieDe = (avant: AnneePrecedente | undefined): { readonly annee: number; readonly personnes: number }[] => {
  const total = avant?.jugee.unites.find((u) => u.recensement.unite === 'personnes')?.total
  return avant === undefined || total === undefined ? [] : [{ annee: avant.jugee.annee, personnes: total ?? 0 }]
}
