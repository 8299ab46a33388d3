import type { DateIso } from '../../utils/dates.ts'
import type { PersonneASaisir } from '../personne.ts'
import type { AccueilASaisir } from '../tig/accueil.ts'
import { avertissementsDeMesure } from '../tig/mesure.ts'
import type { PosteTravail } from '../tig/poste-travail.ts'
import { type AccueilConnu, completerAccueil, retrouverAccueils } from './accueils-connus.ts'
import type { PersonneConnue } from './connus.ts'
import { trouverDoublons } from './doublons.ts'
import type { AccueilLu } from './lire-accueil.ts'
import type { LigneLue } from './lire-ligne.ts'
import { type PersonnePlan, planifierPersonnes } from './plan-personnes.ts'
import { planifierPostes } from './plan-postes.ts'
import { type Avertissement, DEJA_IMPORTEE, type ProblemeLigne, type RapportImport } from './rapport.ts'
import { createRemarques } from './remarques.ts'

export type LigneDAccueil = LigneLue & { readonly accueil: AccueilLu }

export type AccueilPlan = {
  readonly accueil: AccueilASaisir
  /** The person as she must be saved; null when the coffre already says it all. */
  readonly fiche: PersonneASaisir | null
  /** Day the document was given; null leaves it as it is. */
  readonly attestationLe: DateIso | null
}

export type PlanAccueils = Pick<
  RapportImport,
  'ignorees' | 'personnes' | 'personnesNouvelles' | 'anonymes' | 'doublonsPossibles' | 'avertissements'
> & {
  readonly postes: readonly PosteTravail[]
  readonly accueils: readonly AccueilPlan[]
  readonly problemes: readonly ProblemeLigne[]
  readonly utiles: ReadonlySet<number>
}

export type ContexteAccueils = {
  readonly personnes: readonly PersonneConnue[]
  readonly accueils: readonly AccueilConnu[]
  readonly postes: readonly PosteTravail[]
  /** The same id for the same line of a file, always: what was imported is found again, whatever became of it. */
  readonly idDe: (ligne: LigneDAccueil, rang: number) => string
  readonly nouvelId: () => string
  readonly aujourdhui: DateIso
  readonly avecNoms: boolean
}

/** Decides what each line of a host becomes, without writing: a new accueil, one completed, or nothing. */
export const planifierAccueils = (lignes: readonly LigneDAccueil[], contexte: ContexteAccueils): PlanAccueils => {
  const remarques = createRemarques()
  const retrouves = retrouverAccueils(lignes, contexte)
  const nouvelles = new Set(lignes.filter((ligne) => retrouves.get(ligne)?.connu?.supprime !== true))
  const parLigne = planifierPersonnes(
    lignes,
    nouvelles,
    (ligne) => retrouves.get(ligne as LigneDAccueil)?.connu?.personneId ?? null,
    { personnes: contexte.personnes, empreintes: new Map(), suivis: [], jours: new Set(), parcours: new Map() },
    contexte.nouvelId,
  )
  const { posteDe, ajoutes } = planifierPostes([...nouvelles], contexte, remarques)
  const ecrites = new Set<PersonnePlan>()
  const accueils = [...nouvelles].flatMap((ligne): readonly AccueilPlan[] => {
    const personne = parLigne.get(ligne)
    const retrouve = retrouves.get(ligne)
    if (personne === undefined || retrouve === undefined) return []
    const lu = versAccueil(ligne.accueil, retrouve.id, personne.id, posteDe(ligne))
    const attestationLe = ligne.accueil.attestationLe ?? jourDeRemise(ligne.accueil)
    const fait = completerAccueil(lu, attestationLe, retrouve.connu, (message) =>
      remarques.avertir(ligne.numero, message),
    )
    const fiche = ecrites.has(personne) ? null : personne.fiche
    if (fait === null && fiche === null) return []
    remarques.utiles.add(ligne.numero)
    ecrites.add(personne)
    for (const message of notes(ligne)) remarques.avertir(ligne.numero, message)
    return [{ accueil: lu, attestationLe, ...fait, fiche }]
  })
  const personnes = [...new Set(parLigne.values())]
  const utilises = new Set(accueils.map(({ accueil }) => accueil.posteId))
  const postes = ajoutes.filter((poste) => utilises.has(poste.id))
  return {
    postes,
    accueils,
    problemes: [...remarques.problemes].flatMap(([raison, numeros]) =>
      [...numeros].map((ligne) => ({ ligne, colonne: null, raison })),
    ),
    utiles: remarques.utiles,
    ignorees: lignes
      .filter(({ numero }) => !remarques.utiles.has(numero))
      .map(({ numero }) => ({ ligne: numero, raison: DEJA_IMPORTEE })),
    personnes: personnes.length,
    personnesNouvelles: personnes.filter((p) => p.connue === undefined).length,
    anonymes: 0,
    doublonsPossibles: [...trouverDoublons(personnes, contexte.personnes, contexte.avecNoms)],
    avertissements: [...annoncerPostes(postes), ...enAvertissements(remarques.avertissements)],
  }
}

const versAccueil = (
  { mesure, service, referent, heures, minutes, encadrant, issue, ...lu }: AccueilLu,
  suiviId: string,
  personneId: string,
  posteId: string | null,
): AccueilASaisir => ({
  suiviId,
  personneId,
  mesure,
  service,
  referent,
  heures,
  decideLe: lu.decideLe,
  minutesReprises: minutes,
  echeance: lu.echeance,
  debutLe: lu.debutLe,
  posteId,
  encadrant,
  heuresEmploi: null,
  examenRequis: false,
  examenVu: false,
  finLe: lu.finLe,
  issue,
})

/** « Oui » beside an end: it is given with the last hour at the earliest. */
const jourDeRemise = ({ attestationSansJour, finLe }: AccueilLu): DateIso | null => (attestationSansJour ? finLe : null)

const notes = ({ accueil, personne }: LigneDAccueil): readonly string[] => [
  ...(accueil.ancienNom
    ? ['« Sursis-TIG » est noté sursis probatoire avec TIG, qui le remplace depuis le 24 mars 2020.']
    : []),
  ...(accueil.finLe === null ? avertissementsDeMesure(accueil, personne.naissance) : []),
  ...(accueil.attestationSansJour
    ? [
        accueil.finLe === null
          ? 'Attestation dite remise, sans date ni fin : à noter dans l’accueil.'
          : 'Attestation dite remise, sans date : notée au jour de la fin.',
      ]
    : []),
]

const annoncerPostes = (postes: readonly PosteTravail[]): readonly Avertissement[] =>
  postes.length === 0
    ? []
    : [
        {
          lignes: [],
          message: `Postes ajoutés, à compléter (places, contraintes, date d’inscription) : ${postes.map((p) => p.intitule).join(', ')}.`,
        },
      ]

const enAvertissements = (remarques: ReadonlyMap<string, ReadonlySet<number>>): readonly Avertissement[] =>
  [...remarques].map(([message, lignes]) => ({ lignes: [...lignes].toSorted((a, b) => a - b), message }))
