import { z } from 'zod'
import type { BesoinSortie } from '../dispositifs/cvp/demarches.ts'

/** How a person is told apart on paper. A name only leaves by a deliberate choice: a sheet is lost, or read by others. */
export const designations = ['numero', 'initiales', 'noms'] as const
export const Designation = z.enum(designations)
export type Designation = z.infer<typeof Designation>

export const libellesDesignation: Readonly<Record<Designation, string>> = {
  numero: 'Numéro de suivi',
  initiales: 'Initiales',
  noms: 'Nom et prénom',
}

/** « KEITA Ali » → « K. A. » */
export const initialesDe = (libelle: string): string =>
  libelle
    .split(/[\s-]+/u)
    .filter((mot) => mot !== '')
    .map((mot) => `${mot.charAt(0).toLocaleUpperCase('fr')}.`)
    .join(' ')

export const designer = (
  designation: Designation,
  { numero, personnes }: { readonly numero: number; readonly personnes: readonly { readonly libelle: string }[] },
): string => {
  const suivi = `Suivi n° ${numero}`
  if (designation === 'numero') return suivi
  const noms = personnes.map((p) => (designation === 'noms' ? p.libelle : initialesDe(p.libelle)))
  return `${noms.join(', ')} (${suivi.toLocaleLowerCase('fr')})`
}

/** What to ask in the visiting room, need by need. Nothing medical, nothing of the case. */
export const questionsParloir: Readonly<Record<BesoinSortie, readonly string[]>> = {
  papiers: ['Papiers valides', 'Au vestiaire (« fouille ») ou chez un proche', 'Photos d’identité faites'],
  logement: [
    'Un lieu pour le premier soir',
    'L’hébergeur est d’accord',
    'Demande SIAO faite',
    'Adresse pour le courrier',
  ],
  sante: ['Droits ouverts, attestation demandée', 'Rendez-vous de relais pris dehors'],
  ressources: ['Argent pour les premiers jours', 'Droits demandés (RSA, chômage, AAH)', 'Compte bancaire, carte'],
  emploi: ['Certificat de présence demandé', 'Rendez-vous France Travail ou mission locale', 'CV, diplômes retrouvés'],
  'rendez-vous': [
    'Date et lieu notés par la personne',
    'Convocation au SPIP reçue',
    'Qui vient la chercher, quel transport',
  ],
}
