import { normaliser } from '../../utils/texte.ts'
import { evolution } from '../strategie/evaluer.ts'
import type { IndicateurLu } from '../strategie/indicateur.ts'
import type { FicheLue } from '../strategie/strategie.ts'
import type { Valeur } from '../strategie/valeur.ts'
import { compteDesPersonnes } from './personnes.ts'
import { type BilanPublie, type Imprime, lirePublie } from './publies.ts'

/** Under it, a number of persons is not printed. */
export const SEUIL = 5

/** An indicator as it may be printed: the year alone, never the periods that sum to it. */
export type IndicateurImprime = Pick<IndicateurLu, 'id' | 'libelle' | 'type' | 'unite'> & {
  readonly cible: Valeur | null
  readonly realise: Imprime
  readonly precedent: Imprime
  /** Percent; null when it can't be told, or would tell a hidden number. */
  readonly evolution: number | null
  readonly atteint: boolean | null
}

type Contexte = { readonly annee: number; readonly publies: readonly BilanPublie[] }

/**
 * What may be printed of the indicators of every fiche at once. Numbers that Jalon counts of persons come from the bilans
 * already published. Typed ones are hidden from 1 to 4; so is a rate whose numerator, denominator or rest is. Where an
 * indicator is declined by territory, one hidden part hides them all, and so does a small rest of the whole.
 */
export const protegerFiches = (
  fiches: readonly FicheLue[],
  contexte: Contexte,
): ReadonlyMap<string, readonly IndicateurImprime[]> => {
  const tues = {
    realise: partsATaire(fiches, (i) => i.annee.realise),
    precedent: partsATaire(fiches, (i) => i.precedente),
  }
  return new Map(
    fiches.map((fiche) => [
      fiche.id,
      fiche.indicateurs.map((i) => imprimer(i, contexte, tues.realise.has(i.id), tues.precedent.has(i.id))),
    ]),
  )
}

const imprimer = (
  indicateur: IndicateurLu,
  { annee, publies }: Contexte,
  realiseTu: boolean,
  precedentTu: boolean,
): IndicateurImprime => {
  const { id, libelle, type, unite, liaison, annee: deLAnnee, precedente } = indicateur
  const publiee = liaison !== null && compteDesPersonnes(indicateur)
  const lire = (an: number, valeur: Valeur | null, tu: boolean): Imprime =>
    publiee ? lirePublie(publies, liaison, an) : taper(indicateur, valeur, tu)
  const realise = lire(annee, deLAnnee.realise, realiseTu)
  const precedent = lire(annee - 1, precedente, precedentTu)
  const [n, avant] = [valeurDe(realise), valeurDe(precedent)]
  const cible = deLAnnee.cible
  return {
    id,
    libelle,
    type,
    unite,
    cible,
    realise,
    precedent,
    evolution: n === null || avant === null ? null : publiee ? evolution(n, avant) : indicateur.evolution,
    atteint: n === null ? null : publiee ? compare(indicateur, n) : indicateur.atteint,
  }
}

const valeurDe = (imprime: Imprime): Valeur | null => (imprime.etat === 'publie' ? imprime.valeur : null)

const taper = (indicateur: IndicateurLu, valeur: Valeur | null, tu: boolean): Imprime => {
  if (valeur === null) return { etat: 'vide' }
  const cache = compteDesPersonnes(indicateur) && (tu || estPetit(valeur))
  return cache ? { etat: 'secret' } : { etat: 'publie', valeur }
}

/** A published number against its target; a target that is no number of the same kind can't be compared. */
const compare = ({ annee: { cible }, sens }: IndicateurLu, valeur: Valeur): boolean | null => {
  const [fait, vise] = [grandeur(valeur), grandeur(cible)]
  if (fait === null || vise === null || cible?.type !== valeur.type) return null
  return sens === 'hausse' ? fait >= vise : fait <= vise
}

const grandeur = (valeur: Valeur | null): number | null =>
  valeur?.type === 'nombre' ? valeur.nombre : valeur?.type === 'pourcent' ? valeur.pourcent : null

/** A rate tells its numerator and whoever is left out of it. */
const estPetit = (valeur: Valeur): boolean => {
  if (valeur.type === 'nombre') return petit(valeur.nombre)
  if (valeur.type !== 'taux') return false
  const { numerateur, denominateur } = valeur
  return [numerateur, denominateur, denominateur - numerateur].some(petit)
}
const petit = (n: number): boolean => Math.abs(n) > 0 && Math.abs(n) < SEUIL

/** Indicators of a territory that are hidden with another: the parts of a whole are all shown, or none is. */
const partsATaire = (
  fiches: readonly FicheLue[],
  lire: (indicateur: IndicateurLu) => Valeur | null,
): ReadonlySet<string> => {
  const comptes = fiches.flatMap(({ territoireId, indicateurs }) =>
    indicateurs
      .filter((i) => i.liaison === null && compteDesPersonnes(i))
      .map((i) => ({ id: i.id, part: territoireId !== null, nom: normaliser(i.libelle), valeur: lire(i) })),
  )
  const groupes = Map.groupBy(comptes, (c) => c.nom).values()
  return new Set(
    groupes.flatMap((memes) => {
      const [parts, touts] = [memes.filter((m) => m.part), memes.filter((m) => !m.part)]
      const somme = parts.reduce((n, { valeur }) => n + (valeur?.type === 'nombre' ? valeur.nombre : 0), 0)
      const reste = touts.some(({ valeur }) => valeur?.type === 'nombre' && petit(valeur.nombre - somme))
      const cache = memes.some(({ valeur }) => valeur !== null && estPetit(valeur))
      return reste || cache ? parts.map((p) => p.id) : []
    }),
  )
}
