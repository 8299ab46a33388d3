import type { Champ, Liste } from '../dispositif.ts'

/** What every job asks of a person: her answers follow her from one dispositif to the other, hence one list. */
export const sexe: Liste = {
  code: 'sexe',
  libelle: 'Sexe',
  modalites: [
    {
      code: 'femme',
      libelle: 'Femme',
      synonymes: ['F', 'féminin', 'femmes', 'Mme', 'Madame', 'Mlle', 'Mademoiselle', 'fille'],
    },
    {
      code: 'homme',
      libelle: 'Homme',
      synonymes: ['H', 'M', 'masculin', 'hommes', 'Mr', 'M.', 'Monsieur', 'garçon'],
    },
  ],
}

export const champSexe: Champ = {
  code: 'sexe',
  libelle: 'Sexe',
  porteur: 'personne',
  type: 'choix',
  liste: 'sexe',
  actif: true,
  colonnes: ['genre', 'civilité', 'h/f', 'f/h'],
}

export const ouiNon: Liste = {
  code: 'oui-non',
  libelle: 'Oui ou non',
  modalites: [
    { code: 'oui', libelle: 'Oui', synonymes: ['O', 'vrai', 'true', '1', 'x', 'connu', 'connue'] },
    { code: 'non', libelle: 'Non', synonymes: ['N', 'faux', 'false', '0', 'inconnu', 'inconnue'] },
  ],
}
