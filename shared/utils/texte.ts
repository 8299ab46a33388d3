/**
 * One spelling for all: no accent, no case, ligatures opened, every run of anything but letters and digits made one space.
 * « D’Almeida », « D'ALMEIDA » and « d almeida » become the same key.
 */
export const normaliser = (texte: string): string =>
  texte
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    // « Yılmaz » in capitals is « YILMAZ », which comes back as « yilmaz ».
    .replaceAll('ı', 'i')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Labels sorted as a French reader expects. The collator is built once: building it costs more than a thousand comparisons. */
export const comparerEnFrancais = new Intl.Collator('fr', { sensitivity: 'base', numeric: true }).compare

/** « situation » → « Situation », for a word that starts a title. */
export const majuscule = (mot: string): string => mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1)
