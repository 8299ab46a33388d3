import { parse } from 'csv-parse/sync'
import { fichier2012 } from '../../fixtures/imports/fichiers.ts'
import { code, famille, nu, origine, service } from './libelles-2012.ts'

// The file of 2012 counted by hand, so to say: nothing of Jalon is used here, neither its reader nor its counts.

type Ligne = {
  readonly personne: string
  readonly situation: string
  readonly jour: string
  readonly [colonne: string]: string
}

const jourDe = (texte: string): string => {
  const lu = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/u.exec(texte)
  if (lu !== null) return `${lu[3]}-${lu[2]?.padStart(2, '0')}-${lu[1]?.padStart(2, '0')}`
  const mois = [
    'janvier',
    'fevrier',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'aout',
    'septembre',
    'octobre',
    'novembre',
    'decembre',
  ]
  const [jour, nom, annee] = nu(texte)
    .replace(/^(?:lun|mar|mercre|jeu|vendre|same)di /u, '')
    .replace('1er', '1')
    .split(' ')
  return `${annee}-${String(mois.indexOf(nom ?? '') + 1).padStart(2, '0')}-${jour?.padStart(2, '0')}`
}

const lues: readonly Record<string, string>[] = parse(fichier2012('csv'), { bom: true, delimiter: ';', columns: true })

const lignes: readonly Ligne[] = lues
  .map((l, rang): Ligne => {
    const nom = `${nu(l['Nom'])}|${nu(l['Prénom'])}`
    const naissance = l['Date de naissance'] ?? ''
    // Without a name, every line is somebody else.
    const personne = nom === '|' ? `anonyme ${rang}` : `${nom}|${naissance === '' ? '' : jourDe(naissance)}`
    return Object.assign({}, l, {
      personne,
      naissance: naissance === '' ? '' : jourDe(naissance),
      jour: jourDe(l['Date'] ?? ''),
      rang: String(rang),
      situation: [personne, l['Public'], l['Saisine'], l['Problématique principale']].map(nu).join('|'),
    })
  })
  .toSorted((a, b) => (a.jour < b.jour ? -1 : a.jour > b.jour ? 1 : Number(a['rang']) - Number(b['rang'])))

const dernier = (textes: readonly string[]): string => textes.findLast((t) => t !== '') ?? ''
const oui = (vrai: boolean): string => (vrai ? 'oui' : 'non')

const tranche = (age: number): string =>
  age < 18 ? 'moins-18' : age <= 25 ? '18-25' : age <= 45 ? '26-45' : age <= 64 ? '46-64' : '65-plus'
const ageAu = (naissance: string, jour: string): number =>
  Number(jour.slice(0, 4)) - Number(naissance.slice(0, 4)) - (naissance.slice(5) > jour.slice(5) ? 1 : 0)

/** Tables that say the same units twice, in detail and by group: code → group. */
export const regroupements = [
  ['problematique', 'problematique-groupe', famille],
  ['saisine', 'saisine-groupe', origine],
  ['orientation', 'orientation-groupe', service],
] as const

/** Codes of each unit along each dimension, with the person behind it. */
type Unite = { readonly personne: string; readonly codes: readonly (readonly string[])[] }

const de = <T extends { readonly personne: string }>(
  unites: readonly T[],
  ...axes: readonly ((u: T) => readonly string[])[]
): readonly Unite[] => unites.map((u) => ({ personne: u.personne, codes: axes.map((axe) => axe(u)) }))
const seul = (texte: string): readonly string[] => (texte === '' ? [] : [texte])

/** What each table must say: its units, sorted. */
export const recompter = (du: string, au: string): Readonly<Record<string, readonly Unite[]>> => {
  const dedans = lignes.filter((l) => l.jour >= du && l.jour <= au)
  const personnes = [...Map.groupBy(dedans, (l) => l.personne)].map(([personne, siennes]) => {
    const premiere = siennes[0]
    const derniere = siennes.at(-1)
    const vues = [...new Set(siennes.toReversed().map((l) => l.situation))].toReversed()
    const age =
      premiere === undefined || premiere['naissance'] === '' ? null : ageAu(premiere['naissance'] ?? '', premiere.jour)
    const toutes = lignes.filter((l) => l.personne === personne)
    const probleme = code('Problème', derniere?.['Problématique principale'])
    return {
      personne,
      roles: [...new Set(siennes.map((l) => code('Public', l['Public'])))],
      sexe: code('Sexe', dernier(toutes.map((l) => l['Sexe'] ?? ''))),
      age: age === null ? [] : [tranche(age)],
      majorite: age === null ? [] : [age < 18 ? 'mineur' : 'majeur'],
      famille: famille[probleme] ?? '',
      connu: dernier(
        vues.map((s) =>
          dernier(lignes.filter((l) => l.situation === s).map((l) => nu(l['Connu des services sociaux']))),
        ),
      ),
      nouvelle: oui((toutes[0]?.jour ?? '') >= du),
      anonyme: personne.startsWith('anonyme') ? 'anonyme' : 'nommee',
      commune: nu(derniere?.['Commune']).replaceAll(' ', '-'),
      lieux: [...new Set(siennes.map((l) => nu(l['Lieu'])))],
    }
  })
  const situations = [...Map.groupBy(lignes, (l) => l.situation).values()].flatMap(([premiere, ...autres]) => {
    if (premiere === undefined) return []
    const toutes = [premiere, ...autres]
    return {
      personne: premiere.personne,
      active: toutes.some((l) => l.jour >= du && l.jour <= au),
      ouverte: premiere.jour >= du && premiere.jour <= au,
      saisine: code('Saisine', premiere['Saisine']),
      probleme: code('Problème', premiere['Problématique principale']),
      secondaires: [
        ...new Set(
          toutes.flatMap((l) => {
            const texte = l['Problématiques secondaires'] ?? ''
            // « Rupture sociale, errance » is one label.
            return texte === '' ? [] : texte.split('|').map((t) => code('Problème', t))
          }),
        ),
      ],
    }
  })
  const actives = situations.filter((s) => s.active)
  const orientations = dedans.flatMap((l) =>
    [...new Set((l['Orientations'] ?? '').split('|').map((t) => t.trim()))]
      .filter((t) => t !== '')
      .map((t) => ({ personne: l.personne, code: code('Orientation', t) })),
  )
  return {
    'type-public': de(personnes, (p) => p.roles),
    sexe: de(personnes, (p) => [p.sexe]),
    age: de(personnes, (p) => p.age),
    sexe_x_age: de(
      personnes,
      (p) => [p.sexe],
      (p) => p.majorite,
    ),
    'type-public_x_sexe': de(
      personnes,
      (p) => p.roles,
      (p) => [p.sexe],
    ),
    'type-public_x_age': de(
      personnes,
      (p) => p.roles,
      (p) => p.age,
    ),
    'type-public_x_problematique': de(
      personnes,
      (p) => p.roles,
      (p) => seul(p.famille),
    ),
    'connu-services-sociaux': de(personnes, (p) => seul(p.connu)),
    nouvelle: de(personnes, (p) => [p.nouvelle]),
    anonymat: de(personnes, (p) => [p.anonyme]),
    commune: de(personnes, (p) => seul(p.commune)),
    lieu: de(personnes, (p) => p.lieux),
    saisine: de(
      situations.filter((s) => s.ouverte),
      (s) => [s.saisine],
    ),
    'saisine-groupe': de(
      situations.filter((s) => s.ouverte),
      (s) => [origine[s.saisine] ?? ''],
    ),
    'nouvelle-situation': de(actives, (s) => [oui(s.ouverte)]),
    problematique: de(actives, (s) => [s.probleme]),
    'problematique-groupe': de(actives, (s) => [famille[s.probleme] ?? '']),
    'problematique-secondaire': de(actives, (s) => s.secondaires),
    modalite: de(dedans, (l) => [code('Modalité', l['Modalité'])]),
    action: de(dedans, () => []),
    orientation: de(orientations, (o) => [o.code]),
    'orientation-groupe': de(orientations, (o) => [service[o.code] ?? '']),
  }
}
