import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { CompteObservatoire, Croisement } from '#shared/domaine/observatoire/compte.ts'
import type { Champ } from '../export/csv-champs.ts'
import { lignesEnCsv } from '../export/lignes-csv.ts'
import { chiffresDuCompte, lignesReparties } from './feuilles.ts'

/**
 * The counts as tables that a program reads: one number a row, whatever the months; then what describes them (Table Schema),
 * the same as in `docs/formats/`.
 */
export const observatoireEnCsv = (
  nomenclature: Nomenclature,
  compte: CompteObservatoire,
  trouble: string | null,
): ReadonlyMap<string, string> => {
  const lignes = {
    ensemble: chiffresDuCompte(nomenclature, compte, trouble),
    signalements: parMois(compte, compte.signalements),
    interventions: parMois(compte, compte.interventions),
    repartitions: lignesReparties(nomenclature, compte),
  }
  return new Map([
    ...tables.map(({ nom, champs }): [string, string] => [
      `${nom}.csv`,
      lignesEnCsv([champs.map((c) => c.name), ...lignes[nom]]),
    ]),
    ['datapackage.json', `${JSON.stringify(paquetDeLObservatoire(), null, 2)}\n`],
  ])
}

/** What each CSV of the observatoire holds (Frictionless Data). */
export const paquetDeLObservatoire = () => ({
  profile: 'tabular-data-package',
  name: 'jalon-observatoire',
  title: 'Observatoire de la tranquillité en CSV',
  resources: tables.map(({ nom, titre, champs, cle }) => ({
    profile: 'tabular-data-resource',
    name: nom,
    path: `${nom}.csv`,
    title: titre,
    encoding: 'utf-8',
    dialect: { delimiter: ';', header: true },
    schema: { fields: champs, missingValues: [''], primaryKey: cle },
  })),
})

const texte = (name: string, title: string): Champ => ({ name, type: 'string', title })
const nombre: Champ = { name: 'nombre', type: 'integer', title: 'Nombre', constraints: { minimum: 0 } }
const parSecteur = [texte('secteur', 'Secteur'), texte('mois', 'Mois (année-mois)'), nombre]

const tables = [
  {
    nom: 'ensemble',
    titre: 'Ensemble',
    champs: [texte('chiffre', 'Chiffre'), texte('valeur', 'Valeur')],
    cle: ['chiffre'],
  },
  { nom: 'signalements', titre: 'Signalements par secteur', champs: parSecteur, cle: ['secteur', 'mois'] },
  { nom: 'interventions', titre: 'Interventions par secteur', champs: parSecteur, cle: ['secteur', 'mois'] },
  {
    nom: 'repartitions',
    titre: 'Répartitions',
    champs: [texte('repartition', 'Répartition'), texte('reponse', 'Réponse'), nombre],
    cle: ['repartition', 'reponse'],
  },
] as const

const parMois = ({ secteurs, mois }: CompteObservatoire, { lignes }: Croisement): readonly (string | number)[][] =>
  lignes.flatMap((ligne) =>
    mois.map((m, i) => [secteurs.find((s) => s.id === ligne.secteurId)?.nom ?? '', m, ligne.parMois[i] ?? 0]),
  )
