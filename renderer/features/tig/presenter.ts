import { direRefus, type Erreurs } from '#app/refus.ts'
import { aujourdhui } from '#app/dates.ts'
import type { AccueilResume } from '#shared/domaine/tig/accueil.ts'
import { rangAlerte } from '#shared/domaine/tig/alertes.ts'
import { direHeure, lireHeure, lireMinutes } from '#shared/domaine/tig/heures.ts'
import type { Journee } from '#shared/domaine/tig/journee.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { comparerEnFrancais } from '#shared/utils/texte.ts'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import type { TriTable } from '#ui/TableVirtuelle.tsx'

/** Refusals of the service, field by field, in words that say what to do. */
export const enPhrases = (champs: Readonly<Record<string, string>>): Erreurs => direRefus(champs, phrases)

const phrases: Readonly<Record<string, string>> = {
  futur: 'Ce jour est à venir. Notez-le une fois passé.',
  attendu: 'Cette réponse est nécessaire.',
  'hors-bornes': 'La loi ne permet pas ce nombre d’heures.',
  'trop-jeune': 'La personne était trop jeune le jour de la décision pour cette mesure.',
  'avant-decision': 'Ce jour vient avant la décision.',
  'avant-debut': 'Ce jour vient avant le premier jour.',
  'date:avant-debut': 'Ce jour vient avant le premier jour convenu de l’accueil, ou celui-ci n’est pas noté.',
  'fin:avant-debut': 'La fin vient avant le début. Après minuit, notez une seconde ligne le lendemain.',
  'apres-fin': 'Ce jour vient après la fin de l’accueil.',
  'sans-duree': 'Pause, repas et trajet ne laissent aucune minute à compter.',
  chevauchement: 'La personne est déjà notée à ces heures ce jour-là.',
  'apres-journee': 'La feuille de présence commence avant ce jour.',
  'avant-journee': 'La feuille de présence continue après ce jour.',
  ferme: 'Ce poste n’était pas ouvert le premier jour : suspendu, radié ou pas encore inscrit.',
  'ferme-aux-mineurs': 'Ce poste n’est pas ouvert aux mineurs.',
  'avant-incident': 'Ce jour vient avant l’incident.',
  'avant-inscription': 'Un statut est daté d’avant l’inscription.',
  'meme-jour': 'Un statut par jour au plus.',
}

export const ouNull = (texte: string): string | null => (texte.trim() === '' ? null : texte.trim())

/** A line of the sheet as it is typed. */
export type LigneTapee = Readonly<Record<'date' | 'debut' | 'fin' | 'pause' | 'repas' | 'trajet', string>>

export const ligneVide = (date: string): LigneTapee => ({
  date: ecrireDate(date),
  debut: '',
  fin: '',
  pause: '',
  repas: '',
  trajet: '',
})

export const ecrireLigne = (journee: Journee): LigneTapee => ({
  date: ecrireDate(journee.date),
  debut: direHeure(journee.debut),
  fin: direHeure(journee.fin),
  pause: ouVide(journee.pause),
  repas: ouVide(journee.repas),
  trajet: ouVide(journee.trajet),
})

const ouVide = (minutes: number): string => (minutes === 0 ? '' : String(minutes))

/** « idem » in the first hour: the hours of the last line. */
export const estIdem = (texte: string): boolean => /^i(?:dem)?$/iu.test(texte.trim())

/** The line, or what cannot be read of it. */
export const lireLigne = (
  tapee: LigneTapee,
): { readonly temps: Omit<Journee, 'id'> } | { readonly erreurs: Erreurs } => {
  const date = lireDate(tapee.date, aujourdhui())
  const [debut, fin] = [lireHeure(tapee.debut), lireHeure(tapee.fin)]
  const [pause, repas, trajet] = [lireMinutes(tapee.pause), lireMinutes(tapee.repas), lireMinutes(tapee.trajet)]
  if (
    date === undefined ||
    debut === undefined ||
    fin === undefined ||
    pause === undefined ||
    repas === undefined ||
    trajet === undefined
  )
    return {
      erreurs: {
        ...(date === undefined ? { date: 'Jour attendu : jj/mm/aaaa.' } : {}),
        ...(debut === undefined ? { debut: 'Début attendu : 8h30, 8:30 ou « idem ».' } : {}),
        ...(fin === undefined ? { fin: 'Fin attendue : 17h.' } : {}),
        ...(pause === undefined ? { pause: 'Pause attendue en minutes.' } : {}),
        ...(repas === undefined ? { repas: 'Repas attendu en minutes.' } : {}),
        ...(trajet === undefined ? { trajet: 'Trajet attendu en minutes.' } : {}),
      },
    }
  return { temps: { date, debut, fin, pause, repas, trajet } }
}

/** The next working day, which the next line is likely to be about. */
export const jourSuivant = (jour: string): string => {
  const suivant = ajouterJours(jour, 1)
  const rang = new Date(`${suivant}T00:00:00Z`).getUTCDay()
  return rang === 6 ? ajouterJours(suivant, 2) : rang === 0 ? ajouterJours(suivant, 1) : suivant
}

const cles: Readonly<Record<string, (ligne: AccueilResume) => string>> = {
  personne: (l) => l.personne,
  poste: (l) => l.poste ?? '',
  echeance: (l) => l.finLe ?? l.echeance ?? '9999',
  alerte: (l) => String(l.alertes[0] === undefined ? 99 : rangAlerte(l.alertes[0])).padStart(2, '0'),
}

/** The list in the order asked; the service gives it by urgency. */
export const trier = (lignes: readonly AccueilResume[], { colonne, sens }: TriTable): readonly AccueilResume[] => {
  const cle = cles[colonne]
  if (cle === undefined) return lignes
  return lignes.toSorted((a, b) => comparerEnFrancais(cle(a), cle(b)) * (sens === 'asc' ? 1 : -1))
}

/** How many accueils bear each alert that presses, for the line above the list. */
export const compterAlertes = (lignes: readonly AccueilResume[]): readonly string[] => {
  const nombre = (...codes: readonly string[]) =>
    lignes.filter((l) => l.alertes.some((a) => codes.includes(a.code))).length
  return [
    ...dire(nombre('limite-passee'), 'délai passé', 'délais passés'),
    ...dire(nombre('limite-30'), 'délai dans les 30 jours', 'délais dans les 30 jours'),
    ...dire(nombre('sans-presence'), 'accueil sans présence', 'accueils sans présence'),
    ...dire(nombre('incident-a-signaler'), 'incident à signaler', 'incidents à signaler'),
    ...dire(nombre('attestation'), 'attestation à remettre', 'attestations à remettre'),
  ]
}

const dire = (n: number, un: string, plusieurs: string): readonly string[] =>
  n === 0 ? [] : [`${n} ${n === 1 ? un : plusieurs}`]
