import { type ModeSecret, nomsUnite, type Unite, unites } from '#shared/domaine/bilan/bilan.ts'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { CaseGrille, EtatLot } from '#shared/domaine/lot/grille.ts'
import { expliquerRaison } from '#shared/domaine/lot/raisons.ts'
import type { BilanConsolide, EtatBase, LotRecu, ReceptionFichier } from '#shared/ipc/contract/lots.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'

export const motsEtat: Readonly<Record<EtatLot, string>> = {
  recu: 'Reçu',
  'autre-definition': 'Autre définition',
  'en-retard': 'En retard',
  attendu: 'Attendu',
  manquant: 'Manquant',
}

export const couleursEtat: Readonly<Record<EtatLot, string>> = {
  recu: 'petrole',
  'autre-definition': 'alerte',
  'en-retard': 'alerte',
  attendu: 'gray',
  manquant: 'gray',
}

/** The day that goes with a state: when it came, or when it is due. */
export const precisionDe = ({ etat, recuLe, pourLe }: CaseGrille): string => {
  if (recuLe !== null) return `le ${dateFrancaise(jourLocal(new Date(recuLe)))}`
  if (pourLe === null) return ''
  return etat === 'en-retard' ? `depuis le ${dateFrancaise(pourLe)}` : `pour le ${dateFrancaise(pourLe)}`
}

/** What became of one file, in one or two sentences. */
export const direReception = (reception: ReceptionFichier): string => {
  const { raison, poste, dispositif, du, au, nouveauPoste, remplace } = reception
  if (raison !== null) return expliquerRaison(raison)
  const quoi =
    dispositif === null || du === null || au === null
      ? ''
      : `${dispositifs[dispositif].libelleCourt} ${nomDePeriode({ du, au })}`
  const suite = nouveauPoste
    ? ' C’est son premier lot : comparez l’empreinte de sa clé avec lui par téléphone.'
    : remplace
      ? ' Il prend la place du précédent.'
      : ''
  return `Reçu de ${poste ?? ''} : ${quoi}.${suite}`
}

/** « 323 personnes, 572 entretiens, 1,5 ETP ». */
export const direContenu = ({ bases, etp }: LotRecu): string =>
  [
    ...bases.map(({ unite, nombre }) => `${nombre.toLocaleString('fr-FR')} ${nomUnite(unite, nombre)}`),
    `${etp.toLocaleString('fr-FR', { maximumFractionDigits: 2 })} ETP`,
  ].join(', ')

const nomUnite = (unite: string, nombre: number): string => {
  const connue = unites.find((u): u is Unite => u === unite)
  return connue === undefined ? unite : nomsUnite[connue][nombre > 1 ? 'plusieurs' : 'un']
}

/** Ways to protect a sum; rounding is no proof of it between posts. */
export const modesConsolides: { readonly value: ModeSecret; readonly label: string }[] = [
  { value: 'masquage', label: 'Masquer les petites cases' },
  { value: 'regroupement', label: 'Regrouper, puis masquer' },
  { value: 'total', label: 'Totaux seulement' },
]

export const nomMode = (mode: ModeSecret): string => modesConsolides.find((m) => m.value === mode)?.label ?? mode

/** What a consolidated report adds up, in a few sentences. */
export const direPerimetre = (consolide: BilanConsolide): readonly string[] => {
  const { additionnes, manquants, enRetard, autreDefinition, personnes, etp, financementDu } = consolide
  return [
    `${additionnes.length} ${additionnes.length > 1 ? 'postes additionnés' : 'poste additionné'} : ${additionnes.join(', ')}.`,
    ...nommer('Lots manquants', manquants),
    ...nommer('Lots en retard', enRetard),
    ...nommer('Autre définition, non additionnés', autreDefinition),
    `${personnes === null ? 'Total des personnes masqué' : `${nombre(personnes)} personnes`}, ${nombre(etp)} ETP, ${nombre(financementDu)} € de financement.`,
    `${nombre(consolide.imprimees)} nombres imprimés, ${nombre(consolide.masquees)} masqués.`,
    'Les personnes ne sont pas dédoublonnées entre postes : une personne reçue par deux postes compte deux fois.',
    consolide.compares === 0
      ? 'Aucun nombre déjà publié par un poste à comparer avec son lot.'
      : `${nombre(consolide.compares)} nombres publiés par les postes comparés à leurs lots : ${consolide.ecarts.length === 0 ? 'tous concordent' : `${nombre(consolide.ecarts.length)} diffèrent`}.`,
    ...(consolide.publie ? ['Ce bilan est déjà publié : publier rend les mêmes fichiers.'] : []),
  ]
}

const nombre = (n: number): string => n.toLocaleString('fr-FR', { maximumFractionDigits: 2 })

const nommer = (quoi: string, noms: readonly string[]): readonly string[] =>
  noms.length === 0 ? [] : [`${quoi} : ${noms.join(', ')}.`]

export const direEcart = ({ poste, tableau, codes, publie, lot }: BilanConsolide['ecarts'][number]): string =>
  `${poste}, ${tableau} (${codes.join(' × ')}) : ${publie} publié, ${lot} dans le lot.`

export const direContenuBase = ({ contenu }: EtatBase): string => {
  if (contenu === null) return 'Elle ne répond pas pour le moment.'
  const { postes, lots, reception } = contenu
  const droit = reception ? '' : ' Votre compte y lit seulement.'
  return `${nombre(postes)} ${postes > 1 ? 'postes' : 'poste'}, ${nombre(lots)} ${lots > 1 ? 'lots reçus' : 'lot reçu'}.${droit}`
}
