export interface TablesLettres {
  /** A DOCX file given by the post, checked when it was added and again when it is filled. */
  modele_lettre: { id: string; nom: string; contenu: Uint8Array; ajoute_le: string }
  /** For the dispositifs without a parcours, which has its `consentement`. */
  remise_notice: { suivi_id: string; personne_id: string; date: string; note_le: string }
}
