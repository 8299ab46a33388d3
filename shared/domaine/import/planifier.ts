import type { EntretienASaisir } from '../entretien.ts'
import { NON_RENSEIGNE, type Nomenclature } from '../nomenclature.ts'
import { aUnParcours } from '../parcours/a-un-parcours.ts'
import type { Connus } from './connus.ts'
import { trouverContredits } from './contredits.ts'
import { trouverDoublons } from './doublons.ts'
import type { LigneLue } from './lire-ligne.ts'
import { type PersonnePlan, planifierPersonnes } from './plan-personnes.ts'
import { completer, depuisSuiviConnu, rattacher, type SuiviPlan } from './plan-suivis.ts'
import { type ParcoursPlan, planifierParcours, type Rattachee, type SuiviSansEntretien } from './plan-parcours.ts'
import { type Avertissement, DEJA_IMPORTEE, type ProblemeLigne, type RapportImport } from './rapport.ts'

/** One entretien to write, and the commune of the person on that day. */
export type EntretienPlan = {
  readonly entretien: EntretienASaisir
  readonly empreinte: string
  readonly commune: string | null
}

export type Plan = Pick<
  RapportImport,
  'ignorees' | 'personnes' | 'personnesNouvelles' | 'anonymes' | 'doublonsPossibles' | 'avertissements'
> & {
  readonly entretiens: readonly EntretienPlan[]
  readonly suivis: readonly SuiviSansEntretien[]
  readonly parcours: readonly ParcoursPlan[]
  readonly problemes: readonly ProblemeLigne[]
  /** Lines that add something to the coffre. */
  readonly utiles: ReadonlySet<number>
}

export type Contexte = {
  /** Fingerprint of each line. */
  readonly empreintes: ReadonlyMap<LigneLue, string>
  readonly connus: Connus
  readonly nomenclature: Nomenclature
  /** Statut pénal and mesures may be kept. */
  readonly necessite: boolean
  readonly nouvelId: () => string
  /** Possible duplicates are shown by name (screen) or by line (command line). */
  readonly avecNoms: boolean
}

/** Decides what each line becomes, without writing. */
export const planifier = (lues: readonly LigneLue[], contexte: Contexte): Plan => {
  const { empreintes, connus, nomenclature, nouvelId } = contexte
  const lignes = lues.toSorted((a, b) => (a.jour < b.jour ? -1 : a.jour > b.jour ? 1 : a.numero - b.numero))
  const empreinteDe = (ligne: LigneLue): string => empreintes.get(ligne) ?? ''
  const importee = (ligne: LigneLue) => connus.empreintes.get(empreinteDe(ligne))
  const nouvelles = lignes.filter((l) => importee(l) === undefined)
  const parLigne = planifierPersonnes(
    lignes,
    new Set(nouvelles),
    (ligne) => importee(ligne)?.personneId ?? null,
    connus,
    nouvelId,
  )
  const suivis = connus.suivis.map(depuisSuiviConnu)
  const parId = new Map(suivis.map((suivi) => [suivi.id, suivi]))
  for (const ligne of lignes)
    if (ligne.dossier !== null) parId.get(importee(ligne)?.suiviId ?? '')?.dossiers.add(ligne.dossier)
  const deja = dejaRattachees(lignes, importee, parLigne, parId)
  if (aUnParcours(nomenclature))
    for (const { ligne, personne, suivi } of deja) completer(suivi, ligne, personne.id, nomenclature)
  const rattachees = rattacherTout(nouvelles, parLigne, suivis, nomenclature, nouvelId)
  const parcours = planifierParcours(enOrdre([...rattachees, ...deja], lignes), new Set(nouvelles), connus, contexte)
  const entretiens = composer(rattachees, empreinteDe, nouvelId)
  const utiles = new Set([...nouvelles.filter((l) => l.date !== null).map((l) => l.numero), ...parcours.utiles])
  const personnes = [...new Set(parLigne.values())]
  const aEcrire = new Set(nouvelles.map((l) => parLigne.get(l)))
  return {
    entretiens,
    suivis: parcours.suivis,
    parcours: parcours.parcours,
    problemes: parcours.problemes,
    utiles,
    ignorees: [...new Set(lignes.map((l) => l.numero))]
      .filter((numero) => !utiles.has(numero))
      .map((ligne) => ({ ligne, raison: DEJA_IMPORTEE }))
      .toSorted((a, b) => a.ligne - b.ligne),
    personnes: personnes.length,
    personnesNouvelles: personnes.filter((p) => p.connue === undefined && aEcrire.has(p)).length,
    anonymes: personnes.filter((p) => p.lignes[0]?.personne.anonyme === true).length,
    doublonsPossibles: [...trouverDoublons(personnes, connus.personnes, contexte.avecNoms)],
    avertissements: [
      ...trouverContredits(personnes, rattachees, nomenclature),
      ...dejaRecus(nouvelles, parLigne, connus),
      ...parcours.avertissements,
    ],
  }
}

const enOrdre = (rattachees: readonly Rattachee[], lignes: readonly LigneLue[]): readonly Rattachee[] => {
  const parLigne = new Map(rattachees.map((r) => [r.ligne, r]))
  return lignes.flatMap((ligne) => parLigne.get(ligne) ?? [])
}

/** Lines imported before still say how their suivi goes on: a release noted since in the spreadsheet. */
const dejaRattachees = (
  lignes: readonly LigneLue[],
  importee: (ligne: LigneLue) => { readonly suiviId: string } | undefined,
  parLigne: ReadonlyMap<LigneLue, PersonnePlan>,
  suivis: ReadonlyMap<string, SuiviPlan>,
): readonly Rattachee[] =>
  lignes.flatMap((ligne) => {
    const suivi = suivis.get(importee(ligne)?.suiviId ?? '')
    const personne = parLigne.get(ligne)
    return suivi === undefined || personne === undefined ? [] : [{ ligne, personne, suivi }]
  })

const rattacherTout = (
  lignes: readonly LigneLue[],
  parLigne: ReadonlyMap<LigneLue, PersonnePlan>,
  connus: readonly SuiviPlan[],
  nomenclature: Nomenclature,
  nouvelId: () => string,
): readonly Rattachee[] => {
  const parPersonne = new Map<string, SuiviPlan[]>()
  const parDossier = new Map<string, SuiviPlan[]>()
  const ranger = (suivi: SuiviPlan): void => {
    for (const personneId of suivi.participations.keys()) ajouter(parPersonne, personneId, suivi)
    for (const dossier of suivi.dossiers) ajouter(parDossier, dossier, suivi)
  }
  connus.forEach(ranger)
  return lignes.flatMap((ligne) => {
    const personne = parLigne.get(ligne)
    if (personne === undefined) return []
    const candidats = [...(parPersonne.get(personne.id) ?? []), ...(parDossier.get(ligne.dossier ?? '') ?? [])]
    const suivi = rattacher(ligne, personne.id, [...new Set(candidats)], nomenclature, nouvelId)
    ranger(suivi)
    return [{ ligne, personne, suivi }]
  })
}

const ajouter = (index: Map<string, SuiviPlan[]>, cle: string, suivi: SuiviPlan): void => {
  const suivis = index.get(cle) ?? []
  if (!suivis.includes(suivi)) suivis.push(suivi)
  index.set(cle, suivis)
}

/** Once every line has found its place: each entretien carries the final state of its suivi, the first one the person's. */
const composer = (
  rattachees: readonly Rattachee[],
  empreinteDe: (ligne: LigneLue) => string,
  nouvelId: () => string,
): readonly EntretienPlan[] => {
  const ecrites = new Set<PersonnePlan>()
  return rattachees.flatMap(({ ligne, personne, suivi }) => {
    const { date } = ligne
    if (date === null) return []
    const fiche = ecrites.has(personne) ? null : personne.fiche
    ecrites.add(personne)
    const part = suivi.participations.get(personne.id)
    return [
      {
        empreinte: empreinteDe(ligne),
        commune: ligne.personne.commune,
        entretien: {
          id: nouvelId(),
          suivi: { id: suivi.id, saisineDate: suivi.saisineDate, reponses: suivi.reponses },
          date,
          heure: ligne.heure,
          dureeMinutes: ligne.dureeMinutes,
          note: ligne.note,
          reponses: ligne.reponses.entretien,
          presences: [
            { personneId: personne.id, fiche, role: part?.role ?? NON_RENSEIGNE, reponses: part?.reponses ?? {} },
          ],
          orientations: ligne.destinations.map((destination) => ({ id: nouvelId(), destination, partenaireId: null })),
          echeances: [],
        },
      },
    ]
  })
}

/** A line edited in the spreadsheet since it was imported looks new: better say it than count twice in silence. */
const dejaRecus = (
  nouvelles: readonly LigneLue[],
  parLigne: ReadonlyMap<LigneLue, PersonnePlan>,
  connus: Connus,
): readonly Avertissement[] => {
  const lignes = nouvelles.filter((l) => connus.jours.has(`${parLigne.get(l)?.id}|${l.date}`)).map((l) => l.numero)
  if (lignes.length === 0) return []
  const message =
    'Le coffre a déjà un entretien de cette personne à cette date : si la ligne a été modifiée depuis un import précédent, elle sera comptée deux fois.'
  return [{ lignes: [...new Set(lignes)].toSorted((a, b) => a - b), message }]
}
