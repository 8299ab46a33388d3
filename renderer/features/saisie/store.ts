import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, essayer, reussir, signaler } from '#app/api.ts'
import { aujourdhui, heure } from '#app/dates.ts'
import { lireFrequences } from '#app/frequences.ts'
import { aller, type Saisie } from '#app/navigation.ts'
import { useSession } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { ASaisir } from '#shared/domaine/a-saisir.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { creerFormulaire, depuisEntretien, Formulaire } from './formulaire.ts'
import { avecConnue, depuisPrecedent } from './suivi-du-formulaire.ts'
import { ecrireDate } from '#ui/lire-date.ts'
import { annulerEcriture, ecrireBrouillon, oublierFormulaire, planifierEcriture } from './brouillon.ts'
import { enPhrases, type Erreurs, versEntretien } from './valider.ts'

type EtatSaisie = {
  readonly formulaire: Formulaire | null
  readonly statut: 'chargement' | 'saisie' | 'enregistrement'
  readonly erreurs: Erreurs
  /** Answers on the suivi that a new one starts from. */
  readonly defautsSuivi: Reponses
  /** Raised at each refused save, so that the focus goes to the first field at fault even twice in a row. */
  readonly refus: number
}

export const useSaisie = createFeatureStore<EtatSaisie>(() => ({
  formulaire: null,
  statut: 'chargement',
  erreurs: {},
  defautsSuivi: {},
  refus: 0,
}))

/** Opens the form. A draft of the same entretien always comes first: typing is never lost. */
export const ouvrirSaisie = async (saisie: Saisie): Promise<void> => {
  useSaisie.setState(useSaisie.getInitialState(), true)
  const tour = ++ouvertures
  const formulaire = await lireFormulaire(saisie)
  if (tour !== ouvertures) return
  if (formulaire === undefined) return aller('entretiens')
  useSaisie.setState({ formulaire, statut: 'saisie' })
}

let ouvertures = 0

/** Changes the form, and has the draft written within the second. */
export const modifier = (changer: (formulaire: Formulaire) => Partial<Formulaire>): void => {
  completer(changer)
  useSaisie.setState(({ erreurs, formulaire }) =>
    formulaire === null ? {} : { erreurs: restantes(erreurs, formulaire) },
  )
  planifierEcriture(() => useSaisie.getState().formulaire)
}

/** Same, for what the form fills by itself: nothing was typed, there is nothing to keep. */
export const completer = (changer: (formulaire: Formulaire) => Partial<Formulaire>): void =>
  useSaisie.setState(({ formulaire }) =>
    formulaire === null ? {} : { formulaire: { ...formulaire, ...changer(formulaire) } },
  )

/** What a refused save told and is still true: a field put right stops complaining at once. */
const restantes = (erreurs: Erreurs, formulaire: Formulaire): Erreurs => {
  const nomenclature = useSession.getState().ouverte?.nomenclature
  if (Object.keys(erreurs).length === 0 || nomenclature === undefined) return erreurs
  const lu = versEntretien(formulaire, nomenclature, aujourdhui())
  const encore = 'erreurs' in lu ? lu.erreurs : {}
  return Object.fromEntries(Object.entries(encore).filter(([champ]) => champ in erreurs))
}

/** Saves; says so only once the service has committed and read back. */
export const enregistrer = async (): Promise<void> => {
  const { formulaire, statut, refus } = useSaisie.getState()
  const nomenclature = useSession.getState().ouverte?.nomenclature
  if (formulaire === null || statut !== 'saisie' || nomenclature === undefined) return
  const lu = versEntretien(formulaire, nomenclature, aujourdhui())
  if ('erreurs' in lu) return useSaisie.setState({ erreurs: lu.erreurs, refus: refus + 1 })
  useSaisie.setState({ statut: 'enregistrement', erreurs: {} })
  // A draft written after the save would come back as a ghost: the pending one is dropped, the running one awaited.
  await annulerEcriture()
  const reponse = await essayer(api.entretiens.enregistrer(lu.entretien))
  if (!reponse.ok) {
    useSaisie.setState({ statut: 'saisie', erreurs: enPhrases(reponse.erreur.champs ?? {}), refus: refus + 1 })
    planifierEcriture(() => useSaisie.getState().formulaire)
    return signaler(reponse.erreur)
  }
  useSaisie.setState(useSaisie.getInitialState(), true)
  annoncer(`Enregistré à ${heure(reponse.value.enregistreLe)}`)
  aller('entretiens', { id: lu.entretien.id })
}

/** Throws the draft away, on demand only. */
export const abandonner = async (): Promise<void> => {
  const { formulaire } = useSaisie.getState()
  if (formulaire === null) return
  await annulerEcriture()
  if (!(await reussir(api.brouillons.supprimer({ id: formulaire.id })))) return
  useSaisie.setState(useSaisie.getInitialState(), true)
  aller('entretiens')
}

/** Leaves the form: what was typed stays as a draft, and the person is told. */
export const quitterSaisie = async (): Promise<void> => {
  // The next form may open before the draft is written: what is left is taken first, then forgotten.
  const ecriture = ecrireBrouillon()
  oublierFormulaire()
  ouvertures++
  useSaisie.setState(useSaisie.getInitialState(), true)
  if (await ecriture) annoncer('Brouillon gardé : il vous attend dans la liste des entretiens.')
}

const lireFormulaire = async (saisie: Saisie): Promise<Formulaire | undefined> => {
  if (saisie.genre === 'nouveau') return formulaireNeuf(saisie.personneId)
  if (saisie.genre === 'recontact') return formulaireRecontact(saisie.id)
  if (saisie.genre === 'a-saisir') return formulaireAttendu(saisie.attendu)
  const brouillons = await appeler(api.brouillons.lister())
  if (saisie.genre === 'brouillon' || brouillons?.some((b) => b.id === saisie.id) === true)
    return lireBrouillon(saisie.id)
  const entretien = await appeler(api.entretiens.lire({ id: saisie.id }))
  return entretien === undefined ? undefined : depuisEntretien(entretien)
}

const formulaireNeuf = async (personneId: string | undefined): Promise<Formulaire> => {
  const [lus] = await Promise.all([appeler(api.entretiens.defauts()), lireFrequences()])
  const defauts = lus ?? { reponses: {}, reponsesSuivi: {} }
  useSaisie.setState({ defautsSuivi: defauts.reponsesSuivi })
  const formulaire = creerFormulaire(aujourdhui(), heure(new Date()), defauts)
  const fiche = personneId === undefined ? undefined : await appeler(api.personnes.lire({ id: personneId }))
  return fiche === undefined ? formulaire : { ...formulaire, ...avecConnue(formulaire, fiche.personne, fiche) }
}

/** A new contact with whom this entretien was with. */
const formulaireRecontact = async (id: string): Promise<Formulaire | undefined> => {
  const [entretien, formulaire] = await Promise.all([appeler(api.entretiens.lire({ id })), formulaireNeuf(undefined)])
  return entretien === undefined ? undefined : { ...formulaire, ...depuisPrecedent(formulaire, entretien) }
}

/** The entretien that somebody came for: her suivi, the day it was set for, and no hour that would be made up. */
const formulaireAttendu = async ({ suiviId, echeanceId, date, personnes }: ASaisir): Promise<Formulaire> => {
  const formulaire = await formulaireNeuf(undefined)
  const [premiere] = personnes
  const fiche = premiere === undefined ? undefined : await appeler(api.personnes.lire({ id: premiere.id }))
  const passe = fiche === undefined ? undefined : { ...fiche, suivis: fiche.suivis.filter((s) => s.id === suiviId) }
  const present = date === aujourdhui()
  return {
    ...formulaire,
    ...(passe === undefined ? {} : avecConnue(formulaire, passe.personne, passe)),
    date: ecrireDate(date),
    heure: present ? formulaire.heure : '',
    honore: echeanceId,
  }
}

const lireBrouillon = async (id: string): Promise<Formulaire | undefined> => {
  const brouillon = await appeler(api.brouillons.lire({ id }))
  if (brouillon === undefined) return undefined
  const lu = Formulaire.safeParse(lireJson(brouillon.contenu))
  if (lu.success) return lu.data
  signaler({ code: 'fichier-illisible' })
  return undefined
}

const lireJson = (texte: string): unknown => {
  try {
    return JSON.parse(texte)
  } catch {
    return undefined
  }
}
