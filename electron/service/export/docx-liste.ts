import { AlignmentType, type ILevelsOptions, LevelFormat } from 'docx'

/** A list of a Word document, referred to by its name: numbers, or bullets. */
export const listeDocx = (
  reference: 'numeros' | 'puces',
): { readonly reference: string; readonly levels: readonly ILevelsOptions[] } => ({
  reference,
  levels: [
    {
      level: 0,
      format: reference === 'numeros' ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: reference === 'numeros' ? '%1.' : '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 460, hanging: 340 } } },
    },
  ],
})
