import type { z } from 'zod'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { lireBase64 } from '#app/base64.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { dispositifsComptes } from '#shared/domaine/lot/definition.ts'
import type { contract } from '#shared/ipc/contract.ts'
import { type ModeSecret, formats } from '#shared/domaine/bilan/bilan.ts'
import type { EditionPubliee } from '#shared/ipc/contract/bilans.ts'
import type { BilanConsolide, DetailPoste, EtatBase, ReceptionFichier } from '#shared/ipc/contract/lots.ts'

type Grille = z.output<typeof contract.postesSuivis.grille.output>

export const usePostesSuivis = createFeatureStore<{
  /** The dispositif whose lots are shown. */
  readonly dispositif: CodeDispositif
  readonly grille: Grille | null
  readonly cle: { readonly publique: string; readonly empreinte: string } | null
  readonly receptions: readonly ReceptionFichier[]
  readonly detail: DetailPoste | null
  readonly occupe: boolean
  /** The consolidated report prepared last. */
  readonly consolide: BilanConsolide | null
  readonly preparation: boolean
  /** Consolidated reports already published, latest first. */
  readonly editions: readonly EditionPubliee[]
  /** The server where lots are; null while they are in the coffre. */
  readonly base: EtatBase | null
  readonly connexion: boolean
}>(() => ({
  dispositif: dispositifsComptes[0] ?? 'isc',
  grille: null,
  cle: null,
  receptions: [],
  detail: null,
  occupe: false,
  consolide: null,
  preparation: false,
  editions: [],
  base: null,
  connexion: false,
}))

export const lirePostesSuivis = async (): Promise<void> => {
  const { dispositif } = usePostesSuivis.getState()
  const cle = await appeler(api.postesSuivis.cle())
  const base = await appeler(api.postesSuivis.base())
  if (base !== undefined) usePostesSuivis.setState({ base })
  const grille = await appeler(api.postesSuivis.grille({ dispositif }))
  if (usePostesSuivis.getState().dispositif === dispositif)
    usePostesSuivis.setState({ cle: cle ?? null, grille: grille ?? null })
  await lireEditionsConsolidees()
}

export const montrerDispositif = async (dispositif: CodeDispositif): Promise<void> => {
  usePostesSuivis.setState({ dispositif, grille: null, consolide: null, editions: [] })
  await lirePostesSuivis()
}

export const choisirBase = async ({
  adresse,
  phrase,
  autorite,
}: {
  readonly adresse: string
  readonly phrase: string
  readonly autorite: File | null
}): Promise<boolean> => {
  usePostesSuivis.setState({ connexion: true })
  const pem = autorite === null ? null : await autorite.text()
  const base = await appeler(api.postesSuivis.choisirBase({ adresse: adresse.trim(), phrase, autorite: pem }))
  usePostesSuivis.setState({ connexion: false })
  if (base === undefined) return false
  await changerDeBase()
  return true
}

export const quitterBase = async (): Promise<void> => {
  if (await reussir(api.postesSuivis.quitterBase())) await changerDeBase()
}

/** Nothing shown of the other base holds in this one. */
const changerDeBase = async (): Promise<void> => {
  usePostesSuivis.setState({ grille: null, detail: null, receptions: [], consolide: null })
  await lirePostesSuivis()
}

export const donnerCle = async (): Promise<void> => {
  const ecrits = await appeler(api.postesSuivis.donnerCle())
  if (ecrits !== undefined) annoncer(`Clé écrite : ${ecrits.fichiers.join(', ')}`)
}

export const recevoir = async (choisis: readonly File[]): Promise<void> => {
  const fichiers = []
  for (const fichier of choisis) fichiers.push({ nom: fichier.name, contenu: await lireBase64(fichier) })
  await recevoirFichiers(fichiers)
}

/** Of files already read: chosen here, or opened by double click. */
export const recevoirFichiers = async (
  fichiers: { readonly nom: string; readonly contenu: string }[],
): Promise<void> => {
  usePostesSuivis.setState({ occupe: true, receptions: [] })
  const receptions = await appeler(api.postesSuivis.recevoir({ fichiers }))
  usePostesSuivis.setState({ occupe: false, receptions: receptions ?? [] })
  await lirePostesSuivis()
  const { detail } = usePostesSuivis.getState()
  if (detail !== null) await ouvrirPoste(detail.id)
}

export const ouvrirPoste = async (posteId: string): Promise<void> => {
  const detail = await appeler(api.postesSuivis.detail({ posteId }))
  if (detail !== undefined) usePostesSuivis.setState({ detail })
}

export const fermerPoste = (): void => usePostesSuivis.setState({ detail: null })

export const verifierCle = async (posteId: string): Promise<void> => {
  if (await reussir(api.postesSuivis.verifierCle({ posteId }))) await ouvrirPoste(posteId)
}

export const attendre = async (attendu: {
  readonly posteId: string
  readonly nom: string
  readonly annee: number
  readonly pourLe: string
}): Promise<boolean> => {
  const { dispositif } = usePostesSuivis.getState()
  if (!(await reussir(api.postesSuivis.attendre({ ...attendu, dispositif })))) return false
  await lirePostesSuivis()
  return true
}

export const oublierAttendu = async (posteId: string, annee: number): Promise<void> => {
  const { dispositif, detail } = usePostesSuivis.getState()
  if (!(await reussir(api.postesSuivis.oublierAttendu({ posteId, dispositif, annee })))) return
  await lirePostesSuivis()
  const { grille } = usePostesSuivis.getState()
  if (detail?.id === posteId && grille?.lignes.some((l) => l.posteId === posteId) === false) fermerPoste()
}

type DemandeConsolide = { readonly annee: number; readonly mode: ModeSecret }

const completer = ({ annee, mode }: DemandeConsolide) => {
  const { dispositif } = usePostesSuivis.getState()
  return { dispositif, du: `${annee}-01-01`, au: `${annee}-12-31`, seuil: 5 as const, mode }
}

/** What was prepared is of other choices than those now shown. */
export const oublierConsolide = (): void => usePostesSuivis.setState({ consolide: null })

export const preparerConsolide = async (demande: DemandeConsolide): Promise<void> => {
  usePostesSuivis.setState({ preparation: true, consolide: null })
  const consolide = await appeler(api.postesSuivis.preparerBilan(completer(demande)))
  usePostesSuivis.setState({ preparation: false, consolide: consolide ?? null })
}

export const publierConsolide = async (demande: DemandeConsolide): Promise<void> => {
  usePostesSuivis.setState({ preparation: true })
  const ecrits = await appeler(api.postesSuivis.publierBilan({ ...completer(demande), formats: [...formats] }))
  usePostesSuivis.setState({ preparation: false })
  if (ecrits === undefined) return
  annoncer(`Bilan consolidé écrit : ${ecrits.fichiers.length} fichiers`)
  await lireEditionsConsolidees()
}

const lireEditionsConsolidees = async (): Promise<void> => {
  const { dispositif } = usePostesSuivis.getState()
  const editions = await appeler(api.postesSuivis.editions({ dispositif }))
  if (editions !== undefined && usePostesSuivis.getState().dispositif === dispositif)
    usePostesSuivis.setState({ editions })
}

export const republierConsolide = async (edition: string): Promise<void> => {
  const { dispositif } = usePostesSuivis.getState()
  const ecrits = await appeler(api.postesSuivis.republier({ dispositif, edition }))
  if (ecrits !== undefined) annoncer(`Écrit dans ${ecrits.dossier} : ${ecrits.fichiers.length} fichiers`)
}
