import { useEffect, useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { useSaisie } from './store.ts'

/** Somebody of the household of a person present, with the link to it when it is known. */
export type Proche = { readonly personne: PersonneResume; readonly lien: string | null }

/** « fils · PETIT Paul » */
export const libelleProche = ({ personne, lien }: Proche): string =>
  lien === null || lien === '' ? nomComplet(personne) : `${lien} · ${nomComplet(personne)}`

/** The household of the first known person, without those already present; nothing when it cannot be read. */
export const useProches = (): readonly Proche[] => {
  const presences = useSaisie((s) => s.formulaire?.presences)
  const personneId = presences?.find((p) => p.genre === 'connue')?.personneId
  const [foyer, setFoyer] = useState<readonly Proche[]>([])
  useEffect(() => {
    let actuel = true
    const lire = async () => {
      const fiche = personneId === undefined ? undefined : await essayer(api.personnes.lire({ id: personneId }))
      if (actuel) setFoyer(fiche?.ok === true ? fiche.value.foyer : [])
    }
    void lire()
    return () => {
      actuel = false
    }
  }, [personneId])
  return foyer.filter(({ personne }) => presences?.some((p) => p.personneId === personne.id) !== true)
}
