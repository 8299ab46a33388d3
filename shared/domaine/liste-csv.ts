import { z } from 'zod'
import { TOTAL } from './bilan/tableau.ts'
import { Code } from './communs.ts'
import type { Liste, Modalite } from './dispositif.ts'
import { codeLibre, LIBELLE_MAX } from './import/valeurs.ts'
import { type ModaliteLocale, NON_RENSEIGNE } from './nomenclature.ts'
import { normaliser } from '../utils/texte.ts'

export const colonnesListe = ['code', 'libellé', 'groupe', 'masquée', 'ordre'] as const

/** A list as a spreadsheet shows it: one answer a line, its group by its label. */
export const listeEnLignes = (liste: Liste): readonly (readonly (string | number)[])[] => [
  colonnesListe,
  ...liste.modalites.map((m, rang) => [
    m.code,
    m.libelle,
    liste.groupes?.find((g) => g.code === m.groupe)?.libelle ?? '',
    m.masquee === true ? 'oui' : 'non',
    rang + 1,
  ]),
]

export const raisonsListe = [
  'colonnes',
  'libelle-vide',
  'libelle-long',
  'libelle-double',
  'code-invalide',
  'code-double',
  'code-fusionne',
  'groupe-inconnu',
  'groupe-absent',
  'masquee-invalide',
  'ordre-invalide',
] as const

/** What a file would change in a list: nothing is written while it has one fault. Answers that it does not name stay. */
export const ApercuListe = z.strictObject({
  ajoutees: z.array(z.string()),
  renommees: z.array(z.strictObject({ avant: z.string(), apres: z.string() })),
  masquees: z.array(z.string()),
  proposees: z.array(z.string()),
  reclassees: z.array(z.strictObject({ libelle: z.string(), groupe: z.string() })),
  deplacees: z.int(),
  absentes: z.array(z.string()),
  /** `ligne` as the spreadsheet numbers it. */
  fautes: z.array(z.strictObject({ ligne: z.int(), raison: z.enum(raisonsListe), valeur: z.string() })),
})
export type ApercuListe = z.infer<typeof ApercuListe>

type LigneCsv = { readonly numero: number; readonly cellules: readonly string[] }
type Faute = ApercuListe['fautes'][number]
type Lue = { readonly numero: number; readonly modalite: ModaliteLocale }

/** Compares the lines of a file with a list. */
export const examinerListe = (
  liste: Liste,
  lignes: readonly LigneCsv[],
): { readonly apercu: ApercuListe; readonly modalites: readonly ModaliteLocale[] } => {
  const [entete, ...corps] = lignes
  const rangs = colonnesListe.map((nom) => (entete?.cellules ?? []).findIndex((c) => normaliser(c) === normaliser(nom)))
  const manque = colonnesListe.find((nom, i) => rangs[i] === -1 && nom !== 'ordre' && nom !== 'masquée')
  if (manque !== undefined)
    return {
      apercu: { ...rien(liste), fautes: [{ ligne: entete?.numero ?? 1, raison: 'colonnes', valeur: manque }] },
      modalites: [],
    }
  const fautes: Faute[] = []
  const lues: Lue[] = []
  for (const { numero, cellules } of corps) {
    const [code = '', libelle = '', groupe = '', masquee = '', ordre = ''] = rangs.map((r) => nue(cellules[r] ?? ''))
    const lue = lireLigne(liste, lues, { numero, code, libelle, groupe, masquee, ordre })
    if ('raison' in lue) fautes.push({ ligne: numero, ...lue })
    else lues.push(lue)
  }
  fautes.push(...doublons(liste, lues))
  const modalites = lues.map((l) => l.modalite)
  return { apercu: { ...comparer(liste, modalites), fautes }, modalites }
}

/** Without the apostrophe that keeps a spreadsheet from running a text as a formula. */
const nue = (cellule: string): string =>
  cellule
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/u, '')
    .trim()

type Brute = Readonly<Record<'code' | 'libelle' | 'groupe' | 'masquee' | 'ordre', string>> & { readonly numero: number }

const lireLigne = (liste: Liste, lues: readonly Lue[], brute: Brute): Lue | Pick<Faute, 'raison' | 'valeur'> => {
  const { libelle, numero } = brute
  const faute = (raison: Faute['raison'], valeur: string) => ({ raison, valeur: valeur.slice(0, LIBELLE_MAX) })
  if (libelle === '') return faute('libelle-vide', brute.code)
  if (libelle.length > LIBELLE_MAX || /\p{Cc}/u.test(libelle)) return faute('libelle-long', libelle)
  const prises = [...liste.modalites, ...(liste.fusionnees ?? []), ...lues.map((l) => l.modalite)]
  const code = brute.code === '' ? codeLibre(libelle, prises) : brute.code
  if (!Code.safeParse(code).success || code === TOTAL || code === NON_RENSEIGNE) return faute('code-invalide', code)
  if (liste.fusionnees?.some((f) => f.code === code)) return faute('code-fusionne', libelle)
  if (lues.some((l) => l.modalite.code === code)) return faute('code-double', code)
  const masquee = ouiOuNon(brute.masquee)
  if (masquee === undefined) return faute('masquee-invalide', brute.masquee)
  const rang = brute.ordre === '' ? null : Number(brute.ordre)
  if (rang !== null && (!Number.isInteger(rang) || rang < 1 || rang > 9999)) return faute('ordre-invalide', brute.ordre)
  const groupe = liste.groupes?.find((g) => [g.code, g.libelle].some((t) => normaliser(t) === normaliser(brute.groupe)))
  if (brute.groupe !== '' && groupe === undefined) return faute('groupe-inconnu', brute.groupe)
  const connue = liste.modalites.find((m) => m.code === code)
  if (liste.groupes !== undefined && groupe === undefined && connue?.groupe === undefined)
    return faute('groupe-absent', libelle)
  const modalite = {
    liste: liste.code,
    code,
    libelle,
    masquee,
    ordre: rang === null ? rangDe(liste, code) : rang - 1,
    groupe: groupe?.code ?? connue?.groupe ?? null,
  }
  return { numero, modalite }
}

const ouiOuNon = (texte: string): boolean | undefined => {
  const lu = normaliser(texte)
  if (['', 'non', 'n', '0', 'faux'].includes(lu)) return false
  return ['oui', 'o', '1', 'vrai', 'x'].includes(lu) ? true : undefined
}

/** Two answers under one label once the file is applied: the list would refuse the second. */
const doublons = (liste: Liste, lues: readonly Lue[]): readonly Faute[] => {
  const absentes = liste.modalites.filter((m) => !lues.some((l) => l.modalite.code === m.code))
  return lues.flatMap(({ numero, modalite: l }, i) =>
    [...absentes, ...lues.slice(0, i).map((x) => x.modalite)].some(
      (m) => normaliser(m.libelle) === normaliser(l.libelle),
    )
      ? { ligne: numero, raison: 'libelle-double' as const, valeur: l.libelle }
      : [],
  )
}

const estMasquee = (m: Modalite) => m.masquee === true

const comparer = (liste: Liste, lues: readonly ModaliteLocale[]): Omit<ApercuListe, 'fautes'> => {
  const paires = lues.flatMap((l) => {
    const avant = liste.modalites.find((m) => m.code === l.code)
    return avant === undefined ? [] : { avant, l }
  })
  const nomDuGroupe = (code: string | null) => liste.groupes?.find((g) => g.code === code)?.libelle ?? ''
  return {
    ajoutees: lues.filter((l) => rangDe(liste, l.code) === null).map((l) => l.libelle),
    renommees: paires
      .filter(({ avant, l }) => avant.libelle !== l.libelle)
      .map(({ avant, l }) => ({ avant: avant.libelle, apres: l.libelle })),
    masquees: paires.filter(({ avant, l }) => l.masquee && !estMasquee(avant)).map(({ l }) => l.libelle),
    proposees: paires.filter(({ avant, l }) => !l.masquee && estMasquee(avant)).map(({ l }) => l.libelle),
    reclassees: paires
      .filter(({ avant, l }) => (avant.groupe ?? null) !== l.groupe)
      .map(({ l }) => ({ libelle: l.libelle, groupe: nomDuGroupe(l.groupe) })),
    deplacees: paires.filter(({ l }) => l.ordre !== rangDe(liste, l.code)).length,
    absentes: liste.modalites.filter((m) => !lues.some((l) => l.code === m.code)).map((m) => m.libelle),
  }
}

const rangDe = (liste: Liste, code: string): number | null => {
  const rang = liste.modalites.findIndex((m) => m.code === code)
  return rang === -1 ? null : rang
}

const rien = (liste: Liste): ApercuListe => ({ ...comparer(liste, []), fautes: [] })
