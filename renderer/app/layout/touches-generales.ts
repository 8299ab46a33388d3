import { annulerLeDernier, refaireLeDernier } from '../annoncer.tsx'
import { toucheAide } from '../aide.ts'
import { aller } from '../navigation.ts'
import { type Place, usePlaces } from '../routes.tsx'
import { useNomenclature, usePermis, verrouiller } from '../session.ts'
import { type Touche, useTouches } from '../touches.ts'
import { compterAnonyme } from './compter-anonyme.tsx'

/** Keys that work everywhere once the coffre is open. */
export const useTouchesGenerales = (montrerTouches: () => void): void => {
  const lieux = usePlaces().map(versTouche)
  const { nature } = useNomenclature()
  const permis = usePermis()
  useTouches('Partout', [
    ...(nature === 'entretiens' && permis('entretiens.enregistrer') ? dEntretien : []),
    ...generales,
    { combinaison: 'shift+?', affichage: '?', libelle: 'Touches de l’écran', action: montrerTouches },
    ...lieux,
  ])
}

/** Where entretiens are noted. */
const dEntretien: readonly Touche[] = [
  {
    combinaison: 'mod+N',
    affichage: 'Ctrl N',
    libelle: 'Nouvel entretien',
    action: () => aller('entretiens', { saisie: { genre: 'nouveau' } }),
    partout: true,
  },
  {
    combinaison: 'F2',
    affichage: 'F2',
    libelle: 'Compter un contact anonyme',
    action: () => void compterAnonyme(),
    partout: true,
  },
]

const generales: readonly Touche[] = [
  toucheAide,
  { combinaison: 'mod+K', affichage: 'Ctrl K', libelle: 'Aller à un lieu, une personne' },
  {
    combinaison: 'mod+Z',
    affichage: 'Ctrl Z',
    libelle: 'Annuler le dernier geste, hors d’un champ',
    action: () => void annulerLeDernier(),
  },
  {
    combinaison: 'mod+Y',
    affichage: 'Ctrl Y',
    libelle: 'Rétablir ce qui vient d’être annulé',
    action: () => void refaireLeDernier(),
  },
  {
    combinaison: 'mod+L',
    affichage: 'Ctrl L',
    libelle: 'Verrouiller',
    action: () => void verrouiller(),
    partout: true,
  },
]

const versTouche = ({ code, libelle }: Place, i: number): Touche => ({
  combinaison: `alt+Digit${i + 1}`,
  affichage: `Alt ${i + 1}`,
  libelle,
  action: () => aller(code),
  partout: true,
  physique: true,
})
