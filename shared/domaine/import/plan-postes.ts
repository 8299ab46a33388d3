import { ageAu, type DateIso } from '../../utils/dates.ts'
import { normaliser } from '../../utils/texte.ts'
import { type PosteTravail, statutAu } from '../tig/poste-travail.ts'
import type { LigneDAccueil } from './plan-accueils.ts'
import type { Remarques } from './remarques.ts'

type Contexte = {
  readonly postes: readonly PosteTravail[]
  readonly nouvelId: () => string
  readonly aujourdhui: DateIso
}

/** The post of each line, by its name whatever the capitals and accents, and the posts that the coffre has not. */
export const planifierPostes = (
  lignes: readonly LigneDAccueil[],
  { postes, nouvelId, aujourdhui }: Contexte,
  remarques: Remarques,
): { readonly posteDe: (ligne: LigneDAccueil) => string | null; readonly ajoutes: readonly PosteTravail[] } => {
  const parNom = new Map(postes.map((p) => [normaliser(p.intitule), p]))
  const parService = Map.groupBy(postes, (p) => normaliser(p.service))
  const connu = ({ accueil: { poste, accueil } }: LigneDAccueil): PosteTravail | undefined => {
    const duService = accueil === '' ? [] : (parService.get(normaliser(accueil)) ?? [])
    return (
      parNom.get(normaliser(poste || accueil)) ?? (poste === '' && duService.length === 1 ? duService[0] : undefined)
    )
  }
  const nommees = lignes.filter(({ accueil }) => normaliser(accueil.poste || accueil.accueil) !== '')
  const inconnues = Map.groupBy(
    nommees.filter((ligne) => connu(ligne) === undefined),
    ({ accueil }) => normaliser(accueil.poste || accueil.accueil),
  )
  const ajoutes = new Map(
    [...inconnues].map(([nom, siennes]) => [nom, inventer(siennes, { id: nouvelId(), aujourdhui })]),
  )
  for (const ligne of nommees) {
    const raison = refus(connu(ligne), ligne, aujourdhui)
    if (raison !== undefined) remarques.refuser(ligne.numero, raison)
  }
  return {
    posteDe: (ligne) =>
      (connu(ligne) ?? ajoutes.get(normaliser(ligne.accueil.poste || ligne.accueil.accueil)))?.id ?? null,
    ajoutes: [...ajoutes.values()],
  }
}

/** The rules of the form for a post that the coffre knows. */
const refus = (
  poste: PosteTravail | undefined,
  { accueil: { debutLe }, personne: { naissance } }: LigneDAccueil,
  aujourdhui: DateIso,
): string | undefined => {
  if (poste === undefined) return undefined
  if (debutLe !== null && statutAu(poste, debutLe) !== 'actif')
    return `Le poste « ${poste.intitule} » n’était pas ouvert le premier jour : corrigez la date, ou son inscription.`
  return naissance !== null && ageAu(naissance, debutLe ?? aujourdhui) < 18 && !poste.ouvertAuxMineurs
    ? `Le poste « ${poste.intitule} » n’est pas ouvert aux mineurs.`
    : undefined
}

/** Only what the lines say: on the list since the first of them came, with as many places as were held at the same time. */
const inventer = (
  lignes: readonly LigneDAccueil[],
  { id, aujourdhui }: { readonly id: string; readonly aujourdhui: DateIso },
): PosteTravail => {
  const [premiere] = lignes
  const debuts = lignes.flatMap(({ accueil }) => accueil.debutLe ?? []).toSorted()
  const presents = debuts.map(
    (jour) =>
      lignes.filter(
        ({ accueil: { debutLe, finLe } }) => debutLe !== null && debutLe <= jour && (finLe === null || finLe > jour),
      ).length,
  )
  const { poste = '', accueil = '' } = premiere?.accueil ?? {}
  return {
    id,
    intitule: poste || accueil,
    service: accueil,
    lieu: '',
    missions: '',
    places: Math.min(500, Math.max(1, ...presents)),
    forme: 'individuelle',
    horaires: '',
    contraintes: [],
    ouvertAuxMineurs: lignes.some(
      ({ personne: { naissance }, accueil: { debutLe } }) =>
        naissance !== null && ageAu(naissance, debutLe ?? aujourdhui) < 18,
    ),
    responsable: '',
    inscritLe: [debuts[0] ?? aujourdhui, aujourdhui].toSorted()[0] ?? aujourdhui,
    statuts: [],
  }
}
