import { z } from 'zod'
import { JourNote } from './jour.ts'

/** The ten stages of a follow-up out of prison. Nothing forces their order. */
export const etapes = [
  'reperage',
  'premier-entretien',
  'diagnostic',
  'preparation',
  'liberation',
  'accueil-dehors',
  'accompagnement',
  'comite',
  'sortie-dispositif',
  'apres-sortie',
] as const
export const CodeEtape = z.enum(etapes)
export type CodeEtape = z.infer<typeof CodeEtape>

export const libellesEtape: Readonly<Record<CodeEtape, string>> = {
  reperage: 'Repérage, orientation',
  'premier-entretien': 'Premier entretien',
  diagnostic: 'Diagnostic à l’entrée',
  preparation: 'Préparation à la sortie',
  liberation: 'Libération',
  'accueil-dehors': 'Accueil dehors',
  accompagnement: 'Accompagnement par domaine',
  comite: 'Comité de suivi',
  'sortie-dispositif': 'Sortie du dispositif',
  'apres-sortie': 'Après la sortie',
}

type DeclarationRepere = {
  readonly code: string
  readonly libelle: string
  readonly etape: CodeEtape
  /** Day announced, which may be to come; the others are days of something done. */
  readonly aVenir: boolean
}

/** The dates that a parcours keeps besides those of its entretiens, passages, situations, démarches and comités. */
export const reperes = [
  { code: 'fin-de-peine', libelle: 'Fin de peine prévisible', etape: 'preparation', aVenir: true },
  { code: 'sortie-prevue', libelle: 'Sortie prévue', etape: 'preparation', aVenir: true },
  { code: 'examen-lsc', libelle: 'Examen de la libération sous contrainte', etape: 'preparation', aVenir: true },
  { code: 'debat-contradictoire', libelle: 'Débat contradictoire', etape: 'preparation', aVenir: true },
  { code: 'preparation', libelle: 'Début de la préparation', etape: 'preparation', aVenir: false },
  { code: 'domiciliation', libelle: 'Domiciliation obtenue', etape: 'preparation', aVenir: false },
  { code: 'billet-de-sortie', libelle: 'Billet de sortie vu', etape: 'liberation', aVenir: false },
  {
    code: 'attestation-jap',
    libelle: 'Attestation du juge de l’application des peines',
    etape: 'liberation',
    aVenir: false,
  },
  { code: 'convocation-spip', libelle: 'Convocation au SPIP', etape: 'liberation', aVenir: true },
  { code: 'rendez-vous-dehors', libelle: 'Premier rendez-vous dehors', etape: 'accueil-dehors', aVenir: true },
] as const satisfies readonly DeclarationRepere[]
export type CodeRepere = (typeof reperes)[number]['code']
export const codesRepere = reperes.map((r) => r.code) as [CodeRepere, ...CodeRepere[]]

export const Repere = z.strictObject({ repere: z.enum(codesRepere), date: JourNote })
export type Repere = z.infer<typeof Repere>

export const erreursDeRepere = (
  { repere, date }: { readonly repere: CodeRepere; readonly date: string | null },
  aujourdhui: string,
): Readonly<Record<string, string>> =>
  date !== null && date > aujourdhui && reperes.some((r) => r.code === repere && !r.aVenir) ? { date: 'futur' } : {}

export const dateDe = (notes: readonly Repere[], code: CodeRepere): string | undefined =>
  notes.find((n) => n.repere === code)?.date
