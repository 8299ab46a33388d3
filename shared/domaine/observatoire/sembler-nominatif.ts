import { normaliser } from '../../utils/texte.ts'
import { motsDeLieu, motsDInstitution, motsOrdinaires, prenoms } from './mots-connus.ts'

/** Why a text seems to designate somebody, as shown to whoever types it. */
export const libellesIndice = {
  titre: 'une personne appelée par son titre ou son lien de famille',
  nom: 'un nom de personne',
  telephone: 'un numéro de téléphone',
  courriel: 'une adresse électronique ou un pseudonyme',
  plaque: 'une plaque d’immatriculation',
  logement: 'un logement précis',
  naissance: 'une date de naissance',
  numero: 'un long numéro personnel',
} as const
type RaisonNominative = keyof typeof libellesIndice

/** What gave the alarm: shown on screen beside the field, never kept nor logged. */
export type Indice = { readonly raison: RaisonNominative; readonly extrait: string }

/**
 * What, in a short French note, looks like the designation of a person (cvp-clspd.md §4.3 (e): fiches are anonymous). A help to
 * whoever types, not a proof: it may be wrong both ways, hence never blocks. `lieux` are the names of the user's own sectors,
 * which name nobody.
 */
export const semblerNominatif = (texte: string, lieux: readonly string[] = []): readonly Indice[] => {
  const lu = texte.normalize('NFC').replaceAll('\u2019', "'")
  const parMotif = motifs.flatMap(({ raison, motif }) =>
    [...lu.matchAll(motif)].map((m): Indice => ({ raison, extrait: m[0].trim() })),
  )
  const noms = nomsDans(retirer(lu, lieux)).map((extrait): Indice => ({ raison: 'nom', extrait }))
  const dits = new Set(parMotif.map((i) => i.extrait))
  return [...parMotif, ...noms.filter((n) => ![...dits].some((dit) => dit.includes(n.extrait)))]
}

const MAJUSCULE = String.raw`\p{Lu}[\p{L}'-]*`
/** Neither the function nor the article that comes after a title: « Mme la maire », « M. le préfet ». */
const PAS_UNE_FONCTION = String.raw`(?!(?:la|le|les|l'|maire|adjointe?|élue?|préfet|préfète|et|ou)(?![\p{L}]))`

const motifs: readonly { readonly raison: RaisonNominative; readonly motif: RegExp }[] = [
  {
    raison: 'titre',
    motif: new RegExp(
      String.raw`(?<![\p{L}\p{N}.'])(?:(?:M\.|MM\.|Mr\.?|Mrs?|mr\.?|[Mm]mes?\.?|[Mm]lles?\.?|MME|MLLE|Mgr)\s*${PAS_UNE_FONCTION}(?=\p{L})[\p{L}'-]+|(?:[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Dd]octeur|Dr\.?|[Mm]aître|Me)\s+${MAJUSCULE})`,
      'gu',
    ),
  },
  {
    raison: 'titre',
    motif: new RegExp(
      String.raw`(?<!\p{L})(?<!rue |rue des |place des |école |avenue des |cité des )(?:[Ff]amille|[Ff]rères?|[Ss]œurs?|[Ff]ils|[Ff]ille|[Cc]ouple|[Éé]poux|[Cc]lan|[Nn]ommée?|[Ss]urnommée?|[Pp]rénommée?|[Aa]lias|dite?)\s+(?:les |le |la |des |de |d')?"?(?!Allocations|Familles?)${MAJUSCULE}`,
      'gu',
    ),
  },
  { raison: 'telephone', motif: /(?<!\d)(?:(?:\+|00)33[\s.()-]*(?:0[\s.()-]*)?|0)[1-9](?:[\s./-]*\d{2}){4}(?!\d)/gu },
  { raison: 'courriel', motif: /[^\s@<>]+@[^\s@<>]+\.\p{L}{2,}|(?<![^\s(])@[\p{L}\d_.]{3,}/gu },
  { raison: 'plaque', motif: /(?<![\p{L}\d])[A-HJ-NP-TV-Z]{2}[\s-]?\d{3}[\s-]?[A-HJ-NP-TV-Z]{2}(?![\p{L}\d])/gu },
  { raison: 'plaque', motif: /(?<![\p{L}\d])[a-hj-np-tv-z]{2}-?\d{3}-?[a-hj-np-tv-z]{2}(?![\p{L}\d])/gu },
  {
    raison: 'plaque',
    motif: /(?<![\p{L}\d])\d{2,4}[\s-]?(?!RUE|BIS|TER|BUS|AV)[A-Z]{2,3}[\s-]?(?:\d{2}|2[AB]|97\d)(?![\p{L}\d])/gu,
  },
  {
    raison: 'logement',
    motif:
      /(?<!\p{L})(?:appartement|appart|appt|apt|app|logement|studio|chambre|porte|boîte aux lettres|bal)\.?\s*(?:n\s?[°ºo]\s?|numéro\s+)?(?:[A-Z]-?)?\d{1,4}(?!\p{L}|\d)/giu,
  },
  { raison: 'naissance', motif: /(?<!\p{L})née?s?\s+(?:le|en)\s+\d[\d/. -]*(?:\p{L}+\s+\d{4})?/giu },
  { raison: 'numero', motif: /(?<!\d)\d(?:[\s.-]?\d){12,}(?!\d)/gu },
]

/** The text without the names of the sectors, whatever their case and accents. */
const retirer = (texte: string, lieux: readonly string[]): string =>
  lieux
    .toSorted((a, b) => b.length - a.length)
    .reduce((reste, lieu) => {
      const motif = lieu
        .trim()
        .normalize('NFC')
        .replaceAll('\u2019', "'")
        .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      return motif === ''
        ? reste
        : reste.replaceAll(new RegExp(String.raw`(?<![\p{L}\d])${motif}(?![\p{L}\d])`, 'giu'), ' , ')
    }, texte)

type Mot = { readonly texte: string; readonly cle: string; readonly capital: boolean; readonly suite: boolean }

/** Two capitals in a row, an initial and a capital, or a first name alone, unless they name a place or a service. */
const nomsDans = (texte: string): readonly string[] => {
  // All in capitals, a text says nothing by its capitals; only first names are looked for.
  const muet = !/\p{Ll}/u.test(texte)
  const suites = suitesDe(lireMots(texte))
  return suites.flatMap((suite) => {
    const noms = suite.mots.filter((m) => !motsOrdinaires.has(m.cle))
    if (suite.lieu || noms.some((m) => motsDInstitution.has(m.cle) || motsDeLieu.has(m.cle))) return []
    const assez = noms.length >= 2 && noms.some((m) => m.cle.length > 2)
    const vu = muet ? noms.filter((m) => prenoms.has(m.cle)) : assez || noms.some((m) => prenoms.has(m.cle)) ? noms : []
    return vu.length === 0 ? [] : [vu.map((m) => m.texte).join(' ')]
  })
}

/** Words, whether they bear a capital, and whether nothing but a space stands between them and the one before. */
const lireMots = (texte: string): readonly Mot[] => {
  let fin = -1
  return [...texte.matchAll(/\p{L}[\p{L}\d-]*\.?/gu)].map((trouve): Mot => {
    const initiale = /^\p{Lu}\.$/u.test(trouve[0])
    const mot = initiale ? trouve[0] : trouve[0].replace(/\.$/u, '')
    const entre = texte.slice(fin, trouve.index)
    const suite = fin >= 0 && /^[\s']*$/u.test(entre)
    fin = trouve.index + mot.length
    return { texte: mot, cle: normaliser(mot).replaceAll(' ', '-'), capital: /^\p{Lu}/u.test(mot), suite }
  })
}

type Suite = { readonly mots: readonly Mot[]; readonly lieu: boolean }

const particules = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'a',
  'au',
  'aux',
  'en',
  'sur',
  'sous',
  'et',
])

/** Runs of capitals; `lieu` when a word of place comes just before, particles aside: « place du Général de Gaulle ». */
const suitesDe = (mots: readonly Mot[]): readonly Suite[] => {
  const suites: { mots: Mot[]; lieu: boolean }[] = []
  let enCours: { mots: Mot[]; lieu: boolean } | undefined
  let lieu = false
  for (const mot of mots) {
    if (!mot.suite) [enCours, lieu] = [undefined, false]
    const deLieu = motsDeLieu.has(mot.cle)
    if (mot.capital && !deLieu) {
      if (enCours === undefined) suites.push((enCours = { mots: [], lieu }))
      enCours.mots.push(mot)
      continue
    }
    // After a place and its name, a particle goes on with the name; any other word ends it.
    if (deLieu) lieu = true
    else if (!particules.has(mot.cle)) lieu = false
    enCours = undefined
  }
  return suites
}
