import { dateFrancaise } from '../../utils/dates.ts'
import type { Liste } from '../dispositif.ts'
import { direMinutes } from '../tig/heures.ts'
import type { AccueilLu } from './lire-accueil.ts'

/** One column of a host as understood; undefined when it says something of the person. */
export const montrerAccueil = (lu: AccueilLu, champ: string, liste: Liste | undefined): string | undefined => {
  const libelle = (code: string | null): string => liste?.modalites.find((m) => m.code === code)?.libelle ?? code ?? ''
  const textes: Readonly<Record<string, () => string>> = {
    mesure: () => libelle(lu.mesure),
    service: () => libelle(lu.service),
    issue: () => libelle(lu.issue),
    referent: () => lu.referent ?? '',
    heures: () => `${lu.heures} h`,
    prononcees: () => `${lu.heures} h`,
    faites: () => direMinutes(lu.minutes),
    decideLe: () => jour(lu.decideLe),
    echeance: () => jour(lu.echeance),
    debutLe: () => jour(lu.debutLe),
    finLe: () => jour(lu.finLe),
    poste: () => lu.poste,
    accueil: () => lu.accueil,
    encadrant: () => lu.encadrant ?? '',
    attestation: () => (lu.attestationSansJour ? 'Oui' : jour(lu.attestationLe)),
  }
  return textes[champ]?.()
}

const jour = (date: string | null): string => (date === null ? '' : dateFrancaise(date))
