import PizZip from 'pizzip'

/** An archive of one file. */
export const zipDe = (nom: string, contenu: string): Buffer => {
  const zip = new PizZip()
  zip.file(nom, contenu)
  return zip.generate({ type: 'nodebuffer' })
}
