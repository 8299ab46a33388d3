import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import type { LettreFournie } from '#shared/domaine/lettres/fournis.ts'
import { proprietesDocx } from '../export/docx-proprietes.ts'
import { stylesDocx } from '../export/docx-styles.ts'

/** A provided letter as a template: the same file that a post may take, adapt and give back as its own. */
export const modeleFourni = async ({ titre, paragraphes }: LettreFournie, le: string): Promise<Buffer> => {
  const document = new Document({
    title: titre,
    creator: 'Jalon',
    lastModifiedBy: 'Jalon',
    styles: stylesDocx,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        children: [
          new Paragraph({ text: titre, heading: HeadingLevel.TITLE }),
          ...paragraphes.map((text) => new Paragraph({ text, spacing: { after: 160 } })),
        ],
      },
    ],
  })
  return Packer.toBuffer(document, undefined, [proprietesDocx({ titre, le })])
}
