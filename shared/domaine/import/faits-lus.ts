import { joursEntre, type DateIso, dateFrancaise } from '../../utils/dates.ts'
import { questionsSituation } from '../dispositifs/cvp/situations.ts'
import { DETENTION } from '../dispositifs/lieux.ts'
import { Quartier } from '../etablissements.ts'
import { type Nomenclature, trouverListe } from '../nomenclature.ts'
import { type Consentement, objetsConsentement, ReponseConsentement } from '../parcours/consentement.ts'
import { type Repere, reperes } from '../parcours/etape.ts'
import { type Mesure, mesuresContredites } from '../parcours/mesure.ts'
import { ModeSortie, type Passage } from '../parcours/passage.ts'
import type { Situation } from '../parcours/situation.ts'
import { StatutPenal, type StatutPenalDate } from '../parcours/statut-penal.ts'
import type { Reponse } from '../reponses.ts'
import type { Acces } from './acces.ts'
import type { ReponsesParcours } from './lire-parcours.ts'
import { champSituation } from './questions-parcours.ts'

/** What one line says of a parcours, as things to keep. Dates that only the whole suivi knows are null. */
export type FaitsLus = {
  readonly sejour: Omit<Passage, 'id'> | null
  readonly reperes: readonly Repere[]
  readonly statut: Omit<StatutPenalDate, 'id'> | null
  readonly mesures: readonly Omit<Mesure, 'id'>[]
  readonly consentements: readonly (Pick<Consentement, 'objet' | 'reponse'> & { readonly date: DateIso | null })[]
  readonly situations: readonly (Pick<Situation, 'reponses'> & {
    readonly moment: 'entree' | 'sortie'
    readonly date: DateIso | null
  })[]
  readonly cloture: { readonly date: DateIso; readonly motif: string | null } | null
  /** What was understood in a way that the user should check. */
  readonly remarques: readonly string[]
}

export const AUCUN_FAIT: FaitsLus = {
  sejour: null,
  reperes: [],
  statut: null,
  mesures: [],
  consentements: [],
  situations: [],
  cloture: null,
  remarques: [],
}

const SORTIE_A_VENIR = 'Date de sortie à venir : gardée comme sortie prévue, la personne est toujours détenue.'

export const PREVENU =
  'Une personne prévenue n’a pas encore de peine à aménager : corrigez le statut ou la mesure (art. L423-2, code pénitentiaire).'

/** Where a line says that somebody stays: the column of the entretien speaks for both when it is alone. */
export type Lieu = {
  readonly etablissement: string | null
  /** The name in the cell waits for a word of the user. */
  readonly enAttente: boolean
}

/** Makes facts of the answers of a line; each contradiction within it is refused. */
export const composerFaits = (
  acces: Acces,
  reponses: ReponsesParcours,
  lieu: Lieu,
  nomenclature: Nomenclature,
  aujourdhui: DateIso,
): FaitsLus => {
  const sortie = reponses.jours.get('sejourSortie') ?? null
  const aVenir = sortie !== null && sortie > aujourdhui
  const statut = lireStatut(acces, reponses)
  const mesures = lireMesures(acces, reponses, aujourdhui)
  const statuts = statut === null ? [] : [{ id: '', ...statut }]
  if (mesuresContredites(nomenclature, mesures, statuts).length > 0) acces.refuser('mesures', PREVENU)
  return {
    sejour: lireSejour(acces, reponses, lieu, nomenclature, aVenir ? null : sortie),
    reperes: lireReperes(acces, reponses, aVenir ? sortie : null),
    statut,
    mesures,
    consentements: lireConsentements(acces, reponses),
    situations: lireSituations(reponses),
    cloture: lireCloture(acces, reponses),
    remarques: aVenir ? [SORTIE_A_VENIR] : [],
  }
}

const lireSejour = (
  acces: Acces,
  { jours, codes }: ReponsesParcours,
  { etablissement, enAttente }: Lieu,
  nomenclature: Nomenclature,
  sortie: DateIso | null,
): FaitsLus['sejour'] => {
  const mode = ModeSortie.safeParse(codes.get('modeSortie')?.[0]).data ?? null
  const entree = jours.get('sejourEntree') ?? null
  const champSortie = jours.has('sejourSortie') ? 'sejourSortie' : 'modeSortie'
  const champ = entree === null ? champSortie : 'sejourEntree'
  const dit = codes.has('sejourEtablissement') || jours.has('repere.sortie-prevue') || jours.has('sejourSortie')
  if (enAttente || (!dit && entree === null && mode === null)) return null
  if (etablissement === null)
    return entree === null && sortie === null && mode === null
      ? null
      : acces.refuser(champ, 'L’établissement de ce séjour manque. Complétez sa colonne, ou laissez celle-ci de côté.')
  const connu = trouverListe(nomenclature, 'lieu-justice').modalites.find((m) => m.code === etablissement)
  if (connu?.groupe !== DETENTION && entree === null && sortie === null && mode === null) return null
  if (connu?.groupe !== DETENTION)
    return acces.refuser(
      acces.titre('sejourEtablissement') === '' ? 'etablissement' : 'sejourEtablissement',
      'Un séjour se note dans un établissement pénitentiaire de la liste. Corrigez le nom, ou ajoutez l’établissement dans les réglages.',
    )
  if (entree !== null && sortie !== null && sortie < entree)
    return acces.refuser(
      'sejourSortie',
      `La sortie (${dateFrancaise(sortie)}) est antérieure à l’entrée (${dateFrancaise(entree)}).`,
    )
  const quartier = Quartier.safeParse(codes.get('quartier')?.[0]).data ?? null
  return { etablissement, quartier, entree, sortie, mode: mode ?? (sortie === null ? null : 'inconnu') }
}

const lireReperes = (acces: Acces, { jours }: ReponsesParcours, sortieAVenir: DateIso | null): readonly Repere[] => {
  const prevue = jours.get('repere.sortie-prevue')
  if (sortieAVenir !== null && prevue !== undefined && prevue !== sortieAVenir)
    acces.refuser('sejourSortie', 'La date de sortie est à venir et n’est pas celle de la sortie prévue.')
  return reperes.flatMap(({ code }) => {
    const date = jours.get(`repere.${code}`) ?? (code === 'sortie-prevue' ? sortieAVenir : null)
    return date == null ? [] : [{ repere: code, date }]
  })
}

const lireStatut = (acces: Acces, { jours, codes }: ReponsesParcours): FaitsLus['statut'] => {
  const statut = StatutPenal.safeParse(codes.get('statutPenal')?.[0]).data
  const du = jours.get('statutDu') ?? null
  if (statut !== undefined) return { statut, du }
  return du === null || acces.texte('statutPenal') !== ''
    ? null
    : acces.refuser('statutDu', 'Cette date n’a pas de statut pénal en face.')
}

const lireMesures = (acces: Acces, { jours, codes }: ReponsesParcours, aujourdhui: DateIso): FaitsLus['mesures'] => {
  const mesures = codes.get('mesures') ?? []
  const dates = { du: jours.get('mesureDu'), finPrevue: jours.get('mesureFinPrevue'), au: jours.get('mesureAu') }
  const datee = (['mesureDu', 'mesureFinPrevue', 'mesureAu'] as const).find((champ) => jours.has(champ))
  if (datee === undefined) return mesures.map((mesure) => ({ mesure, du: null, finPrevue: null, au: null }))
  const { du = null, finPrevue = null, au = null } = dates
  if (mesures.length > 1)
    acces.refuser(
      datee,
      'Plusieurs mesures pour une seule date : mettez une ligne par mesure, ou laissez la date de côté.',
    )
  if (mesures.length === 0 && acces.texte('mesures') === '')
    acces.refuser(datee, 'Cette date n’a pas de mesure en face.')
  if (du !== null && au !== null && au < du) acces.refuser('mesureAu', 'La mesure finit avant d’avoir commencé.')
  if (du !== null && finPrevue !== null && finPrevue < du)
    acces.refuser('mesureFinPrevue', 'La mesure finirait avant d’avoir commencé.')
  if (au !== null && au > aujourdhui) acces.refuser('mesureAu', `La date ${dateFrancaise(au)} est dans le futur.`)
  return mesures.map((mesure) => ({ mesure, du, finPrevue, au }))
}

const lireConsentements = (acces: Acces, { jours, codes }: ReponsesParcours): FaitsLus['consentements'] =>
  objetsConsentement.flatMap((objet) => {
    const champ = `consentement.${objet}`
    const lue = ReponseConsentement.safeParse(codes.get(champ)?.[0]).data
    const date = jours.get(`${champ}.date`) ?? null
    // The day alone of an agreement is an agreement.
    const reponse = lue ?? (date !== null && acces.texte(champ) === '' ? 'donne' : undefined)
    if (reponse === undefined) return []
    if (objet === 'notice' && reponse === 'retire')
      return acces.refuser(champ, 'Une notice remise ne se retire pas.') ?? []
    return [{ objet, reponse, date }]
  })

const lireSituations = ({ jours, codes }: ReponsesParcours): FaitsLus['situations'] =>
  (['entree', 'sortie'] as const).flatMap((moment) => {
    const reponses = Object.fromEntries(
      questionsSituation.flatMap(({ code, type }): [string, Reponse][] => {
        const lus = codes.get(champSituation(moment, code))
        const [seul] = lus ?? []
        return lus === undefined || seul === undefined ? [] : [[code, type === 'choix' ? seul : [...lus]]]
      }),
    )
    const date = jours.get(champSituation(moment, 'date')) ?? null
    return Object.keys(reponses).length === 0 ? [] : [{ moment, date, reponses }]
  })

const lireCloture = (acces: Acces, { jours, codes }: ReponsesParcours): FaitsLus['cloture'] => {
  const date = jours.get('dateFin')
  const motif = codes.get('motifSortie')?.[0] ?? null
  if (date !== undefined) return { date, motif }
  return motif === null
    ? null
    : acces.refuser('motifSortie', 'Ce motif n’a pas de date de fin de suivi en face. Complétez-la, ou videz le motif.')
}

/** Days between two stays under which the second follows the first: the person never was outside, as far as is known. */
export const estUnTransfert = (sortie: DateIso, entree: DateIso): boolean => {
  const ecart = joursEntre(sortie, entree)
  return ecart >= 0 && ecart <= 1
}
