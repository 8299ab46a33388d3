/** Gives one and the same list for all the equal ones that it is shown: what is said a million times over is kept once. */
export const creerPartage = <T>(): ((liste: readonly T[]) => readonly T[]) => {
  const numeros = new Map<T, number>()
  const partagees = new Map<string, readonly T[]>()
  const numeroDe = (element: T): number => {
    const numero = numeros.get(element) ?? numeros.size
    numeros.set(element, numero)
    return numero
  }
  return (liste) => {
    let cle = ''
    for (const element of liste) cle += `${numeroDe(element)},`
    const deja = partagees.get(cle)
    if (deja === undefined) partagees.set(cle, liste)
    return deja ?? liste
  }
}

/** The same function, that works each thing out once. */
export const retenir = <A, B>(travail: (a: A) => B): ((a: A) => B) => {
  const faits = new Map<A, { readonly valeur: B }>()
  return (a) => {
    const fait = faits.get(a) ?? { valeur: travail(a) }
    faits.set(a, fait)
    return fait.valeur
  }
}
