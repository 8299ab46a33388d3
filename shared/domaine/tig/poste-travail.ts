import { z } from 'zod'
import { Id, ligne } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'

export const formesPoste = ['individuelle', 'collective', 'pedagogique'] as const
export const FormePoste = z.enum(formesPoste)
export type FormePoste = z.infer<typeof FormePoste>
export const libellesFormePoste: Readonly<Record<FormePoste, string>> = {
  individuelle: 'Individuelle',
  collective: 'Collective',
  pedagogique: 'Pédagogique',
}

/** What a post asks of whoever holds it. Those that the law names ask for a medical exam first (R623-14, code pénitentiaire). */
export const contraintesPoste = ['epi', 'aptitude', 'nuit', 'risque', 'sante'] as const
export const ContraintePoste = z.enum(contraintesPoste)
export type ContraintePoste = z.infer<typeof ContraintePoste>
export const libellesContraintePoste: Readonly<Record<ContraintePoste, string>> = {
  epi: 'Équipement de protection',
  aptitude: 'Aptitude physique',
  nuit: 'Travail de nuit',
  risque: 'Poste à risque',
  sante: 'Milieu de soins',
}
const avecExamen: ReadonlySet<ContraintePoste> = new Set(['nuit', 'risque', 'sante'])

export const statutsPoste = ['actif', 'suspendu', 'radie'] as const
export const StatutPoste = z.enum(statutsPoste)
export type StatutPoste = z.infer<typeof StatutPoste>
export const libellesStatutPoste: Readonly<Record<StatutPoste, string>> = {
  actif: 'Actif',
  suspendu: 'Suspendu',
  radie: 'Radié',
}

const DateStatut = z.strictObject({ statut: StatutPoste, du: JourNote })

/** A post of the host, on the list of the département since `inscritLe` (R623-7). `places` at the same time. */
export const PosteTravail = z.strictObject({
  id: Id,
  intitule: ligne(120).min(1),
  service: ligne(120),
  lieu: ligne(120),
  missions: ligne(280),
  places: z.int().min(1).max(500),
  forme: FormePoste,
  horaires: ligne(120),
  contraintes: z.array(ContraintePoste).max(contraintesPoste.length),
  ouvertAuxMineurs: z.boolean(),
  /** The agent who answers for the post, by function or by name; never somebody received. */
  responsable: ligne(120),
  inscritLe: JourNote,
  /** Changes since it was put on the list, which makes it active; one a day. */
  statuts: z.array(DateStatut).max(100),
})
export type PosteTravail = z.infer<typeof PosteTravail>

type Date = Pick<PosteTravail, 'inscritLe' | 'statuts'>

/** Null before it is on the list. */
export const statutAu = ({ inscritLe, statuts }: Date, jour: string): StatutPoste | null => {
  if (jour < inscritLe) return null
  const passes = statuts.filter((s) => s.du <= jour).toSorted((a, b) => a.du.localeCompare(b.du))
  return passes.at(-1)?.statut ?? 'actif'
}

export const erreursDePoste = ({ inscritLe, statuts }: Date, aujourdhui: string): Readonly<Record<string, string>> => ({
  ...(inscritLe > aujourdhui ? { inscritLe: 'futur' } : {}),
  ...(statuts.some((s) => s.du < inscritLe) ? { statuts: 'avant-inscription' } : {}),
  ...(new Set(statuts.map((s) => s.du)).size < statuts.length ? { statuts: 'meme-jour' } : {}),
})

/** Before starting: a minor, or a post that asks for it (R623-14). Pregnancy and disability are for the person to say, and are not kept. */
export const demandeExamen = (contraintes: readonly ContraintePoste[], mineur: boolean): boolean =>
  mineur || contraintes.some((c) => avecExamen.has(c))
