import type { Liste, Modalite } from '../dispositif.ts'
import { etablissementsConnus } from '../etablissements-connus.ts'
import type { Etablissement, TypeEtablissement } from '../etablissements.ts'

/** How each kind of établissement is written, at length and as everybody shortens it. */
const ecritures: Readonly<Record<TypeEtablissement, readonly [nom: string, sigle: string]>> = {
  ma: ['Maison d’arrêt', 'MA'],
  cd: ['Centre de détention', 'CD'],
  mc: ['Maison centrale', 'MC'],
  cp: ['Centre pénitentiaire', 'CP'],
  csl: ['Centre de semi-liberté', 'CSL'],
  epm: ['Établissement pénitentiaire pour mineurs', 'EPM'],
  csmjs: ['Centre socio-médico-judiciaire de sûreté', 'CSMJS'],
}

/** « de Neuvic », « d’Argentan », « du Havre », « du Rhône » */
const deVille = (ville: string): string => {
  if (ville === 'Rhône') return 'du Rhône'
  if (ville.startsWith('Le ')) return `du ${ville.slice(3)}`
  return /^[AEÉÈIÎOUY]/u.test(ville) ? `d’${ville}` : `de ${ville}`
}

/** Towns of one établissement only: their name alone says which. */
const seuls: ReadonlySet<string> = new Set(
  [...Map.groupBy(etablissementsConnus, (e) => e.nom)].filter(([, memes]) => memes.length === 1).map(([nom]) => nom),
)

/** How the trade calls them: « Fleury, Fresnes et La Santé » (Conseil de Paris, 2014). */
const surnoms: Readonly<Record<string, string>> = { 'ma-fleury-merogis': 'Fleury', 'cp-paris-la-sante': 'La Santé' }

/** A centre pénitentiaire holds quartiers that everybody still calls by their own kind (art. D112-18), where the town has nothing else. */
const typesDits = ({ nom, type }: Etablissement): readonly TypeEtablissement[] =>
  type === 'cp' && seuls.has(nom) ? ['cp', 'ma', 'cd', 'mc'] : [type]

const depuisEtablissement = (etablissement: Etablissement): Modalite => {
  const { code, nom, type, masque } = etablissement
  const surnom = surnoms[code]
  const noms = surnom === undefined ? [nom] : [nom, surnom]
  return {
    code,
    libelle: `${ecritures[type][0]} ${deVille(nom)}`,
    groupe: DETENTION,
    ...(masque ? { masquee: true } : {}),
    synonymes: [
      ...typesDits(etablissement).flatMap((dit) =>
        ecritures[dit].flatMap((genre) => noms.flatMap((n) => [`${genre} ${n}`, `${genre} ${deVille(n)}`])),
      ),
      ...(seuls.has(nom) ? noms : []),
    ],
  }
}

/** Group of the places where one is detained: a person first met there is followed since detention. */
export const DETENTION = 'detention'

/** Where a person is met, inside or outside: the établissements, by département, then the usual places of a town. */
export const lieux: Liste = {
  code: 'lieu-justice',
  libelle: 'Établissement ou lieu',
  groupes: [
    { code: 'dehors', libelle: 'Dehors' },
    { code: DETENTION, libelle: 'Établissements pénitentiaires' },
  ],
  modalites: [
    { code: 'mairie', libelle: 'Mairie', groupe: 'dehors', synonymes: ['hôtel de ville', 'permanence mairie'] },
    {
      code: 'mission-locale',
      libelle: 'Mission locale',
      groupe: 'dehors',
      synonymes: ['ML', 'antenne de mission locale'],
    },
    { code: 'spip', libelle: 'SPIP', groupe: 'dehors', synonymes: ['locaux du SPIP', 'SPIP milieu ouvert'] },
    {
      code: 'point-justice',
      libelle: 'Point-justice, maison de justice et du droit',
      groupe: 'dehors',
      synonymes: ['point justice', 'MJD', 'maison de justice et du droit', 'PAD'],
    },
    { code: 'ccas', libelle: 'CCAS, France services', groupe: 'dehors', synonymes: ['CCAS', 'France services'] },
    { code: 'partenaire', libelle: 'Chez un partenaire', groupe: 'dehors', synonymes: ['partenaire', 'association'] },
    { code: 'domicile', libelle: 'Domicile de la personne', groupe: 'dehors', synonymes: ['domicile'] },
    { code: 'autre', libelle: 'Autre lieu', groupe: 'dehors', synonymes: ['autre', 'extérieur', 'dehors'] },
    ...etablissementsConnus.map(depuisEtablissement),
  ],
}

/** The places of a post: an établissement that it renamed, hid or added is the same in the list as everywhere else. */
export const avecEtablissements = (liste: Liste, locaux: readonly Etablissement[]): Liste => {
  if (liste.code !== lieux.code || locaux.length === 0) return liste
  const siens = new Map(locaux.map((e) => [e.code, depuisEtablissement(e)]))
  const connus = liste.modalites.map((m) => siens.get(m.code) ?? m)
  const codes = new Set(liste.modalites.map((m) => m.code))
  return { ...liste, modalites: [...connus, ...[...siens.values()].filter((m) => !codes.has(m.code))] }
}
