import { expect, test } from 'vitest'
import { creerHasard } from '#shared/domaine/demo/hasard.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { posees } from '#shared/domaine/secret/moteur/poser.ts'
import { estProtegee } from '#shared/domaine/secret/moteur/regle.ts'
import { type Ancienne, direValeur, poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { lirePersonnes, trouver } from '../../fixtures/secret/problemes.ts'
import { attaquer, publier } from '../../fixtures/secret/publications.ts'
import { unRecensement } from '../../fixtures/secret/recensements.ts'

const { dims, personnes } = lirePersonnes('synthetic-T1-323')
const questions = dims.map((d) => ({ id: d.name, feuilles: d.leaves }))

const recenser = (unites: readonly (typeof personnes)[number][]): Recensement =>
  unRecensement(
    questions,
    questions.map((q) => [q.id]),
    unites,
  )

/** The 323 persons of the study, at home in five communes of the sizes of the study; which of them lives where is drawn here. */
const communes = (graine: number): readonly Recensement[] => {
  const melangees = creerHasard(graine).melanger(personnes)
  let debut = 0
  return [126, 81, 57, 37, 22].map((nombre) => recenser(melangees.slice(debut, (debut += nombre))))
}

/** Small cells of all the reports that a reader of all of them knows too well, and those that he knows exactly. */
const joindre = (edition: Ancienne, autres: readonly Ancienne[]) => {
  const { tache, adresses } = poserRecensement(edition.recensement, autres, { seuil: 5, mode: 'masquage', budget: 0 })
  const { probleme, savoirDe } = posees(tache)
  const valeurs = new Map(edition.imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur]))
  const lues = adresses.map(({ place, tableau, codes }) => {
    const valeur = valeurs.get(`${tableau} ${codes.join(' ')}`) ?? null
    return { place, dit: valeur === null ? null : direValeur(valeur, 1, codes) }
  })
  const { systeme, regle } = probleme
  const petites = [...probleme.primaires].filter((c) => (systeme.places[c] ?? []).length > 0)
  const trouvees = trouver(systeme, savoirDe([...tache.dites, ...lues]), petites)
  const sous = [...trouvees].filter(([c, i]) => !estProtegee(regle, systeme.valeurs[c] ?? 0, i))
  return { petites: petites.length, sous: sous.length, exactes: sous.filter(([, [bas, haut]]) => bas === haut).length }
}

test.each([
  { graine: 1, avant: { petites: 40, sous: 6, exactes: 4 }, enPlus: 6 },
  { graine: 2, avant: { petites: 36, sous: 18, exactes: 4 }, enPlus: 8 },
])('cinq communes et leur ensemble, tirage $graine : sûrs chacun, trahis joints, réparés par $enPlus cases', (cas) => {
  const editions = communes(cas.graine).map((c) => publier(c))
  const seul = publier(recenser(personnes))
  for (const edition of [...editions, seul]) expect(attaquer(edition)).toEqual([])
  expect(joindre(seul, editions)).toEqual(cas.avant)
  const repare = publier(recenser(personnes), editions)
  expect(attaquer(repare, editions)).toEqual([])
  expect(joindre(repare, editions)).toEqual({ petites: cas.avant.petites, sous: 0, exactes: 0 })
  expect(masquees(repare) - masquees(seul)).toBe(cas.enPlus)
})

const masquees = ({ imprimes }: Ancienne): number => imprimes.filter((i) => i.valeur === null).length
