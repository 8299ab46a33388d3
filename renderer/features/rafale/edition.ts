import { aujourdhui } from '#app/dates.ts'
import type { LigneRafale } from '#shared/domaine/rafale/lignes.ts'
import { ecrireDate, lireDate, lireNaissance } from '#ui/lire-date.ts'

/** Where the cursor is. */
export type Place = { readonly rang: number; readonly colonne: number }

/** An empty line whose id stays the same while the lines before it are: typing in it makes it a line. */
export const ligneVierge = (lignes: readonly LigneRafale[]): LigneRafale => {
  const derniere = lignes.at(-1)?.id ?? ''
  const connue = vierges.get(derniere)
  if (connue !== undefined && !lignes.some((l) => l.id === connue.id)) return connue
  const neuve = { id: crypto.randomUUID(), cellules: {} }
  vierges.set(derniere, neuve)
  return neuve
}

const vierges = new Map<string, LigneRafale>()

/** One cell changed; the line ready under the last one joins them once something is typed in it. */
export const changerCellule = (
  affichees: readonly LigneRafale[],
  nombre: number,
  rang: number,
  champ: string,
  texte: string,
): readonly LigneRafale[] =>
  affichees
    .slice(0, rang >= nombre && texte !== '' ? nombre + 1 : nombre)
    .map((ligne, i) => (i === rang ? { id: ligne.id, cellules: avec(ligne.cellules, champ, texte) } : ligne))

const avec = (cellules: LigneRafale['cellules'], champ: string, texte: string): LigneRafale['cellules'] =>
  texte === ''
    ? Object.fromEntries(Object.entries(cellules).filter(([c]) => c !== champ))
    : { ...cellules, [champ]: texte }

export const retirerLigne = (lignes: readonly LigneRafale[], rang: number): readonly LigneRafale[] =>
  lignes.filter((_, i) => i !== rang)

/** Pasted lines over those from `rang` on, then under them; `oubliees` are those beyond `max`. */
export const collerDans = (
  lignes: readonly LigneRafale[],
  collees: readonly LigneRafale['cellules'][],
  rang: number,
  max: number,
): { readonly suite: readonly LigneRafale[]; readonly oubliees: number } => {
  const place = Math.min(rang, lignes.length)
  const reunies = collees.map((cellules, i): LigneRafale => {
    const dessous = lignes[place + i]
    return dessous === undefined
      ? { id: crypto.randomUUID(), cellules }
      : { id: dessous.id, cellules: { ...dessous.cellules, ...cellules } }
  })
  const suite = [...lignes.slice(0, place), ...reunies, ...lignes.slice(place + reunies.length)]
  return { suite: suite.slice(0, max), oubliees: Math.max(0, suite.length - max) }
}

/** Dates written in full (« 9/3 » → « 09/03/2026 »); what cannot be read stays as typed, and is told. */
export const completer = (ligne: LigneRafale): LigneRafale => {
  const cellules = Object.fromEntries(
    Object.entries(ligne.cellules).map(([champ, texte]) => [champ, (lecteurs[champ]?.(texte) ?? '') || texte]),
  )
  return { id: ligne.id, cellules }
}

const enDate = (texte: string): string => ecrireDate(lireDate(texte, aujourdhui()) ?? null)

const lecteurs: Readonly<Record<string, (texte: string) => string>> = {
  date: enDate,
  saisineDate: enDate,
  naissance: (texte) => ecrireDate(lireNaissance(texte, aujourdhui()) ?? null),
}
