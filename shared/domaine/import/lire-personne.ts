import { type DateIso, dateFrancaise } from '../../utils/dates.ts'
import { normaliser } from '../../utils/texte.ts'
import { type Acces, citer } from './acces.ts'
import { texteDe } from './cellule.ts'
import { lireDate } from './lire-date.ts'
import { separerNom } from './lire-nom.ts'
import { estAbsente } from './valeurs.ts'

/** Who a line is about. */
export type PersonneLue = {
  readonly anonyme: boolean
  readonly nom: string
  readonly prenom: string
  readonly naissance: string | null
  readonly telephone: string | null
  readonly commune: string | null
  /** The line says anonymous but bears a name, which is then left out. */
  readonly nomEcarte: boolean
}

const AGE_MAX = 120

/** The identity of a line; null once something in it was refused. A line without any name is an anonymous person. */
export const lireIdentite = (acces: Acces, jour: DateIso | null, aujourdhui: DateIso): PersonneLue | null => {
  const lus = lireNoms(acces)
  const { nom, prenom } = lus.nom === '' ? { nom: lus.prenom, prenom: '' } : lus
  const sansNom = nom === '' || motsAnonymes.has(normaliser(`${nom} ${prenom}`))
  const demande = lireAnonymat(acces)
  const anonyme = sansNom || demande === true
  const naissance = lireNaissance(acces, jour, aujourdhui)
  const telephone = borner(acces, 'telephone', 30, versTelephone(acces))
  const commune = borner(acces, 'commune', 80, acces.texte('commune'))
  const champNom = acces.titre('nom') === '' ? 'nomComplet' : 'nom'
  if (!anonyme) {
    borner(acces, champNom, 80, nom)
    borner(acces, 'prenom', 80, prenom)
  }
  return {
    anonyme,
    nom: anonyme ? '' : nom,
    prenom: anonyme ? '' : prenom,
    naissance,
    telephone: anonyme ? null : telephone || null,
    commune: commune || null,
    nomEcarte: anonyme && !sansNom,
  }
}

const lireNoms = (acces: Acces): { readonly nom: string; readonly prenom: string } => {
  const nom = texteDeNom(acces, 'nom')
  const prenom = texteDeNom(acces, 'prenom')
  const complet = texteDeNom(acces, 'nomComplet')
  if (complet === '' || nom !== '' || prenom !== '') return { nom, prenom }
  return separerNom(complet, normaliser(acces.titre('nomComplet')).startsWith('prenom'))
}

/** « Na » is a family name before it is « not available ». */
const texteDeNom = (acces: Acces, champ: string): string => {
  const lu = texteDe(acces.cellule(champ))
  return estAbsente(lu) && normaliser(lu) !== 'na' ? '' : lu
}

const lireAnonymat = (acces: Acces): boolean | null => {
  const ecrit = normaliser(acces.texte('anonyme'))
  if (ecrit === '' || non.has(ecrit)) return false
  return oui.has(ecrit) || acces.refuser('anonyme', 'Cette valeur n’est ni oui ni non.')
}

const lireNaissance = (acces: Acces, entretien: DateIso | null, aujourdhui: DateIso): string | null => {
  const jour = entretien ?? aujourdhui
  const ecrite = acces.texte('naissance')
  if (ecrite === '') return null
  const annee = Number(jour.slice(0, 4))
  const cellule = acces.cellule('naissance')
  // A year alone is what some persons give; as a serial number it would be a day of 1905.
  const lue = /^(?:19|20)\d{2}$/u.test(ecrite)
    ? ecrite
    : lireDate(cellule, (deux) => (2000 + deux <= annee ? 2000 + deux : 1900 + deux))?.jour
  if (lue === undefined)
    return acces.refuser('naissance', `${citer(ecrite)} n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA.`)
  if (lue.slice(0, 4) > jour.slice(0, 4) || (lue.length > 4 && lue > jour))
    return acces.refuser(
      'naissance',
      `La naissance (${dateFrancaise(lue)}) est ${entretien === null ? 'dans le futur' : 'postérieure à l’entretien'}.`,
    )
  return annee - Number(lue.slice(0, 4)) > AGE_MAX
    ? acces.refuser('naissance', `La naissance (${dateFrancaise(lue)}) donne plus de ${AGE_MAX} ans.`)
    : lue
}

/** A telephone typed as a number has lost its first zero. */
const versTelephone = (acces: Acces): string => {
  const cellule = acces.cellule('telephone')
  return typeof cellule === 'number' && String(cellule).length === 9 ? `0${cellule}` : acces.texte('telephone')
}

const borner = (acces: Acces, champ: string, max: number, texte: string): string => {
  if (texte.length > max) acces.refuser(champ, `Le texte dépasse ${max} caractères.`)
  return texte
}

const oui: ReadonlySet<string> = new Set(['oui', 'o', 'x', 'vrai', 'true', '1', 'anonyme'])
const non: ReadonlySet<string> = new Set(['non', 'n', 'faux', 'false', '0'])
const motsAnonymes: ReadonlySet<string> = new Set([
  'anonyme',
  'x',
  'xx',
  'xxx',
  'x x',
  'anonyme anonyme',
  'sans nom',
  'personne anonyme',
])
