import { expect, test } from 'vitest'
import { creerHasard } from '#shared/domaine/demo/hasard.ts'
import { desFaits } from '../unit/bilan/faits.ts'
import { unBilan } from '../unit/bilan/un-bilan.ts'

/** A post of any size, its frequent answers and its rare ones, this year and the one before. */
const unPoste = (graine: number) => {
  const hasard = creerHasard(graine)
  const parmi = <T>(valeurs: readonly T[]): T => {
    const valeur = valeurs[Math.floor(hasard.nombre() ** 2 * valeurs.length)]
    if (valeur === undefined) throw new Error('no value')
    return valeur
  }
  const n = Math.floor(3 + hasard.nombre() * (graine % 4 === 0 ? 400 : 60))
  const autre = () => Math.floor(hasard.nombre() * n)
  const ids = Array.from({ length: n }, (_, i) => i)
  return desFaits(
    Array.from({ length: Math.floor(n * (1 + hasard.nombre() * 3)) }, (_, i) => ({
      qui: `p${i < n ? i : autre()}`,
      suivi: `s${autre()}`,
      le: parmi(['2012-02-03', '2012-09-10', '2011-05-02']),
      role: parmi(['victime', 'hors-champ-penal', 'mis-en-cause', 'temoin', 'non-renseigne', 'entourage']),
      commune: parmi(['Aubervilliers', 'Pantin', 'Dugny', 'Stains', '']),
      connu: parmi(['oui', 'non'] as const),
      entretien: { lieu: parmi(['commissariat', 'mairie']), modalite: parmi(['telephone', 'presentiel']) },
      destinations: hasard.nombre() < 0.5 ? [parmi(['ccas', 'cidff', '115'])] : [],
    })),
    Object.fromEntries(
      ids.map((i) => [
        `p${i}`,
        {
          naissance: parmi(['1950', '1980-03-04', '2001-07-08', null]),
          reponses: { sexe: parmi(['femme', 'homme']) },
        },
      ]),
    ),
    Object.fromEntries(
      ids.map((i) => [
        `s${i}`,
        { reponses: { problematique: parmi(['violences-conjugales', 'logement', 'separation', 'harcelement']) } },
      ]),
    ),
  )
}

test('aucun poste, si petit soit-il, ne se voit refuser son bilan', () => {
  for (let graine = 1; graine <= 40; graine += 1)
    for (const [seuil, mode] of [
      [5, 'masquage'],
      [11, 'masquage'],
      [5, 'arrondi'],
      [10, 'arrondi'],
      [15, 'arrondi'],
    ] as const) {
      const bilan = unBilan(unPoste(graine), { seuil, mode })
      expect([graine, seuil, mode, bilan.secret.audit.statut]).toEqual([graine, seuil, mode, 'protege'])
    }
}, 900_000)
