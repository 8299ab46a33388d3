import { z } from 'zod'
import type { Champ, Porteur } from './dispositif.ts'
import { type Nomenclature, trouverListe } from './nomenclature.ts'

/** Answers to the declared questions, by code of the question. An absent key is « non renseigné », never an empty string. */
export const Reponses = z.record(
  z.string().max(60),
  z.union([
    z.string().min(1).max(60),
    z.array(z.string().min(1).max(60)).min(1).max(50),
    z.int().min(0).max(1_000_000),
  ]),
)
export type Reponses = z.infer<typeof Reponses>
export type Reponse = Reponses[string]

/** Questions that `reponses` answers wrongly for this bearer, as `champ → reason`; empty when all is well. */
export const erreursDeReponses = (
  nomenclature: Nomenclature,
  porteur: Porteur,
  reponses: Reponses,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(reponses).flatMap(([code, reponse]) => {
      const champ = nomenclature.champs.find((c) => c.code === code && c.porteur === porteur)
      const raison = champ === undefined ? 'champ-inconnu' : erreurDe(nomenclature, champ, reponse)
      return raison === undefined ? [] : [[code, raison]]
    }),
  )

const erreurDe = (nomenclature: Nomenclature, champ: Champ, reponse: Reponse): string | undefined => {
  if (champ.type === 'nombre') return typeof reponse === 'number' ? undefined : 'nombre-attendu'
  if (champ.type === 'choix' ? typeof reponse !== 'string' : !Array.isArray(reponse)) return 'type'
  const codes = new Set(trouverListe(nomenclature, champ.liste).modalites.map((m) => m.code))
  const donnes = Array.isArray(reponse) ? reponse : [reponse]
  return donnes.every((d) => codes.has(String(d))) && new Set(donnes).size === donnes.length
    ? undefined
    : 'valeur-inconnue'
}
