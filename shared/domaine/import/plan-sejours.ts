import { dateFrancaise } from '../../utils/dates.ts'
import type { Passage } from '../parcours/passage.ts'
import { estUnTransfert } from './faits-lus.ts'
import type { PassageConnu } from './connus.ts'
import type { LigneLue } from './lire-ligne.ts'
import { createRemarques, type Remarques } from './remarques.ts'

/** A stay being put together from the lines that speak of it, on top of what the coffre holds. */
type Sejour = Omit<Passage, 'id'> & {
  readonly id: string
  /** Taken out of sight by the user, and never brought back by a file. */
  readonly supprime: boolean
  readonly duCoffre: boolean
  readonly lignes: readonly number[]
  readonly change: boolean
}

export type PlanSejours = Remarques & { readonly passages: readonly Passage[] }

const CHEVAUCHEMENT = 'Séjours d’une même personne qui se chevauchent : gardés tels quels, à vérifier.'
const TRANSFERT =
  'Sortie suivie d’une entrée dans un autre établissement : comprise comme un transfert, non comme une libération.'

/**
 * The stays that a file adds to one suivi. One établissement and one day of entry are one stay, whatever the number of lines; what is
 * known of it is completed, never replaced. An exit followed by an entry elsewhere the same day or the next is a transfer when
 * no reason is said.
 */
export const planifierSejours = (
  lignes: readonly LigneLue[],
  connus: readonly PassageConnu[],
  nouvelId: () => string,
): PlanSejours => {
  const remarques = createRemarques()
  const reunis = lignes.reduce<readonly Sejour[]>(
    (sejours, ligne) => ajouter(sejours, ligne, nouvelId, remarques),
    connus.map((p) => ({ ...p, duCoffre: true, lignes: [], change: false })),
  )
  const visibles = reunis.filter((s) => !s.supprime)
  const finis = visibles.map((s) => reconnaitreTransfert(s, visibles, remarques))
  signalerChevauchements(finis, remarques)
  const ecrits = finis.filter((s) => s.change)
  for (const { lignes: siennes } of ecrits) for (const numero of siennes) remarques.utiles.add(numero)
  return {
    ...remarques,
    passages: ecrits.map(({ id, etablissement, quartier, entree, sortie, mode }) => ({
      id,
      etablissement,
      quartier,
      entree,
      sortie,
      mode,
    })),
  }
}

const ajouter = (
  sejours: readonly Sejour[],
  { numero, faits }: LigneLue,
  nouvelId: () => string,
  remarques: Remarques,
): readonly Sejour[] => {
  const dit = faits.sejour
  if (dit === null) return sejours
  const deja = sejours.find((s) => s.etablissement === dit.etablissement && s.entree === dit.entree)
  if (deja === undefined)
    return [...sejours, { ...dit, id: nouvelId(), supprime: false, duCoffre: false, lignes: [numero], change: true }]
  if (deja.supprime) return sejours
  if (deja.sortie !== null && dit.sortie !== null && deja.sortie !== dit.sortie) {
    const sorties = `sorti le ${dateFrancaise(deja.sortie)} et le ${dateFrancaise(dit.sortie)}`
    if (deja.duCoffre) remarques.avertir(numero, `Séjour que le coffre finit un autre jour : le sien est gardé.`)
    else
      remarques.refuser(
        numero,
        `Le même séjour finit deux fois (${sorties}, lignes ${deja.lignes.join(', ')} et ${numero}).`,
      )
    return sejours
  }
  if (seContredisent(deja.mode, dit.mode))
    remarques.avertir(numero, 'Mode de sortie différent pour un même séjour : le premier connu est gardé.')
  const complet = {
    ...deja,
    quartier: deja.quartier ?? dit.quartier,
    sortie: deja.sortie ?? dit.sortie,
    mode: deja.mode === null || deja.mode === 'inconnu' ? (dit.mode ?? deja.mode) : deja.mode,
    lignes: [...deja.lignes, numero],
  }
  const change =
    deja.quartier !== complet.quartier || deja.sortie !== complet.sortie || deja.mode !== complet.mode || deja.change
  return sejours.map((s) => (s === deja ? { ...complet, change } : s))
}

const seContredisent = (connu: Passage['mode'], dit: Passage['mode']): boolean =>
  connu !== null && dit !== null && connu !== dit && connu !== 'inconnu' && dit !== 'inconnu'

const reconnaitreTransfert = (sejour: Sejour, tous: readonly Sejour[], remarques: Remarques): Sejour => {
  const { sortie, mode, lignes } = sejour
  if (sortie === null || mode !== 'inconnu' || lignes.length === 0) return sejour
  const suite = tous.find(
    (s) => s.etablissement !== sejour.etablissement && s.entree !== null && estUnTransfert(sortie, s.entree),
  )
  if (suite === undefined) return sejour
  for (const numero of [...lignes, ...suite.lignes]) remarques.avertir(numero, TRANSFERT)
  return { ...sejour, mode: 'transfert', change: true }
}

const signalerChevauchements = (sejours: readonly Sejour[], remarques: Remarques): void => {
  sejours.forEach((a, rang) => {
    for (const b of sejours.slice(rang + 1))
      if (a.lignes.length + b.lignes.length > 0 && seChevauchent(a, b))
        for (const numero of [...a.lignes, ...b.lignes]) remarques.avertir(numero, CHEVAUCHEMENT)
  })
}

/** The day of a transfer is a day in both. */
const seChevauchent = (a: Sejour, b: Sejour): boolean =>
  a.entree !== null && b.entree !== null && b.entree < (a.sortie ?? '9999') && a.entree < (b.sortie ?? '9999')
