import { type Document, Packer } from 'docx'
import { proprietesDocx } from './docx-proprietes.ts'
import { sansInterdit } from './xml.ts'
import { dezipper, type EntreeZip } from './zip.ts'

/** The parts of a Word document; docx lets through a few characters that XML forbids, and Word would refuse the whole file. */
export const partiesDocx = async (
  document: Document,
  proprietes: { readonly titre: string; readonly le: string },
): Promise<readonly EntreeZip[]> => {
  const octets = await Packer.toBuffer(document, undefined, [proprietesDocx(proprietes)])
  return dezipper(octets).map((partie) =>
    /\.(?:xml|rels)$/u.test(partie.nom)
      ? Object.assign(partie, { contenu: sansInterdit(Buffer.from(partie.contenu).toString()) })
      : partie,
  )
}
