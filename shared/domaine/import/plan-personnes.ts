import { cleIdentite, type PersonneASaisir } from '../personne.ts'
import type { Reponses } from '../reponses.ts'
import type { Connus, PersonneConnue } from './connus.ts'
import type { LigneLue } from './lire-ligne.ts'

/** One person of the file, with what her lines say put together. */
export type PersonnePlan = {
  readonly id: string
  /** The file kept in the coffre, when she has one. */
  readonly connue: PersonneConnue | undefined
  /** Null for an anonymous one. */
  readonly identite: Pick<PersonneConnue, 'nom' | 'prenom' | 'naissance'> | null
  /** As it must be saved; null when the coffre already says it all. */
  readonly fiche: PersonneASaisir | null
  readonly lignes: readonly LigneLue[]
  /** Questions answered differently from one line to the next. */
  readonly contradictions: readonly string[]
}

/**
 * Strict identity: same name and same birth date is the same person, anything else is another one. An anonymous line is a
 * person of its own. `nouvelles` are the lines to import, `lignes` all of them, both in the order of the facts.
 */
export const planifierPersonnes = (
  lignes: readonly LigneLue[],
  nouvelles: ReadonlySet<LigneLue>,
  personneDejaImportee: (ligne: LigneLue) => string | null,
  connus: Connus,
  nouvelId: () => string,
): ReadonlyMap<LigneLue, PersonnePlan> => {
  const parId = new Map(connus.personnes.map((p) => [p.id, p]))
  // The oldest file of an identity is the one that a new line joins.
  const parCle = new Map(connus.personnes.map((p) => [cleIdentite(p), p] as const).toReversed())
  const groupes = Map.groupBy(lignes, (l) => (l.personne.anonyme ? `#${l.numero}` : cleIdentite(l.personne)))
  return new Map(
    [...groupes].flatMap(([cle, groupe]) => {
      const importee = groupe.map(personneDejaImportee).find((id) => id !== null && parId.has(id))
      const connue = parId.get(importee ?? '') ?? (groupe[0]?.personne.anonyme === true ? undefined : parCle.get(cle))
      const plan = reunir(
        groupe,
        groupe.filter((l) => nouvelles.has(l)),
        connue,
        nouvelId,
      )
      return groupe.map((ligne) => [ligne, plan] as const)
    }),
  )
}

/** The latest answer wins within the file; what the coffre says is completed, never replaced. */
const reunir = (
  lignes: readonly LigneLue[],
  aImporter: readonly LigneLue[],
  connue: PersonneConnue | undefined,
  nouvelId: () => string,
): PersonnePlan => {
  const id = connue?.id ?? nouvelId()
  const dites = [...(connue === undefined ? [] : [connue.reponses]), ...aImporter.map((l) => l.reponses.personne)]
  const reponses: Reponses = { ...Object.assign({}, ...aImporter.map((l) => l.reponses.personne)), ...connue?.reponses }
  const fiche = {
    id,
    naissance: connue?.naissance ?? lignes[0]?.personne.naissance ?? null,
    commune: connue?.commune ?? dernier(aImporter.map((l) => l.personne.commune)),
    reponses,
  }
  const telephone = connue?.telephone ?? dernier(aImporter.map((l) => l.personne.telephone))
  const { nom, prenom } = connue ?? nomLeMieuxEcrit(lignes)
  const complete: PersonneASaisir =
    nom === '' ? { ...fiche, anonyme: true } : { ...fiche, anonyme: false, nom, prenom, telephone }
  const inchangee =
    connue !== undefined &&
    connue.telephone === telephone &&
    connue.commune === fiche.commune &&
    Object.keys(connue.reponses).length === Object.keys(reponses).length
  return {
    id,
    connue,
    identite: nom === '' ? null : { nom, prenom, naissance: fiche.naissance },
    fiche: inchangee || aImporter.length === 0 ? null : complete,
    lignes,
    contradictions: Object.keys(reponses).filter((champ) => differe(dites, champ)),
  }
}

const dernier = (textes: readonly (string | null)[]): string | null =>
  textes.findLast((texte) => texte !== null) ?? null

/** Of the spellings of one name, the one that begins with a capital and has the most accents and small letters: capitals often lose them. */
const nomLeMieuxEcrit = (lignes: readonly LigneLue[]): { readonly nom: string; readonly prenom: string } => {
  const meilleure = lignes.reduce<LigneLue | undefined>(
    (retenue, ligne) => (retenue === undefined || note(ligne) > note(retenue) ? ligne : retenue),
    undefined,
  )
  return { nom: meilleure?.personne.nom ?? '', prenom: meilleure?.personne.prenom ?? '' }
}

const differe = (dites: readonly Reponses[], champ: string): boolean =>
  new Set(dites.map((r) => JSON.stringify(r[champ])).filter((texte) => texte !== undefined)).size > 1

const note = ({ personne: { nom, prenom } }: LigneLue): number =>
  100 * compter(nom, /^\p{Lu}/gu) + compter(nom + prenom, /[a-z]/gu) + 2 * compter(nom + prenom, /[^\p{ASCII}]/gu)

const compter = (texte: string, lettres: RegExp): number => texte.match(lettres)?.length ?? 0
