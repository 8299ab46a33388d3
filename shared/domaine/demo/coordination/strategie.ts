import type { LigneBudget } from '../../strategie/budget.ts'
import type { AnneeFiche } from '../../strategie/fiche.ts'
import type { Indicateur, ValeurANoter } from '../../strategie/indicateur.ts'
import { bornes, periodesDe } from '../../strategie/periode-suivie.ts'
import type { FicheLue } from '../../strategie/strategie.ts'
import type { Valeur } from '../../strategie/valeur.ts'
import type { DateIso } from '../../../utils/dates.ts'
import { creerHasard, type Hasard } from '../hasard.ts'

export type SuiviStrategie = {
  readonly annees: readonly AnneeFiche[]
  readonly valeurs: readonly ValeurANoter[]
  readonly budget: readonly LigneBudget[]
}

/** What was done of each fiche over `annee` and since, with its money. Numbers that Jalon counts are left to it. */
export const inventerSuiviStrategie = (
  fiches: readonly FicheLue[],
  annee: number,
  aujourdhui: DateIso,
  graine = 2016,
): SuiviStrategie => {
  const h = creerHasard(graine)
  const lues = fiches.map((fiche, rang) => ({
    annees: [annee, annee + 1].map((an) => inventerAnnee(h, fiche.id, an, rang)),
    valeurs: fiche.indicateurs.flatMap((i) =>
      [annee, annee + 1].flatMap((an) => inventerValeurs(h, i, an, aujourdhui)),
    ),
    // One in two has a funded action.
    budget: rang % 2 === 0 ? [annee, annee + 1].flatMap((an) => inventerBudget(h, fiche.id, an, an === annee)) : [],
  }))
  return {
    annees: lues.flatMap((l) => l.annees),
    valeurs: lues.flatMap((l) => l.valeurs),
    budget: lues.flatMap((l) => l.budget),
  }
}

const inventerAnnee = (h: Hasard, ficheId: string, annee: number, rang: number): AnneeFiche => ({
  ficheId,
  annee,
  statut: rang % 6 === 5 ? 'reportee' : rang % 4 === 3 ? 'realisee' : 'en-cours',
  avancement: h.choisir(avancements),
  difficultes: rang % 3 === 1 ? 'Texte de démonstration. Un partenaire a changé d’équipe en cours d’année.' : '',
  suites: 'Texte de démonstration. Action reconduite, point d’étape au premier semestre.',
})

const avancements = [
  'Texte de démonstration. L’action s’est tenue comme prévu, avec tous les partenaires.',
  'Texte de démonstration. L’action a commencé au deuxième trimestre, après l’accord des financeurs.',
  'Texte de démonstration. La moitié des séances a eu lieu ; les autres sont programmées.',
]

const inventerValeurs = (
  h: Hasard,
  { id: indicateurId, type, periodicite, liaison, sens }: Indicateur,
  annee: number,
  aujourdhui: DateIso,
): ValeurANoter[] => {
  const periodes = periodesDe(annee, periodicite)
  const attendu = h.entier(2, 12) * 5
  const cible = cibles(type, attendu * periodes.length)
  const realisees = liaison === null ? periodes.filter((p) => bornes(p).au <= aujourdhui) : []
  const baisse = sens === 'baisse'
  return [
    ...(cible === null ? [] : [{ indicateurId, periode: String(annee), genre: 'cible' as const, valeur: cible }]),
    ...realisees.map((periode) => ({
      indicateurId,
      periode,
      genre: 'realise' as const,
      valeur: realise(h, type, Math.round((attendu * h.entier(baisse ? 50 : 70, baisse ? 110 : 125)) / 100), periode),
    })),
  ]
}

const cibles = (type: Indicateur['type'], attendu: number): Valeur | null => {
  if (type === 'nombre') return { type: 'nombre', nombre: attendu }
  if (type === 'taux') return { type: 'pourcent', pourcent: 75 }
  return null
}

const realise = (h: Hasard, type: Indicateur['type'], nombre: number, periode: string): Valeur => {
  if (type === 'nombre') return { type: 'nombre', nombre }
  if (type === 'taux') return { type: 'taux', numerateur: h.entier(14, 20), denominateur: 24 }
  if (type === 'jalon') return { type: 'jalon', atteint: true, le: `${periode.slice(0, 4)}-06-12` }
  return {
    type: 'texte',
    texte: 'Texte de démonstration. Les partenaires jugent l’action utile et demandent à la poursuivre.',
  }
}

const inventerBudget = (h: Hasard, ficheId: string, annee: number, clos: boolean): LigneBudget[] => {
  const total = h.entier(8, 40) * 100_000
  const ligne = (rubrique: LigneBudget['rubrique'], libelle: string, financeur: string, part: number): LigneBudget => {
    const prevu = Math.round((total * part) / 100_00) * 100
    return {
      id: h.uuid(),
      ficheId,
      annee,
      rubrique,
      libelle,
      financeur,
      prevu,
      realise: clos ? Math.round((prevu * h.entier(88, 106)) / 100_00) * 100 : null,
    }
  }
  return [
    ligne('64', 'Intervenants', '', 70),
    ligne('60', 'Fournitures et matériel', '', 18),
    ligne('62', 'Communication, déplacements', '', 12),
    ligne('74', 'Subvention de l’État', 'FIPD', 50),
    ligne('74', 'Subvention de la ville', 'Ville', 35),
    ligne('74', 'Subvention du département', 'Département', 15),
  ]
}
