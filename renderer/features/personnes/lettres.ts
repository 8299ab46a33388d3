import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { codesLettres, lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import type { ModeleChoisi } from '#shared/ipc/contract/lettres.ts'

export type Destinataire = { readonly suiviId: string; readonly personneId: string }
export type OptionModele = {
  readonly value: string
  readonly label: string
  readonly group: string
  readonly modele: ModeleChoisi
}

const fournies: readonly OptionModele[] = codesLettres.map((code) => ({
  value: code,
  label: lettresFournies[code].libelle,
  group: 'Lettres de Jalon',
  modele: { genre: 'fourni', code },
}))

/** The letters of Jalon, then those of the post. */
export const lireModeles = async (): Promise<readonly OptionModele[]> => {
  const propres = (await appeler(api.lettres.modeles())) ?? []
  return [
    ...fournies,
    ...propres.map(({ id, nom }): OptionModele => ({
      value: id,
      label: nom,
      group: 'Lettres du poste',
      modele: { genre: 'propre', id },
    })),
  ]
}

export const ecrireLettre = async (qui: Destinataire, modele: ModeleChoisi): Promise<boolean> => {
  const ecrits = await appeler(api.lettres.ecrire({ ...qui, modele, jour: aujourdhui() }))
  if (ecrits === undefined) return false
  annoncer(`Lettre écrite dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
  return true
}

export const lireRemise = async (qui: Destinataire): Promise<string | null> =>
  (await appeler(api.lettres.remise(qui)))?.date ?? null

export const noterRemise = (qui: Destinataire, date: string | null): Promise<boolean> =>
  reussir(api.lettres.noterRemise({ ...qui, date }))
