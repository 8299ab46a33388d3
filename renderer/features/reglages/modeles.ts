import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { lireBase64 } from '#app/base64.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { ModeleChoisi } from '#shared/ipc/contract/lettres.ts'

type Modele = { readonly id: string; readonly nom: string; readonly ajouteLe: string }
type Faute = { readonly raison: 'inconnue' | 'mal-ecrite' | 'externe' | 'macro'; readonly balise: string }

/** Templates of letters of the post, and why the last file given was refused. */
export const useModeles = createFeatureStore<{
  readonly modeles: readonly Modele[]
  readonly refus: readonly string[]
}>(() => ({ modeles: [], refus: [] }))

export const lireModeles = async (): Promise<void> => {
  const modeles = await appeler(api.lettres.modeles())
  if (modeles !== undefined) useModeles.setState({ modeles })
}

/** Adds a template, under the name of its file, unless something is wrong with it. */
export const ajouterModele = async (fichier: File): Promise<void> => {
  useModeles.setState({ refus: [] })
  if (fichier.size > TAILLE_MAX) return useModeles.setState({ refus: ['Le fichier dépasse 3 Mo.'] })
  const contenu = await lireBase64(fichier)
  const fautes = await appeler(api.lettres.examinerModele({ contenu }))
  if (fautes === undefined) return
  if (fautes.length > 0) return useModeles.setState({ refus: fautes.map(enMots) })
  const nom = fichier.name.replace(/\.docx$/iu, '').slice(0, 80) || 'Lettre'
  if (!(await reussir(api.lettres.ajouterModele({ id: crypto.randomUUID(), nom, contenu })))) return
  await lireModeles()
  annoncer(`« ${nom} » est dans les lettres du poste`)
}

/** In bytes, as the service refuses more. */
const TAILLE_MAX = 3_000_000

const enMots = ({ raison, balise }: Faute): string =>
  ({
    inconnue: `« {${balise}} » n’est pas une balise permise.`,
    'mal-ecrite': `« {${balise} » est mal écrite : une accolade manque.`,
    externe: 'Le document va chercher quelque chose ailleurs (lien, image ou modèle lié) : retirez-le.',
    macro: 'Le document contient des macros : enregistrez-le en DOCX simple.',
  })[raison]

export const supprimerModele = async (id: string): Promise<void> => {
  if (await reussir(api.lettres.supprimerModele({ id }))) await lireModeles()
}

export const exporterModele = async (modele: ModeleChoisi): Promise<void> => {
  const ecrits = await appeler(api.lettres.exporterModele({ modele }))
  if (ecrits !== undefined) annoncer(`Modèle écrit dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
}
