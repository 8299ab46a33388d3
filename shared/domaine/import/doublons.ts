import { dateFrancaise } from '../../utils/dates.ts'
import { cleDoublon, nomComplet } from '../personne.ts'
import type { PersonneConnue } from './connus.ts'
import type { PersonnePlan } from './plan-personnes.ts'
import type { RapportImport } from './rapport.ts'

type DoublonPossible = RapportImport['doublonsPossibles'][number]

type Fiche = {
  readonly id: string
  readonly nom: string
  readonly prenom: string
  readonly naissance: string | null
  readonly lignes: readonly number[]
}

/** Persons of the file who bear the names of another one, in the file or in the coffre: kept apart, and shown. */
export const trouverDoublons = (
  personnes: readonly PersonnePlan[],
  connues: readonly PersonneConnue[],
  avecNoms: boolean,
): readonly DoublonPossible[] => {
  const duFichier = personnes.flatMap(versFiche)
  const vues = new Set(duFichier.map((f) => f.id))
  const duCoffre = connues
    .filter((p) => !vues.has(p.id))
    .map(({ id, nom, prenom, naissance }): Fiche => ({ id, nom, prenom, naissance, lignes: [] }))
  return [...Map.groupBy([...duFichier, ...duCoffre], cleDoublon).values()]
    .filter((groupe) => groupe.length > 1 && groupe.some((f) => f.lignes.length > 0))
    .map((groupe) => ({
      personnes: groupe.map(avecNoms ? nommer : situer),
      lignes: groupe.flatMap((f) => f.lignes).toSorted((a, b) => a - b),
      raison: groupe.some((f) => f.naissance === null)
        ? 'Même nom, date de naissance manquante pour l’une : gardées à part, à vérifier.'
        : 'Même nom, dates de naissance différentes : gardées à part, à vérifier.',
    }))
}

const versFiche = ({ id, identite, lignes }: PersonnePlan): readonly Fiche[] =>
  identite === null ? [] : [{ id, ...identite, lignes: [...new Set(lignes.map((l) => l.numero))] }]

const nommer = (fiche: Fiche): string =>
  `${nomComplet({ anonyme: false, ...fiche })} (${fiche.naissance === null ? 'naissance non renseignée' : dateFrancaise(fiche.naissance)})`

/** Where she is rather than who she is: what the command line prints may end in a log. */
const situer = ({ lignes }: Fiche): string => {
  if (lignes.length === 0) return 'déjà dans le coffre'
  return lignes.length === 1 ? `ligne ${lignes[0]}` : `lignes ${lignes.toSorted((a, b) => a - b).join(', ')}`
}
