import { compter } from '#shared/domaine/bilan/comptes.ts'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import type { Faits } from '#shared/domaine/bilan/faits.ts'
import { reculer } from '#shared/domaine/bilan/periode.ts'
import { declarations, mesurer } from '#shared/domaine/bilan/preparer.ts'
import { recenser, type Recensement } from '#shared/domaine/bilan/recensement.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { juger } from '#shared/domaine/secret/juger.ts'
import { accomplir } from '#shared/domaine/secret/moteur/accomplir.ts'
import { poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { scinder } from '#shared/domaine/secret/scinder.ts'
import { composerBilan } from '#shared/domaine/secret/protege.ts'
import { dans, solveur } from '../../fixtures/secret/problemes.ts'

const annee = { du: '2012-01-01', au: '2012-12-31' }

/** The report of 2012, with 2011 beside it where it holds something. */
export const unBilan = (faits: Faits, { seuil = 5, mode = 'masquage', dispositif = 'isc' }: Choix = {}): Bilan => {
  const { tableaux, chiffres } = declarations[dispositif]
  const comptes = [annee, reculer(annee, 1)]
    .map((p) => compter(faits, p))
    .filter((c, i) => i === 0 || c.entretiens.length > 0)
  const jugerUn = (recensement: Recensement) => {
    const parties = scinder(recensement, [], seuil).map((partie) => {
      const posee = poserRecensement(partie.recensement, [], { seuil, mode, budget: 0 })
      return { recensement: partie.recensement, posee, constat: accomplir(solveur, posee.tache, dans(0)) }
    })
    return juger(recensement, parties, seuil)
  }
  const [periode, ...precedentes] = recenser(tableaux, comptes, dispositifs[dispositif], seuil, 'detaillee').map(
    (recensements, i) => {
      const compte = comptes[i]
      if (compte === undefined) throw new Error('period without counts')
      return { annee: 2012 - i, etp: 1, unites: recensements.map(jugerUn), mesures: mesurer(compte) }
    },
  )
  if (periode === undefined) throw new Error('no period')
  const entete = { dispositif, titre: '', demonstration: false, periode: annee } as const
  return composerBilan({
    entete: { ...entete, postes: [], sections: [] },
    textes: new Map(tableaux.map((t) => [t.id, t])),
    chiffres,
    periode,
    precedentes,
    serie: [periode, ...precedentes]
      .map((p, i) => ({ annee: p.annee, personnes: comptes[i]?.personnes.length ?? 0 }))
      .toReversed(),
    regle: { seuil, mode, catalogue: `${dispositif}-1` },
  })
}

type Choix = {
  readonly seuil?: number
  readonly mode?: 'masquage' | 'arrondi'
  readonly dispositif?: CodeDispositif
}
