import { type Cellule, type Indicateur, nomsUnite, type Tableau } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { mentionContexte, titreContexte } from './contexte.ts'
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

type Champ = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number'
  readonly title: string
  readonly decimalChar?: ','
  readonly constraints?: object
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
    champs: [
      texte('periode', 'Période'),
      ...tableau.dimensions.flatMap((d) => [texte(d.id, `${d.libelle} (code)`), texte(`${d.id}_libelle`, d.libelle)]),
      { ...texte('etat', 'Case publiée ou masquée'), constraints: { enum: ['publie', 'masque'] } },
      {
        name: 'effectif',
        type: 'integer',
        title: `Nombre de ${nomsUnite[tableau.unite].plusieurs}`,
        constraints: { minimum: 0 },
      },
      decimal('part', 'Part de la base, en %'),
    ],
    cle: ['periode', ...tableau.dimensions.map((d) => d.id)],
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
  champs: [
    texte('periode', 'Période'),
    texte('indicateur', 'Indicateur (code)'),
    texte('libelle', 'Indicateur'),
    texte('unite', 'Unité'),
    decimal('valeur', 'Valeur'),
  ],
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
  champs: [
    texte('poste', 'Poste'),
    decimal('etp', 'Équivalent temps plein'),
    { name: 'mois', type: 'integer', title: 'Mois travaillés' },
    texte('financeur', 'Financeur'),
    decimal('financement_annuel', 'Financement annuel, en euros'),
    decimal('financement_du', 'Financement dû pour la période, en euros'),
  ],
  cle: [],
  lignes: bilan.postes.map((p) => [p.nom, p.etp, p.mois, p.financeur, p.financementAnnuel, p.financementDu]),
})

/** Apart from the rest, its period being its own: `ensemble` is the figure that a row is a part of. */
const contexte = (bilan: BilanProtege): Table => ({
  nom: 'contexte',
  titre: titreContexte,
  description: mentionContexte,
  champs: [
    texte('libelle', 'Chiffre'),
    texte('ensemble', 'Chiffre dont celui-ci est une partie'),
    decimal('valeur', 'Valeur publiée par la source'),
    texte('unite', 'Unité'),
    texte('du', 'Premier jour'),
    texte('au', 'Dernier jour'),
    texte('perimetre', 'Périmètre'),
    texte('source_editeur', 'Source : qui l’a publié'),
    texte('source_titre', 'Source : où'),
    texte('source_date', 'Source : jour ou année'),
  ],
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

const texte = (name: string, title: string): Champ => ({ name, type: 'string', title })
const decimal = (name: string, title: string): Champ => ({ name, type: 'number', title, decimalChar: ',' })
