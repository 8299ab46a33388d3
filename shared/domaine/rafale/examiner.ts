import { cleDoublon } from '../personne.ts'
import type { EntretienASaisir } from '../entretien.ts'
import type { Grille } from '../import/cellule.ts'
import type { Connus } from '../import/connus.ts'
import { lireGrilles } from '../import/lecture.ts'
import type { LigneLue } from '../import/lire-ligne.ts'
import { planifier } from '../import/planifier.ts'
import { type Question, questionsImportables } from '../import/questions.ts'
import type { Nomenclature } from '../nomenclature.ts'
import type { DateIso } from '../../utils/dates.ts'
import type { ExamenRafale, LigneExaminee, LigneRafale } from './lignes.ts'

type Textes = Readonly<Record<string, string>>

/** The lines of a grid understood as those of a file are, before the coffre is looked at. */
type LectureRafale = {
  readonly lues: ReadonlyMap<LigneLue, string>
  readonly erreurs: ReadonlyMap<string, Textes>
  /** Names to look for in the coffre. */
  readonly clesDoublon: ReadonlySet<string>
}

/** Reads the cells; a line that holds an error is not among `lues`. */
export const lireRafale = (
  lignes: readonly LigneRafale[],
  nomenclature: Nomenclature,
  aujourdhui: DateIso,
): LectureRafale => {
  const questions = questionsImportables(nomenclature)
  const presentes = new Set(['date', 'nom', ...lignes.flatMap((l) => Object.keys(l.cellules))])
  const colonnes = questions.filter((q) => presentes.has(q.champ))
  const lecture = lireGrilles([enGrille(lignes, colonnes)], nomenclature, nommerColonnes(colonnes), aujourdhui)
  const idDe = (numero: number): string => lignes[numero - DEBUT]?.id ?? ''
  const champDe = new Map(colonnes.map((q) => [q.libelle, q.champ]))
  const erreurs = new Map<string, Record<string, string>>()
  const refuser = (numero: number, champ: string, raison: string): void => {
    const siennes = erreurs.get(idDe(numero)) ?? {}
    erreurs.set(idDe(numero), { [champ]: raison, ...siennes })
  }
  for (const { ligne, colonne, raison } of lecture.problemes)
    refuser(ligne, champDe.get(colonne ?? '') ?? 'date', raison)
  for (const { champ, valeur, lignes: siennes } of lecture.valeursInconnues)
    for (const numero of siennes) refuser(numero, champ, `« ${valeur} » n’est pas dans la liste.`)
  for (const { ligne } of lecture.ignorees) refuser(ligne, 'date', 'Cette ligne ne ressemble pas à un entretien.')
  for (const { numero, date } of lecture.lignes)
    if (date === null) refuser(numero, 'date', 'La date de l’entretien manque.')
  const lues = lecture.lignes.filter((l) => !erreurs.has(idDe(l.numero)))
  return {
    lues: new Map(lues.map((l) => [l, idDe(l.numero)])),
    erreurs,
    clesDoublon: new Set(lues.filter((l) => !l.personne.anonyme).map((l) => cleDoublon(l.personne))),
  }
}

/** Says who each line is about and which entretien it becomes, by the rules of an import. `deja` are lines saved before. */
export const examiner = (
  lignes: readonly LigneRafale[],
  lecture: LectureRafale,
  contexte: {
    readonly connus: Connus
    readonly deja: ReadonlySet<string>
    readonly nomenclature: Nomenclature
    readonly nouvelId: () => string
  },
): ExamenRafale => {
  const { connus, deja } = contexte
  const aPlanifier = [...lecture.lues.keys()].filter((l) => !deja.has(lecture.lues.get(l) ?? ''))
  const plan = planifier(aPlanifier, { ...contexte, empreintes: lecture.lues, necessite: false, avecNoms: false })
  const planifies = new Map(plan.entretiens.map((p) => [p.empreinte, p.entretien]))
  const parId = new Map(aPlanifier.map((l) => [lecture.lues.get(l) ?? '', l]))
  const connues = new Map(connus.personnes.map((p) => [p.id, p]))
  return {
    lignes: lignes.map(({ id }): LigneExaminee => {
      const lue = parId.get(id)
      const connue = connues.get(planifies.get(id)?.presences[0]?.personneId ?? '')
      return {
        id,
        erreurs: lecture.erreurs.get(id) ?? {},
        remarques: lue === undefined ? {} : remarquesDe(lue, connue),
        personne:
          lue === undefined ? null : lue.personne.anonyme ? 'anonyme' : connue === undefined ? 'nouvelle' : 'connue',
        dejaEnregistree: deja.has(id),
      }
    }),
    entretiens: plan.entretiens.map(({ entretien, empreinte }): EntretienASaisir =>
      Object.assign({}, entretien, { id: empreinte }),
    ),
  }
}

/** What a known person's file keeps saying: it is completed, never replaced. */
const remarquesDe = (
  { personne }: LigneLue,
  connue: { readonly commune: string | null; readonly telephone: string | null } | undefined,
): Textes =>
  Object.fromEntries(
    (['commune', 'telephone'] as const).flatMap((champ) =>
      personne[champ] !== null && connue != null && connue[champ] !== null && connue[champ] !== personne[champ]
        ? [[champ, `Sa fiche dit « ${connue[champ]} » et reste ainsi : corrigez-la dans Personnes.`]]
        : [],
    ),
  )

/** Number of the first line under the titles. */
const DEBUT = 2

const enGrille = (lignes: readonly LigneRafale[], colonnes: readonly Question[]): Grille => ({
  feuille: null,
  lignes: [
    { numero: 1, cellules: colonnes.map((q) => q.libelle) },
    ...lignes.map(({ cellules }, rang) => ({
      numero: DEBUT + rang,
      cellules: colonnes.map(({ champ }) => cellules[champ] ?? null),
    })),
  ],
})

const nommerColonnes = (colonnes: readonly Question[]) => ({
  colonnes: Object.fromEntries(colonnes.map((q) => [q.libelle, q.champ])),
})
