import type { Db } from '#db/connection.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'

/** Closed list that answers each column. */
const listes = {
  trouble: 'trouble',
  lieu: 'lieu-trouble',
  fonction: 'fonction-signalante',
  frequence: 'frequence-trouble',
  intervention: 'intervention-mediation',
  resultat: 'resultat-mediation',
} as const

type Reponses = { readonly [C in keyof typeof listes]?: string | null }

/** Throws `valeur-inconnue` for a code that the lists of the coordination do not hold; an absent answer is none. */
export const verifierReponses = async (db: Db, reponses: Reponses): Promise<void> => {
  const nomenclature = await lireNomenclature(db, 'coordination')
  const inconnus = (Object.keys(listes) as (keyof typeof listes)[]).filter((champ) => {
    const code = reponses[champ] ?? null
    return code !== null && !trouverListe(nomenclature, listes[champ]).modalites.some((m) => m.code === code)
  })
  if (inconnus.length > 0)
    throw new ErreurMetier('valeur-inconnue', {
      champs: Object.fromEntries(inconnus.map((champ) => [champ, 'valeur-inconnue'])),
    })
}

/** A fact is of today at the latest. */
export const verifierDate = (date: string, maintenant: Date): void => {
  if (date > jourLocal(maintenant)) throw new ErreurMetier('entree-invalide', { champs: { date: 'futur' } })
}

/** Names of the sectors, which designate nobody in a note; throws when the one named is not among them. */
export const verifierSecteur = async (db: Db, secteurId: string): Promise<readonly string[]> => {
  const secteurs = await db.selectFrom('secteur').select(['id', 'nom']).execute()
  if (!secteurs.some((s) => s.id === secteurId))
    throw new ErreurMetier('valeur-inconnue', { champs: { secteurId: 'valeur-inconnue' } })
  return secteurs.map((s) => s.nom)
}
