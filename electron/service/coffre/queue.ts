/** One at a time, in the order asked: two attempts at once would escape the count of failures. */
export const createQueue = () => {
  let derniere: Promise<unknown> = Promise.resolve()
  return <T>(travail: () => Promise<T>): Promise<T> => {
    const resultat = derniere.then(travail)
    derniere = resultat.catch(() => undefined)
    return resultat
  }
}
