import { tablesDites } from '#db/copie-en-clair/tables.ts'
import { VERSION } from '#shared/version.ts'

/** What whoever finds this folder must know, with Jalon or without it. */
export const lisezMoi = ({
  poste,
  le,
  lignes,
}: {
  readonly poste: string
  readonly le: Date
  readonly lignes: Readonly<Record<string, number>>
}): string =>
  [
    'COPIE EN CLAIR D’UN COFFRE JALON',
    '',
    `Poste : ${poste}`,
    `Faite le ${le.toLocaleString('fr')} par Jalon ${VERSION}`,
    '',
    'CE DOSSIER N’EST PAS CHIFFRÉ. Il contient les noms et le suivi de personnes : qui le lit lit tout.',
    'Gardez-le sur un support chiffré, donnez-le à qui doit le recevoir, et détruisez-le dès qu’il a servi.',
    'Le geste est inscrit au journal du coffre.',
    '',
    'CE QU’IL Y A ICI',
    '',
    '  csv/     une table par fichier, pour un tableur ou un autre logiciel',
    '  json/    les mêmes tables, entières et exactes, réponses comprises',
    '  modeles/ et bilans/  les modèles de lettres et les bilans publiés, tels quels',
    '  datapackage.json     ce qu’est chaque colonne de chaque CSV (Frictionless Data, Table Schema)',
    '',
    'LIRE LES CSV',
    '',
    '  UTF-8 avec marque d’ordre (BOM), point-virgule, virgule décimale, fin de ligne Windows.',
    '  Les textes sont entre guillemets ; une case vide sans guillemets est une absence de valeur.',
    '  Un texte qui commence par = + - @ une tabulation ou un retour, ou par une apostrophe, est précédé d’une',
    '  apostrophe, pour qu’un tableur ne l’exécute pas comme une formule. Pour retrouver le texte exact : quand',
    '  un texte commence par une apostrophe, en enlever une, une seule. Le JSON, lui, n’a pas cette apostrophe.',
    '  Les jours sont écrits 2012-03-09 ; les instants en temps universel (UTC).',
    '  « Identifiant » relie les tables : « Suivi », « Personne », « Entretien »… portent celui de la fiche.',
    '  Une fiche qui a une date dans « Supprimé le » a été retirée et ne compte plus nulle part.',
    '  Les réponses aux questions sont dans reponses.csv, une par ligne ; listes.csv dit ce que veut dire chaque code.',
    '',
    'CE QUI N’Y EST PAS',
    '',
    '  Les phrases de passe, le code de secours et les clés secrètes.',
    '  Ce que Jalon recalcule de lui-même (index de recherche, clés de rapprochement).',
    '  Les preuves de la protection des bilans publiés, que le registre ne laisse jamais sortir.',
    '  Ce qu’un utilisateur a noté pour lui seul.',
    '',
    'LES TABLES',
    '',
    ...tablesDites.map(({ fichier, titre }) => `  ${fichier} : ${titre} (${lignes[fichier] ?? 0})`),
    '',
  ].join('\r\n')
