import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { dateLongue, nombreFrancais, pourcentage } from './nombres.ts'
import { noteSecret } from './presentation.ts'

/** How the report was counted, protected and checked, in sentences: published figures only (secret-statistique.md §5.8). */
export const methode = (bilan: BilanProtege): readonly string[] => {
  const { periode, secret } = bilan
  return [
    `Ce bilan compte les actes datés du ${dateLongue(periode.du)} au ${dateLongue(periode.au)}. La date retenue est celle du fait, non celle de la saisie. Chaque tableau nomme son unité, sa base et le nombre de réponses manquantes ; « non renseigné » est une réponse comme une autre. L’évolution est (N − N-1) / N-1.`,
    ...(secret.remplace === undefined
      ? []
      : [`Cette édition remplace celle du ${dateLongue(secret.remplace)}, sur les mêmes jours.`]),
    'Aucune donnée nominative ne figure dans ce document : il est produit à partir de totaux seulement.',
    ...procede(bilan),
    partMasquee(bilan),
    ...(secret.mode === 'total' ? [] : [controle(secret.audit.le)]),
    ...(bilan.contexte === undefined ? [] : [contexte]),
    contact(bilan),
  ]
}

const procede = ({ secret: { mode, seuil, cellulesMasquees }, tableaux }: BilanProtege): readonly string[] => {
  const applique = `Seuil appliqué : ${String(seuil)} personnes.`
  if (mode === 'total') return [`Protection : seuls les totaux généraux sont publiés. ${applique}`]
  const base = tableaux.find((t) => t.arrondi !== undefined)?.arrondi
  if (mode === 'arrondi' && base !== undefined)
    return [
      `Protection : arrondi contrôlé. Effectifs arrondis à un multiple de ${String(base)} de façon que les sommes restent justes ; l’écart avec l’effectif réel est de ${String(base - 1)} au plus. Le total général est exact. ${applique}`,
    ]
  return [
    `Protection : masquage certifié. Une case de 1 à ${String(seuil - 1)} n’est jamais affichée, et d’autres cases sont masquées avec elle pour qu’un calcul ne la rende pas.${mode === 'regroupement' ? ' Les lignes rares ont d’abord été réunies.' : ''}`,
    ...(cellulesMasquees === 0 ? [applique] : [noteSecret(seuil)]),
  ]
}

/** Told of the tables of the period alone: those of earlier ones have their own edition. */
const partMasquee = ({ tableaux, secret: { cellulesMasquees } }: BilanProtege): string => {
  const cases = tableaux.reduce((total, t) => total + t.cellules.length, 0)
  return cellulesMasquees === 0
    ? 'Aucune case n’a dû être masquée.'
    : `Cases masquées : ${nombreFrancais(cellulesMasquees)} sur ${nombreFrancais(cases)}, soit ${pourcentage((cellulesMasquees / cases) * 100)}.`
}

const controle = (le: string | undefined): string =>
  `${le === undefined ? 'Contrôle effectué' : `Contrôle effectué le ${dateLongue(le)}`} : aucune petite case ne peut être retrouvée par le calcul en croisant les tableaux de ce bilan et les éditions déjà publiées. Cela ne dit rien de ce qu’un lecteur saurait par ailleurs.`

const contexte =
  'Les chiffres de contexte sont fournis par d’autres, chacun avec sa source et sa date. Jalon ne les a pas comptés : ils n’entrent dans aucun tableau, aucune somme et aucun calcul de protection.'

const contact = ({ postes }: BilanProtege): string =>
  `Pour toute question sur ces chiffres ou leur protection, s’adresser ${postes.length === 0 ? 'au service qui publie ce bilan' : `au service qui publie ce bilan (${postes.map((p) => p.nom).join(', ')})`}.`
