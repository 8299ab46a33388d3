/** « situation » → « Situation », for a word of the post that starts a title. */
export const majuscule = (mot: string): string => mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1)
