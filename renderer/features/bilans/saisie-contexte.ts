import { ChiffreContexte, estAVenir } from '#shared/domaine/contexte.ts'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { anneeEntiere } from './presenter.ts'

/** A figure of context as it is being typed: dates and numbers stay what the fields hold. */
export type SaisieContexte = {
  readonly libelle: string
  readonly valeur: number | string
  readonly unite: string
  readonly dont: readonly { readonly libelle: string; readonly valeur: number | string }[]
  readonly duree: 'annee' | 'jours'
  readonly annee: string
  readonly du: string
  readonly au: string
  readonly perimetre: string
  readonly editeur: string
  readonly titre: string
  readonly le: string
}

/** Another figure that looks like this one, next year's or of the same source: its numbers are to be typed. */
export const reprendreSaisie = (chiffre: ChiffreContexte): SaisieContexte => ({
  ...ecrireSaisie(chiffre),
  valeur: '',
  dont: chiffre.dont.map(({ libelle }) => ({ libelle, valeur: '' })),
})

/** What the form does not show. */
export type BaseContexte = Pick<ChiffreContexte, 'id' | 'dispositif' | 'annees'>

export const nouvelleSaisie = (annee: number): SaisieContexte => ({
  libelle: '',
  valeur: '',
  unite: '',
  dont: [],
  duree: 'annee',
  annee: String(annee),
  du: '',
  au: '',
  perimetre: '',
  editeur: '',
  titre: '',
  le: '',
})

export const ecrireSaisie = ({ source, ...chiffre }: ChiffreContexte): SaisieContexte => {
  const { libelle, valeur, unite, dont, du, au, perimetre } = chiffre
  const annee = du.slice(0, 4)
  const entiere = anneeEntiere(Number(annee))
  return {
    libelle,
    valeur,
    unite,
    dont,
    perimetre,
    duree: du === entiere.du && au === entiere.au ? 'annee' : 'jours',
    annee,
    du: ecrireDate(du),
    au: ecrireDate(au),
    editeur: source.editeur,
    titre: source.titre,
    le: ecrireDate(source.le),
  }
}

export type SaisieLue =
  | { readonly chiffre: ChiffreContexte; readonly erreurs: Readonly<Record<string, never>> }
  | { readonly chiffre: null; readonly erreurs: Readonly<Record<string, string>> }

/** The figure, or for each field at fault what is expected of it. */
export const lireSaisie = (saisie: SaisieContexte, base: BaseContexte, aujourdhui: string): SaisieLue => {
  const { libelle, valeur, unite, dont, perimetre, editeur, titre } = saisie
  const lire = (texte: string): string => lireDate(texte, aujourdhui) ?? ''
  const periode =
    saisie.duree === 'annee'
      ? { du: `${saisie.annee.trim()}-01-01`, au: `${saisie.annee.trim()}-12-31` }
      : { du: lire(saisie.du), au: lire(saisie.au) }
  const le = /^\d{4}$/.test(saisie.le.trim()) ? saisie.le.trim() : lire(saisie.le)
  const source = { editeur, titre, le }
  const lue = ChiffreContexte.safeParse({ ...base, libelle, valeur, unite, dont, ...periode, perimetre, source })
  if (lue.success && !estAVenir(lue.data, aujourdhui)) return { chiffre: lue.data, erreurs: {} }
  if (lue.success) return { chiffre: null, erreurs: { le: 'Cette date est à venir.' } }
  const erreurs = lue.error.issues.map(({ path, message }) => {
    const champ = champDe(path, saisie.duree)
    return [champ, reglesRompues[message] ?? attentes[champ.split('.').at(-1) ?? ''] ?? 'À corriger.'] as const
  })
  return { chiffre: null, erreurs: Object.fromEntries(erreurs) }
}

/** The field that shows what is at fault: « dont.0.valeur », « le » for `source.le`, « annee » for the days of a year. */
const champDe = (chemin: readonly PropertyKey[], duree: SaisieContexte['duree']): string => {
  const [premier, ...suite] = chemin.map(String)
  if (premier === 'source') return suite.join('.')
  return duree === 'annee' && (premier === 'du' || premier === 'au') ? 'annee' : [premier, ...suite].join('.')
}

/** What each field expects. */
const attentes: Readonly<Record<string, string>> = {
  libelle: 'Dites ce qui est compté.',
  valeur: 'Un nombre, à deux décimales au plus.',
  unite: 'De quoi : jeunes, faits, %…',
  annee: 'Année attendue : aaaa.',
  du: 'Date attendue : jj/mm/aaaa.',
  au: 'Date attendue : jj/mm/aaaa.',
  perimetre: 'Dites où, ou de qui.',
  editeur: 'Dites qui l’a publié.',
  titre: 'Dites dans quel document.',
  le: 'Jour ou année : jj/mm/aaaa, ou aaaa.',
}

/** What `ChiffreContexte` says of a rule between two fields. */
const reglesRompues: Readonly<Record<string, string>> = {
  'avant-du': 'Le dernier jour est avant le premier.',
  'plus-que-l-ensemble': 'Une partie ne dépasse pas l’ensemble.',
}
