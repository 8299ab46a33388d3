import { useEffect, useState } from 'react'
import { avantDePartir } from '#app/depart.ts'

/**
 * Something typed in place: written when it is left, and before the coffre closes. `ecrire` gives back why it was refused.
 * What is stored may change under it: it then shows the new value, unless something else is being typed.
 */
export const useSaisie = (stocke: string, ecrire: (texte: string) => Promise<string | undefined>) => {
  const [connu, setConnu] = useState(stocke)
  const [ecrit, setEcrit] = useState(stocke)
  const [texte, setTexte] = useState(stocke)
  const [erreur, setErreur] = useState<string | undefined>(undefined)
  if (connu !== stocke) {
    setConnu(stocke)
    setEcrit(stocke)
    if (texte === ecrit) setTexte(stocke)
  }
  const valider = async () => {
    if (texte === ecrit) return setErreur(undefined)
    const refus = await ecrire(texte)
    if (refus === undefined) setEcrit(texte)
    setErreur(refus)
  }
  useEffect(() => avantDePartir(valider))
  return {
    texte,
    erreur,
    taper: setTexte,
    valider,
    revenir: () => {
      setTexte(ecrit)
      setErreur(undefined)
    },
  }
}
