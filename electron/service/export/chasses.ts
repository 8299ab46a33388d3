/** How many lines a text takes in a width, both in points, in Arial or a face with its widths: cut between words, and at its own breaks. */
export const lignesDe = (texte: string, taille: number, largeur: number): number => {
  let lignes = 0
  for (const paragraphe of texte.split('\n')) {
    lignes += 1
    let x = 0
    for (const mot of paragraphe.split(' ')) {
      const m = chasseDe(mot) * taille
      if (x > 0 && x + m > largeur) {
        lignes += 1
        x = 0
      }
      x += m + espace * taille
    }
  }
  return lignes
}

const espace = 0.278

const chasseDe = (mot: string): number => {
  let total = 0
  for (const lettre of mot.normalize('NFD')) total += chasses.get(lettre) ?? 0.556
  return total
}

/** In em, and the letters that take it. Accents take nothing; every other sign takes as much as a figure. */
const chasses = new Map(
  Object.entries({
    '0': '\u0300\u0301\u0302\u0308\u0327',
    '0.191': "'",
    '0.222': 'ijl’‘',
    '0.26': '|',
    '0.278': ' \u00A0\u202F!,./:;I[\\]ft',
    '0.333': '-()r·`“”„',
    '0.389': '*',
    '0.5': 'Jckssvxyz',
    '0.584': '+<=>~−',
    '0.611': 'FTZ',
    '0.667': '&ABEKPSVXY',
    '0.722': 'CDHNRUw',
    '0.778': 'GOQ',
    '0.833': 'Mm',
    '0.889': '%',
    '0.944': 'Wœ',
    '1': '—…Œ→',
    '1.015': '@',
  }).flatMap(([chasse, lettres]) => lettres.split('').map((lettre) => [lettre, Number(chasse)] as const)),
)
