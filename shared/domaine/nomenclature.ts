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

/** An answer merged into another one of its list, which may itself have been merged since. */
export type ModaliteFusionnee = { readonly liste: string; readonly code: string; readonly vers: string }

export type ChampLocal = { readonly champ: string; readonly actif: boolean }

/** The lists and questions of a post: the declaration of its dispositif with its own changes applied. */
export type Nomenclature = Dispositif

export const appliquerReglages = (
  dispositif: Dispositif,
  modalites: readonly ModaliteLocale[],
  champs: readonly ChampLocal[],
  fusions: readonly ModaliteFusionnee[] = [],
): Nomenclature => ({
  ...dispositif,
  listes: dispositif.listes.map((liste) => appliquerFusions(appliquerListe(liste, modalites), fusions)),
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

/** A merged answer leaves the list; what was written for it in a spreadsheet is read as the one it became. */
const appliquerFusions = (liste: Liste, toutes: readonly ModaliteFusionnee[]): Liste => {
  const siennes = new Map(toutes.filter((f) => f.liste === liste.code).map((f) => [f.code, f.vers]))
  if (siennes.size === 0) return liste
  const finale = (code: string): string => {
    const vers = siennes.get(code)
    return vers === undefined ? code : finale(vers)
  }
  const fusionnees = liste.modalites.filter((m) => siennes.has(m.code))
  const synonymesDe = (code: string) =>
    fusionnees.flatMap(({ code: sien, libelle, synonymes = [] }) =>
      finale(sien) === code ? [libelle, sien].concat(synonymes) : [],
    )
  return {
    ...liste,
    modalites: liste.modalites
      .filter((m) => !siennes.has(m.code))
      .map((m) => {
        const synonymes = synonymesDe(m.code)
        return synonymes.length === 0 ? m : Object.assign({}, m, { synonymes: (m.synonymes ?? []).concat(synonymes) })
      }),
    fusionnees: fusionnees.map(({ code, libelle }) => ({ code, libelle, vers: finale(code) })),
  }
}

export const trouverListe = (nomenclature: Nomenclature, code: string | undefined): Liste => {
  const liste = nomenclature.listes.find((l) => l.code === code)
  if (liste === undefined) throw new Error(`liste non déclarée : ${code}`)
  return liste
}

/** Stands for the missing answer where a code is mandatory (the role of a person whose file does not say it). */
export const NON_RENSEIGNE = 'non-renseigne'
export const libelleNonRenseigne = 'Non renseigné'

/** Label of a stored code; the code itself when it comes from a list that no longer knows it, so that nothing disappears. */
export const libelleDe = (nomenclature: Nomenclature, codeListe: string | undefined, code: string): string => {
  const { modalites, fusionnees } = trouverListe(nomenclature, codeListe)
  const lu = fusionnees?.find((f) => f.code === code)?.vers ?? code
  return modalites.find((m) => m.code === lu)?.libelle ?? (code === NON_RENSEIGNE ? libelleNonRenseigne : code)
}
