export const phrase = 'cheval agrafe pile correcte'
export const autrePhrase = 'écluse vendredi prune balcon'

/** Cheap on purpose: what these tests prove does not depend on the cost, and a real header refuses it. */
export const cout = 2 ** 10
