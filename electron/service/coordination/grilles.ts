import { dresserCompte, ecartDuCompte, type Montants } from '#shared/domaine/bilan-coordination/compte.ts'
import type { FicheImprimee } from '#shared/domaine/bilan-coordination/composer.ts'
import { SEUIL, type IndicateurImprime } from '#shared/domaine/bilan-coordination/proteger.ts'
import type { Imprime } from '#shared/domaine/bilan-coordination/publies.ts'
import { pourcentDe } from '#shared/domaine/strategie/evaluer.ts'
import type { Valeur } from '#shared/domaine/strategie/valeur.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import type { Case, FormatNombre, Grille, Ligne } from '../export/grille.ts'

const noteSecret = `s : nombre masqué. Il compterait de 1 à ${SEUIL - 1} personnes, ou permettrait de retrouver un tel nombre.`

const noteNonPublie =
  '« Non publié » : Jalon compte ces personnes, mais aucun bilan publié de ce métier ne donne ce nombre pour l’année ; il n’est donc pas imprimé ici.'

/** Indicators that are numbers or done by a day; what is told in words is printed as a text. */
export const estEnTableau = ({ type }: IndicateurImprime): boolean => type !== 'liste' && type !== 'qualitatif'

/** Indicators of one fiche, or of all; `prefixe` says whose each is. */
export const grilleIndicateurs = (
  indicateurs: readonly { readonly prefixe: string; readonly indicateur: IndicateurImprime }[],
  { id, titre, annee }: { readonly id: string; readonly titre: string; readonly annee: number },
): Grille => {
  const lignes = indicateurs.map(({ prefixe, indicateur: i }): Ligne => ({
    libelle: `${prefixe}${i.libelle}${i.unite === '' || i.unite === '%' ? '' : ` (${i.unite})`}`,
    role: 'courante',
    cases: [
      caseDeValeur(i.cible),
      caseImprimee(i.realise),
      caseImprimee(i.precedent),
      i.evolution === null ? vide : { genre: 'nombre', valeur: i.evolution, format: 'evolution' },
      i.atteint === null ? vide : mot(i.atteint ? 'oui' : 'non'),
    ],
  }))
  const dites = new Set(indicateurs.flatMap(({ indicateur: i }) => [i.realise.etat, i.precedent.etat]))
  return {
    id,
    titre,
    coin: 'Indicateur',
    colonnes: ['Cible', `Réalisé ${annee}`, String(annee - 1), 'Évolution', 'Cible atteinte'],
    lignes,
    base: '',
    definition: '',
    notes: [...(dites.has('secret') ? [noteSecret] : []), ...(dites.has('non-publie') ? [noteNonPublie] : [])],
  }
}

export const vide: Case = { genre: 'vide' }
export const mot = (texte: string): Case => ({ genre: 'texte', texte })
export const nombre = (valeur: number, format: FormatNombre = 'entier'): Case => ({ genre: 'nombre', valeur, format })

const caseImprimee = (imprime: Imprime): Case => {
  if (imprime.etat === 'publie') return caseDeValeur(imprime.valeur)
  if (imprime.etat === 'secret') return { genre: 'secret' }
  return imprime.etat === 'vide' ? vide : mot('non publié')
}

const caseDeValeur = (valeur: Valeur | null): Case => {
  if (valeur === null) return vide
  if (valeur.type === 'nombre') return nombre(valeur.nombre, 'decimal')
  if (valeur.type === 'pourcent') return nombre(valeur.pourcent, 'part')
  if (valeur.type === 'texte') return mot(valeur.texte)
  if (valeur.type === 'jalon')
    return mot(!valeur.atteint ? 'non' : valeur.le === null ? 'oui' : dateFrancaise(valeur.le))
  const part = pourcentDe(valeur)
  return part === null ? vide : nombre(part, 'part')
}

/** Planned, spent, the gap in euros and in percent of what was planned: an object only where something was planned. */
export const casesMontants = (montants: Montants, format: 'montant' | 'euros' = 'montant'): readonly Case[] => {
  const ecart = ecartDuCompte(montants)
  return [
    caseMontant(montants.prevu, format),
    caseMontant(montants.realise, format),
    caseMontant(ecart?.montant ?? null, format),
    ecart === null ? vide : ecart.pourcent === null ? mot('sans objet') : nombre(ecart.pourcent, 'evolution'),
  ]
}

const caseMontant = (centimes: number | null, format: 'montant' | 'euros' = 'montant'): Case =>
  centimes === null ? vide : nombre(centimes / 100, format)

/** What a fiche spends: classes 60 to 69, without what is given in kind. */
export const chargesDe = ({ budget }: Pick<FicheImprimee, 'budget'>): Montants => dresserCompte(budget).charges.total
