import { modeleFourni } from '#electron/service/lettres/fournir.ts'
import { lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import { enCsv, enOds, enXlsx, jour, type Tableau } from '../../fixtures/imports/tableurs.ts'

/** For each dispositif that imports, a spreadsheet that it takes, every kind of cell in it. */
export const tableauxJustes = {
  isc: [
    [
      'Date',
      'Nom',
      'Prénom',
      'Date de naissance',
      'Téléphone',
      'Commune',
      'Public',
      'Saisine',
      'Durée',
      'Orientations',
    ],
    [
      jour('09/03/2025'),
      'Urbain',
      'Zoé',
      jour('12/05/1990'),
      '06 12 34 56 78',
      'Pantin',
      'Victime',
      'Plainte',
      45,
      'CCAS',
    ],
    [
      jour('10/03/2025'),
      'N’Diaye-Le Goff',
      'Amina',
      '1988',
      null,
      'Lille',
      'Mis en cause',
      'Plainte',
      60,
      'CCAS ; CIDFF',
    ],
    [jour('11/03/2025'), 'Roche', 'Ali', null, null, null, 'Victime', null, null, null],
  ],
  cvp: [
    [
      'Prénom',
      'NOM',
      'Né(e) le',
      'Orienté par',
      'Date d’orientation',
      'Établissement',
      'Date d’entrée',
      'Statut pénal',
    ],
    [
      'Amina',
      'Roche',
      jour('12/05/1990'),
      'SPIP milieu fermé',
      jour('02/01/2025'),
      'MA Fleury-Mérogis',
      jour('10/10/2024'),
      'Condamnée',
    ],
    [
      'Paul',
      'Petit',
      '1988',
      'SPIP milieu fermé',
      jour('03/01/2025'),
      'MA Fleury-Mérogis',
      jour('11/10/2024'),
      'prévenu',
    ],
  ],
  'mission-locale': [
    [
      'Nom',
      'Prénom',
      'Date de naissance',
      'Établissement',
      'Date d’entrée',
      'Date de sortie',
      'Date du premier entretien',
    ],
    ['Vasseur', 'Patrice', '28/04/1991', 'Maison d’arrêt de Périgueux', '05/06/2012', '20/04/2013', '19/07/2012'],
    ['Müller', 'Jérôme', '22/11/1987', 'Maison d’arrêt de Périgueux', '09/10/2012', '11/10/2013', '03/11/2012'],
  ],
  tig: [
    [
      'Nom',
      'Prénom',
      'Date de naissance',
      'Type de mesure',
      'Service référent',
      'Heures prononcées',
      'Heures effectuées',
      'Début',
      'Poste',
    ],
    ['Keita', 'Ali', jour('05/04/1995'), 'TIG', 'SPIP', 70, '35h30', jour('03/03/2025'), 'Entretien des parcs'],
    ['Roux', 'Léa', jour('10/10/2000'), 'Sursis-TIG', 'spip', 105, 12, jour('10/03/2025'), 'ENTRETIEN DES PARCS'],
  ],
} as const satisfies Readonly<Record<string, Tableau>>

export const codesJustes = Object.keys(tableauxJustes) as (keyof typeof tableauxJustes)[]

/** The same spreadsheet as the three kinds of file. */
export const enTroisFormats = async (tableau: Tableau) => ({
  csv: enCsv(tableau),
  xlsx: await enXlsx(tableau),
  ods: await enOds(tableau),
})

export const modeleJuste = (): Promise<Buffer> => modeleFourni(lettresFournies.notice, '2025-06-02')

export const listeJuste = Buffer.from(
  'code;libellé;groupe;masquée;ordre\ngare-du-nord;Gare du Nord;;non;1\nmairie;Mairie;;oui;2\nhalte;Halte\u00A0routière;;;\n',
)
