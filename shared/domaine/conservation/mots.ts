import type { ComptesPurge, Retenue } from './apercu.ts'
import type { SortConservation } from './regle.ts'

/** Said to whoever decides. */
export const retenuesEnMots: Readonly<Record<Retenue, string>> = {
  prolongation: 'gardé plus longtemps',
  visa: 'visa des archives attendu',
  bilan: 'bilan pas encore publié',
  limitation: 'limitation demandée par la personne',
  demande: 'une demande de la personne attend sa réponse',
}

export const sortsEnMots: Readonly<Record<SortConservation, string>> = {
  anonymisation: 'Anonymiser : les faits restent comptés, plus rien ne dit de qui',
  effacement: 'Effacer : il ne reste que les bilans déjà publiés',
}

const comptesEnMots: Readonly<Record<keyof ComptesPurge, readonly [un: string, plusieurs: string]>> = {
  anonymises: ['dossier anonymisé', 'dossiers anonymisés'],
  effaces: ['dossier effacé', 'dossiers effacés'],
  fiches: ['fiche sans suivi effacée', 'fiches sans suivi effacées'],
  points: ['point nominatif détruit', 'points nominatifs détruits'],
  brouillons: ['brouillon abandonné effacé', 'brouillons abandonnés effacés'],
  personnes: ['personne concernée', 'personnes concernées'],
}

/** « 2 dossiers effacés, 3 personnes concernées ». */
export const direComptes = (comptes: ComptesPurge): string =>
  Object.entries(comptesEnMots)
    .flatMap(([cle, [un, plusieurs]]) => {
      const n = comptes[cle as keyof ComptesPurge]
      return n === 0 ? [] : `${n} ${n > 1 ? plusieurs : un}`
    })
    .join(', ') || 'rien'
