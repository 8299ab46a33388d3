import { compter } from '#shared/domaine/bilan/comptes.ts'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import type { Faits } from '#shared/domaine/bilan/faits.ts'
import { reculer } from '#shared/domaine/bilan/periode.ts'
import { calculerPeriodes, declarations, mesurer } from '#shared/domaine/bilan/preparer.ts'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'
import { protegerBilan } from '#shared/domaine/secret/protege.ts'
import { masquerParSeuil } from '#shared/domaine/secret/seuil.ts'

const annee = { du: '2012-01-01', au: '2012-12-31' }

/** The report of 2012, with 2011 beside it where it holds something. */
export const unBilan = (faits: Faits): Bilan => {
  const { tableaux, chiffres } = declarations.isc
  const comptes = [annee, reculer(annee, 1)]
    .map((p) => compter(faits, p))
    .filter((c, i) => i === 0 || c.entretiens.length > 0)
  const [periode, ...precedentes] = calculerPeriodes(tableaux, comptes, isc, 5).map((calcules, i) => {
    const compte = comptes[i]
    if (compte === undefined) throw new Error('period without counts')
    return { annee: 2012 - i, etp: 1, tableaux: calcules, mesures: mesurer(compte) }
  })
  if (periode === undefined) throw new Error('no period')
  const entete = {
    dispositif: 'isc',
    titre: '',
    demonstration: false,
    periode: annee,
    postes: [],
    sections: [],
  } as const
  return protegerBilan(
    {
      entete: { ...entete, postes: [], sections: [] },
      textes: new Map(tableaux.map((t) => [t.id, t])),
      chiffres,
      periode,
      precedentes,
      serie: [periode, ...precedentes]
        .map((p, i) => ({ annee: p.annee, personnes: comptes[i]?.personnes.length ?? 0 }))
        .toReversed(),
    },
    5,
    (systeme, seuil) => ({ masquees: masquerParSeuil(systeme, seuil), certifiee: false }),
  )
}
