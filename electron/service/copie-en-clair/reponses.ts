import type { TableDite } from '#db/copie-en-clair/tables.ts'
import type { Liste } from '#shared/domaine/dispositif.ts'
import { questionsSituation } from '#shared/domaine/dispositifs/cvp/situations.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { Valeur } from './valeurs.ts'

export const titresReponses = [
  'Table',
  'Fiche',
  'Colonne',
  'Question (code)',
  'Question',
  'Réponse (code)',
  'Réponse',
] as const
export const titresListes = ['Liste (code)', 'Liste', 'Code', 'Libellé', 'Groupe', 'Masquée', 'Fusionnée dans'] as const

type Mots = (colonne: string, question: string, code: string) => readonly [question: string, reponse: string | null]

/** The words of questions and answers, as the post knows them. */
export const motsDe = (nomenclatures: readonly Nomenclature[]): Mots => {
  const questions = [...nomenclatures.flatMap((n) => n.champs), ...questionsSituation]
  const listes = listesDe(nomenclatures)
  return (table, code, reponse) => {
    const question =
      questions.find((q) => q.code === code && 'porteur' in q && q.porteur === table) ??
      questions.find((q) => q.code === code)
    const liste = listes.find((l) => l.code === question?.liste)
    const modalite = [...(liste?.modalites ?? []), ...(liste?.fusionnees ?? [])].find((m) => m.code === reponse)
    return [question?.libelle ?? code, modalite?.libelle ?? null]
  }
}

/** One line for each answer of a row: a question with several has several lines. */
export const lignesDeReponses = (
  { table, fichier, cle, colonnes }: TableDite,
  ligne: Readonly<Record<string, unknown>>,
  mots: Mots,
): Valeur[][] =>
  colonnes.flatMap(({ nom, titre, type }) => {
    if (type !== 'reponses') return []
    const fiche = cle.map((colonne) => String(ligne[colonne])).join(' ')
    return Object.entries(lireReponses(ligne[nom])).flatMap(([question, reponse]) =>
      (Array.isArray(reponse) ? reponse : [reponse]).map((code) => {
        const [libelle, dit] = mots(table, question, String(code))
        return [fichier, fiche, titre, question, libelle, String(code), dit]
      }),
    )
  })

/** Every answer of every list of the coffre, once; one that was merged says into which. */
export const lignesDesListes = (nomenclatures: readonly Nomenclature[]): Valeur[][] =>
  listesDe(nomenclatures).flatMap(({ code, libelle, groupes, modalites, fusionnees }) => {
    const actuelles = modalites.map((m) => {
      const groupe = groupes?.find((g) => g.code === m.groupe)?.libelle ?? null
      return [code, libelle, m.code, m.libelle, groupe, m.masquee === true ? 'oui' : 'non', null]
    })
    return actuelles.concat((fusionnees ?? []).map((m) => [code, libelle, m.code, m.libelle, null, 'oui', m.vers]))
  })

/** Two lists of the same code are one list. */
const listesDe = (nomenclatures: readonly Nomenclature[]): readonly Liste[] => [
  ...new Map(nomenclatures.flatMap((n) => n.listes).map((l) => [l.code, l])).values(),
]

const lireReponses = (texte: unknown): Readonly<Record<string, unknown>> => {
  const lu: unknown = typeof texte === 'string' ? JSON.parse(texte) : null
  return typeof lu === 'object' && lu !== null ? (lu as Readonly<Record<string, unknown>>) : {}
}
