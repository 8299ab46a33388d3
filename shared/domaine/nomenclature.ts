import type { Champ, Dispositif, Liste, Modalite } from './dispositif.ts'

/** What one post changed in a built-in list: a value added, hidden, renamed or moved. Codes never change. */
export type ModaliteLocale = {
  readonly liste: string
  readonly code: string
  readonly libelle: string
  readonly masquee: boolean
  readonly ordre: number | null
  readonly groupe: string | null
}

export type ChampLocal = { readonly champ: string; readonly actif: boolean }

/** The lists and questions of a post: the declaration of its dispositif with its own changes applied. */
export type Nomenclature = Dispositif

export const appliquerReglages = (
  dispositif: Dispositif,
  modalites: readonly ModaliteLocale[],
  champs: readonly ChampLocal[],
): Nomenclature => ({
  ...dispositif,
  listes: dispositif.listes.map((liste) => appliquerListe(liste, modalites)),
  champs: dispositif.champs.map((champ) => appliquerChamp(champ, champs)),
})

const appliquerChamp = (champ: Champ, locaux: readonly ChampLocal[]): Champ => {
  const local = locaux.find((l) => l.champ === champ.code)
  return local === undefined ? champ : { ...champ, actif: local.actif }
}

const appliquerListe = (liste: Liste, locales: readonly ModaliteLocale[]): Liste => {
  const siennes = new Map(locales.filter((l) => l.liste === liste.code).map((l) => [l.code, l]))
  const connues = liste.modalites.map((m) => {
    const locale = siennes.get(m.code)
    return locale === undefined ? m : fusionner(m, locale)
  })
  const codes = new Set(liste.modalites.map((m) => m.code))
  const ajoutees = [...siennes.values()]
    .filter((l) => !codes.has(l.code))
    .map((l) => fusionner({ code: l.code, libelle: l.libelle }, l))
  const rang = (m: Modalite, i: number): number => siennes.get(m.code)?.ordre ?? i
  const modalites = [...connues, ...ajoutees]
    .map((m, i) => ({ m, rang: rang(m, i) }))
    .toSorted((a, b) => a.rang - b.rang)
    .map(({ m }) => m)
  return { ...liste, modalites }
}

const fusionner = (modalite: Modalite, locale: ModaliteLocale): Modalite => ({
  ...modalite,
  libelle: locale.libelle,
  masquee: locale.masquee,
  ...(locale.groupe === null ? {} : { groupe: locale.groupe }),
  synonymes: [...(modalite.synonymes ?? []), modalite.libelle],
})

export const trouverListe = (nomenclature: Nomenclature, code: string | undefined): Liste => {
  const liste = nomenclature.listes.find((l) => l.code === code)
  if (liste === undefined) throw new Error(`liste non déclarée : ${code}`)
  return liste
}

/** Stands for the missing answer where a code is mandatory (the role of a person whose file does not say it). */
export const NON_RENSEIGNE = 'non-renseigne'
export const libelleNonRenseigne = 'Non renseigné'

/** Label of a stored code; the code itself when it comes from a list that no longer knows it, so that nothing disappears. */
export const libelleDe = (nomenclature: Nomenclature, codeListe: string | undefined, code: string): string =>
  trouverListe(nomenclature, codeListe).modalites.find((m) => m.code === code)?.libelle ??
  (code === NON_RENSEIGNE ? libelleNonRenseigne : code)
