import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { lireBase64 } from '#app/base64.ts'
import { aujourdhui } from '#app/dates.ts'
import { rafraichirSession } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Fusion } from '#shared/domaine/fusion-modalites.ts'
import type { ApercuListe } from '#shared/domaine/liste-csv.ts'

export type FusionFaite = Fusion & { readonly id: string; readonly le: string }
export type EffetFusion = NonNullable<Awaited<ReturnType<typeof lireEffet>>>
type Fichier = { readonly nom: string; readonly liste: string; readonly contenu: string; readonly apercu: ApercuListe }

/** What the screen of the lists shows beside the lists themselves. */
export const useListes = createFeatureStore<{
  readonly fusions: readonly FusionFaite[]
  /** Answers given this year, by list then by code; a list not asked yet is absent. */
  readonly nombres: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** A file of a list, examined and not written yet. */
  readonly fichier: Fichier | null
}>(() => ({ fusions: [], nombres: new Map(), fichier: null }))

export const anneeCourante = (): number => Number(aujourdhui().slice(0, 4))

export const lireNombres = async (liste: string): Promise<void> => {
  const lus = await appeler(api.listes.repartition({ liste, annee: anneeCourante() }))
  if (lus === undefined) return
  const nombres = new Map(lus.map(({ code, nombre }) => [code, nombre]))
  useListes.setState((s) => ({ nombres: new Map([...s.nombres, [liste, nombres]]) }))
}

export const lireFusions = async (): Promise<void> => {
  const fusions = await appeler(api.listes.fusions())
  if (fusions !== undefined) useListes.setState({ fusions })
}

/** What a merge would change. */
export const lireEffet = (fusion: Fusion) => appeler(api.listes.effetFusion(fusion))

export const fusionner = async (
  fusion: Fusion,
  mots: { readonly de: string; readonly vers: string },
): Promise<void> => {
  const faite = await appeler(api.listes.fusionner(fusion))
  if (faite === undefined) return
  await relire(fusion.liste)
  annoncer(`« ${mots.de} » compte désormais avec « ${mots.vers} »`, {
    annule: `« ${mots.de} » et « ${mots.vers} » sont de nouveau deux réponses`,
  })
}

export const defaire = async ({ id, liste }: { readonly id: string; readonly liste: string }): Promise<boolean> => {
  const faite = await reussir(api.listes.defaireFusion({ id }))
  if (faite) await relire(liste)
  return faite
}

const relire = async (liste: string): Promise<void> => {
  await rafraichirSession()
  await Promise.all([lireFusions(), lireNombres(liste)])
}

export const exporterListe = async (liste: string): Promise<void> => {
  const ecrits = await appeler(api.listes.exporter({ liste }))
  if (ecrits !== undefined) annoncer(`Liste écrite dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
}

/** Reads a file and says what it would change. */
export const examinerFichier = async (liste: string, choisi: File): Promise<void> => {
  if (choisi.size > TAILLE_MAX) return annoncer(`« ${choisi.name} » est trop gros pour une liste.`)
  const contenu = await lireBase64(choisi)
  const apercu = await appeler(api.listes.examiner({ liste, contenu }))
  if (apercu !== undefined) useListes.setState({ fichier: { nom: choisi.name, liste, contenu, apercu } })
}

/** In bytes: thousands of lines. */
const TAILLE_MAX = 250_000

export const oublierFichier = (): void => useListes.setState({ fichier: null })

export const importerFichier = async ({ liste, contenu }: Fichier): Promise<void> => {
  if (!(await reussir(api.listes.importer({ liste, contenu })))) return
  oublierFichier()
  await rafraichirSession()
  annoncer('La liste est à jour')
}
