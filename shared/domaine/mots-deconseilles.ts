import { normaliser } from '../utils/texte.ts'

/** What a word in a note tells that Jalon must not keep (loi informatique et libertés, art. 6 and 46; CNIL 2020). */
export const libellesDeconseil = {
  sante: 'un détail de santé',
  justice: 'une donnée de justice',
  opinion: 'une origine, une opinion, une religion ou une vie intime',
  jugement: 'un jugement sur la personne',
} as const
type Deconseil = keyof typeof libellesDeconseil

/** A word that should not stay, as typed. */
export type MotDeconseille = { readonly raison: Deconseil; readonly mot: string }

/**
 * Words of a note that say what it must not (DP-03), each once. A help to whoever types: the list is short, it may be wrong,
 * and it never blocks; the words of the job itself (violences, plainte, hébergement) are not in it.
 */
export const motsDeconseilles = (texte: string): readonly MotDeconseille[] => {
  const lus = texte.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const trouves = lus.flatMap((mot): MotDeconseille[] => {
    const raison = raisonDe(normaliser(mot))
    return raison === undefined ? [] : [{ raison, mot }]
  })
  return [...new Map(trouves.map((t) => [normaliser(t.mot), t])).values()]
}

const raisonDe = (mot: string): Deconseil | undefined => formes.find(({ forme }) => forme.test(mot))?.raison

/** Stems without accents: « schizophren » stands for schizophrène and schizophrénie; a stem that ends with $ is a whole word. */
const racines: Readonly<Record<Deconseil, string>> = {
  sante:
    'alcooli(?:que|sme) anorexi bipolair borderline$ boulimi cancer cirrhose dement(?:e|ia|iel)?s?$ depressi diabet diagnosti epilep hepatit psychia psychos psychot schizophren seroposi sida$ sidaique toxicoman tuberculos vih$',
  justice: 'casiers?$ condamn(?:e|ee|es|ees|ation|ations)$ delinquant ecrous?$ ecroue recidiv',
  opinion:
    'arabes?$ athees?$ bisexuel catholi(?:que|cisme) chretien communistes?$ fasciste gays?$ gitan homosex islam juifs?$ juives?$ lesbien maghrebin manouche musulman ramadan$ roms?$ salafist syndicalist transsex tsigane',
  jugement:
    'affabul cassos$ clochard debiles?$ faineant folles?$ hysteri imbecil ivrogn manipulat(?:eur|rice)s?$ menteu(?:r|rs|se|ses)$ mythoman paresseu pervers racaille sournois voyou',
}

const formes = Object.entries(racines).flatMap(([raison, mots]) =>
  mots.split(' ').map((racine) => ({ raison: raison as Deconseil, forme: new RegExp(`^${racine}`, 'u') })),
)
