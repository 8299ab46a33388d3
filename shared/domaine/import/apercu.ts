import { dateFrancaise } from '../../utils/dates.ts'
import { libelleDe, NON_RENSEIGNE, type Nomenclature } from '../nomenclature.ts'
import { nomComplet } from '../personne.ts'
import type { Colonne } from './colonne.ts'
import { montrerAccueil } from './apercu-accueil.ts'
import type { LigneLue } from './lire-ligne.ts'
import type { ReponsesParcours } from './lire-parcours.ts'
import type { Question } from './questions.ts'
import type { Ajout } from './valeurs.ts'

/** Lines as understood, one text for each recognised column, for the user to check before anything is written. */
export const apercevoir = (
  lignes: readonly LigneLue[],
  colonnes: readonly Colonne[],
  nomenclature: Nomenclature,
  questions: ReadonlyMap<string, Question>,
  ajouts: readonly Ajout[],
): string[][] => {
  const libelle = (liste: string | undefined, code: string): string =>
    ajouts.find((a) => a.liste === liste && a.code === code)?.libelle ?? libelleDe(nomenclature, liste, code)
  return lignes.map((ligne) =>
    colonnes.flatMap(({ champ }, rang) => {
      if (champ === null) return []
      // Several columns of one question are shown together, in the first.
      const suivante = colonnes.findIndex((c) => c.champ === champ) < rang
      const question = questions.get(champ)
      if (question?.lecture !== undefined) return [suivante ? '' : montrerParcours(ligne.parcours, question)]
      if (ligne.accueil !== null) {
        const texte = montrerAccueil(ligne.accueil, champ, question?.liste)
        if (texte !== undefined) return [texte]
      }
      return [suivante ? '' : montrer(ligne, champ, nomenclature, libelle)]
    }),
  )
}

const montrerParcours = ({ jours, codes }: ReponsesParcours, { champ, liste, lecture }: Question): string => {
  const jour = jours.get(lecture === 'accord' ? `${champ}.date` : champ)
  const libelles = (codes.get(champ) ?? []).map(
    (code) => liste?.modalites.find((m) => m.code === code)?.libelle ?? code,
  )
  return [libelles.join(', '), jour === undefined ? '' : dateFrancaise(jour)].filter((t) => t !== '').join(' – ')
}

const montrer = (
  ligne: LigneLue,
  champ: string,
  nomenclature: Nomenclature,
  libelle: (liste: string | undefined, code: string) => string,
): string => {
  const { personne } = ligne
  const communs: Readonly<Record<string, string>> = {
    date: ligne.date === null ? '' : dateFrancaise(ligne.date),
    heure: ligne.heure ?? '',
    nom: personne.nom,
    prenom: personne.prenom,
    nomComplet: nomComplet(personne),
    anonyme: personne.anonyme ? 'Oui' : '',
    naissance: personne.naissance === null ? '' : dateFrancaise(personne.naissance),
    telephone: personne.telephone ?? '',
    commune: personne.commune ?? '',
    dossier: ligne.dossier ?? '',
    saisineDate: ligne.saisineDate === null ? '' : dateFrancaise(ligne.saisineDate),
    duree: ligne.dureeMinutes === null ? '' : `${ligne.dureeMinutes} min`,
    note: ligne.note.length > 80 ? `${ligne.note.slice(0, 80)}…` : ligne.note,
    role: ligne.role === NON_RENSEIGNE ? '' : libelle(nomenclature.listeRoles, ligne.role),
    orientations: ligne.destinations.map((code) => libelle(nomenclature.listeDestinations, code)).join(', '),
  }
  const declare = nomenclature.champs.find((c) => c.code === champ)
  if (declare === undefined) return communs[champ] ?? ''
  const reponse = ligne.reponses[declare.porteur][champ]
  if (reponse === undefined) return ''
  return [reponse]
    .flat()
    .map((code) => (declare.type === 'nombre' ? String(code) : libelle(declare.liste, String(code))))
    .join(', ')
}
