import { direRefus, type Erreurs } from '#app/refus.ts'
import { type Etablissement, libellesQuartier, libellesTypeEtablissement } from '#shared/domaine/etablissements.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { estTerminee } from '#shared/domaine/parcours/demarche.ts'
import { reperes } from '#shared/domaine/parcours/etape.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { liberations, libellesModeSortie, passageAu } from '#shared/domaine/parcours/passage.ts'
import { dateFrancaise, joursEntre } from '#shared/utils/dates.ts'

/** Refusals of the service, field by field, in words that say what to do. */
export const enPhrases = (champs: Readonly<Record<string, string>>): Erreurs => direRefus(champs, phrases)

const phrases: Readonly<Record<string, string>> = {
  futur: 'Ce jour est à venir. Notez-le une fois passé.',
  'avant-debut': 'Ce jour vient avant le début.',
  'avant-entree': 'Ce jour vient avant l’entrée.',
  'avant-ouverture': 'Ce jour vient avant l’ouverture de la démarche.',
  'apres-statut': 'La démarche a déjà changé de statut avant ce jour.',
  'avant-comite': 'Ce jour vient avant le comité.',
  manquant: 'Cette réponse est nécessaire.',
  'prevenu-sans-amenagement':
    'Un prévenu, présumé innocent, n’a pas de peine à aménager (L423-2, code pénitentiaire). Vérifiez le statut pénal, la mesure ou leurs dates.',
  ancienne: 'Ce libellé d’avant 2019 n’est gardé que pour relire d’anciens fichiers. Choisissez une mesure actuelle.',
  'notice-jamais-retiree': 'Une notice remise ne se retire pas.',
  'apres-liberation-seulement': 'À l’entrée et à la sortie du dispositif, la personne est rencontrée.',
  'personne-non-jointe': 'La personne n’a pas été jointe : laissez les réponses vides.',
  doublon: 'Cette réponse est donnée deux fois.',
}

/** « du 02/01/2026 au 03/03/2026 », « depuis le 02/01/2026 », « dates inconnues » */
export const periode = (du: string | null, au: string | null): string => {
  if (du === null) return au === null ? 'dates inconnues' : `jusqu’au ${dateFrancaise(au)}`
  return au === null ? `depuis le ${dateFrancaise(du)}` : `du ${dateFrancaise(du)} au ${dateFrancaise(au)}`
}

/** « dans 12 jours », « il y a 3 jours » */
export const distance = (date: string, jour: string): string => {
  const jours = joursEntre(jour, date)
  if (jours === 0) return 'aujourd’hui'
  if (Math.abs(jours) === 1) return jours === 1 ? 'demain' : 'hier'
  return jours > 0 ? `dans ${jours} jours` : `il y a ${-jours} jours`
}

/** « Centre de détention · Neuvic (24) » */
export const nomEtablissement = (etablissements: readonly Etablissement[], code: string): string => {
  const connu = etablissements.find((e) => e.code === code)
  return connu === undefined ? code : `${libellesTypeEtablissement[connu.type]} · ${connu.nom} (${connu.departement})`
}

/** Where the person stands today, in one sentence, from what is noted. */
export const ouEnEst = (
  nomenclature: Nomenclature,
  etablissements: readonly Etablissement[],
  { suivi, passages, entretiens }: Parcours,
  jour: string,
): string => {
  if (suivi.closLe !== null) {
    const motif = suivi.motifCloture
    const pourquoi =
      motif === null ? '' : ` : ${libelleDe(nomenclature, nomenclature.listeMotifs, motif).toLocaleLowerCase('fr')}`
    return `Sortie du dispositif le ${dateFrancaise(suivi.closLe)}${pourquoi}.`
  }
  const passage = passageAu(passages, jour)
  if (passage !== undefined) {
    const quartier = passage.quartier === null ? '' : `, ${libellesQuartier[passage.quartier].toLocaleLowerCase('fr')}`
    const depuis = passage.entree === null ? '' : `, depuis le ${dateFrancaise(passage.entree)}`
    return `En détention : ${nomEtablissement(etablissements, passage.etablissement)}${quartier}${depuis}.`
  }
  const liberee = liberations(passages).at(-1)
  if (liberee !== undefined)
    return `Dehors depuis le ${dateFrancaise(liberee.date)} : ${libellesModeSortie[liberee.mode].toLocaleLowerCase('fr')}.`
  const orientee = suivi.saisineDate === null ? 'Suivi ouvert' : `Orientée le ${dateFrancaise(suivi.saisineDate)}`
  return `${orientee}${entretiens.length > 0 ? '' : ', pas encore rencontrée'}. Aucun passage en établissement n’est noté.`
}

export type AVenir = {
  readonly cle: string
  readonly date: string
  readonly libelle: string
  readonly detail: string
  readonly retard: boolean
}

/** What comes next, what is late first: dates announced, démarches and decisions due, reminders, legal clocks. */
export const aVenir = (nomenclature: Nomenclature, parcours: Parcours, jour: string): readonly AVenir[] => {
  if (parcours.suivi.closLe !== null) return []
  const { demarches, decisions, echeances, echeancesLegales } = parcours
  return [
    ...parcours.reperes
      .filter((r) => r.date >= jour)
      .map((r) => ({ date: r.date, libelle: libelleRepere(r.repere), detail: '' })),
    ...demarches
      .filter((d) => !estTerminee(d.statut))
      .flatMap((d) =>
        d.echeance === null
          ? []
          : {
              date: d.echeance,
              libelle: libelleDe(nomenclature, 'demarche', d.demarche),
              detail: d.partenaire ?? '',
            },
      ),
    ...decisions
      .filter((d) => d.faiteLe === null)
      .flatMap((d) =>
        d.pourLe === null
          ? []
          : { date: d.pourLe, libelle: d.decision, detail: libelleDe(nomenclature, 'fonction', d.acteur) },
      ),
    ...echeances.map((e) => ({ date: e.date, libelle: e.libelle, detail: '' })),
    ...echeancesLegales
      .filter((e) => e.date >= jour)
      .map((e) => ({ date: e.date, libelle: e.libelle, detail: e.article })),
  ]
    .map((e, i) => Object.assign(e, { cle: `${i}`, retard: e.date < jour }))
    .toSorted((a, b) => a.date.localeCompare(b.date))
}

export const libelleRepere = (code: string): string => reperes.find((r) => r.code === code)?.libelle ?? code

/** The stage reached last, by its day; of two of one day, the later one. */
export const etapeCourante = (avancement: Parcours['avancement']): string | undefined =>
  avancement.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).findLast((e) => e.atteinte)?.etape
