import type { Nomenclature } from '../nomenclature.ts'
import type { Reponses } from '../reponses.ts'
import type { LigneLue } from './lire-ligne.ts'

const APRES_SEJOUR =
  'Entretien postérieur à la sortie de l’établissement de la ligne : son lieu est laissé « Non renseigné ».'
const AVANT_SEJOUR = 'Entretien antérieur à l’entrée dans l’établissement de la ligne : gardé tel quel, à vérifier.'
const SANS_ENTRETIEN =
  'Ligne sans date d’entretien : sa durée, ses observations, sa modalité, ses domaines et ses orientations ne sont pas gardés.'

/**
 * Where the entretien of a line took place, when one column says where the person stays: nobody is met inside after she left,
 * unless the line says so. What only an entretien could bear is said to be lost when there is none.
 */
export const situerEntretien = (ligne: LigneLue, { champs }: Nomenclature): LigneLue => {
  const { date, faits, parcours, reponses } = ligne
  const remarquer = (remarque: string, entretien: Reponses = reponses.entretien): LigneLue => ({
    ...ligne,
    reponses: { ...reponses, entretien },
    faits: { ...faits, remarques: [...faits.remarques, remarque] },
  })
  if (date === null) return perd(ligne) ? remarquer(SANS_ENTRETIEN) : ligne
  const { sejour } = faits
  if (sejour === null || !champs.some((c) => c.code === 'etablissement' && c.porteur === 'entretien')) return ligne
  const { etablissement: lieu, modalite } = reponses.entretien
  const dehors = modalite !== undefined && modalite !== 'detention'
  if (sejour.sortie !== null && date > sejour.sortie) {
    const { etablissement: _, ...reste } = reponses.entretien
    // Two columns name two places, and each is believed.
    return parcours.codes.has('sejourEtablissement') || lieu === undefined || modalite === 'detention'
      ? ligne
      : remarquer(APRES_SEJOUR, reste)
  }
  const entretien =
    lieu === undefined && !dehors ? { ...reponses.entretien, etablissement: sejour.etablissement } : reponses.entretien
  const avant = sejour.entree !== null && date < sejour.entree
  return avant && entretien['etablissement'] === sejour.etablissement && lieu !== undefined
    ? remarquer(AVANT_SEJOUR, entretien)
    : { ...ligne, reponses: { ...reponses, entretien: avant ? reponses.entretien : entretien } }
}

const perd = ({ heure, dureeMinutes, note, destinations, reponses, faits }: LigneLue): boolean => {
  const { etablissement, ...reste } = reponses.entretien
  const lieuPerdu = etablissement !== undefined && faits.sejour?.etablissement !== etablissement
  return (
    heure !== null ||
    dureeMinutes !== null ||
    note !== '' ||
    destinations.length > 0 ||
    lieuPerdu ||
    Object.keys(reste).length > 0
  )
}
