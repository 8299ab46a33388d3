import type { Liste, Modalite } from '#shared/domaine/dispositif.ts'
import type { ModaliteModifiee } from './store.ts'

export const versModification = (liste: string, modalite: Modalite, rang: number): ModaliteModifiee => ({
  liste,
  code: modalite.code,
  libelle: modalite.libelle,
  masquee: modalite.masquee ?? false,
  ordre: rang,
  groupe: modalite.groupe ?? null,
})

/** Exchanges an answer with its neighbour. Both ranks are written: together they stay a permutation. */
export const deplacer = (liste: Liste, rang: number, pas: -1 | 1): readonly ModaliteModifiee[] => {
  const modalite = liste.modalites[rang]
  const voisine = liste.modalites[rang + pas]
  if (modalite === undefined || voisine === undefined) return []
  return [versModification(liste.code, modalite, rang + pas), versModification(liste.code, voisine, rang)]
}
