/**
 * The text of `JSON.stringify`, in pieces: the whole of a large post is longer than a string may be. Plain data, whose long
 * lists are at most `niveaux` lists and objects deep.
 */
export function* enJson(valeur: unknown, niveaux = 6): Generator<string> {
  if (niveaux === 0 || typeof valeur !== 'object' || valeur === null) yield JSON.stringify(valeur ?? null)
  else if (!Array.isArray(valeur)) yield* enObjet(Object.entries(valeur), niveaux)
  else if (valeur.length > ELEMENTS) yield* enMorceaux(valeur)
  else yield* enListe(valeur, niveaux)
}

function* enObjet(entrees: readonly (readonly [cle: string, valeur: unknown])[], niveaux: number): Generator<string> {
  yield '{'
  for (const [rang, [cle, valeur]] of entrees.filter(([, v]) => v !== undefined).entries()) {
    yield `${rang === 0 ? '' : ','}${JSON.stringify(cle)}:`
    yield* enJson(valeur, niveaux - 1)
  }
  yield '}'
}

function* enListe(liste: readonly unknown[], niveaux: number): Generator<string> {
  yield '['
  for (const [rang, element] of liste.entries()) {
    if (rang > 0) yield ','
    yield* enJson(element, niveaux - 1)
  }
  yield ']'
}

function* enMorceaux(liste: readonly unknown[]): Generator<string> {
  for (let debut = 0; debut < liste.length; debut += ELEMENTS) {
    yield debut === 0 ? '[' : ','
    yield JSON.stringify(liste.slice(debut, debut + ELEMENTS)).slice(1, -1)
  }
  yield ']'
}

const ELEMENTS = 1000
