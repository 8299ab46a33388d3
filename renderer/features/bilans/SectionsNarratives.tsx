import { useEffect } from 'react'
import { avantDePartir } from '#app/depart.ts'
import { heure } from '#app/dates.ts'
import { useNomenclature } from '#app/session.ts'
import { ZonesDeTexte } from '#ui/ZonesDeTexte.tsx'
import { calculer } from './store.ts'
import { ecrireTextes, lireTextes, taper, useTextes } from './textes.ts'

/** What figures do not say, in the words of the post; saved by itself at each pause. */
export const SectionsNarratives = ({ annee }: { readonly annee: number }) => {
  const { sections } = useNomenclature()
  const { textes, enregistreA, enAttente } = useTextes()
  useEffect(() => {
    void lireTextes(annee)
    const oublier = avantDePartir(ecrireTextes)
    return () => {
      oublier()
      void ecrireTextes()
    }
  }, [annee])
  if (textes === null) return null
  return (
    <ZonesDeTexte
      intro={`Ces textes paraissent dans le bilan de ${annee}. N’y nommez personne, et n’y décrivez personne qu’on puisse reconnaître.`}
      zones={sections}
      textes={textes}
      taper={taper}
      quitter={() => void quitter()}
      etat={enAttente ? 'Enregistrement…' : enregistreA !== null && `Enregistré à ${heure(enregistreA)}`}
    />
  )
}

/** The preview follows once the field is left, not at each pause: computing it takes longer than typing a word. */
const quitter = async (): Promise<void> => {
  await ecrireTextes()
  if (!useTextes.getState().apercuDepasse) return
  useTextes.setState({ apercuDepasse: false })
  await calculer()
}
