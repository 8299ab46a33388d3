export interface TablesReprises {
  reprise: {
    /** Which form, of which thing. */
    cle: string
    dispositif: string
    /** The values of the form, in JSON. */
    contenu: string
    modifie_le: string
  }
}
