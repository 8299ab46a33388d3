import { z } from 'zod'
import { Code } from './communs.ts'
import type { Dispositif, Liste, Porteur } from './dispositif.ts'
import { NON_RENSEIGNE, type Nomenclature } from './nomenclature.ts'
import type { EntretienASaisir } from './entretien.ts'
import type { Reponses } from './reponses.ts'

/** One answer of a list that from now on is another one of the same list. Its code stays known, and is never given again. */
export const Fusion = z.strictObject({ liste: Code, de: Code, vers: Code })
export type Fusion = z.infer<typeof Fusion>

/** Where a list answers: a declared question of a bearer, or the column that a dispositif binds to one of its lists. */
export type Place =
  | { readonly porteur: Porteur; readonly champ: string }
  | { readonly porteur: 'role' | 'destination' | 'genre' | 'motif'; readonly champ: null }

/** Every place of a dispositif where this list answers. */
export const placesDe = (dispositif: Dispositif, liste: string): readonly Place[] => [
  ...dispositif.champs.flatMap((c) => (c.liste === liste ? { porteur: c.porteur, champ: c.code } : [])),
  ...colonnes.flatMap(({ lien, porteurs }) =>
    dispositif[lien] === liste ? porteurs.map((porteur) => ({ porteur, champ: null })) : [],
  ),
]

const colonnes = [
  { lien: 'listeRoles', porteurs: ['role'] },
  { lien: 'listeDestinations', porteurs: ['destination', 'genre'] },
  { lien: 'listeMotifs', porteurs: ['motif'] },
] as const

/**
 * Why an answer cannot be merged into another, or undefined. Jalon keeps the answers that its own rules or figures name, and
 * the lists whose every answer a rule names: merging those would make a published definition false.
 */
export const refusDeFusion = (
  nomenclatures: readonly Nomenclature[],
  { liste: code, de, vers }: Fusion,
): 'inconnue' | 'tenue' | 'elle-meme' | undefined => {
  const siennes = nomenclatures.filter((n) => n.listes.some((l) => l.code === code))
  const liste = siennes.flatMap((n) => n.listes).find((l) => l.code === code)
  const connue = (m: string) => liste?.modalites.some((x) => x.code === m) === true
  if (liste === undefined || !connue(de) || !connue(vers)) return 'inconnue'
  if (de === vers) return 'elle-meme'
  if (listesTenues.has(code) || !siennes.some((n) => n.nature === 'entretiens' && placesDe(n, code).length > 0))
    return 'tenue'
  const nommes = [
    NON_RENSEIGNE,
    ...(reponsesTenues[code] ?? []),
    ...siennes.flatMap((n) => (n.listeRoles === code ? [n.roleParDefaut, n.roleSousEntendu] : [])),
  ]
  return nommes.includes(de) ? 'tenue' : undefined
}

/** Whether an answer may be merged into another of its list. */
export const peutFusionner = (nomenclature: Nomenclature, liste: Liste, de: string): boolean => {
  const vers = liste.modalites.find((m) => m.code !== de)?.code
  return vers !== undefined && refusDeFusion([nomenclature], { liste: liste.code, de, vers }) === undefined
}

/** Answered by rules, or places that have their own screen. */
const listesTenues: ReadonlySet<string> = new Set(['sexe', 'oui-non', 'domaine', 'lieu-justice', 'nationalite'])

/** Answers that a figure, a table or the follow-up of Jalon reads by their code. */
const reponsesTenues: Readonly<Record<string, readonly string[]>> = {
  'modalite-justice': ['detention'],
  'motif-sortie': ['reincarceration', 'perdu-de-vue', 'refus'],
  suite: ['emploi-durable', 'emploi'],
}

/** Names under which the answers of these places are found in a form being typed. */
export const clefsDe = (places: readonly Place[]): ReadonlySet<string> =>
  new Set(places.map(({ porteur, champ }) => champ ?? porteur))

/** The content of a form being typed, with the answer merged wherever one of these names holds it. */
export const remplacerDans = (contenu: unknown, clefs: ReadonlySet<string>, fusion: Fusion): unknown => {
  if (Array.isArray(contenu)) return contenu.map((c) => remplacerDans(c, clefs, fusion))
  if (typeof contenu !== 'object' || contenu === null) return contenu
  return Object.fromEntries(
    Object.entries(contenu).map(([clef, valeur]) => [
      clef,
      clefs.has(clef) ? suivreUne(valeur, fusion) : remplacerDans(valeur, clefs, fusion),
    ]),
  )
}

const suivreUne = (valeur: unknown, { de, vers }: Fusion): unknown => {
  const suivre = (v: unknown) => (v === de ? vers : v)
  return Array.isArray(valeur) ? [...new Set(valeur.map(suivre))] : suivre(valeur)
}

/** The answers of one bearer as they count now: what a form opened before a merge still says is put in order. */
export const suivreFusions = (nomenclature: Nomenclature, porteur: Porteur, reponses: Reponses): Reponses =>
  Object.fromEntries(
    Object.entries(reponses).map(([code, reponse]) => {
      const liste = nomenclature.champs.find((c) => c.code === code && c.porteur === porteur)?.liste
      if (typeof reponse === 'number') return [code, reponse]
      if (typeof reponse === 'string') return [code, codeSuivi(nomenclature, liste, reponse)]
      return [code, [...new Set(reponse.map((c) => codeSuivi(nomenclature, liste, c)))]]
    }),
  )

/** The code that this one counts as in its list: itself, unless it was merged. */
export const codeSuivi = (nomenclature: Nomenclature, liste: string | undefined, code: string): string =>
  nomenclature.listes.find((l) => l.code === liste)?.fusionnees?.find((f) => f.code === code)?.vers ?? code

/** A whole form, as it counts now. */
export const entretienSuivi = (nomenclature: Nomenclature, entretien: EntretienASaisir): EntretienASaisir => ({
  ...entretien,
  suivi: { ...entretien.suivi, reponses: suivreFusions(nomenclature, 'suivi', entretien.suivi.reponses) },
  reponses: suivreFusions(nomenclature, 'entretien', entretien.reponses),
  presences: entretien.presences.map((p) => ({
    ...p,
    role: codeSuivi(nomenclature, nomenclature.listeRoles, p.role),
    reponses: suivreFusions(nomenclature, 'participation', p.reponses),
  })),
  orientations: entretien.orientations.map((o) => ({
    ...o,
    destination: codeSuivi(nomenclature, nomenclature.listeDestinations, o.destination),
  })),
})
