import { z } from 'zod'
import { dateFrancaise } from '../utils/dates.ts'
import { normaliser } from '../utils/texte.ts'
import { cleDoublon, type Identite, PersonneResume } from './personne.ts'
import { clePhonetique, phonetique } from './phonetique.ts'
import { telephone } from './recherche.ts'

/** Why two files may be one person, with what it weighs; `naissance-autre` is what speaks against it. */
const poids = {
  'memes-noms': 60,
  'noms-entendus': 50,
  'noms-proches': 45,
  'prenom-entendu': 10,
  'naissance-meme': 35,
  'naissance-inversee': 25,
  'naissance-faute': 25,
  'annee-meme': 20,
  'naissance-autre': -20,
  'telephone-meme': 25,
  'commune-meme': 3,
} as const
export const codesRaison = Object.keys(poids) as readonly Raison[]
export type Raison = keyof typeof poids

/** Under this, two files are not shown together: same names and other birth dates are just there. */
export const SCORE_MINIMAL = 40

/** Two files that may be one person: how likely, out of 100, and why. */
export const Ressemblance = z.strictObject({
  score: z.int().min(0).max(100),
  raisons: z.array(z.enum(codesRaison as [Raison, ...Raison[]])),
})
export type Ressemblance = z.infer<typeof Ressemblance>

/** Two files to compare, the older first. */
export const PaireDeFiches = Ressemblance.extend({ gauche: PersonneResume, droite: PersonneResume })
export type PaireDeFiches = z.infer<typeof PaireDeFiches>

/** What is compared of a person, as typed so far. */
export type IdentiteComparee = Pick<Identite, 'nom' | 'prenom' | 'naissance' | 'telephone' | 'commune'>

/** Whether two files may be one person; undefined when nothing says so. */
export const comparer = (a: IdentiteComparee, b: IdentiteComparee): Ressemblance | undefined => {
  const raisons = [
    raisonDesNoms(a, b),
    raisonDesNaissances(a.naissance, b.naissance),
    memeTexte(telephone(a.telephone ?? ''), telephone(b.telephone ?? '')) ? ('telephone-meme' as const) : undefined,
    memeTexte(normaliser(a.commune ?? ''), normaliser(b.commune ?? '')) ? ('commune-meme' as const) : undefined,
  ].filter((raison) => raison !== undefined)
  const score = raisons.reduce((somme, raison) => somme + poids[raison], 0)
  return score < SCORE_MINIMAL ? undefined : { score: Math.min(score, 100), raisons }
}

/** « Même nom à l’oreille ; naissance : jour et mois inversés (05/04/1990 et 04/05/1990) » */
export const enPhrase = (
  { raisons }: Ressemblance,
  a: Pick<Identite, 'naissance'>,
  b: Pick<Identite, 'naissance'>,
): string => {
  const dates = [a.naissance, b.naissance].map((n) => (n === null ? '?' : dateFrancaise(n))).join(' et ')
  const phrase = raisons.map((raison) => phrases[raison].replace('…', dates)).join(' ; ')
  return phrase.charAt(0).toLocaleUpperCase('fr') + phrase.slice(1)
}

/** « très probable », from a score out of 100. */
export const vraisemblance = (score: number): string =>
  score >= 80 ? 'très probable' : score >= 60 ? 'probable' : 'possible'

const phrases: Readonly<Record<Raison, string>> = {
  'memes-noms': 'mêmes nom et prénom',
  'noms-entendus': 'même nom à l’oreille',
  'noms-proches': 'noms à une faute de frappe près',
  'prenom-entendu': 'même prénom, autre nom',
  'naissance-meme': 'même date de naissance',
  'naissance-inversee': 'naissance : jour et mois inversés (…)',
  'naissance-faute': 'naissance à une faute de frappe près (…)',
  'annee-meme': 'même année de naissance',
  'naissance-autre': 'mais naissances différentes (…)',
  'telephone-meme': 'même téléphone',
  'commune-meme': 'même commune',
}

const raisonDesNoms = (a: IdentiteComparee, b: IdentiteComparee): Raison | undefined => {
  if (cleDoublon(a) === cleDoublon(b)) return 'memes-noms'
  if (clePhonetique(a) === clePhonetique(b)) return 'noms-entendus'
  if (uneFaute(colle(a), colle(b))) return 'noms-proches'
  return memeTexte(phonetique(a.prenom), phonetique(b.prenom)) ? 'prenom-entendu' : undefined
}

const raisonDesNaissances = (a: string | null, b: string | null): Raison | undefined => {
  if (a === null || b === null) return undefined
  if (a.length !== b.length) return a.slice(0, 4) === b.slice(0, 4) ? 'annee-meme' : faute(a.slice(0, 4), b.slice(0, 4))
  if (a === b) return a.length === 4 ? 'annee-meme' : 'naissance-meme'
  const [annee, mois, jour] = a.split('-')
  if (`${annee}-${jour}-${mois}` === b) return 'naissance-inversee'
  return faute(a, b)
}

const faute = (a: string, b: string): Raison => (uneFaute(a, b) ? 'naissance-faute' : 'naissance-autre')

const memeTexte = (a: string, b: string): boolean => a !== '' && a === b

const colle = ({ nom, prenom }: IdentiteComparee): string => normaliser(`${nom}${prenom}`).replaceAll(' ', '')

/** One letter or digit more, less, other, or two neighbours exchanged: what a finger does. Short texts say too little. */
const uneFaute = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false
  let debut = 0
  while (debut < a.length && a[debut] === b[debut]) debut++
  let fin = 0
  while (fin < Math.min(a.length, b.length) - debut && a.at(-1 - fin) === b.at(-1 - fin)) fin++
  const [deA, deB] = [a.slice(debut, a.length - fin), b.slice(debut, b.length - fin)]
  if (deA.length <= 1 && deB.length <= 1) return deA !== deB
  return deA.length === 2 && deB.length === 2 && deA[0] === deB[1] && deA[1] === deB[0]
}
