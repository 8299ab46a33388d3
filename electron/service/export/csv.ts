import type { Cellule, Indicateur, Tableau } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { mentionContexte, titreContexte } from './contexte.ts'
import {
  type Champ,
  champsChiffres,
  champsContexte,
  champsDuTableau,
  champsPostes,
  cleDuTableau,
} from './csv-champs.ts'
import { symboleSecret } from './grille.ts'
import { lignesEnCsv } from './lignes-csv.ts'
import { methode } from './methode.ts'
import { anneeCivile, codesAjoutes } from './presentation.ts'

/**
 * One CSV per table and a Frictionless data package that describes them. One cell a row.
 */
export const bilanEnCsv = (bilan: BilanProtege): ReadonlyMap<string, string> => {
  const tables = [
    ...bilan.tableaux.map((t) => tableCroisee(t, bilan)),
    chiffres(bilan),
    postes(bilan),
    contexte(bilan),
  ].filter((t) => t.lignes.length > 0)
  return new Map([
    ...tables.map((t): [string, string] => [`${t.nom}.csv`, ecrire(t)]),
    ['datapackage.json', `${JSON.stringify(paquet(bilan, tables), null, 2)}\n`],
  ])
}

type Table = {
  readonly nom: string
  readonly titre: string
  readonly description: string
  readonly champs: readonly Champ[]
  readonly cle: readonly string[]
  readonly lignes: readonly (readonly (string | number)[])[]
}

const ecrire = ({ champs, lignes }: Table): string => lignesEnCsv([champs.map((c) => c.name), ...lignes])

const tableCroisee = (tableau: Tableau, bilan: BilanProtege): Table => {
  const libelles = tableau.dimensions.map((d) => new Map(d.modalites.map((m) => [m.code, m.libelle])))
  const lignes = (periode: string, cellules: readonly Cellule[]) =>
    cellules.map((c) => [
      periode,
      ...c.modalites.flatMap((code, i) => [code, libelles[i]?.get(code) ?? codesAjoutes.get(code)?.libelle ?? code]),
      ...(c.etat === 'publie' ? ['publie', c.valeur ?? '', c.part ?? ''] : ['masque', symboleSecret, symboleSecret]),
    ])
  return {
    nom: tableau.id,
    titre: tableau.titre,
    // A CSV has no room for a note: why rows add up to more than the total goes with what describes them.
    description: [tableau.definition, ...tableau.notes].join(' '),
    champs: champsDuTableau(tableau),
    cle: cleDuTableau(tableau),
    lignes: [
      ...lignes(periodeDe(bilan), tableau.cellules),
      ...tableau.precedents.flatMap((p) => lignes(String(p.annee), p.cellules)),
    ],
  }
}

const chiffres = (bilan: BilanProtege): Table => ({
  nom: 'chiffres',
  titre: 'Chiffres clés',
  description: '',
  champs: champsChiffres,
  cle: ['periode', 'indicateur'],
  lignes: bilan.chiffres.flatMap(({ id, libelle, unite, precedents, ...chiffre }) => [
    [periodeDe(bilan), id, libelle, unite, valeurDe(chiffre)],
    ...precedents.map((p) => [String(p.annee), id, libelle, unite, valeurDe(p)]),
  ]),
})

/** Empty where there is nothing to compute. */
const valeurDe = ({ etat, valeur }: Pick<Indicateur, 'etat' | 'valeur'>): number | string =>
  valeur ?? (etat === 'masque' ? symboleSecret : '')

const postes = (bilan: BilanProtege): Table => ({
  nom: 'postes',
  titre: 'Postes et financement',
  description: 'Le financement dû est le financement annuel au prorata des mois travaillés.',
  champs: champsPostes,
  cle: [],
  lignes: bilan.postes.map((p) => [p.nom, p.etp, p.mois, p.financeur, p.financementAnnuel, p.financementDu]),
})

/** Apart from the rest, its period being its own: `ensemble` is the figure that a row is a part of. */
const contexte = (bilan: BilanProtege): Table => ({
  nom: 'contexte',
  titre: titreContexte,
  description: mentionContexte,
  champs: champsContexte,
  cle: [],
  lignes: (bilan.contexte ?? []).flatMap(({ dont, unite, du, au, perimetre, source, ...entier }) => {
    const ligne = (libelle: string, ensemble: string, valeur: number) =>
      [libelle, ensemble, valeur, unite, du, au, perimetre, source.editeur, source.titre, source.le] as const
    return [ligne(entier.libelle, '', entier.valeur)].concat(
      dont.map((part) => ligne(part.libelle, entier.libelle, part.valeur)),
    )
  }),
})

/** Frictionless Data Package 1: what each column is, so that no one has to guess. No licence is granted. */
const paquet = (bilan: BilanProtege, tables: readonly Table[]) => ({
  profile: 'tabular-data-package',
  name: `bilan-${bilan.dispositif}-${bilan.periode.du}-${bilan.periode.au}`,
  title: bilan.titre,
  description: [...(bilan.demonstration ? ['Données inventées.'] : []), ...methode(bilan)].join('\n'),
  resources: tables.map((t) => ({
    profile: 'tabular-data-resource',
    name: t.nom.toLowerCase(),
    path: `${t.nom}.csv`,
    title: t.titre,
    ...(t.description === '' ? {} : { description: t.description }),
    encoding: 'utf-8',
    dialect: { delimiter: ';', header: true },
    schema: {
      fields: t.champs,
      missingValues: ['', symboleSecret],
      ...(t.cle.length === 0 ? {} : { primaryKey: t.cle }),
    },
  })),
})

const periodeDe = ({ periode }: BilanProtege): string => anneeCivile(periode) ?? `${periode.du}/${periode.au}`
