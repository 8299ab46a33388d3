import type { PersonneASaisir } from '../personne.ts'
import { ageAu } from '../../utils/dates.ts'
import type { Hasard } from './hasard.ts'
import { communes, noms, prenoms } from './noms.ts'
import { type Poids, poidsAge, poidsConnu, poidsSexe, type RoleDemo, SANS_REPONSE } from './poids.ts'
import type { Reponses } from '../reponses.ts'

/** Somebody invented, with a role kept for good. */
export type PartDemo = { readonly fiche: PersonneASaisir; readonly role: RoleDemo; readonly reponses: Reponses }

/** What is already fixed of a person: her household's name and place, the link that makes her a son or a wife. */
export type Cadre = { readonly nom?: string; readonly commune?: string; readonly sexe?: string; readonly age?: string }

const PART_ANONYME = 0.04

export const inventerPart = (h: Hasard, role: RoleDemo, annee: number, cadre: Cadre = {}): PartDemo => ({
  role,
  reponses: reponse('connuServicesSociaux', h.choisirPoids(poidsConnu)),
  fiche:
    role === 'hors-champ-penal' && cadre.nom === undefined && h.arrive(PART_ANONYME)
      ? { id: h.uuid(), anonyme: true, commune: null, naissance: null, reponses: {} }
      : inventerPersonne(h, role, annee, cadre),
})

const inventerPersonne = (h: Hasard, role: RoleDemo, annee: number, cadre: Cadre): PersonneASaisir => {
  const sexe = cadre.sexe ?? h.choisirPoids(poidsSexe[role])
  const naissance = inventerNaissance(h, cadre.age ?? h.choisirPoids(poidsAge[role]), annee)
  const mineur = naissance !== null && ageAu(naissance, `${annee}-01-01`) < 16
  return {
    id: h.uuid(),
    anonyme: false,
    nom: cadre.nom ?? h.choisir(noms),
    prenom: h.choisir(prenoms[sexe === '' ? h.choisir(['femme', 'homme'] as const) : (sexe as 'femme' | 'homme')]),
    naissance,
    telephone: mineur || h.arrive(0.12) ? null : inventerTelephone(h),
    commune: cadre.commune ?? (h.arrive(0.03) ? null : h.choisirPoids<string>(communes)),
    reponses: reponse('sexe', sexe),
  }
}

/** Mostly a whole date, sometimes the year alone, sometimes nothing. */
const inventerNaissance = (h: Hasard, tranche: string, annee: number): string | null => {
  const [min = 0, max = 0] = tranche.split('-').map(Number)
  const ne = annee - h.entier(min + 1, max)
  if (h.arrive(0.04)) return null
  if (h.arrive(0.07)) return String(ne)
  return `${ne}-${String(h.entier(1, 12)).padStart(2, '0')}-${String(h.entier(1, 28)).padStart(2, '0')}`
}

/** Numbers that the regulator keeps for fiction: they ring nowhere (Arcep, plan national de numérotation). */
const inventerTelephone = (h: Hasard): string => {
  const deux = () => String(h.entier(0, 99)).padStart(2, '0')
  return h.arrive(0.85) ? `06 39 98 ${deux()} ${deux()}` : `01 99 00 ${deux()} ${deux()}`
}

/** An answer, or none. */
export const reponse = (champ: string, code: string): Reponses => (code === SANS_REPONSE ? {} : { [champ]: code })

/** Several different values drawn by weight. */
export const choisirPlusieurs = (h: Hasard, poids: Poids, nombre: number): string[] => [
  ...new Set(Array.from({ length: nombre }, () => h.choisirPoids(poids))),
]
