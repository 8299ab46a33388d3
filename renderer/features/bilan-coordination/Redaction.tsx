import { useEffect } from 'react'
import { heure } from '#app/dates.ts'
import { avantDePartir } from '#app/depart.ts'
import { useNomenclature } from '#app/session.ts'
import { sectionsCompteRendu } from '#shared/domaine/bilan-coordination/documents.ts'
import { EtatVide } from '#ui/Ecran.tsx'
import { ZonesDeTexte } from '#ui/ZonesDeTexte.tsx'
import { calculer, useBilanCoordination } from './store.ts'
import { ecrireTextes, lireTextes, taper, useTextes } from './textes.ts'

/** What figures do not say, for the document shown; saved by itself at each pause. */
export const Redaction = () => {
  const { document, annee, ficheId } = useBilanCoordination()
  const { sections } = useNomenclature()
  if (document === 'bilan') return <Champs annee={annee} ficheId={null} sections={sections} />
  if (document === 'compte-rendu' && ficheId !== null)
    return <Champs annee={annee} ficheId={ficheId} sections={sectionsCompteRendu} />
  return (
    <EtatVide titre="Rien à rédiger ici">
      {document === 'fipd'
        ? 'Ce rapport reprend les fiches, et le « public touché » rédigé dans le compte rendu de chaque action.'
        : 'L’annexe se compose seule, d’après les fiches.'}
    </EtatVide>
  )
}

type ChampsProps = {
  readonly annee: number
  readonly ficheId: string | null
  readonly sections: readonly { readonly code: string; readonly titre: string; readonly aide: string }[]
}

const Champs = ({ annee, ficheId, sections }: ChampsProps) => {
  const { textes, enregistreA, aEcrire } = useTextes()
  useEffect(() => {
    void lireTextes({ annee, ficheId })
    const oublier = avantDePartir(ecrireTextes)
    return () => {
      oublier()
      void quitter()
    }
  }, [annee, ficheId])
  if (textes === null) return null
  return (
    <ZonesDeTexte
      intro="N’y nommez personne, et n’y décrivez personne qu’on puisse reconnaître : ces textes paraissent tels quels."
      zones={sections}
      textes={textes}
      taper={taper}
      quitter={() => void quitter()}
      etat={aEcrire.size > 0 ? 'Enregistrement…' : enregistreA !== null && `Enregistré à ${heure(enregistreA)}`}
    />
  )
}

/** The page follows once the field is left, not at each pause: printing it takes longer than typing a word. */
const quitter = async (): Promise<void> => {
  await ecrireTextes()
  if (!useTextes.getState().apercuDepasse) return
  useTextes.setState({ apercuDepasse: false })
  await calculer()
}
