import { abonner, api, appeler } from '#app/api.ts'
import { lireBase64 } from '#app/base64.ts'
import { lireDispositif, rafraichirSession } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { ChoixValeur, Correspondance, RapportImport } from '#shared/domaine/import/rapport.ts'
import { extensionConnue, TAILLE_MAX } from './lire-fichier.ts'

type Fichier = { readonly nom: string; readonly contenu: string }

export const useEchanges = createFeatureStore<{
  readonly fichier: Fichier | null
  /** Why the file was not even read. */
  readonly refus: string | null
  readonly correspondance: Correspondance
  /** What the service understood of the file with this correspondance; nothing is written yet. */
  readonly rapport: RapportImport | null
  readonly resultat: RapportImport | null
  /** Unknown values met so far, those already answered included: an answer may be changed. */
  readonly rencontrees: RapportImport['valeursInconnues']
  readonly occupe: 'lecture' | 'examen' | 'import' | null
  readonly progression: { readonly etape: string; readonly fait: number; readonly total: number } | null
}>(() => ({
  fichier: null,
  refus: null,
  correspondance: {},
  rapport: null,
  resultat: null,
  rencontrees: [],
  occupe: null,
  progression: null,
}))

export const recommencer = (): void => useEchanges.setState(useEchanges.getInitialState(), true)

export const choisirFichier = async (fichier: File): Promise<void> => {
  recommencer()
  if (!extensionConnue(fichier.name))
    return useEchanges.setState({
      refus: `« ${fichier.name} » n’est pas un tableau : choisissez un fichier CSV, XLSX ou ODS.`,
    })
  if (fichier.size > TAILLE_MAX)
    return useEchanges.setState({ refus: `« ${fichier.name} » dépasse 60 Mo : découpez-le par année.` })
  useEchanges.setState({ occupe: 'lecture' })
  try {
    const contenu = await lireBase64(fichier)
    useEchanges.setState({ fichier: { nom: fichier.name, contenu } })
    await examiner()
  } catch {
    useEchanges.setState({
      ...useEchanges.getInitialState(),
      refus: `« ${fichier.name} » ne peut pas être lu. Est-il encore ouvert dans le tableur ?`,
    })
  }
}

export const attribuerColonne = async (titre: string, champ: string | null): Promise<void> => {
  useEchanges.setState(({ correspondance }) => ({
    correspondance: { ...correspondance, colonnes: { ...correspondance.colonnes, [titre]: champ } },
  }))
  await examiner()
}

export const repondreValeur = async (champ: string, valeur: string, choix: ChoixValeur | null): Promise<void> => {
  useEchanges.setState(({ correspondance }) => {
    const { [valeur]: _, ...autres } = correspondance.valeurs?.[champ] ?? {}
    const valeurs = choix === null ? autres : { ...autres, [valeur]: choix }
    return { correspondance: { ...correspondance, valeurs: { ...correspondance.valeurs, [champ]: valeurs } } }
  })
  await examiner()
}

/** Reads the whole file again with what was decided so far; a late answer to an older question is left aside. */
const examiner = async (): Promise<void> => {
  const demande = lireDemande()
  if (demande === undefined) return
  useEchanges.setState({ occupe: 'examen', progression: null })
  const rapport = await appeler(api.echanges.examiner(demande))
  if (demande.correspondance !== useEchanges.getState().correspondance) return
  useEchanges.setState({ occupe: null, progression: null })
  if (rapport !== undefined)
    useEchanges.setState(({ rencontrees }) => ({ rapport, rencontrees: ajouterNouvelles(rencontrees, rapport) }))
}

export const importer = async (): Promise<void> => {
  const demande = lireDemande()
  if (demande === undefined) return
  useEchanges.setState({ occupe: 'import', progression: null })
  const resultat = await appeler(api.echanges.importer(demande))
  useEchanges.setState({ occupe: null, progression: null, resultat: resultat ?? null })
  // Values may have been added to the lists that every form reads.
  if (resultat !== undefined) await rafraichirSession()
}

/** Follows what the service is doing, while the screen is shown. */
export const suivreProgression = (): (() => void) =>
  abonner('progression', (progression) => {
    if (useEchanges.getState().occupe !== null) useEchanges.setState({ progression })
  })

const ajouterNouvelles = (avant: RapportImport['valeursInconnues'], { valeursInconnues, colonnes }: RapportImport) => {
  const lues = new Set(colonnes.map(({ champ }) => champ))
  const gardees = avant.filter(({ champ }) => lues.has(champ))
  const connues = new Set(gardees.map(({ champ, valeur }) => `${champ}|${valeur}`))
  return [...gardees, ...valeursInconnues.filter(({ champ, valeur }) => !connues.has(`${champ}|${valeur}`))]
}

const lireDemande = () => {
  const { fichier, correspondance } = useEchanges.getState()
  return fichier === null ? undefined : { ...fichier, dispositif: lireDispositif(), correspondance }
}
