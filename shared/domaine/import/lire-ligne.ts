import type { Porteur } from '../dispositif.ts'
import { NOTE_MAX } from '../entretien.ts'
import { NON_RENSEIGNE, type Nomenclature } from '../nomenclature.ts'
import { aUnParcours } from '../parcours/a-un-parcours.ts'
import type { Reponse, Reponses } from '../reponses.ts'
import { type DateIso, dateFrancaise } from '../../utils/dates.ts'
import { normaliser } from '../../utils/texte.ts'
import { type Acces, citer, ouvrirLigne } from './acces.ts'
import { heureDe, type LigneGrille } from './cellule.ts'
import type { Colonne } from './colonne.ts'
import { AUCUN_FAIT, composerFaits, type FaitsLus } from './faits-lus.ts'
import { type AccueilLu, lireLigneDAccueil } from './lire-accueil.ts'
import { lireDate, siecleCourant } from './lire-date.ts'
import { lireDuree, lireHeure, uniteDeDuree } from './lire-duree.ts'
import { lireIdentite, type PersonneLue } from './lire-personne.ts'
import { lireParcours, type ReponsesParcours } from './lire-parcours.ts'
import type { Question } from './questions.ts'
import { situerEntretien } from './situer-entretien.ts'
import type { ProblemeLigne } from './rapport.ts'
import type { LecteurDeValeurs } from './valeurs.ts'

/** One line of the file, understood. */
export type LigneLue = {
  readonly numero: number
  /** Day of the entretien; null when the line of a parcours tells none. */
  readonly date: DateIso | null
  /** Day by which the lines of a file are put in order: the first that the line knows. */
  readonly jour: DateIso
  readonly heure: string | null
  readonly dureeMinutes: number | null
  readonly note: string
  readonly personne: PersonneLue
  readonly role: string
  readonly dossier: string | null
  readonly saisineDate: DateIso | null
  readonly destinations: readonly string[]
  readonly reponses: Readonly<Record<Porteur, Reponses>>
  /** What the lists were answered, as written: stays the same when the lists of the post change. */
  readonly brut: readonly (readonly [champ: string, texte: string])[]
  readonly parcours: ReponsesParcours
  readonly faits: FaitsLus
  /** What a host of TIG writes on the line; null everywhere else. */
  readonly accueil: AccueilLu | null
}

export type Contexte = {
  readonly nomenclature: Nomenclature
  readonly questions: ReadonlyMap<string, Question>
  readonly colonnes: readonly Colonne[]
  readonly valeurs: LecteurDeValeurs
  readonly aujourdhui: DateIso
}

/** Oldest year of an entretien: before it there is a typing error, not an interview. */
const ANNEE_MIN = '1990'

/** Reads one line; each reason why it can't be imported is added to `problemes`, and then it is not returned. */
export const lireLigne = (ligne: LigneGrille, contexte: Contexte, problemes: ProblemeLigne[]): LigneLue | undefined => {
  const avant = problemes.length
  const acces = ouvrirLigne(ligne, contexte.colonnes, problemes)
  if (contexte.nomenclature.nature === 'accueils') {
    const accueil = lireLigneDAccueil(acces, contexte, ligne.numero)
    return problemes.length > avant || accueil === null ? undefined : accueil
  }
  const fait = lireFait(acces, contexte)
  const personne = lireIdentite(acces, fait?.jour ?? null, contexte.aujourdhui)
  const parcours = lireParcours(acces, ligne.numero, { ...contexte, questions: contexte.questions.values() })
  const roles = lireListe(acces, contexte, 'role', ligne.numero)
  const lue = {
    numero: ligne.numero,
    heure: lireHeureDe(acces) ?? (fait == null || fait.minutes === 0 ? null : heureDe(fait.minutes)),
    dureeMinutes: lireDureeDe(acces),
    note: lireNote(acces),
    role: roles[0] ?? contexte.nomenclature.roleSousEntendu ?? NON_RENSEIGNE,
    dossier: normaliser(acces.texte('dossier')) || null,
    saisineDate: lireSaisineDate(acces, fait?.jour ?? null, contexte.aujourdhui),
    destinations: lireListe(acces, contexte, 'orientations', ligne.numero),
    reponses: lireReponses(acces, contexte, ligne.numero),
    brut: lireBrut(acces, contexte),
  }
  const faits = lireFaitsDuParcours(acces, lue.reponses, parcours, contexte, ligne.numero)
  if (fait === undefined && personne?.anonyme === true)
    acces.refuser('date', 'Une ligne sans entretien doit porter un nom : rien ne la distinguerait d’une autre.')
  if (problemes.length > avant || fait === null || personne === null) return undefined
  const jour = fait?.jour ?? lue.saisineDate ?? faits.sejour?.entree ?? contexte.aujourdhui
  return situerEntretien(
    { ...lue, date: fait?.jour ?? null, jour, personne, parcours, faits, accueil: null },
    contexte.nomenclature,
  )
}

const lireFaitsDuParcours = (
  acces: Acces,
  reponses: LigneLue['reponses'],
  parcours: ReponsesParcours,
  { nomenclature, valeurs, aujourdhui }: Contexte,
  numero: number,
): FaitsLus => {
  if (!aUnParcours(nomenclature)) return AUCUN_FAIT
  const propre = parcours.codes.get('sejourEtablissement')?.[0]
  const lieu = reponses.entretien['etablissement']
  // The place of the entretien may wait: that of the stay, when it is known, waits for nothing.
  const enAttente =
    propre === undefined &&
    valeurs
      .inconnues()
      .some(({ champ, lignes }) => champ.toLowerCase().endsWith('etablissement') && lignes.at(-1) === numero)
  return composerFaits(
    acces,
    parcours,
    { etablissement: propre ?? (typeof lieu === 'string' ? lieu : null), enAttente },
    nomenclature,
    aujourdhui,
  )
}

/** Undefined when the line of a parcours tells no entretien. */
const lireFait = (acces: Acces, { nomenclature, aujourdhui }: Contexte) => {
  const ecrite = acces.texte('date')
  if (ecrite === '' && aUnParcours(nomenclature)) return undefined
  if (ecrite === '') return acces.refuser('date', 'La date de l’entretien manque. Complétez la cellule.')
  const lue = lireDate(acces.cellule('date'), siecleCourant(Number(aujourdhui.slice(0, 4))))
  if (lue === undefined)
    return acces.refuser('date', `${citer(ecrite)} n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA.`)
  if (lue.jour > aujourdhui) return acces.refuser('date', `La date ${dateFrancaise(lue.jour)} est dans le futur.`)
  if (lue.jour < ANNEE_MIN) return acces.refuser('date', `La date ${dateFrancaise(lue.jour)} est antérieure à 1990.`)
  return lue
}

const lireSaisineDate = (acces: Acces, jour: DateIso | null, aujourdhui: DateIso): DateIso | null => {
  const ecrite = acces.texte('saisineDate')
  if (ecrite === '') return null
  const lue = lireDate(acces.cellule('saisineDate'), siecleCourant(Number(aujourdhui.slice(0, 4))))
  if (lue === undefined)
    return acces.refuser('saisineDate', `${citer(ecrite)} n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA.`)
  if (jour !== null && lue.jour > jour)
    return acces.refuser('saisineDate', `La saisine (${dateFrancaise(lue.jour)}) est postérieure à l’entretien.`)
  return lue.jour < ANNEE_MIN
    ? acces.refuser('saisineDate', `La date ${dateFrancaise(lue.jour)} est antérieure à 1990.`)
    : lue.jour
}

const lireHeureDe = (acces: Acces): string | null => {
  const ecrite = acces.texte('heure')
  if (ecrite === '') return null
  return (
    lireHeure(acces.cellule('heure')) ??
    acces.refuser('heure', `${citer(ecrite)} n’est pas une heure. Écrivez-la 14:30.`)
  )
}

const lireDureeDe = (acces: Acces): number | null => {
  const ecrite = acces.texte('duree')
  if (ecrite === '') return null
  const minutes = lireDuree(acces.cellule('duree'), uniteDeDuree(acces.titre('duree')))
  if (minutes === undefined || minutes < 0)
    return acces.refuser('duree', `${citer(ecrite)} n’est pas une durée. Écrivez un nombre de minutes, ou 1h30.`)
  if (minutes > 1440) return acces.refuser('duree', `La durée (${minutes} minutes) dépasse un jour.`)
  return minutes === 0 ? null : minutes
}

/** Never cut: a note too long for the form could not be corrected there afterwards. */
const lireNote = (acces: Acces): string => {
  const note = acces.texteLong('note')
  if (note.length > NOTE_MAX)
    acces.refuser(
      'note',
      `Le texte compte ${note.length} caractères ; ${NOTE_MAX} au plus. Raccourcissez-le, ou laissez cette colonne de côté.`,
    )
  return note
}

const lireListe = (
  acces: Acces,
  { questions, valeurs }: Contexte,
  champ: string,
  numero: number,
): readonly string[] => {
  const question = questions.get(champ)
  return question === undefined ? [] : valeurs.lire(question, acces.texteLong(champ), numero)
}

const lireReponses = (acces: Acces, contexte: Contexte, numero: number): LigneLue['reponses'] => {
  const de = (porteur: Porteur): Reponses =>
    Object.fromEntries(
      contexte.nomenclature.champs
        .filter((champ) => champ.porteur === porteur)
        .flatMap((champ): [string, Reponse][] => {
          if (champ.type === 'nombre') {
            const nombre = lireNombre(acces, champ.code)
            return nombre === null ? [] : [[champ.code, nombre]]
          }
          const codes = lireListe(acces, contexte, champ.code, numero)
          const [seul] = codes
          if (seul === undefined) return []
          return [[champ.code, champ.type === 'choix' ? seul : [...codes]]]
        }),
    )
  return {
    personne: de('personne'),
    participation: de('participation'),
    suivi: de('suivi'),
    entretien: de('entretien'),
  }
}

const lireNombre = (acces: Acces, champ: string): number | null => {
  const ecrit = acces.texte(champ)
  if (ecrit === '') return null
  const nombre = /^\d{1,7}$/u.test(ecrit) ? Number(ecrit) : Number.NaN
  return nombre <= 1_000_000 ? nombre : acces.refuser(champ, `${citer(ecrit)} n’est pas un nombre entier.`)
}

/** A file that is kept up to date says more of a follow-up each time: there, only its entretien makes a line itself. */
const lireBrut = (acces: Acces, { nomenclature }: Contexte): LigneLue['brut'] =>
  [
    'role',
    'orientations',
    ...nomenclature.champs
      .filter(({ code, porteur }) =>
        // The same cell says where the person stays, and follows her from one établissement to the next.
        aUnParcours(nomenclature) ? porteur === 'entretien' && code !== 'etablissement' : porteur !== 'personne',
      )
      .map((c) => c.code),
  ]
    .map((champ) => [champ, normaliser(acces.texte(champ))] as const)
    .filter(([, texte]) => texte !== '')
