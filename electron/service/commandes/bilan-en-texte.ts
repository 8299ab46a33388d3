import { type Bilan, type Cellule, nomsUnite, type Tableau } from '#shared/domaine/bilan/bilan.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import { noticesContexte, titreContexte } from '../export/contexte.ts'

const francais = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** The report as a page of plain text, for a terminal. */
export const bilanEnTexte = (bilan: Bilan): string =>
  [
    bilan.titre,
    ...(bilan.demonstration ? ['Données inventées (démonstration).'] : []),
    '',
    ...bilan.chiffres.map(
      (c) =>
        `${c.libelle} : ${c.valeur === null ? (c.etat === 'masque' ? 's' : '–') : `${francais.format(c.valeur)} ${c.unite}`}`,
    ),
    ...bilan.tableaux.flatMap(tableauEnTexte),
    ...contexteEnTexte(bilan),
    '',
    `Seuil : ${bilan.secret.seuil} personnes ; cases masquées : ${bilan.secret.cellulesMasquees}.`,
  ].join('\n')

const contexteEnTexte = (bilan: Bilan): readonly string[] => {
  const notices = noticesContexte(bilan)
  if (notices.length === 0) return []
  return [
    '',
    titreContexte,
    ...notices.map(({ nombre, libelle, portee, parts, source }) =>
      [`  ${nombre} – ${libelle}`, ...parts, portee, source].join('\n    '),
    ),
  ]
}

const tableauEnTexte = (tableau: Tableau): readonly string[] => {
  const largeur = Math.max(...tableau.cellules.map((c) => libelleDe(tableau, c).length), 0)
  return [
    '',
    `${tableau.titre} (${nomsUnite[tableau.unite].plusieurs})`,
    ...tableau.cellules.map((c) => `  ${libelleDe(tableau, c).padEnd(largeur)}  ${valeurDe(c)}`),
    ...tableau.notes.map((n) => `  ${n}`),
  ]
}

const libelleDe = ({ dimensions }: Tableau, { modalites }: Cellule): string =>
  modalites
    .map((code, i) =>
      code === TOTAL ? 'Total' : (dimensions[i]?.modalites.find((m) => m.code === code)?.libelle ?? code),
    )
    .join(' · ')

const valeurDe = ({ valeur, part }: Cellule): string => {
  if (valeur === undefined) return '      s'
  return francais.format(valeur).padStart(7) + (part === undefined ? '' : `${francais.format(part).padStart(8)} %`)
}
