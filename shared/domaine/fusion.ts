import { z } from 'zod'
import { Id } from './communs.ts'
import type { PersonneResume } from './personne.ts'

/** What two files may say otherwise of one person; an answer of the post is `reponses.<code>`. */
export const champsIdentite = ['nom', 'prenom', 'naissance', 'telephone', 'commune'] as const
export const ChampFusion = z.union([
  z.enum([...champsIdentite, 'foyer']),
  z.templateLiteral(['reponses.', z.string().max(60)]),
])
export type ChampFusion = z.infer<typeof ChampFusion>

/** Two files made one: `id` is kept, with what `deLAutre` takes from the other; an answer that only one gives is kept anyway. */
export const Fusion = z.strictObject({
  fusionId: Id,
  id: Id,
  absorbeeId: Id,
  deLAutre: z.array(ChampFusion).max(100),
})
export type Fusion = z.infer<typeof Fusion>

/** A merge that a file comes from, as long as it can be undone. */
export const FusionFaite = z.strictObject({ id: Id, le: z.iso.datetime(), nom: z.string() })
export type FusionFaite = z.infer<typeof FusionFaite>

export type Difference = {
  readonly champ: Exclude<ChampFusion, 'foyer'>
  /** The side that says more. */
  readonly plein: 'gauche' | 'droite'
}

type Fiche = Pick<PersonneResume, (typeof champsIdentite)[number] | 'reponses'>

/** Fields that the two files do not fill alike. */
export const differences = (gauche: Fiche, droite: Fiche): readonly Difference[] => [
  ...champsIdentite
    .filter((champ) => gauche[champ] !== droite[champ])
    .map((champ) => ({ champ, plein: plein(gauche[champ], droite[champ]) })),
  ...[...new Set([...Object.keys(gauche.reponses), ...Object.keys(droite.reponses)])]
    .filter((code) => JSON.stringify(gauche.reponses[code]) !== JSON.stringify(droite.reponses[code]))
    .map((code) => ({
      champ: `reponses.${code}` as const,
      plein: plein(gauche.reponses[code], droite.reponses[code]),
    })),
]

/** The identity that is left, once the other one has given what was chosen. */
export const reunir = <F extends Fiche>(gardee: F, absorbee: Fiche, deLAutre: readonly ChampFusion[]): F => {
  const pris = new Set<string>(deLAutre)
  const identite = champsIdentite.filter((champ) => pris.has(champ)).map((champ) => [champ, absorbee[champ]])
  const reponses = Object.entries(absorbee.reponses).filter(
    ([code]) => gardee.reponses[code] === undefined || pris.has(`reponses.${code}`),
  )
  const retirees = new Set(
    Object.keys(gardee.reponses).filter(
      (code) => pris.has(`reponses.${code}`) && absorbee.reponses[code] === undefined,
    ),
  )
  const gardees = Object.entries(gardee.reponses).filter(([code]) => !retirees.has(code))
  return {
    ...gardee,
    ...Object.fromEntries(identite),
    reponses: Object.fromEntries([...gardees, ...reponses]),
  }
}

const plein = (gauche: unknown, droite: unknown): 'gauche' | 'droite' =>
  longueur(droite) > longueur(gauche) ? 'droite' : 'gauche'

const longueur = (valeur: unknown): number =>
  typeof valeur === 'string' || Array.isArray(valeur) ? valeur.length : valeur === null || valeur === undefined ? 0 : 1
