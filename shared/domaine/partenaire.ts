import { z } from 'zod'
import { normaliser } from '../utils/texte.ts'
import { Code, Id, ligne, paragraphe } from './communs.ts'
import type { Dispositif } from './dispositif.ts'
import { dispositifs } from './dispositifs/index.ts'
import { type Nomenclature, trouverListe } from './nomenclature.ts'
import { phonetique } from './phonetique.ts'
import { motsCherches, telephone } from './recherche.ts'

/** A service or somebody in it to whom persons are sent. `genre` is a code of the list of destinations. */
export const Partenaire = z.strictObject({
  id: Id,
  nom: ligne(120).min(1),
  genre: Code,
  interlocuteur: ligne(120).nullable(),
  telephone: ligne(30).nullable(),
  courriel: ligne(120).nullable(),
  adresse: ligne(200).nullable(),
  commune: ligne(80).nullable(),
  note: paragraphe(1000).nullable(),
  actif: z.boolean(),
})
export type Partenaire = z.infer<typeof Partenaire>

/** Label of a kind of partner; the directory serves several dispositifs, and one may not know the kinds of another. */
export const libelleDeGenre = (nomenclature: Nomenclature, genre: string): string =>
  [nomenclature, ...Object.values<Dispositif>(dispositifs)]
    .flatMap((d) => trouverListe(d, d.listeDestinations).modalites)
    .find((m) => m.code === genre)?.libelle ?? genre

/** Those whose name, person to ask for or commune hold every word typed, wherever in a word or as it sounds; or whose telephone does. */
export const trouverPartenaires = <P extends Pick<Partenaire, 'nom' | 'interlocuteur' | 'commune' | 'telephone'>>(
  partenaires: readonly P[],
  texte: string,
): P[] => {
  const mots = motsCherches(texte)
  return partenaires.filter((partenaire) => {
    const ecrit = normaliser([partenaire.nom, partenaire.interlocuteur, partenaire.commune].join(' '))
    const sons = new Set(
      ecrit
        .split(' ')
        .map(phonetique)
        .filter((entendu) => entendu !== ''),
    )
    const chiffres = telephone(partenaire.telephone ?? '')
    return mots.every(
      (mot) => ecrit.includes(mot) || chiffres.includes(mot) || (mot.length > 2 && sons.has(phonetique(mot))),
    )
  })
}
