import type { Champ } from '#shared/domaine/dispositif.ts'
import { libelleDe, type Nomenclature, trouverListe } from '#shared/domaine/nomenclature.ts'
import type { Reponse, Reponses } from '#shared/domaine/reponses.ts'
import type { Option } from '#ui/options.ts'

/** The lines a list offers: hidden values only where they are already the answer. */
export const optionsDe = (
  nomenclature: Nomenclature,
  codeListe: string | undefined,
  deja: readonly string[] = [],
): readonly Option[] => {
  const { modalites, groupes = [] } = trouverListe(nomenclature, codeListe)
  const connues = modalites.filter((m) => m.masquee !== true || deja.includes(m.code))
  const nomDuGroupe = new Map(groupes.map((g) => [g.code, g.libelle]))
  return connues.map(({ code, libelle, groupe = '', synonymes = [] }) => ({
    value: code,
    label: libelle,
    groupe: nomDuGroupe.get(groupe),
    mots: synonymes,
  }))
}

/** An answer in words; empty when the question was not answered. */
export const enMots = (nomenclature: Nomenclature, champ: Champ, reponse: Reponse | undefined): string => {
  if (reponse === undefined) return ''
  if (typeof reponse === 'number') return String(reponse)
  return enListe(reponse)
    .map((code) => libelleDe(nomenclature, champ.liste, code))
    .join(', ')
}

/** The codes of an answer, one or several. */
export const enListe = (reponse: Reponse | undefined): readonly string[] => {
  if (reponse === undefined || typeof reponse === 'number') return []
  return typeof reponse === 'string' ? [reponse] : reponse
}

/** Answers with one changed; an empty one is taken away, « non renseigné » being the absence of answer. */
export const repondre = (reponses: Reponses, code: string, reponse: Reponse | null): Reponses => {
  const autres = Object.fromEntries(Object.entries(reponses).filter(([cle]) => cle !== code))
  const vide = reponse === null || (Array.isArray(reponse) && reponse.length === 0)
  return vide ? autres : { ...autres, [code]: reponse }
}

/** Whether an answer is there, and is not the one of the time before. */
export const changeDepuis = (avant: Reponse | undefined, maintenant: Reponse | undefined): boolean =>
  avant !== undefined && maintenant !== undefined && JSON.stringify(avant) !== JSON.stringify(maintenant)

/** What a field says of its answer: kept from last time, or changed since. In words and by a mark, never by colour alone. */
export const marquer = (repris: boolean, avant: string | undefined) => ({
  description: repris ? 'repris du dernier entretien' : avant === undefined ? undefined : `changé, avant : ${avant}`,
  ...(repris ? { 'data-repris': true } : {}),
  ...(avant === undefined || repris ? {} : { 'data-change': true }),
})
