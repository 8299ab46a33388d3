import type { Document } from './document.ts'
import { lireNombre, pasDe } from './nombre.ts'
import { type Case, joindre, type Lecture, parmi, TOTAL, vide } from './savoir.ts'

// The definitions printed beside the headline numbers say of which cells they are made.

const totaux: ReadonlySet<string> = new Set(['personnes', 'entretiens', 'suivis', 'saisines', 'orientations'])
const lignes: Readonly<Record<string, readonly [tableau: string, code: string]>> = {
  personnesNouvelles: ['nouvelle', 'oui'],
  contactsAnonymes: ['anonymat', 'anonyme'],
  suivisOuverts: ['nouvelle-situation', 'oui'],
}
const parts: Readonly<Record<string, readonly [tableau: string, numerateur: string, base: readonly string[]]>> = {
  partHorsChampPenal: ['type-public', 'hors-champ-penal', [TOTAL]],
  partInconnusServicesSociaux: ['connu-services-sociaux', 'non', ['oui', 'non']],
}
/** Totals over totals, or durations: they tell nothing of a cell. */
const autres = /^(?:entretiensParPersonne|personnesParSuivi|suivisClos|dureeMediane|personnesParEtp|entretiensParEtp)$/u

export const lireChiffre = (
  id: string,
  annee: string,
  valeur: number | null,
  fichier: string,
  document: Document,
): Lecture => {
  const caseDe = (tableau: string, code: string): readonly Case[] =>
    document.tableaux
      .filter((t) => t.id === tableau)
      .map((t) => ({ unite: t.unite, annee, tableau, codes: t.dimensions.map((_, i) => (i === 0 ? code : TOTAL)) }))
  if (valeur === null) return vide
  const [ligne, part] = [lignes[id], parts[id]]
  const tableauDe = (nom: string | undefined) => document.tableaux.find((t) => t.id === nom)
  const compte = totaux.has(id)
    ? document.tableaux.find((t) => t.unite === id && t.dimensions[0]?.id !== 'annee')
    : tableauDe(ligne?.[0])
  if (compte !== undefined)
    return joindre(
      caseDe(compte.id, ligne?.[1] ?? TOTAL).map((c) => lireNombre(c, valeur, null, null, fichier, compte)),
    )
  const taux = tableauDe(part?.[0])
  if (part !== undefined && taux !== undefined) {
    const [tableau, numerateur, base] = part
    // Between rounded numbers the share is of the rounded ones: nothing that they do not tell.
    if (pasDe(taux) > 1) return vide
    return partage(
      caseDe(tableau, numerateur),
      base.flatMap((b) => caseDe(tableau, b)),
      valeur,
      fichier,
    )
  }
  const connu = totaux.has(id) || ligne !== undefined || part !== undefined || autres.test(id)
  return connu ? vide : { ...vide, incomprises: [`${fichier} : chiffre ${id}`] }
}

/** numerateur ÷ base, in percent to one decimal: two inequalities. */
const partage = (numerateur: readonly Case[], base: readonly Case[], part: number, fichier: string): Lecture => {
  const [bas, haut] = parmi(part, 1)
  const difference = (taux: number) =>
    numerateur.map((c): readonly [number, Case] => [1, c]).concat(base.map((c) => [-taux, c]))
  const commun = { fichier, par: 'chiffre' } as const
  return {
    ...vide,
    faits: [
      { ...commun, termes: difference(bas), bas: 0, haut: Infinity },
      { ...commun, termes: difference(haut), bas: -Infinity, haut: 0 },
    ],
  }
}
