import officeCrypto from 'officecrypto-tool'
import { creerMotDePasse } from '../coffre/code-secours.ts'

/**
 * A DOCX that Word and LibreOffice open with its password alone (ECMA-376 agile: AES-256, SHA-512), and that password, kept
 * nowhere: what carries names leaves encrypted (DP-15).
 */
export const chiffrerDocx = (docx: Uint8Array): { readonly contenu: Uint8Array; readonly motDePasse: string } => {
  const motDePasse = creerMotDePasse()
  return { contenu: officeCrypto.encrypt(Buffer.from(docx), { password: motDePasse }), motDePasse }
}
