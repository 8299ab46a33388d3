import { useEffect, useRef, useState } from 'react'
import { avantDePartir } from '#app/depart.ts'

/** Something typed in place: written when it is left, and before the coffre closes. `ecrire` gives back why it was refused. */
export const useSaisie = (initial: string, ecrire: (texte: string) => Promise<string | undefined>) => {
  const [texte, setTexte] = useState(initial)
  const [erreur, setErreur] = useState<string | undefined>(undefined)
  const ecrit = useRef(initial)
  const valider = async () => {
    if (texte === ecrit.current) return setErreur(undefined)
    const refus = await ecrire(texte)
    if (refus === undefined) ecrit.current = texte
    setErreur(refus)
  }
  useEffect(() => avantDePartir(valider))
  return {
    texte,
    erreur,
    taper: setTexte,
    valider,
    revenir: () => {
      setTexte(ecrit.current)
      setErreur(undefined)
    },
  }
}
