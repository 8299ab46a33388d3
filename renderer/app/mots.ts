import type { MotSuivi } from '#shared/domaine/dispositif.ts'

/** What is said of a suivi, in the word and the gender of the dispositif: « nouvelle situation », « nouveau suivi ». */
export const accorder = ({ singulier, genre }: MotSuivi) => {
  const elide = /^[aeiouyéè]/u.test(singulier)
  return genre === 'feminin'
    ? {
        nouveau: `Nouvelle ${singulier}`,
        du: `${elide ? 'de l’' : 'de la '}${singulier}`,
        le: `${elide ? 'l’' : 'la '}${singulier}`,
        ouvert: 'ouverte',
        clos: 'close',
        aucun: 'Aucune',
      }
    : {
        nouveau: `${elide ? 'Nouvel' : 'Nouveau'} ${singulier}`,
        du: elide ? `de l’${singulier}` : `du ${singulier}`,
        le: `${elide ? 'l’' : 'le '}${singulier}`,
        ouvert: 'ouvert',
        clos: 'clos',
        aucun: 'Aucun',
      }
}
