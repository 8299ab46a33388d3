export interface TablesFusionModalites {
  /** `code` counts as `vers` in `liste`; `rang` is the order of the merges. */
  modalite_fusion: { id: string; liste: string; code: string; vers: string; rang: number; le: string }
  /** One answer that a merge rewrote: the JSON it was and became, in the row `cle` of its bearer. */
  modalite_fusion_ligne: {
    fusion_id: string
    dispositif: string
    porteur: string
    /** Empty for a column of its own. */
    champ: string
    cle: string
    avant: string
    apres: string
  }
}
