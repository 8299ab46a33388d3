import { cleIdentite } from '../personne.ts'
import { normaliser } from '../../utils/texte.ts'
import type { LigneLue } from './lire-ligne.ts'

/**
 * What makes a line itself, whatever the file format: person, day, and answers as written. Identical lines are told apart by
 * their rank. Attributes of the person that may be corrected later (sexe, téléphone) are no part of it.
 */
export const signerLignes = (dispositif: string, lignes: readonly LigneLue[]): ReadonlyMap<LigneLue, string> => {
  const rangs = new Map<string, number>()
  return new Map(
    lignes.map((ligne) => {
      const contenu = contenuDe(dispositif, ligne)
      const rang = (rangs.get(contenu) ?? 0) + 1
      rangs.set(contenu, rang)
      return [ligne, `${contenu}#${rang}`]
    }),
  )
}

const contenuDe = (dispositif: string, ligne: LigneLue): string =>
  JSON.stringify([
    'jalon-ligne/1',
    dispositif,
    ligne.personne.anonyme ? ['anonyme', ligne.personne.naissance] : cleIdentite(ligne.personne),
    ligne.date,
    ligne.heure,
    ligne.dureeMinutes,
    normaliser(ligne.personne.commune ?? ''),
    ligne.dossier,
    ligne.saisineDate,
    normaliser(ligne.note),
    ligne.brut,
  ])
